"""Records in, a table, JSON Lines or CSV on standard output out."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click

Record = dict[str, Any]
Column = tuple[str, Callable[[Record], object]]

FORMATS = click.Choice(["table", "jsonl", "csv"])


def format_option(default: str = "table") -> Callable[[Any], Any]:
    """The ``--format`` option that every listing has."""
    return click.option("--format", "form", type=FORMATS, default=default, show_default=True, help="How to print.")


def emit(records: Iterable[Record], columns: Sequence[Column], form: str) -> None:
    """Prints records: whole as JSON Lines, by column as a table or CSV."""
    if form == "jsonl":
        for record in records:
            click.echo(json.dumps(record, ensure_ascii=False))
        return
    rows = ([_cell(read(record)) for _, read in columns] for record in records)
    heads = [name for name, _ in columns]
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(rows)
    else:
        _table(heads, list(rows))


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Plain columns: as wide as their words, the last cut to the terminal's width."""
    if not rows:
        click.echo("nothing to show", err=True)
        return
    widths = [min(max(len(h), *(len(r[n]) for r in rows)), 44) for n, h in enumerate(heads)]
    for line in (heads, ["─" * w for w in widths], *rows):
        cells = (f"{_cut(cell, width):<{width}}" for cell, width in zip(line, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _cut(text: str, width: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"
