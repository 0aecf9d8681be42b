"""A ledger's incidents and the path of another dataset's file in, the two compared out.

What only one of the two covers says nothing of the other: events are missing or extra only within the days and the
countries that both cover.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reportedly.model.claim import Issue
from reportedly.model.rival import (
    Against,
    Agreement,
    Counterpart,
    Cover,
    Event,
    Field,
    Scheme,
    Standing,
    Tallied,
)
from reportedly.rivals import ours as coding
from reportedly.rivals.cells import Cells, UnreadableError
from reportedly.rivals.covers import Span, both, within
from reportedly.rivals.headers import NAMES, Header
from reportedly.rivals.matching import Pair, pairs
from reportedly.rivals.rows import Numbered, opened
from reportedly.rivals.theirs import Known, event_of

Told = Callable[[int], None]
"""Is told how many rows are read."""

_MOST_ISSUES = 1000
"""Issues that are kept one by one; the others are counted."""

_OUTSIDE = "theirs: outside of the days or countries that the ledger covers"
_BEYOND = "ours: outside of the days or countries that both cover"
_UNREAD = "theirs: rows that cannot be read"
_DEMONSTRATIONS = "theirs: protests and riots, which a ledger does not record"
_PROTESTS = ("protests", "riots")
"""How ACLED's event types begin that are demonstrations (older releases: "Riots/Protests")."""


@dataclass(slots=True, kw_only=True)
class _Reading:
    """Their file while it is read."""

    name: str
    issues: list[Issue] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)
    cover: Span = field(default_factory=Span)
    strange: set[str] = field(default_factory=set)
    kept: list[Event] = field(default_factory=list)
    rows: int = 0


def compare(
    held: coding.Held,
    path: Path,
    known: Known,
    printed: tuple[date | None, date | None],
    *,
    days: int,
    km: float,
    told: Told,
) -> Against:
    """The comparison. ``printed`` are the first and last day on which reports of the ledger were published. Raises
    InputError where the file is of neither dataset."""
    with opened(path) as (head, rows):
        reading = _Reading(name=path.name, issues=list(_lacking(head, path.name)))
        mine = tuple(_mine(held, head.scheme, known, reading.left))
        cover = Span.of(mine).bounded(printed)
        found = pairs(mine, _theirs(rows, head, known, reading, cover, told), days=days, km=km)
    shared = both(cover, reading.cover)
    counterparts = tuple(sorted(_counterparts(mine, found, reading, shared), key=_order))
    return Against(
        counterparts=counterparts,
        tallied=_tallied(head.scheme, counterparts, reading, len(mine), shared, days, km),
        issues=tuple(reading.issues),
    )


def _mine(held: coding.Held, scheme: Scheme, known: Known, left: Counter[str]) -> Iterator[Event]:
    for incident in held.incidents():
        event = coding.event_of(scheme, incident, held, known)
        if isinstance(event, str):
            left[f"ours: {event}"] += 1
        else:
            yield event


def _theirs(
    rows: Iterable[Numbered], head: Header, known: Known, reading: _Reading, cover: Span, told: Told
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
            reading.left[_OUTSIDE] += 1
        yield event


def _event(row: Numbered, head: Header, known: Known, reading: _Reading) -> Event | None:
    """The event of a row, or an issue with its line and how to mend it."""
    if row.fault:
        _complain(reading, row.line, row.fault, row.mend)
    if not row.whole:
        reading.left[_UNREAD] += 1
        return None
    try:
        return event_of(head.scheme, Cells(row.cells, head.at), row.line, known)
    except UnreadableError as error:
        _complain(reading, row.line, error.what, error.mend)
        reading.left[_UNREAD] += 1
        return None


def _complain(reading: _Reading, line: int, what: str, mend: str) -> None:
    if len(reading.issues) < _MOST_ISSUES:
        where = f"{reading.name}:{line}"
        reading.issues.append(Issue(code="rival-row", message=f"{where}: {what}", report=where, hint=mend))


def _wonder(event: Event, reading: _Reading) -> None:
    """Tells once of a country that no list knows."""
    if event.country and not event.country_code and event.country not in reading.strange:
        reading.strange.add(event.country)
        what = f"no code is known for the country {event.country!r}: its events are compared with those of any country"
        mend = "add a gazetteer that has the country (kind A.PCLI), or a line to vocab/places/countries.yml"
        reading.issues.append(
            Issue(code="rival-country", message=f"{reading.name}:{event.line}: {what}", report=reading.name, hint=mend)
        )


def _lacking(head: Header, name: str) -> Iterator[Issue]:
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


def _counterparts(
    mine: Iterable[Event], found: Iterable[Pair], reading: _Reading, shared: Cover
) -> Iterator[Counterpart]:
    kept = {event.line for event in reading.kept}
    met_ours: set[str] = set()
    met_theirs: set[int | None] = set()
    for pair in found:
        met_ours.add(pair.ours.id)
        met_theirs.add(pair.theirs.line)
        reading.left[_OUTSIDE] -= pair.theirs.line not in kept
        yield Counterpart(
            standing=Standing.MATCHED,
            ours=pair.ours,
            theirs=pair.theirs,
            gaps=pair.weighed.gaps,
            score=pair.weighed.score,
            why=pair.weighed.why,
        )
    for event in reading.kept:
        if event.line not in met_theirs:
            yield Counterpart(standing=Standing.MISSING, ours=None, theirs=event)
    for event in mine:
        if event.id in met_ours:
            continue
        if event.barred:
            reading.left[f"ours: {event.barred}"] += 1
        elif not within(event, shared):
            reading.left[_BEYOND] += 1
        else:
            yield Counterpart(standing=Standing.EXTRA, ours=event, theirs=None)


def _shared(one: Counterpart, cover: Cover) -> bool:
    """Whether both events of a pair lie in what both datasets cover."""
    return all(within(event, cover) for event in (one.ours, one.theirs) if event is not None)


def _order(one: Counterpart) -> tuple[date, int, str, int]:
    """By day; what is matched first, then what is missing, then what is extra."""
    event = one.ours or one.theirs
    assert event is not None
    line = one.theirs.line or 0 if one.theirs else 0
    return event.first, list(Standing).index(one.standing), event.id, line


def _tallied(
    scheme: Scheme, found: tuple[Counterpart, ...], reading: _Reading, ours: int, cover: Cover, days: int, km: float
) -> Tallied:
    count = Counter(one.standing for one in found)
    gaps = [gap for one in found for gap in one.gaps if gap.agrees is not None]
    stated, agreeing = Counter(gap.field for gap in gaps), Counter(gap.field for gap in gaps if gap.agrees)
    return Tallied(
        scheme=scheme,
        days=days,
        km=km,
        theirs_read=reading.rows - reading.left[_UNREAD],
        ours_read=ours,
        both=cover,
        matched=count[Standing.MATCHED],
        beyond=sum(not _shared(one, cover) for one in found if one.standing is Standing.MATCHED),
        missing=count[Standing.MISSING],
        extra=count[Standing.EXTRA],
        agreements=tuple(Agreement(field=f, agree=agreeing[f], both=stated[f]) for f in Field if stated[f]),
        left_out=tuple(sorted((reason, number) for reason, number in reading.left.items() if number)),
    )
