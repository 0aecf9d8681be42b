"""The claims of one origin in, the figure it last gave of one measure out: parts added up or set inside their total,
running tallies and attackers left out, earlier counts superseded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from reportedly.estimates.accounts import at_one_time_and_place
from reportedly.estimates.count import Count, Worth, added, together
from reportedly.estimates.counts import Sheet
from reportedly.model.claim import Claim
from reportedly.model.words import Stance

SUPERSEDED = "the same origin"
"""Words that mark a count set aside for a later one of its own origin."""


Told = tuple[Claim, Sequence[Count]]


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
    report: str = ""  # the one it stands in
    doers: int = 0  # how many of those counted died by their own hand, or are called the ones who did it

    @property
    def number(self) -> int | None:
        """The one number that stands for the figure: the best, else the floor, else the ceiling."""
        if self.best is not None:
            return self.best
        return self.low if self.low is not None else self.high


def figure(
    origin: str,
    claims: Sequence[Claim],
    told: Sheet,
    published: Mapping[str, date],
    *,
    sums_up: bool = False,
) -> Figure | None:
    """The last figure of an origin, or ``None`` where it gave none.

    Of several reports the latest counts; of one day's the highest, since tolls rise as bodies are found. A later, lower
    count of something else (another day, another place, some of them) takes nothing back. ``sums_up`` says that the
    origin is an outlet's own voice, whose first count of all sums up what the report goes on to tell.
    """
    aside = [(claim.id, why) for claim in claims for why in told.aside.get(claim.id, ())]
    by_report: dict[str, list[Told]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.span.start, c.span.end, c.id)):
        if claim.id in told.counts:
            by_report[claim.report].append((claim, told.counts[claim.id]))
    totals = {report: _total(pairs, sums_up=sums_up) for report, pairs in by_report.items()}
    if not totals:
        return None
    if all(claim.stance is Stance.DOUBTS for pairs in by_report.values() for claim, _ in pairs):
        return _doubted(origin, by_report, aside)
    last = _last(by_report, totals, published)
    day, kept = published.get(last, date.min), totals[last]
    for report, total in sorted(totals.items()):
        if report != last and total.number != kept.number:
            told_on = published.get(report, date.min)
            when = "on the same day" if told_on == day else "later"
            why = f"{total.number}, which {SUPERSEDED} {when} put at {kept.number}"
            why = f"{total.number}, of something else than the {kept.number}" if told_on > day else why
            aside += [(claim.id, why) for claim, _ in by_report[report]]
    return Figure(
        origin=origin,
        low=kept.low,
        best=kept.best,
        high=kept.high,
        claims=_resting(by_report, totals, kept),
        set_aside=tuple(aside),
        text=kept.text,
        total=kept.everyone,
        report=last,
        doers=kept.doers,
    )


def _last(by_report: Mapping[str, Sequence[Told]], totals: Mapping[str, Count], published: Mapping[str, date]) -> str:
    """The report whose count stands: the latest, unless that is lower and not of all that an earlier one counts."""
    order = sorted(totals, key=lambda report: (published.get(report, date.min), totals[report].number, report))
    last = order[-1]
    for report in reversed(order[:-1]):
        earlier, later = totals[report], totals[last]
        if earlier.number > later.number and not _takes_back(by_report[report], earlier, by_report[last], later):
            last = report
    return last


def _takes_back(before: Sequence[Told], earlier: Count, after: Sequence[Told], later: Count) -> bool:
    """Whether a later count is of the same losses as an earlier, higher one: of all of them, and of no other day or
    place."""
    if earlier.everyone and not later.everyone:
        return False
    return any(at_one_time_and_place(one, other) for one, _ in before for other, _ in after)


def _resting(by_report: Mapping[str, Sequence[Told]], told: Mapping[str, Count], kept: Count) -> tuple[str, ...]:
    """The claims that give the figure itself; where it is a sum over claims, all of them."""
    pairs = [pair for report in by_report if told[report].number == kept.number for pair in by_report[report]]
    whole = [claim.id for claim, counts in pairs if together(counts).number == kept.number]
    return tuple(sorted(whole or [claim.id for claim, _ in pairs]))


def _doubted(origin: str, by_report: Mapping[str, Sequence[Told]], aside: Sequence[tuple[str, str]]) -> Figure:
    """A count that its own teller doubts ("never confirmed"): none may have died, or all."""
    flat = [(claim, count) for pairs in by_report.values() for claim, counts in pairs for count in counts]
    most = max((count for _, count in flat), key=lambda count: count.size)
    ids = tuple(sorted(claim.id for claim, _ in flat))
    return Figure(origin, 0, None, most.number, ids, tuple(aside), most.text)


def _total(pairs: Sequence[Told], *, sums_up: bool) -> Count:
    """What the origin counts in one report: the largest of its claims, or the first where an outlet sums up; two
    groups are added up where no total is given."""
    sums = [together(own) for _, own in pairs]
    if sums_up:
        return _filled(sums)
    largest = _floored(max(sums, key=lambda count: count.size), sums)
    flat = [count for _, own in pairs for count in own]
    told_of = any(count.worth is Worth.SINGLE for count in flat)  # "a boy", and in another sentence "the child"
    if (
        told_of
        or any(count.everyone for count in flat)
        or len(pairs) != 2
        or len(flat) != 2
        or not all(count.words for count in flat)  # those of a list of names may be told of twice
        or flat[0].words & flat[1].words
        or flat[0].number == flat[1].number  # "five guards", and in another sentence "the five soldiers"
    ):
        return largest
    return added(flat)  # "22 children", and in another sentence "six teachers"


def _floored(largest: Count, sums: Sequence[Count]) -> Count:
    """A count that is only a ceiling ("as many as 30 may have died"), above what the origin counts without one."""
    if largest.low is not None or largest.best is not None:
        return largest
    counted = [count for count in sums if count.everyone and (count.low is not None or count.best is not None)]
    if not counted:
        return largest
    under = max(counted, key=lambda count: count.size)
    return under._replace(high=largest.high)


def _filled(sums: Sequence[Count]) -> Count:
    """The first count of all the victims, the ends that it leaves open closed by the counts that the outlet goes on to
    tell: "up to 20 others", and then "17 others", is 17 to 20; "at least four", and then "five", is four to five."""
    at = next((n for n, count in enumerate(sums) if count.everyone), 0)
    first = sums[at]
    later = [count.number for count in sums[at + 1 :] if count.everyone]
    floor = first.low if first.low is not None else min((n for n in later if n <= first.number), default=None)
    ceiling = first.high if first.high is not None else max((n for n in later if n > first.number), default=None)
    return first._replace(low=floor, high=ceiling)
