"""Incidents, or rows of cells, in, a small table of HTML for a notebook out.

Names and titles come from reports, which anybody can have written: every text is escaped, and stands in ``<bdi>``, so
that letters that run from right to left turn nothing beside them around. No script, no style from outside, no link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING

from reportedly.model.disputes import disputes

if TYPE_CHECKING:
    from reportedly.model.incident import Estimate, Incident, Origin
    from reportedly.model.reading import Interval, Who

_LONGEST = 300
"""Letters of a cell that are shown."""

_SHORT = 12
_UNBROKEN, _LEFT = " style='white-space:nowrap'", "style='text-align:left'"


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], *, note: str = "") -> str:
    """A table: lists are joined, what is not known is empty."""
    top = "".join(f"<th>{_text(head.replace('_', ' '))}</th>" for head in heads)
    body = "".join(f"<tr>{''.join(_cell(_words(cell)) for cell in row)}</tr>" for row in rows)
    under = f"<caption style='caption-side:bottom'>{_text(note)}</caption>" if note else ""
    return f"<table>{under}<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def incident_html(incident: Incident) -> str:
    """An incident: what, when, where, who, every toll as a range, each origin with its reason, what is contradicted."""
    place = incident.place
    where = f"{place.name}{f', {place.country}' if place.country else ''}" if place else "?"
    lines = [
        ("when", _days(incident.days)),
        ("where", where),
        ("by", _names(incident.perpetrators)),
        ("against", _names(incident.targets)),
        *((estimate.measure.value, _range(estimate)) for estimate in incident.estimates),
        *(("origin", _origin(origin)) for origin in incident.origins),
        *(("not counted", _origin(origin)) for origin in incident.uncounted),
        *((f"contradicted ({found.kind.value})", found.text) for found in disputes(incident.contradictions)),
        ("grade", f"{incident.grade.value}: {incident.grade_reason}"),
        ("reports", ", ".join(incident.reports)),
    ]
    head = f"<b>{_text(incident.happening.value)}</b> {_text(incident.id)}"
    body = "".join(f"<tr><th {_LEFT}>{_text(name)}</th><td {_LEFT}>{_text(told)}</td></tr>" for name, told in lines)
    return f"<div>{head}<table><tbody>{body}</tbody></table></div>"


def _text(words: str) -> str:
    """Words as text and nothing else."""
    cut = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return f"<bdi>{escape(cut)}</bdi>"


def _cell(words: str) -> str:
    """A cell; what is short stays on one line: ids, days, numbers."""
    return f"<td{_UNBROKEN if len(words) <= _SHORT else ''}>{_text(words)}</td>"


def _words(cell: object) -> str:
    if cell is None:
        return ""
    return "; ".join(map(str, cell)) if isinstance(cell, list | tuple) else str(cell)


def _days(days: Interval | None) -> str:
    if days is None:
        return "?"
    first, last = days.start, days.end and days.end - timedelta(days=1)
    if first == last:
        return str(first)
    return f"by {last}" if first is None else f"from {first}" if last is None else f"{first} – {last}"


def _names(actors: Iterable[Who]) -> str:
    return "; ".join(dict.fromkeys(who.name for who in actors)) or "?"


def _range(estimate: Estimate) -> str:
    """ "12 (10–19)", with "?" for an end that nobody told."""
    low, best, high = ("?" if n is None else str(n) for n in (estimate.low, estimate.best, estimate.high))
    return f"{best} ({low}–{high})"


def _origin(origin: Origin) -> str:
    return f"{origin.name} ({origin.role.value}, claims: {len(origin.claims)}): {origin.reason}"
