"""The claims and figures of one incident in, the counts that cannot both stand out: two origins' last figures, two
counts of one group, one sentence with two numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reportedly.estimates.figures import Figure
from reportedly.estimates.policies import Witness
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.incident import Contradiction, Copy
from reportedly.model.reading import HowMany
from reportedly.model.words import ContradictionKind, Measure, Role, Stance

_FAR_HIGHER = 1.5
_TWICE = 2
_FEW = 3  # a smaller own count is of one victim or a family, not the report's sum
_IN_FULL = 8  # words that a claim rests on; what has as many says who, when, where and how many
_ONE_SENTENCE = 0.5
_LONGEST_GROUP = 3  # words for a group; more is a list or a tale
_CONTRADICTABLE = (Measure.KILLED, Measure.WOUNDED)


def totals(
    known: Mapping[str, Claim], witnesses: Mapping[Measure, Sequence[Witness]], early: frozenset[str]
) -> Iterator[Contradiction]:
    """Two origins whose last figures for one measure cannot both hold."""
    for measure in sorted(witnesses):
        if measure not in _CONTRADICTABLE:
            continue
        for one, other in combinations(witnesses[measure], 2):
            a, b = one.figure, other.figure
            if _rivals(known, one, other, early) and _differ((a.number or 0, a.high), (b.number or 0, b.high)):
                text = f"{measure}: {a.number} ({a.origin}) against {b.number} ({b.origin})"
                yield pair(ContradictionKind.TOLL, _fullest(known, a), _fullest(known, b), text)


def _fullest(known: Mapping[str, Claim], figure: Figure) -> Claim:
    """The claim that stands for a figure."""
    return min((known[name] for name in figure.claims), key=fullness)


def _rivals(known: Mapping[str, Claim], one: Witness, other: Witness, early: frozenset[str]) -> bool:
    """Whether two figures are rivals: both of all the victims, not a report's own words beside its source's (unless
    the source has far more than the report opens with), and not a first count beside a higher one."""
    a, b = one.figure, other.figure
    if not a.total or not b.total or _outgrown(a, b, early) or _outgrown(b, a, early):
        return False
    if not (one.own_voice or other.own_voice) or a.report != b.report:
        return True
    own, told = (a, b) if one.own_voice else (b, a)
    if (one.own_voice and other.own_voice) or own.high is None or not _opens(known, own):
        return False
    return (told.number or 0) >= _TWICE * max(own.number or 0, _FEW)


def _opens(known: Mapping[str, Claim], figure: Figure) -> bool:
    """Whether the figure stands in what its report tells first."""
    spans = [claim.span for claim in known.values() if claim.report == figure.report]
    return any(known[name].span == min(spans) for name in figure.claims if known[name].report == figure.report)


def _outgrown(first: Figure, later: Figure, early: frozenset[str]) -> bool:
    """Whether a count that its own report calls a first one ("initially") is lower than the other."""
    return set(first.claims) <= early and (first.number or 0) <= (later.number or 0)


def groups(
    claims: Sequence[Claim], origin_of: Mapping[str, str], superseded: frozenset[str], counted: Counted
) -> Iterator[Contradiction]:
    """Two origins that count one group of people differently ("22 children", "11 schoolchildren")."""
    for measure in _CONTRADICTABLE:
        last: dict[tuple[str, str], tuple[Claim, HowMany]] = {}
        for claim in claims:
            if claim.id in superseded or claim.stance in (Stance.DENIES, Stance.DOUBTS):
                continue
            for toll in claim.tolls:
                group = _group(toll, counted)
                if toll.measure is measure and not toll.cumulative and group:
                    key = (origin_of.get(claim.id, claim.id), group)
                    if key not in last or _number(toll) > _number(last[key][1]):
                        last[key] = (claim, toll)
        for one, other in combinations(sorted(last), 2):
            (left, a), (right, b) = last[one], last[other]
            same = one[0] != other[0] and _same_people(one[1], other[1]) and not _beside_source(left, right)
            if same and _differ((_number(a), a.high), (_number(b), b.high)):
                yield pair(ContradictionKind.TOLL, left, right, f"{measure}: {a.text} against {b.text}")


def _beside_source(left: Claim, right: Claim) -> bool:
    """Whether the one is a report's own words, which sum up, and the other its source's."""
    return left.report == right.report and (cites_nobody(left) or cites_nobody(right))


def altered(claims: Sequence[Claim], passages: Sequence[Copy]) -> Iterator[Contradiction]:
    """One sentence in two reports with two counts: the copy was altered."""
    known = {claim.id: claim for claim in claims}
    for copy in passages:
        if copy.containment < _ONE_SENTENCE or copy.left not in known or copy.right not in known:
            continue
        left, right = known[copy.left], known[copy.right]
        for measure in _CONTRADICTABLE:
            ours, theirs = _numbers(left, measure), _numbers(right, measure)
            if ours and theirs and not (ours <= theirs or theirs <= ours):
                text = f"{measure}: one sentence, {_listed(ours)} in one report and {_listed(theirs)} in the other"
                yield pair(ContradictionKind.TOLL, left, right, text)


def _numbers(claim: Claim, measure: Measure) -> frozenset[int]:
    return frozenset(_number(toll) for toll in claim.tolls if toll.measure is measure and _number(toll))


def _listed(numbers: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))


def _group(toll: HowMany, counted: Counted) -> str:
    """Who is counted: the last word of the words for them; empty for all the victims, one person and lists."""
    words = (toll.whom or "").casefold().split()
    if counted.is_everyone(toll.whom) or len(words) > _LONGEST_GROUP or _number(toll) < 2:
        return ""
    return words[-1]


def _same_people(left: str, right: str) -> bool:
    """Whether two words are for the same people ("children", "schoolchildren")."""
    return left.endswith(right) or right.endswith(left)


def _number(toll: HowMany) -> int:
    return next((n for n in (toll.best, toll.low, toll.high) if n is not None), 0)


def _differ(left: tuple[int, int | None], right: tuple[int, int | None]) -> bool:
    """Whether two (number, ceiling) cannot both hold. A floor ("at least 20") is contradicted only by a far higher
    count, which it may simply not have reached."""
    (few, ceiling), (many, _) = sorted((left, right), key=lambda pair: pair[0])
    if few == 0 or few == many:
        return False
    return ceiling is not None or many >= _FAR_HIGHER * few


def fullness(claim: Claim) -> tuple[int, int, str]:
    """Claims that are told in full come first, of these the last told: headlines and leads leave out who and when."""
    return (-min(len(claim.evidence), _IN_FULL), -claim.span.start, claim.id)


def cites_nobody(claim: Claim) -> bool:
    return all(teller.role is Role.OUTLET or teller.name is None for teller in claim.chain)


def pair(kind: ContradictionKind, one: Claim, other: Claim, text: str) -> Contradiction:
    left, right = sorted((one.id, other.id))
    return Contradiction(kind=kind, left=left, right=right, text=text)
