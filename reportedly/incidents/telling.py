"""Two claims of one report in, what the report's own telling adds for or against their being one happening out.

Between reports only what is said counts. Within one, how it is told counts too: what follows what, which voice goes
on, which sentence was completed from which, what is told as long past.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from reportedly.incidents.aspects import Aspect, killed_by, number_of, of_killed, voice_of
from reportedly.incidents.days import WEEK, Days, too_far
from reportedly.incidents.features import Weights
from reportedly.incidents.grouping import Pair
from reportedly.incidents.sketches import Sketch
from reportedly.model.claim import Claim
from reportedly.model.reading import HowMany
from reportedly.model.words import Happening

LONG_PAST = -3.0
"""A day long past beside the news."""
PARTS = 5.0
"""Counts that add up to a total given beside them."""
ONE_LIFE = 4.0
"""One named person's death, or capture, told twice."""
OTHER_LIVES = -4.0
"""Two named people, each said to have been abducted."""
_UNLIKE = -4.0  # one voice, two counts of the same people
_OTHER_DAY = -2.0  # one report that tells two days apart means two days
_OTHER_BOUND = -1.5  # what had happened by Sunday is hardly the news of Thursday, where neither has a day
_GRACE = 2  # days
_OTHER_PLACE = -1.0  # one report that names two places means two places
_OTHER_TOLL = -1.5  # two kinds of happening, each with its own dead
_UNKIN = -2.0  # kinds that share no family
_OTHER_DEED = -3.0  # what is set on fire beside people that are harmed
_TALLY = -3.0  # a running total and a toll are two matters
_UNSAID = (0.0, 0.8, 1.5)  # a sentence leaves out the day or the place, or both: it goes on with what was told
_COMPLETED = 1.5  # one sentence was completed from the other
_NEAR = 0.4  # sentences that follow each other
_SAME_VOICE = 0.6  # … and are told by one source, which goes on
_FEWEST = 3  # a total of fewer is told in no parts
_NEARLY = 1.5  # times; a count that much higher may be the later one
_MANY = 10  # from which on a count of one group is made up by no accident
_MOST_PARTS = 8  # counts tried as parts of one total
_LONG_AGO = 60  # days
_LATE = 31  # days
_WEEK = 10  # days, the widest stretch that can be told apart from another


def telling(left: Aspect, right: Aspect, weights: Weights, *, next_to: bool) -> float:
    """What one report's own telling adds: a sentence without day and place speaks of what the report is about; days,
    tallies and counts are kept apart."""
    added = _UNSAID[max(left.unsaid, right.unsaid)] + _days_told(left.said, right.said)
    if weights.place < -0.5:
        added += _OTHER_PLACE
    if (
        weights.family < _UNKIN
        and left.claim.span.touches(right.claim.span)
        and Happening.ARREST in (left.claim.happening, right.claim.happening)
    ):
        added -= weights.words + weights.names + weights.retold  # "held for the murder of": its words join nothing
    if left.sets_fire is not right.sets_fire and left.harms is not right.harms:
        added += _OTHER_DEED
    if (left.only_tallies and right.counts) or (right.only_tallies and left.counts):
        added += _TALLY
    if left.exact and right.exact and left.voice == right.voice and _two_counts(left, right):
        added += _UNLIKE
    if left.claim.happening is not right.claim.happening and _killed_differ(left, right):
        accounts = weights.family > 0 and _two_accounts(left, right)
        added += 0.0 if accounts else _OTHER_TOLL
    if next_to:
        added += _NEAR + (_SAME_VOICE if _goes_on(left, right) else 0.0)
    if left.said.kinds == right.said.kinds and completed(left, right):
        added += _COMPLETED
    return added


def _days_told(a: Sketch, b: Sketch) -> float:
    """Days that one report tells apart, or bounds where it gives no day."""
    if a.days and b.days:
        short = a.days.width <= _WEEK and b.days.width <= _WEEK
        return _OTHER_DAY if short and (a.days.last < b.days.first or b.days.last < a.days.first) else 0.0
    if a.days or b.days or a.until is None or b.until is None:
        return 0.0
    return _OTHER_BOUND if abs(a.until - b.until) > _GRACE else 0.0


def completed(left: Aspect, right: Aspect) -> bool:
    """Whether the reader completed one of the two sentences from the other, as sentences of one story."""
    return right.claim.span in left.taken_from or left.claim.span in right.taken_from


def _goes_on(left: Aspect, right: Aspect) -> bool:
    """Whether one source, not the outlet itself, tells both."""
    return len(left.claim.chain) > 1 and left.voice == right.voice


def _two_counts(left: Aspect, right: Aspect) -> bool:
    """Whether both count the same people exactly and differently ("eight people", then "six people")."""
    pairs = [(a, b) for a in left.exact for b in right.exact if a.measure is b.measure and _same_people(a, b)]
    return bool(pairs) and all(a.best != b.best for a, b in pairs)


def _killed_differ(left: Aspect, right: Aspect) -> bool:
    ours, theirs = left.killed, right.killed
    return ours is not None and theirs is not None and ours != theirs and min(ours, theirs) > 1


def _two_accounts(left: Aspect, right: Aspect) -> bool:
    """Whether two sources that are named each give a count of their own."""
    named = [one.claim.chain[-1] for one in (left, right) if len(one.claim.chain) > 1]
    named = [link for link in named if link.name and not link.anonymous]
    return len(named) == 2 and left.voice != right.voice


def _same_people(left: HowMany, right: HowMany) -> bool:
    """Whether both count one group, by its last word; single people and unnamed groups are told in passing."""
    if left.part_of is not None or right.part_of is not None or 1 in (left.best, right.best):
        return False
    return bool(_head(left.whom)) and _head(left.whom) == _head(right.whom)


def may_count_one(left: Claim, right: Claim) -> bool:
    """Whether both count losses of one kind in numbers near each other; "at least ten" is no count of 245."""
    return any(
        a.measure is b.measure and 0 < max(number_of(a), number_of(b)) <= _NEARLY * min(number_of(a), number_of(b))
        for a in left.tolls
        for b in right.tolls
    )


def _head(whom: str | None) -> str:
    return whom.casefold().split()[-1] if whom and whom.split() else ""


def sums(ordered: Sequence[Claim], far: Set[Pair] = frozenset()) -> Iterable[Pair]:
    """Pairs (total, part): claims whose killed add up to the killed of another, by one voice; or to one of its counts,
    where they count the same people ("120 fighters" are the 80 fighters at the post and the 40 in the town). What lies
    ``far`` from the place of the total is mostly no part of it, whatever the numbers come to."""
    killed, voices = [killed_by(claim) for claim in ordered], [voice_of(claim) for claim in ordered]
    for place, total in enumerate(killed):
        if total is None or total < _FEWEST:
            continue
        told = [n for n, voice in enumerate(voices) if n != place and voice == voices[place]]
        away = {n for n in told if (min(place, n), max(place, n)) in far}
        yield from _adding_up(place, total, {n: killed[n] or 0 for n in told}, away)
        for toll in ordered[place].tolls:
            if of_killed(toll) and toll.part_of is None and number_of(toll) >= _MANY:
                yield from _adding_up(place, number_of(toll), {n: _counted_too(toll, ordered[n]) for n in told}, away)


def _adding_up(place: int, total: int, counts: Mapping[int, int], away: Set[int]) -> Iterable[Pair]:
    """The total beside each claim whose count is one of two to four that make it up. Those that lie ``away`` from its
    place make it up only together, and told right after it: then it was told from the capital."""
    parts = [n for n, count in counts.items() if 0 < count < total][:_MOST_PARTS]
    for size in (2, 3, 4):
        for found in combinations(parts, size):
            if sum(counts[n] for n in found) == total and (away.isdisjoint(found) or _enlarged_on(place, found, away)):
                yield from ((min(place, n), max(place, n)) for n in found)


def _enlarged_on(place: int, parts: Sequence[int], away: Set[int]) -> bool:
    """Whether the parts all lie away from the total and are the claims that follow it."""
    return away >= set(parts) and place < min(parts) and max(parts) <= place + len(parts)


def _counted_too(toll: HowMany, claim: Claim) -> int:
    """How many of the people of a count the claim counts as killed."""
    return max((number_of(t) for t in claim.tolls if of_killed(t) and _same_people(toll, t)), default=0)


def background(said: Sequence[Sketch]) -> list[bool]:
    """Which claims tell of days long past, in a report that also dates something late. A report that dates nothing
    late (of a trial, of an anniversary) is about the past, and nothing in it is background."""
    ages = [_age(one) for one in said]
    late = any(age is not None and age <= _LATE for age in ages)
    return [late and age is not None and age > _LONG_AGO for age in ages]


def _age(one: Sketch) -> int | None:
    """Days from the last day told to the day of print."""
    return None if one.days is None or one.published is None else one.published - one.days.last


def days_apart(a: Sketch, b: Sketch) -> bool:
    """Whether one report tells the two of days that cannot be one: two days or weeks that do not meet, or a day after
    the one that the other is bounded by ("had been killed the day before")."""
    if a.days is not None and b.days is not None:
        return max(a.days.width, b.days.width) <= _WEEK and (a.days.last < b.days.first or b.days.last < a.days.first)
    dated, other = (a, b) if a.days is not None else (b, a)
    return dated.days is not None and other.until is not None and dated.days.first > other.until


def weeks_apart(a: Sketch, b: Sketch) -> bool:
    """Whether more than a week lies between the days of two claims of one report, or between the day of the one and
    the last day that the other leaves open ("killed in March" beside a strike of October)."""
    if a.days is not None and b.days is not None:
        return too_far(a.spread, b.spread) or _stretch_apart(a.days, b.days)
    dated, other = (a, b) if a.days is not None else (b, a)
    return dated.spread is not None and other.until is not None and dated.spread.last - other.until > WEEK


def _stretch_apart(one: Days, two: Days) -> bool:
    """Whether a month or a year that is told of ended more than a week before the other's days began ("in June" beside
    a raid of 12 August)."""
    return max(one.first - two.last, two.first - one.last) > WEEK
