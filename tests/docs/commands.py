"""The click commands in, the text of ``docs/commands.md`` out.

python -m tests.docs.commands      writes the page anew
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from reportedly.cli import __doc__ as door
from reportedly.cli.root import COMMANDS, reportedly

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"

_OPENING = """# Commands

<!-- written by `python -m tests.docs.commands`; edit the commands, not this page -->

A LEDGER is the path of a SQLite file or the address of a PostgreSQL database (`postgresql://host/name`). What a
command finds goes to standard output; what it has to say about its work goes to standard error. Every listing prints a
table, JSON Lines or CSV; the JSON objects are the same in every command and every export.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([_OPENING, *_overview(), *_exit_codes(), *_all()]).rstrip() + "\n"


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, in the order of the help; commands of a group after each other."""
    context = click.Context(reportedly)
    for name in reportedly.list_commands(context):
        command = reportedly.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            for below in command.commands:
                yield f"{name} {below}", command.commands[below]
        else:
            yield name, command


def _overview() -> Iterator[str]:
    yield "| command | what it does |"
    yield "|---|---|"
    for name, (_, text) in COMMANDS.items():
        yield f"| `{name}` | {text} |"
    yield ""


def _exit_codes() -> Iterator[str]:
    """The codes as the head of ``reportedly.cli`` lists them."""
    listed = " ".join((door or "").partition("Exit codes:")[2].split()).rstrip(".")
    yield "## Exit codes"
    yield ""
    yield "| code | meaning |"
    yield "|---|---|"
    for entry in _entries(listed.replace("``", "`")):
        code, _, meaning = entry.partition(" ")
        yield f"| {code} | {meaning} |"
    yield ""


def _entries(listed: str) -> Iterator[str]:
    """The entries of the list: a comma parts two only where a number follows."""
    entry = ""
    for part in listed.split(", "):
        if entry and part[:1].isdigit():
            yield entry
            entry = part
        else:
            entry = f"{entry}, {part}" if entry else part
    yield entry


def _all() -> Iterator[str]:
    for name, command in commands():
        yield from _command(name, command)


def _command(name: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=f"reportedly {name}")
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"## reportedly {name}"
    yield ""
    yield f"    reportedly {name} {usage}"
    yield ""
    yield from _paragraphs(command.help or "")
    records = [record for p in command.params if isinstance(p, click.Option) and (record := p.get_help_record(context))]
    if records:
        yield "| option | meaning |"
        yield "|---|---|"
        for option, meaning in records:
            yield f"| `{_cell(option)}` | {_cell(meaning)} |"
        yield ""
    if command.epilog:
        yield "Example:"
        yield ""
        yield f"    {command.epilog.removeprefix('Example:').strip()}"
        yield ""


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.strip().split("\n\n"):
        yield " ".join(paragraph.split())
        yield ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
