"""The claims of one origin in, the figure it last gave of one measure out: parts added up or set inside their total,
running tallies and attackers left out, earlier counts superseded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.reading import HowMany
from reportedly.model.words import Measure, Stance

SUPERSEDED = "the same origin"
"""Words that mark a count set aside for a later one of its own origin."""


class Figure(NamedTuple):
    """What one origin last said: a range, the claims it rests on, and what was set aside on the way and why."""

    origin: str
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]
    set_aside: tuple[tuple[str, str], ...] = ()
    text: str = ""
    total: bool = True  # counts all the victims, not one group of them

    @property
    def number(self) -> int | None:
        """The one number that stands for the figure: the best, else the floor, else the ceiling."""
        return next((n for n in (self.best, self.low, self.high) if n is not None), None)

    @property
    def open_above(self) -> bool:
        """Whether the words set no ceiling ("at least", "dozens")."""
        return self.high is None


class _Count(NamedTuple):
    low: int | None
    best: int | None
    high: int | None
    words: frozenset[str]
    everyone: bool
    text: str

    @property
    def number(self) -> int:
        return next((n for n in (self.best, self.low, self.high) if n is not None), 0)


def figure(
    origin: str,
    claims: Sequence[Claim],
    measure: Measure,
    published: Mapping[str, date],
    counted: Counted,
    attackers: frozenset[str] = frozenset(),
    *,
    policy: str = "ours",
    tally: bool = False,
) -> Figure | None:
    """The last figure of an origin for a measure, or ``None`` where it gave none.

    Of several reports the latest counts; of one day's the highest, since tolls rise as bodies are found. ``tally``
    says that the incident is itself a running total, so that running totals are what is counted.
    """
    aside: list[tuple[str, str]] = []
    by_report: dict[str, list[tuple[Claim, list[_Count]]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        if claim.stance is Stance.DENIES:
            continue
        counts = [
            _count(toll, counted, policy) for toll in _usable(claim, measure, counted, attackers, aside, tally=tally)
        ]
        if counts:
            by_report[claim.report].append((claim, counts))
    told = {report: _total(pairs) for report, pairs in by_report.items()}
    if not told:
        return None
    if all(claim.stance is Stance.DOUBTS for pairs in by_report.values() for claim, _ in pairs):
        return _doubted(origin, by_report, aside)
    last = max(told, key=lambda report: (published.get(report, date.min), told[report].number, report))
    day, kept = published.get(last, date.min), told[last]
    for report, total in sorted(told.items()):
        if report != last and total.number != kept.number:
            when = "on the same day" if published.get(report, date.min) == day else "later"
            why = f"{total.number}, which {SUPERSEDED} {when} put at {kept.number}"
            aside += [(claim.id, why) for claim, _ in by_report[report]]
    resting = _resting(by_report, told, kept)
    return Figure(
        origin=origin,
        low=kept.low,
        best=kept.best,
        high=kept.high,
        claims=resting,
        set_aside=tuple(aside),
        text=kept.text,
        total=kept.everyone,
    )


def _resting(
    by_report: Mapping[str, Sequence[tuple[Claim, Sequence[_Count]]]], told: Mapping[str, _Count], kept: _Count
) -> tuple[str, ...]:
    """The claims that give the figure itself; where it is a sum over claims, all of them."""
    pairs = [pair for report in by_report if told[report].number == kept.number for pair in by_report[report]]
    whole = [claim.id for claim, counts in pairs if _sum(counts).number == kept.number]
    return tuple(sorted(whole or [claim.id for claim, _ in pairs]))


def _doubted(
    origin: str, by_report: Mapping[str, Sequence[tuple[Claim, Sequence[_Count]]]], aside: Sequence[tuple[str, str]]
) -> Figure:
    """A count that its own teller doubts ("never confirmed"): none may have died, or all."""
    flat = [(claim, count) for pairs in by_report.values() for claim, counts in pairs for count in counts]
    most = max((count for _, count in flat), key=_size)
    ids = tuple(sorted(claim.id for claim, _ in flat))
    return Figure(origin, 0, None, most.number, ids, tuple(aside), most.text)


def _usable(
    claim: Claim,
    measure: Measure,
    counted: Counted,
    attackers: frozenset[str],
    aside: list[tuple[str, str]],
    *,
    tally: bool,
) -> Iterable[HowMany]:
    """The tolls of a claim that count this incident's losses."""
    for toll in claim.tolls:
        if toll.measure is not measure or toll.part_of is not None:
            continue
        if toll.cumulative and not tally:
            aside.append((claim.id, f"{toll.text}: a running total, never part of one incident's toll"))
        elif _attacked(toll.whom, counted, attackers):
            aside.append((claim.id, f"{toll.text}: the attackers' own dead"))
        else:
            yield toll


def _attacked(whom: str | None, counted: Counted, attackers: frozenset[str]) -> bool:
    if whom is None:
        return False
    folded = whom.casefold()
    return counted.is_attacker(whom) or any(name in folded for name in attackers)


def _count(toll: HowMany, counted: Counted, policy: str) -> _Count:
    low, best, high = toll.low, toll.best, toll.high
    if low is None and best is None and high is None:
        read = counted.read_into(policy, toll.text)
        low = read if read is not None else (toll.implied[0] if toll.implied else None)
    return _Count(low, best, high, _telling(toll.whom), counted.is_everyone(toll.whom), toll.text)


def _telling(whom: str | None) -> frozenset[str]:
    """The words for those counted, short ones left out."""
    return frozenset(word for word in whom.casefold().split() if len(word) > 3) if whom else frozenset()


def _total(pairs: Sequence[tuple[Claim, Sequence[_Count]]]) -> _Count:
    """What the origin counts in one report: its largest claim, or two groups added up where it gives no total."""
    largest = max((_sum(counts) for _, counts in pairs), key=_size)
    flat = [count for _, counts in pairs for count in counts]
    if any(count.everyone for count in flat) or len(pairs) != 2 or len(flat) != 2 or flat[0].words & flat[1].words:
        return largest
    return _add(flat)  # "22 children", and in another sentence "six teachers"


def _sum(counts: Sequence[_Count]) -> _Count:
    """The counts of one claim: the total if one holds the others, else their sum ("two men and three boys")."""
    if len(counts) == 1:
        return counts[0]
    most = max(counts, key=_size)
    rest = sum(count.number for count in counts) - most.number
    if most.everyone or len({count.words for count in counts}) == 1 or (len(counts) > 2 and rest == most.number):
        return most
    return _add(counts)


def _add(counts: Sequence[_Count]) -> _Count:
    return _Count(
        low=_plus([count.low for count in counts]),
        best=_plus([count.best for count in counts]),
        high=_plus([count.high for count in counts]),
        words=frozenset(),
        everyone=True,
        text=" + ".join(count.text for count in counts),
    )


def _plus(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _size(count: _Count) -> tuple[int, int]:
    return (count.number, (count.best is not None) + (count.high is not None))
