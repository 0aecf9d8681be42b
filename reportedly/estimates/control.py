"""Claims and holdings of one place in, its history out: who is said to have taken, held or lost it, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.claims.where.portion import PART
from reportedly.model.claim import Claim
from reportedly.model.control import PARTIES, Hold, Holding, Holds, Stand
from reportedly.model.reading import Interval, Who
from reportedly.model.words import Happening, Stance

_DOERS: Mapping[Happening, Hold] = {
    Happening.TERRITORY_GAINED: Hold.GAINS,
    Happening.TERRITORY_LOST: Hold.GAINS,  # lost to them
    Happening.ADVANCE: Hold.ENTERS,
    Happening.WITHDRAWAL: Hold.LEAVES,
    Happening.SIEGE: Hold.BESIEGES,
}
_LOSERS = frozenset({Happening.TERRITORY_GAINED, Happening.TERRITORY_LOST})
"""Kinds whose target is said to lose the ground."""

GROUND = tuple(_DOERS)
"""The kinds of happenings that change who holds ground."""

_AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})
_HAVING = frozenset({Hold.HOLDS, Hold.GAINS})

FRESH = timedelta(days=30)
"""How long a party's last word for holding a place stands beside a later one for another party."""


class Holder(NamedTuple):
    """A party said to hold a place: since when, as of when it was last said, by how many voices, whether of a part
    only, and whose side it is on."""

    name: str
    since: date | None
    as_of: date | None
    voices: int
    partly: bool
    party: str


def history(claims: Iterable[Claim], holdings: Iterable[tuple[str, Holding]]) -> tuple[Stand, ...]:
    """What is told of one place, by day, what nothing dates last. ``holdings`` come with the id of their report."""
    stands = [stand for claim in claims if claim.place for stand in _changes(claim)]
    stands += [_state(report, holding) for report, holding in holdings]
    return tuple(sorted(_distinct(stands), key=_order))


def holders(stands: Iterable[Stand]) -> tuple[Holder, ...]:
    """The parties last said to hold the place, the latest word first. Who was said to lose it later is left out, and
    so is whom a later word for another party puts into the past. The forces of one side are one party."""
    by_party: dict[str, list[Stand]] = {}
    lost: dict[str, date] = {}
    for stand in stands:
        if stand.stance in _AGAINST:
            continue
        if stand.state in _HAVING:
            by_party.setdefault(_party(stand), []).append(stand)
        elif stand.state in {Hold.LOSES, Hold.LEAVES} and (day := _last(stand)):
            lost[_party(stand)] = max(day, lost.get(_party(stand), day))
    held = {party: own for party, own in by_party.items() if not _gone(own, lost.get(party))}
    found = [_holder(own) for party, own in held.items() if not _overtaken(party, held)]
    return tuple(sorted(found, key=lambda h: (-(h.as_of or date.min).toordinal(), h.name)))


def _overtaken(party: str, held: Mapping[str, list[Stand]]) -> bool:
    """Whether another party was flatly said to take the whole place after this one was last said to have it, or to
    hold the whole of it long after."""
    last = _last_had(held[party])
    others = (stand for other, own in held.items() if other != party for stand in own)
    return last is not None and any(_puts_into_past(stand, last) for stand in others)


def _puts_into_past(stand: Stand, last: date) -> bool:
    if stand.partly or stand.stance is Stance.ALLEGES or stand.days is None or stand.days.start is None:
        return False
    if stand.state is Hold.GAINS:
        return stand.days.start > last
    return (_last(stand) or date.min) >= last + FRESH


def known_by(stand: Stand) -> date | None:
    """The day from which a statement counts on a map: a change from its last possible day, a state from its first."""
    if stand.days is None:
        return None
    return (_last(stand) or stand.days.start) if stand.claim is not None else (stand.days.start or _last(stand))


def held_on(stands: Iterable[Stand], day: date) -> tuple[Holds, ...]:
    """Who is said to hold a place on a day, by what is told of that day and those before; the latest word first."""
    told = [stand for stand in stands if (known := known_by(stand)) is not None and known <= day]
    return tuple(_holds(holder, told) for holder in holders(told))


def _holds(holder: Holder, told: Iterable[Stand]) -> Holds:
    own = [s for s in told if _party(s) == holder.party and s.state in _HAVING and s.stance not in _AGAINST]
    latest = max(own, key=_order)
    return Holds(
        name=holder.name,
        since=holder.since,
        as_of=holder.as_of,
        partly=holder.partly,
        stance=latest.stance,
        origin=latest.chain[-1].name if latest.chain else None,
        report=latest.report,
        claim=latest.claim,
        party=holder.party,
    )


def contested(holders: Iterable[Holds]) -> bool:
    """Whether more than one party is said to hold the place. An army and its state's other forces are one."""
    return len({holder.party for holder in holders}) > 1


def _changes(claim: Claim) -> Iterator[Stand]:
    doing = _DOERS.get(claim.happening)
    if doing is not None:
        yield from (_stand(claim, doing, who) for who in claim.perpetrators if who.kind in PARTIES)
    if claim.happening in _LOSERS:
        yield from (_stand(claim, Hold.LOSES, who) for who in claim.targets if who.kind in PARTIES)


def _distinct(stands: Iterable[Stand]) -> Iterator[Stand]:
    """One of what a report says twice in the same chain."""
    seen: set[tuple[object, ...]] = set()
    for stand in stands:
        key = (stand.report, stand.holder, stand.state, stand.days, stand.chain, stand.stance, stand.partly)
        if key not in seen:
            seen.add(key)
            yield stand


def _stand(claim: Claim, state: Hold, who: Who) -> Stand:
    assert claim.place is not None
    return Stand(
        report=claim.report,
        span=claim.span,
        text=claim.happening.value,
        state=state,
        holder=who.name,
        actor_id=who.actor_id,
        place=claim.place.name,
        days=claim.days,
        chain=claim.chain,
        stance=claim.stance,
        claim=claim.id,
        partly=any(note.field == PART for note in claim.notes),
        side=who.side,
    )


def _state(report: str, holding: Holding) -> Stand:
    return Stand(
        report=report,
        span=holding.span,
        text=holding.text,
        state=holding.state,
        holder=holding.holder.name,
        actor_id=holding.holder.actor_id,
        place=holding.place.name,
        days=_told(holding),
        chain=holding.chain,
        stance=holding.stance,
        partly=holding.partly,
        side=holding.holder.side,
    )


def _told(holding: Holding) -> Interval | None:
    """From the day since when the state lasts, or the day of the telling, up to the telling."""
    since = holding.since.start if holding.since else None
    if holding.as_of is None:
        return Interval(since, None) if since else None
    return Interval(min(since or holding.as_of, holding.as_of), holding.as_of + timedelta(days=1))


def _holder(own: list[Stand]) -> Holder:
    latest = max(own, key=_order)
    starts = [s.days.start for s in own if s.days and s.days.start]
    return Holder(
        name=latest.holder,
        since=min(starts, default=None),
        as_of=_last(latest),
        voices=len({s.chain[-1].name if s.chain else None for s in own}),
        partly=latest.partly,
        party=_party(latest),
    )


def _party(stand: Stand) -> str:
    return stand.side or stand.actor_id or stand.holder


def _gone(own: list[Stand], lost: date | None) -> bool:
    """Whether the party was said to lose the place on a day after it was last said to have it."""
    last = _last_had(own)
    return lost is not None and last is not None and last < lost


def _last_had(own: Iterable[Stand]) -> date | None:
    """The last day on which a party was said to have the place."""
    return max((day for stand in own if (day := _last(stand))), default=None)


def _last(stand: Stand) -> date | None:
    return stand.days.end - timedelta(days=1) if stand.days and stand.days.end else None


def _order(stand: Stand) -> tuple[bool, date, date, str, int]:
    start = stand.days.start if stand.days else None
    last = _last(stand)
    return last is None and start is None, last or start or date.max, start or date.min, stand.report, stand.span.start
