"""The claims of one report in, strands out: groups of claims that speak of one happening.

A report mostly tells of one thing and comes back to it: headline, lead, a witness, a second count. So claims join
unless something holds them apart: another place, another day, another kind, or one voice giving two different counts
of the same people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from reportedly.incidents.features import WITHIN_REPORT, Weights, explain, weigh
from reportedly.incidents.grouping import Pair, group
from reportedly.incidents.silent import lay_silent
from reportedly.incidents.sketches import Sketch, merged, sketch
from reportedly.incidents.wording import Wording
from reportedly.lexicon.linking import Families
from reportedly.model.claim import Claim
from reportedly.model.incident import Comparison
from reportedly.model.reading import HowMany
from reportedly.model.text import Report
from reportedly.model.words import Measure

_UNLIKE = -4.0  # one voice, two counts of the same people
_OTHER_DAY = -2.0  # one report that tells two days apart means two days
_OTHER_PLACE = -1.0  # one report that names two places means two places
_OTHER_TOLL = -1.5  # two kinds of happening, each with its own dead
_TALLY = -3.0  # a running total and a toll are two matters
_PAST = -3.0
_LONG_AGO = 60
_LATE = 31
_PARTS = 5.0  # counts that add up to a total given beside them
_UNSAID = (0.0, 0.8, 1.5)  # a sentence leaves out the day or the place, or both: it goes on with what was told
_COMPLETED = 1.5  # one sentence was completed from the other
_NEAR = 0.4  # sentences that follow each other
_SAME_VOICE = 0.6  # … and are told by one source, which goes on
_MOST_COMPARED = 150  # claims of one report compared with each other; beyond, with the 40 that follow
_WINDOW = 40
_MOST_PARTS = 8  # counts tried as parts of one total


TAKEN_OVER = "code:story"
"""The address of the reader's rule that completes a sentence from its neighbours."""


class Strands(NamedTuple):
    """The strands of a report, each as its claims and its sketch, and the comparisons that joined claims."""

    members: tuple[tuple[Claim, ...], ...]
    sketches: tuple[Sketch, ...]
    comparisons: tuple[Comparison, ...]


def strands(
    claims: Sequence[Claim],
    report: Report | None,
    wording: Wording,
    families: Families,
    *,
    together: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> Strands:
    """The claims of one report, in text order, grouped. Judgements on two of its claims bind."""
    ordered = sorted(claims, key=lambda claim: (claim.span, claim.id))
    singles = [sketch(claim, report, wording) for claim in ordered]
    number = {claim.id: place for place, claim in enumerate(ordered)}
    said = [_said(claim, one) for claim, one in zip(ordered, singles, strict=True)]
    scores, weighed = _scores(ordered, said, wording, families)
    foes = [(number[a], number[b]) for a, b in apart]
    foes2 = [(a, b) for a, b in scores if _days_apart(said[a], said[b])]
    joined = group(
        len(ordered), scores, together=[(number[a], number[b]) for a, b in together], apart=[*foes, *foes2], unseen=-0.5
    )
    groups = lay_silent(joined, ordered, said, scores, families, {claim for pair in foes for claim in pair})
    members = tuple(tuple(ordered[place] for place in places) for places in groups)
    main = _main(members)
    story = wording.stories.get(report.id) if report else None
    home = {claim.id: n for n, strand in enumerate(members) for claim in strand}
    return Strands(
        members=members,
        sketches=tuple(
            merged([singles[place] for place in places], story if n == main else None)
            for n, places in enumerate(groups)
        ),
        comparisons=tuple(_explained(ordered, said, scores, weighed, home)),
    )


def _explained(
    ordered: Sequence[Claim],
    singles: Sequence[Sketch],
    scores: Mapping[Pair, float],
    weighed: Mapping[Pair, Weights],
    home: Mapping[str, int],
) -> Iterable[Comparison]:
    """For each claim the comparison that ties it strongest to an earlier one of its strand."""
    for b, claim in enumerate(ordered):
        tied = [(scores[a, b], -a) for a in range(b) if (a, b) in scores and home[ordered[a].id] == home[claim.id]]
        score, place = max(tied, default=(0.0, 0))
        if score > 0:
            yield explain(singles[-place], singles[b], weighed[-place, b])


def _said(claim: Claim, single: Sketch) -> Sketch:
    """The sketch with what the claim's own sentence says: a day or place taken over from a neighbour tells nothing
    apart."""
    taken = {note.field for note in claim.notes if note.rule == TAKEN_OVER}
    if not taken & {"when", "where"}:
        return single
    return replace(
        single, days=None if "when" in taken else single.days, spots=() if "where" in taken else single.spots
    )


def _main(members: Sequence[Sequence[Claim]]) -> int:
    """The strand with most claims; the first told, where several have as many."""
    return max(range(len(members)), key=lambda n: (len(members[n]), -n), default=-1)


def _scores(
    ordered: Sequence[Claim], said: Sequence[Sketch], wording: Wording, families: Families
) -> tuple[dict[Pair, float], dict[Pair, Weights]]:
    """Every pair of claims weighed: what holds between reports, and what only one report's telling shows."""
    scores: dict[Pair, float] = {}
    weighed: dict[Pair, Weights] = {}
    past = _background(said)
    adds_up = set(_sums(ordered))
    for a, b in _pairs(len(ordered)):
        weights = weigh(said[a], said[b], wording, families, WITHIN_REPORT)
        score = sum(weights) - min(0.0, weights.toll) + _telling(ordered[a], ordered[b], said[a], said[b], weights)
        if b == a + 1:
            score += _NEAR + (_SAME_VOICE if _goes_on(ordered[a], ordered[b]) else 0.0)
        if _took_over(ordered[a], ordered[b]) or _took_over(ordered[b], ordered[a]):
            score += _COMPLETED if said[a].kinds == said[b].kinds else 0.0
        if past[a] is not past[b] and not (_took_over(ordered[a], ordered[b]) or _took_over(ordered[b], ordered[a])):
            score += _PAST
        if (a, b) in adds_up:
            score = max(score, 0.0) + _PARTS
        scores[a, b] = score
        weighed[a, b] = weights
    return scores, weighed


def _days_apart(a: Sketch, b: Sketch) -> bool:
    if a.days is not None and b.days is not None:
        return max(a.days.width, b.days.width) <= 10 and (a.days.last < b.days.first or b.days.last < a.days.first)
    dated, other = (a, b) if a.days is not None else (b, a)
    return dated.days is not None and other.until is not None and dated.days.first > other.until


def _background(said: Sequence[Sketch]) -> list[bool]:
    """Which claims tell of days long past, in a report that also tells of late ones."""
    past = [
        one.days is not None and one.published is not None and one.published - one.days.last > _LONG_AGO for one in said
    ]
    late = any(
        one.days is not None and one.published is not None and one.published - one.days.last <= _LATE for one in said
    )
    return past if late else [False] * len(past)


def _pairs(size: int) -> Iterable[Pair]:
    if size <= _MOST_COMPARED:
        return combinations(range(size), 2)
    return ((a, b) for a in range(size) for b in range(a + 1, min(size, a + 1 + _WINDOW)))


def _telling(left: Claim, right: Claim, a: Sketch, b: Sketch, weights: Weights) -> float:
    """What one report's own telling adds: a sentence without day and place speaks of what the report is about; days,
    tallies and counts are kept apart."""
    unsaid = max((not side.days) + (not side.spots) for side in (a, b))
    added = _UNSAID[unsaid]
    if (
        a.days
        and b.days
        and a.days.width <= 10
        and b.days.width <= 10
        and (a.days.last < b.days.first or b.days.last < a.days.first)
    ):
        added += _OTHER_DAY
    if weights.place < -0.5:
        added += _OTHER_PLACE
    if _tally_beside_toll(left, right) or _tally_beside_toll(right, left):
        added += _TALLY
    if voice(left) == voice(right) and _two_counts(left, right):
        added += _UNLIKE
    if left.happening is not right.happening and _killed_differ(left, right):
        added += _OTHER_TOLL
    return added


def _took_over(left: Claim, right: Claim) -> bool:
    """Whether the reader completed the left claim from the right one, as a sentence of one story."""
    return any(note.rule == TAKEN_OVER and note.span == right.span for note in left.notes)


def _goes_on(left: Claim, right: Claim) -> bool:
    """Whether one source, not the outlet itself, tells both."""
    return len(left.chain) > 1 and voice(left) == voice(right)


def voice(claim: Claim) -> str:
    """Who tells it at the end of the chain."""
    last = claim.chain[-1] if claim.chain else None
    return f"{last.role}:{last.actor_id or last.name}" if last else ""


def _tally_beside_toll(left: Claim, right: Claim) -> bool:
    """Whether the left claim is nothing but a running total while the right one counts this happening's losses."""
    tally = bool(left.tolls) and all(toll.cumulative for toll in left.tolls)
    return tally and any(not toll.cumulative for toll in right.tolls)


def _two_counts(left: Claim, right: Claim) -> bool:
    """Whether both count the same people exactly and differently ("eight people", then "six people")."""
    ours = [toll for toll in left.tolls if _exact(toll)]
    theirs = [toll for toll in right.tolls if _exact(toll)]
    pairs = [(a, b) for a in ours for b in theirs if a.measure is b.measure and _same_people(a, b)]
    return bool(pairs) and all(a.best != b.best for a, b in pairs)


def _killed_differ(left: Claim, right: Claim) -> bool:
    ours, theirs = _killed(left), _killed(right)
    return ours is not None and theirs is not None and ours != theirs and min(ours, theirs) > 1


def _exact(toll: HowMany) -> bool:
    return not toll.cumulative and toll.low is not None and toll.low == toll.best == toll.high


def _same_people(left: HowMany, right: HowMany) -> bool:
    """Whether both count one group, by its last word; single people and unnamed groups are told in passing."""
    if left.part_of is not None or right.part_of is not None or 1 in (left.best, right.best):
        return False
    return bool(_head(left.whom)) and _head(left.whom) == _head(right.whom)


def _head(whom: str | None) -> str:
    return whom.casefold().split()[-1] if whom and whom.split() else ""


def _sums(ordered: Sequence[Claim]) -> Iterable[Pair]:
    """Pairs (total, part): claims whose killed add up to the killed of a claim told before them, by one voice."""
    killed = [_killed(claim) for claim in ordered]
    for place, total in enumerate(killed):
        if total is None or total < 3:
            continue
        later = [
            n
            for n in range(len(ordered))
            if n != place
            and (count := killed[n]) is not None
            and 0 < count < total
            and voice(ordered[n]) == voice(ordered[place])
        ][:_MOST_PARTS]
        for size in (2, 3, 4):
            for parts in combinations(later, size):
                if sum(killed[n] or 0 for n in parts) == total:
                    yield from ((min(place, n), max(place, n)) for n in parts)


def _killed(claim: Claim) -> int | None:
    """The dead that a claim counts, parts added up unless one count holds the others."""
    counts = [
        toll.best or toll.low or toll.high or 0
        for toll in claim.tolls
        if toll.measure is Measure.KILLED and not toll.cumulative and toll.part_of is None
    ]
    if not counts:
        return None
    most, rest = max(counts), sum(counts) - max(counts)
    return most if 0 < rest <= most and len(counts) > 2 else sum(counts)
