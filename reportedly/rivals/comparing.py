"""A ledger's incidents and the path of another dataset's file in, the two compared out.

What only one of the two covers says nothing of the other: events are missing or extra only within the days and the
countries that both cover.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

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
from reportedly.rivals.covers import Span, both, within
from reportedly.rivals.matching import Pair, pairs
from reportedly.rivals.reading import OUTSIDE, UNREAD, Reading, Told, events, lacking
from reportedly.rivals.rows import opened
from reportedly.rivals.theirs import Known

_BEYOND = "ours: outside of the days or countries that both cover"


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
        reading = Reading(name=path.name, issues=list(lacking(head, path.name)))
        mine = tuple(_mine(held, head.scheme, known, reading.left))
        cover = Span.of(mine).bounded(printed)
        found = pairs(mine, events(rows, head, known, reading, cover, told), days=days, km=km)
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


def _counterparts(
    mine: Iterable[Event], found: Iterable[Pair], reading: Reading, shared: Cover
) -> Iterator[Counterpart]:
    kept = {event.line for event in reading.kept}
    met_ours: set[str] = set()
    met_theirs: set[int | None] = set()
    for pair in found:
        met_ours.add(pair.ours.id)
        met_theirs.add(pair.theirs.line)
        reading.left[OUTSIDE] -= pair.theirs.line not in kept
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
    scheme: Scheme, found: tuple[Counterpart, ...], reading: Reading, ours: int, cover: Cover, days: int, km: float
) -> Tallied:
    count = Counter(one.standing for one in found)
    gaps = [gap for one in found for gap in one.gaps if gap.agrees is not None]
    stated, agreeing = Counter(gap.field for gap in gaps), Counter(gap.field for gap in gaps if gap.agrees)
    return Tallied(
        scheme=scheme,
        days=days,
        km=km,
        theirs_read=reading.rows - reading.left[UNREAD],
        ours_read=ours,
        both=cover,
        matched=count[Standing.MATCHED],
        beyond=sum(not _shared(one, cover) for one in found if one.standing is Standing.MATCHED),
        missing=count[Standing.MISSING],
        extra=count[Standing.EXTRA],
        agreements=tuple(Agreement(field=f, agree=agreeing[f], both=stated[f]) for f in Field if stated[f]),
        left_out=tuple(sorted((reason, number) for reason, number in reading.left.items() if number)),
    )
