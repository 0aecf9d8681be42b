"""The command line: arguments in, tables and exit codes out. No rule lives here.

Exit codes: 0 done, 1 something was found (``vocab check``, ``verify``, ``doctor``), 2 wrong arguments, 3 an input could
not be read, 4 a vocabulary is wrong, 5 a gazetteer is wrong, 6 a ledger cannot be used, 7 something must be installed
first, 130 interrupted.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Runs ``reportedly`` and turns our errors into a message and an exit code."""
    from reportedly.cli.root import reportedly

    sys.exit(run(reportedly))


def run(command: object, arguments: list[str] | None = None) -> int:
    """Runs a click command and gives its exit code."""
    import click

    from reportedly.errors import ReportedlyError

    assert isinstance(command, click.Command)
    try:
        code = command.main(args=arguments, prog_name="reportedly", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.Abort:
        click.echo("stopped; what was written so far is safe, and the same command goes on from there", err=True)
        return 130
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ReportedlyError as error:
        click.echo(f"error: {error}", err=True)
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 0
