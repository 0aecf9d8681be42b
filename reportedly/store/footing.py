"""On what footing the last link stood, and what changed since: asked before anything else of it is looked up."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, delete, insert, select

from reportedly.store import tables
from reportedly.store.rows import Row

_PROBE = str(hash((1, (2, 3), 2**60)))
"""Keys are hashes of tuples of numbers; where those come out otherwise, nothing that was kept is of use."""

_KEPT = (tables.kept_words, tables.kept_report, tables.kept_strand, tables.kept_page)
_NAME = "footing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """Of which link something is kept: the recipe, how many decisions there were, how many reports were weighed when
    all was linked last, how many were added or read again since, and the next free numbers."""

    recipe: str
    decisions: int
    reports: int
    since: int = 0
    next_report: int
    next_strand: int
    hashes: str = _PROBE


def footing(connection: Connection) -> Footing | None:
    """The footing of what is kept; ``None`` where nothing is, or nothing that this program can use."""
    found = connection.execute(select(tables.kept_words.c.packed).where(tables.kept_words.c.name == _NAME)).scalar()
    if found is None:
        return None
    try:
        known = Footing(**json.loads(found))
    except (TypeError, ValueError):
        return None
    return known if known.hashes == _PROBE else None


def footing_row(known: Footing) -> Row:
    """The row of a footing."""
    return {"name": _NAME, "packed": json.dumps(asdict(known)).encode()}


def step(connection: Connection, known: Footing, *, since: int, next_report: int, next_strand: int) -> None:
    """Set the footing after so many reports more."""
    moved = replace(known, since=known.since + since, next_report=next_report, next_strand=next_strand)
    connection.execute(delete(tables.kept_words).where(tables.kept_words.c.name == _NAME))
    connection.execute(insert(tables.kept_words), [footing_row(moved)])


def changed(connection: Connection, linked: int) -> tuple[str, ...]:
    """The reports that were added or read again after a revision, sorted."""
    c = tables.report_change.c
    return tuple(connection.execute(select(c.report).where(c.revision > linked).order_by(c.report)).scalars())


def forget(connection: Connection) -> None:
    """Take out all that was kept."""
    for table in _KEPT:
        connection.execute(delete(table))
