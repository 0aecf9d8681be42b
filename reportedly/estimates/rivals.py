"""The claims and figures of one incident in, the counts that cannot both stand out: two origins' last figures, two
counts of one group, one sentence with two numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reportedly.estimates.figures import Figure
from reportedly.estimates.policies import Witness
from reportedly.estimates.positions import Clash, Position, named
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.incident import Copy
from reportedly.model.reading import HowMany
from reportedly.model.words import ContradictionKind, Happening, Measure, Role, Stance

FAR_HIGHER = 1.5
"""By how much a count exceeds a floor ("at least 20") that it contradicts."""
_TWICE = 2
_ROUND = 10
_FEW = 3  # a smaller own count is of one victim or a family, not the report's sum
_ONE_SENTENCE = 0.5
_LONGEST_GROUP = 3  # words for a group; more is a list or a tale
_CONTRADICTABLE = (Measure.KILLED, Measure.WOUNDED)
_LOST = (*_CONTRADICTABLE, Measure.CAPTURED, Measure.AIRCRAFT)
"""What sides count against each other: people, and jets that the one says it shot down and the other that it lost."""


def totals(
    known: Mapping[str, Claim], witnesses: Mapping[Measure, Sequence[Witness]], early: frozenset[str], counted: Counted
) -> Iterator[Clash]:
    """Two origins whose last figures for one measure cannot both hold."""
    for measure in sorted(witnesses):
        if measure not in _LOST:
            continue
        told = [w for w in witnesses[measure] if _of_all(known, w, measure, counted)]
        for one, other in combinations(told, 2):
            a, b = one.figure, other.figure
            if _only_some(known, min(a, b, key=lambda figure: figure.number or 0), measure):
                continue
            if _rivals(one, other, early) and _differ((a.number or 0, a.high), (b.number or 0, b.high)):
                yield Clash(ContradictionKind.TOLL, _position(a), _position(b), measure)


def _only_some(known: Mapping[str, Claim], figure: Figure, measure: Measure) -> bool:
    """Whether a figure is told by a plural or a word such as "several" alone: the more that others count are some
    too."""
    tolls = [toll for name in figure.claims for toll in known[name].tolls if toll.measure is measure]
    return bool(tolls) and not any(_number(toll) for toll in tolls)


def _position(figure: Figure) -> Position:
    """A figure as a position: whoever gives the same number takes the same one."""
    return Position(f"{figure.number:09d}", str(figure.number), figure.origin, figure.claims)


def _of_all(known: Mapping[str, Claim], witness: Witness, measure: Measure, counted: Counted) -> bool:
    """Whether a figure is one of all the victims: not of people listed one by one, who are some of them, and not an
    outlet's own aside, which may be of the whole war."""
    if witness.overtaken or not witness.figure.total or (witness.own_voice and not _opens(known, witness.figure)):
        return False
    if measure is Measure.AIRCRAFT and not any(_down(known[name]) for name in witness.figure.claims):
        return False  # jets that met or bombed, not jets that were lost
    tolls = [toll for name in witness.figure.claims for toll in known[name].tolls if toll.measure is measure]
    return not tolls or not all(counted.listed & set(toll.also) for toll in tolls)


def _down(claim: Claim) -> bool:
    return claim.happening is Happening.AIRCRAFT_LOST


def _rivals(one: Witness, other: Witness, early: frozenset[str]) -> bool:
    """Whether two figures are rivals: not a report's own words beside its source's, which ``openings`` compares, and
    not a first count beside a higher one."""
    a, b = one.figure, other.figure
    if _outgrown(a, b, early) or _outgrown(b, a, early):
        return False
    return not (one.own_voice or other.own_voice) or a.report != b.report


def _opens(known: Mapping[str, Claim], figure: Figure) -> bool:
    """Whether the figure stands in what its report tells first."""
    spans = [claim.span for claim in known.values() if claim.report == figure.report]
    return any(known[name].span == min(spans) for name in figure.claims if known[name].report == figure.report)


def _outgrown(first: Figure, later: Figure, early: frozenset[str]) -> bool:
    """Whether a count that its own report calls a first one ("initially") is lower than the other."""
    return set(first.claims) <= early and (first.number or 0) <= (later.number or 0)


def openings(claims: Sequence[Claim], counted: Counted) -> Iterator[Clash]:
    """A report that opens with an exact figure of its own, and its source that has twice as many or more: a report's
    own words sum up what it goes on to tell, but not so."""
    for report in sorted({claim.report for claim in claims}):
        told = sorted((claim for claim in claims if claim.report == report), key=lambda claim: (claim.span, claim.id))
        if not cites_nobody(told[0]):
            continue
        for measure in _CONTRADICTABLE:
            own = next(iter(_all_of(told[0], measure, counted)), None)
            if own is None or own.high is None:
                continue
            for source in (claim for claim in told[1:] if not cites_nobody(claim)):
                for toll in _all_of(source, measure, counted):
                    if _number(toll) >= _TWICE * max(_number(own), _FEW):
                        yield Clash(ContradictionKind.TOLL, _counts(told[0], own), _counts(source, toll), measure)


def _all_of(claim: Claim, measure: Measure, counted: Counted) -> list[HowMany]:
    """The counts of all the victims that a claim asserts."""
    if claim.stance in (Stance.DENIES, Stance.DOUBTS):
        return []
    return [
        toll
        for toll in claim.tolls
        if toll.measure is measure
        and not toll.cumulative
        and toll.part_of is None
        and _number(toll)
        and counted.is_everyone(toll.whom)
        and not (counted.listed | counted.singles) & set(toll.also)
    ]


def _counts(claim: Claim, toll: HowMany) -> Position:
    return Position(f"{_number(toll):09d}", str(_number(toll)), named(claim), (claim.id,))


def groups(
    claims: Sequence[Claim], origin_of: Mapping[str, str], superseded: frozenset[str], counted: Counted
) -> Iterator[Clash]:
    """Two origins that count one group of people differently ("22 children", "11 schoolchildren")."""
    for measure in _CONTRADICTABLE:
        last: dict[tuple[str, str], tuple[Claim, HowMany]] = {}
        for claim in claims:
            if claim.id in superseded or claim.stance in (Stance.DENIES, Stance.DOUBTS):
                continue
            for toll in claim.tolls:
                if toll.measure is measure and not toll.cumulative and (group := _group(toll, counted)):
                    key = (origin_of.get(claim.id, claim.id), group)
                    if key not in last or _number(toll) > _number(last[key][1]):
                        last[key] = (claim, toll)
        for one, other in combinations(sorted(last), 2):
            (left, a), (right, b) = last[one], last[other]
            same = one[0] != other[0] and same_people(one[1], other[1]) and not _beside_source(left, right)
            if same and _differ((_number(a), a.high), (_number(b), b.high)):
                yield Clash(ContradictionKind.TOLL, _of_group(one, left, a), _of_group(other, right, b), measure)


def _of_group(key: tuple[str, str], claim: Claim, toll: HowMany) -> Position:
    return Position(f"{key[1]} {_number(toll):09d}", toll.text, named(claim), (claim.id,))


def _beside_source(left: Claim, right: Claim) -> bool:
    """Whether the one is a report's own words, which sum up, and the other its source's."""
    return left.report == right.report and (cites_nobody(left) or cites_nobody(right))


def altered(claims: Sequence[Claim], passages: Sequence[Copy]) -> Iterator[Clash]:
    """One sentence in two reports with two counts: the copy was altered."""
    known = {claim.id: claim for claim in claims}
    for copy in passages:
        if copy.containment < _ONE_SENTENCE or copy.left not in known or copy.right not in known:
            continue
        left, right = known[copy.left], known[copy.right]
        for measure in _CONTRADICTABLE:
            ours, theirs = _numbers(left, measure), _numbers(right, measure)
            if ours and theirs and not (ours <= theirs or theirs <= ours):
                yield Clash(ContradictionKind.TOLL, _altered(left, ours), _altered(right, theirs), measure)


def _altered(claim: Claim, numbers: frozenset[int]) -> Position:
    words = ", ".join(map(str, sorted(numbers)))
    return Position(f"sentence {words}", f"{words} in one sentence of two reports", named(claim), (claim.id,))


def _numbers(claim: Claim, measure: Measure) -> frozenset[int]:
    return frozenset(_number(toll) for toll in claim.tolls if toll.measure is measure and _number(toll) > 1)


def _group(toll: HowMany, counted: Counted) -> str:
    """Who is counted, where several are; empty for all the victims, one person and lists."""
    return "" if counted.is_everyone(toll.whom) or _number(toll) < 2 else group_of(toll)


def group_of(toll: HowMany) -> str:
    """Who is counted: the last word of the words for them; empty for a list or a tale."""
    words = (toll.whom or "").casefold().split()
    return words[-1] if 0 < len(words) <= _LONGEST_GROUP else ""


def same_people(left: str, right: str) -> bool:
    """Whether two words are for the same people ("children", "schoolchildren")."""
    return left.endswith(right) or right.endswith(left)


def _number(toll: HowMany) -> int:
    return next((n for n in (toll.best, toll.low, toll.high) if n is not None), 0)


def _differ(left: tuple[int, int | None], right: tuple[int, int | None]) -> bool:
    """Whether two (number, ceiling) cannot both hold. A floor ("at least 20") is contradicted only by a far higher
    count, which it may simply not have reached."""
    (few, ceiling), (many, top) = sorted((left, right), key=lambda pair: pair[0])
    just_over = many == few + 1 and top is None and few % _ROUND == 0  # "more than 300" is no rival of "300"
    if few == 0 or few == many or just_over:
        return False
    return ceiling is not None or many >= FAR_HIGHER * few


def cites_nobody(claim: Claim) -> bool:
    return all(teller.role is Role.OUTLET or teller.name is None for teller in claim.chain)
