"""The rows of another dataset's file in, its events one at a time out; what cannot be read becomes an issue.

Nothing stops for a row: its line, what is wrong and how to mend it are kept, and the next row is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from reportedly.model.claim import Issue
from reportedly.model.rival import Event
from reportedly.rivals.cells import Cells, UnreadableError
from reportedly.rivals.covers import Span, within
from reportedly.rivals.headers import NAMES, Header
from reportedly.rivals.rows import Numbered
from reportedly.rivals.theirs import Known, event_of

Told = Callable[[int], None]
"""Is told how many rows are read."""

_MOST_ISSUES = 1000
"""Issues that are kept one by one; the others are counted."""

OUTSIDE = "theirs: outside of the days or countries that the ledger covers"
UNREAD = "theirs: rows that cannot be read"
_DEMONSTRATIONS = "theirs: protests and riots, which a ledger does not record"
_PROTESTS = ("protests", "riots")
"""How ACLED's event types begin that are demonstrations (older releases: "Riots/Protests")."""


@dataclass(slots=True, kw_only=True)
class Reading:
    """Their file while it is read."""

    name: str
    issues: list[Issue] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    cover: Span = field(default_factory=Span)
    strange: set[str] = field(default_factory=set)
    kept: list[Event] = field(default_factory=list)
    rows: int = 0


def events(
    rows: Iterable[Numbered], head: Header, known: Known, reading: Reading, cover: Span, told: Told
) -> Iterator[Event]:
    """Their events; those that lie in what the ledger covers are kept, since they may turn out to be missing."""
    for row in rows:
        reading.rows += 1
        told(reading.rows)
        event = _event(row, head, known, reading)
        if event is None:
            continue
        reading.cover.add(event)
        _wonder(event, reading)
        if (event.kind or "").casefold().startswith(_PROTESTS):
            reading.left[_DEMONSTRATIONS] += 1
            continue
        if within(event, cover):
            reading.kept.append(event)
        else:
            reading.left[OUTSIDE] += 1
        yield event


def _event(row: Numbered, head: Header, known: Known, reading: Reading) -> Event | None:
    """The event of a row, or an issue with its line and how to mend it."""
    if row.fault:
        _complain(reading, row.line, row.fault, row.mend)
    if not row.whole:
        reading.left[UNREAD] += 1
        return None
    try:
        return event_of(head.scheme, Cells(row.cells, head.at), row.line, known)
    except UnreadableError as error:
        _complain(reading, row.line, error.what, error.mend)
        reading.left[UNREAD] += 1
        return None


def _complain(reading: Reading, line: int, what: str, mend: str) -> None:
    if len(reading.issues) < _MOST_ISSUES:
        where = f"{reading.name}:{line}"
        reading.issues.append(Issue(code="rival-row", message=f"{where}: {what}", report=where, hint=mend))


def _wonder(event: Event, reading: Reading) -> None:
    """Tells once of a country that no list knows."""
    if event.country and not event.country_code and event.country not in reading.strange:
        reading.strange.add(event.country)
        what = f"no code is known for the country {event.country!r}: its events are compared with those of any country"
        mend = "add a gazetteer that has the country (kind A.PCLI), or a line to vocab/places/countries.yml"
        reading.issues.append(
            Issue(code="rival-country", message=f"{reading.name}:{event.line}: {what}", report=reading.name, hint=mend)
        )


def lacking(head: Header, name: str) -> Iterator[Issue]:
    """What the header lacks for comparing."""
    if head.lacks:
        columns = ", ".join(head.lacks)
        yield Issue(
            code="rival-columns",
            message=f"{name}: columns of {NAMES[head.scheme]} that are missing and not compared: {columns}",
            report=name,
            hint="download the whole table",
        )
    if not head.named:
        yield Issue(
            code="rival-nameless",
            message=f"{name}: there is no line of names; the columns are taken to be those of UCDP GED, in order",
            report=name,
            hint="put the names of the columns into the first line",
        )
