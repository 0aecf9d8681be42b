"""``export``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(epilog="Example:  reportedly export war.db --format ucdp --out incidents.csv")
@click.argument("ledger")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "ucdp", "geojson"]),
    default="jsonl",
    show_default=True,
    help="JSON Lines of the interface, a flat table, UCDP GED's 49 columns, or a map's points.",
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.  [default: standard output]"
)
def export(ledger: str, form: str, out: Path | None) -> None:
    """Write the incidents of LEDGER as a file that other tools open.

    The file appears whole or not at all. Whom to name for the places, and a note on what the form cannot hold, go to
    standard error.
    """
    from reportedly.ledger import Ledger

    with Ledger.open(ledger) as opened:
        lines = opened.export(form)
        if out is None:
            for line in lines:
                click.echo(line)
        else:
            _publish(out, lines)
        for credit in opened.credits():
            click.echo(f"places: {credit}", err=True)
    click.echo(f"note: {Ledger.cannot_hold(form)}", err=True)


def _publish(out: Path, lines: object) -> None:
    """Writes beside the file and moves it into place when it is whole."""
    from collections.abc import Iterable

    assert isinstance(lines, Iterable)
    draft = out.with_name(f".{out.name}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as handle:
            handle.writelines(f"{line}\n" for line in lines)
        draft.replace(out)
    except OSError as error:
        from reportedly.errors import InputError

        raise InputError(f"cannot write: {error.strerror}", where=str(out), mend="name another file") from error
    finally:
        draft.unlink(missing_ok=True)
