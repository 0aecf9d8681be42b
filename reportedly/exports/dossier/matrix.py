"""A sheet in, the table of its origins out: a row for each, what they say side by side, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reportedly.exports.dossier.anchors import Anchors
from reportedly.exports.dossier.html import Html, join, tag, told
from reportedly.exports.dossier.wording import days, kind
from reportedly.model.sheet import DENIED, Cell, Field, Row, Sheet

_COLUMNS: tuple[tuple[str, tuple[Field, ...]], ...] = (
    ("Killed", (Field.KILLED,)),
    ("Wounded", (Field.WOUNDED,)),
    ("Other counts", (Field.OTHER,)),
    ("When and where", (Field.WHEN, Field.WHERE)),
    ("Who, to whom, with what", (Field.BY, Field.AGAINST, Field.WITH)),
    ("Stance", (Field.STANCE,)),
)
_LED = {Field.BY: "by", Field.AGAINST: "against", Field.WITH: "with"}


def matrix(sheet: Sheet, at: Anchors) -> Html:
    """The table. Columns on which nobody says anything are left out."""
    columns = [(name, fields) for name, fields in _COLUMNS if any(row.of(f) for row in sheet.rows for f in fields)]
    head = tag("tr", tag("th", "Origin", scope="col", class_="c-origin"), *(_head(*column) for column in columns))
    rows = (_row(row, columns, at) for row in sheet.rows)
    return tag(
        "table",
        tag("caption", "What each origin says. The words of a cell lead to the quote that they stand in."),
        tag("thead", head),
        tag("tbody", *rows),
        class_="matrix",
    )


def legend() -> Html:
    """What the signs of the table mean."""
    signs = (
        (tag("span", "≠ a", class_="differs"), "another origin contradicts it: see the dispute of that letter"),
        (tag("s", "14"), "a later figure of the same origin took its place"),
        (tag("span", "(four)", class_="aside"), "the estimate does not rest on it; the reason stands below it"),
    )
    return tag("ul", *(tag("li", sign, " ", text) for sign, text in signs), class_="legend")


def _head(name: str, fields: tuple[Field, ...]) -> Html:
    return tag("th", name, scope="col", class_=f"c-{fields[0].value}")


def _row(row: Row, columns: Iterable[tuple[str, tuple[Field, ...]]], at: Anchors) -> Html:
    standing = None if row.counted else tag("span", "does not count as an origin", class_="uncounted")
    head = tag(
        "th",
        tag("span", str(row.number), class_="number"),
        told(row.origin.name),
        tag("span", kind(row.origin.role.value), class_="role"),
        standing,
        scope="row",
        id=f"{at.incident}-o{row.number}",
    )
    return tag("tr", head, *(_cell(name, fields, row, at) for name, fields in columns))


def _cell(name: str, fields: tuple[Field, ...], row: Row, at: Anchors) -> Html:
    cells = [cell for field in fields for cell in row.of(field)]
    body = join(_said(group, at) for group in _together(cells)) if cells else tag("span", "–", class_="nothing")
    return tag("td", body, data_label=name, class_=None if cells else "empty")


def _together(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Figures that one later figure supersedes together, everything else by itself."""
    for _, group in groupby(enumerate(cells), key=lambda at: (at[1].reason, at[0] if at[1].current else -1)):
        yield [cell for _, cell in group]


def _said(cells: Sequence[Cell], at: Anchors) -> Html:
    """What an origin says, its marks, and why it is set aside."""
    first = cells[0]
    reason = tag("span", first.reason, class_="reason") if first.reason else None
    parts = join((_one(cell, at) for cell in cells), ", ")
    return tag("div", parts, reason, class_="said aside" if first.aside else "said")


def _one(cell: Cell, at: Anchors) -> Html:
    """One thing that an origin says."""
    led = _LED.get(cell.field)
    counted = f" ({cell.measure.value.replace('_', ' ')})" if cell.field is Field.OTHER and cell.measure else ""
    denied = cell.words.startswith(DENIED)
    text = days(cell.days) if cell.days else cell.words.removeprefix(DENIED)
    shown = tag("bdi", at.cited(cell.claim, text))
    body = [DENIED if denied else None, f"{led} " if led else None, shown, counted or None]
    if not cell.current:
        body = [tag("s", *body)]
    elif cell.aside:
        body = ["(", *body, ")"]
    return join((*body, at.marks(cell)))
