"""The claims of one report in, strands out: groups of claims that speak of one happening.

A report mostly tells of one thing and comes back to it: headline, lead, a witness, a second count. So claims join
unless something holds them apart: another place, another day, another kind, or one voice giving two different counts
of the same people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import combinations
from typing import NamedTuple

from reportedly.claims.drafts import TAKEN_OVER
from reportedly.claims.story.one_life import Fates, one_life, other_lives, told_fates
from reportedly.incidents.aspects import aspect
from reportedly.incidents.battles import battle, taken_anew
from reportedly.incidents.besides import Besides, beside, called_separate, told_besides
from reportedly.incidents.called import name_codes
from reportedly.incidents.explaining import explain
from reportedly.incidents.features import WITHIN_REPORT, Weights, weigh
from reportedly.incidents.grouping import Pair, group
from reportedly.incidents.items import items, two_items
from reportedly.incidents.near_in_place import FAR, by_place, without_asides
from reportedly.incidents.silent import lay_silent
from reportedly.incidents.sketches import Sketch, merged, sketch
from reportedly.incidents.telling import (
    LONG_PAST,
    ONE_LIFE,
    OTHER_LIVES,
    PARTS,
    background,
    completed,
    days_apart,
    may_count_one,
    sums,
    telling,
    weeks_apart,
)
from reportedly.incidents.told_on import on_its_day
from reportedly.incidents.wording import Wording
from reportedly.lexicon.linking import Families
from reportedly.model.claim import Claim
from reportedly.model.incident import Comparison
from reportedly.model.text import Report

_MOST_COMPARED = 150  # claims of one report compared with each other; beyond, with the 40 that follow
_WINDOW = 40
_ONE_SCENE = 0.5
"""One day and one place in both claims, said there or taken over by the reader."""


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
    ordered = _in_order(claims, report)
    singles = on_its_day([sketch(claim, report, wording) for claim in ordered], ordered)
    number = {claim.id: place for place, claim in enumerate(ordered)}
    said = [_said(claim, one) for claim, one in zip(ordered, singles, strict=True)]
    told = told_fates(ordered)
    same_dead = _pairs_of(told, one_life)
    views = _Views(singles, said)
    besides = told_besides(ordered, report, families.adding)
    scores, weighed = _scores(
        ordered, views, report, wording, families, besides, same_dead, _pairs_of(told, other_lives)
    )
    decided = _Decided(
        together=[(number[a], number[b]) for a, b in together], apart=[(number[a], number[b]) for a, b in apart]
    )
    groups = _grouped(ordered, views, scores, weighed, families, decided, same_dead, called_separate(ordered, besides))
    members = tuple(tuple(ordered[place] for place in places) for places in groups)
    main = _main(members)
    whole = wording.whole(report) if report else ""
    story = wording.story(whole) if report else None
    called = _called(wording.called(whole), ordered) if report else frozenset[int]()
    home = {claim.id: n for n, strand in enumerate(members) for claim in strand}
    return Strands(
        members=members,
        sketches=tuple(
            _dated(
                merged(without_asides([singles[place] for place in places]), *((story, called) if n == main else ())),
                strand,
                families,
            )
            for n, (places, strand) in enumerate(zip(groups, members, strict=True))
        ),
        comparisons=tuple(_explained(ordered, said, scores, weighed, home)),
    )


def _in_order(claims: Sequence[Claim], report: Report | None) -> list[Claim]:
    """The claims as they are read: those of the headline first, wherever it stands."""
    top = report.headline.start if report and report.headline else None
    return sorted(claims, key=lambda c: (top is None or c.span.start < top, c.span.start, c.span.end, c.id))


class _Decided(NamedTuple):
    """What people decided about claims of one report, as pairs of claim numbers."""

    together: list[Pair]
    apart: list[Pair]


class _Views(NamedTuple):
    """The claims as the reader completed them, and as their own sentences say."""

    completed: Sequence[Sketch]
    said: Sequence[Sketch]

    def apart(self, a: int, b: int, *, alike: bool, families: Families) -> bool:
        """Whether the days of two claims hold them apart. A day taken over from a neighbour holds apart too, since the
        reader settled on it; where the two give one count (``alike``), only what their own sentences say does."""
        ours, theirs = self.completed[a], self.completed[b]
        if days_apart(self.said[a], self.said[b]) or (not alike and days_apart(ours, theirs)):
            return True
        return not ours.kinds & theirs.kinds & families.lasting and weeks_apart(ours, theirs)


def _grouped(
    ordered: Sequence[Claim],
    views: _Views,
    scores: Mapping[Pair, float],
    weighed: Mapping[Pair, Weights],
    families: Families,
    decided: _Decided,
    same_dead: Set[Pair],
    separate: Set[Pair],
) -> Sequence[tuple[int, ...]]:
    """Groups of claim numbers. Days that the report tells apart are never joined, nor a town's fall and its retaking
    by another party, unless a person joined them or one person's death is told."""
    joined = {n for pair in decided.together for n in pair}
    days = {
        (a, b)
        for (a, b), weights in weighed.items()
        if (a, b) not in same_dead
        and not joined.issuperset((a, b))
        and (
            taken_anew(ordered[a], ordered[b], views.said[a], views.said[b], families)
            or views.apart(a, b, alike=weights.toll > 0 and may_count_one(ordered[a], ordered[b]), families=families)
        )
    }
    found = group(len(ordered), scores, together=decided.together, apart=[*decided.apart, *sorted(days)], unseen=-0.5)
    judged = {n for pair in decided.apart for n in pair}
    return lay_silent(found, ordered, views.said, scores, families, judged, days | separate)


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
    apart. A bound taken over ("had been killed the day before") stays."""
    taken = {note.field for note in claim.notes if note.rule == TAKEN_OVER}
    if not taken & {"when", "where"}:
        return single
    spots = () if "where" in taken else single.spots
    if "when" not in taken or claim.days is None or claim.days.start is None:
        return single._replace(spots=spots)
    if _after_print(single):
        return single._replace(days=None, until=None, published=None, spots=spots)
    return single._replace(days=None, until=single.published, spots=spots)


def _after_print(single: Sketch) -> bool:
    """Whether the report tells of a day after that of its own print: its stamp is wrong, and bounds nothing."""
    return single.days is not None and single.published is not None and single.days.first > single.published + 1


def _dated(strand: Sketch, claims: Sequence[Claim], families: Families) -> Sketch:
    """The strand; where half of its claims tell of what goes on for weeks, its days hold nothing apart that
    lasts."""
    lasting = 2 * sum(claim.happening in families.lasting for claim in claims) >= len(claims)
    return strand._replace(spread=strand.spread._replace(lasting=True)) if lasting and strand.spread else strand


def _called(names: frozenset[int], claims: Iterable[Claim]) -> frozenset[int]:
    """The rare names of a report without those that the vocabulary or the gazetteer knows."""
    return names - _known(claims) if names else names


def _known(claims: Iterable[Claim]) -> frozenset[int]:
    """The names of places, parties and tellers that the vocabulary or the gazetteer knows: they stand in the reports
    of many happenings, and other features hear them."""
    names: set[str] = set()
    for claim in claims:
        names.update((claim.place.name, claim.place.text) if claim.place is not None else ())
        known = [who for who in (*claim.perpetrators, *claim.targets) if who.actor_id]
        names.update(text for who in known for text in (who.name, who.text))
        names.update(link.name for link in claim.chain if link.actor_id and link.name)
    return frozenset().union(*map(name_codes, names))


def _main(members: Sequence[Sequence[Claim]]) -> int:
    """The strand with most claims; the first told, where several have as many."""
    return max(range(len(members)), key=lambda n: (len(members[n]), -n), default=-1)


def _scores(
    ordered: Sequence[Claim],
    views: _Views,
    report: Report | None,
    wording: Wording,
    families: Families,
    besides: Sequence[Besides],
    same_dead: Set[Pair],
    others: Set[Pair],
) -> tuple[dict[Pair, float], dict[Pair, Weights]]:
    """Every pair of claims weighed: what holds between reports, and what only one report's telling shows."""
    said = views.said
    scores: dict[Pair, float] = {}
    weighed: dict[Pair, Weights] = {}
    aspects = list(map(aspect, ordered, said))
    past = background(said)
    adds_up = set(sums(ordered, _far(views.completed)))
    listed = items(ordered, report)
    for a, b in _pairs(len(ordered)):
        weights = weigh(said[a], said[b], wording, families, WITHIN_REPORT)
        score = sum(weights) - min(0.0, weights.toll)
        score += telling(aspects[a], aspects[b], weights, next_to=b == a + 1)
        score += _one_scene(views.completed[a], views.completed[b])
        if past[a] is not past[b] and not completed(aspects[a], aspects[b]):
            score += LONG_PAST
        score += beside(ordered[a], ordered[b], besides[b]) + two_items(listed[a], listed[b], said[a], said[b])
        score += battle(ordered[a], ordered[b], said[a], said[b], families, away=b - a)
        if (a, b) in adds_up:
            score = max(score, 0.0) + PARTS
        if (a, b) in same_dead:
            score = max(score, 0.0) + ONE_LIFE
        if (a, b) in others:
            score += OTHER_LIVES
        scores[a, b] = score
        weighed[a, b] = weights
    return scores, weighed


def _one_scene(left: Sketch, right: Sketch) -> float:
    """What it weighs that the reader put both claims on one day and at one place."""
    if left.days is None or left.days != right.days:
        return 0.0
    return _ONE_SCENE if {spot.key for spot in left.spots} & {spot.key for spot in right.spots} else 0.0


def _pairs_of(told: Sequence[tuple[int, Fates]], alike: Callable[[Fates, Fates], bool]) -> Set[Pair]:
    """Pairs of claims that tell of one named person's death or capture, or of two persons'."""
    return {(a, b) for (a, left), (b, right) in combinations(told, 2) if alike(left, right)}


def _far(completed: Sequence[Sketch]) -> Set[Pair]:
    """Pairs of claims that the reader put at two places far from each other."""
    return {(a, b) for a, b in _pairs(len(completed)) if by_place(completed[a].spots, completed[b].spots) <= FAR}


def _pairs(size: int) -> Iterable[Pair]:
    if size <= _MOST_COMPARED:
        return combinations(range(size), 2)
    return ((a, b) for a in range(size) for b in range(a + 1, min(size, a + 1 + _WINDOW)))
