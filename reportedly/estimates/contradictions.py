"""The claims and figures of one incident in, the pairs that cannot both stand out, each with its kind.

Ruled out first: updates (one origin, later), parts of a total, running tallies and counts of different people. What
is left: two origins with two counts, a denial, two culprits or two kinds of victims, two days, two places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import cos, hypot, radians

from reportedly.estimates.figures import SUPERSEDED, Figure
from reportedly.estimates.policies import Witness
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.incident import Contradiction, Copy
from reportedly.model.reading import HowMany, Interval, Where, Who
from reportedly.model.words import ContradictionKind, Measure, Role, Stance, WherePrecision

_FAR_KM = 30.0
_FAR_HIGHER = 1.5
_TWICE = 2
_FEW = 3  # a smaller own count is of one victim or a family, not the report's sum
_IN_FULL = 8  # words that a claim rests on; what has as many says who, when, where and how many
_ONE_SENTENCE = 0.5
_A_POINT = WherePrecision.NEAR
_LONGEST_GROUP = 3  # words for a group; more is a list or a tale
_TELLERS = frozenset({Role.MONITOR, Role.AGENCY, Role.OUTLET})
_CONTRADICTABLE = (Measure.KILLED, Measure.WOUNDED)


def contradictions(
    claims: Sequence[Claim],
    origin_of: Mapping[str, str],
    witnesses: Mapping[Measure, Sequence[Witness]],
    passages: Sequence[Copy],
    counted: Counted,
    outside: Sequence[Claim] = (),
) -> tuple[Contradiction, ...]:
    """All contradictions among the claims, one for each kind and pair of origins, sorted.

    ``origin_of`` names each claim's origin, ``witnesses`` hold the last figures of the origins, ``passages`` pairs of
    claims whose sentences are nearly one text, ``outside`` claims of other incidents that deny one of these.
    """
    superseded = frozenset(
        claim
        for told in witnesses.values()
        for witness in told
        for claim, why in witness.figure.set_aside
        if SUPERSEDED in why
    )
    ordered = sorted(claims, key=lambda claim: claim.id)
    early = frozenset(claim.id for claim in ordered if counted.is_early(claim.hedge, _teller(claim)))
    found = [
        *_denials(ordered, sorted(outside, key=lambda claim: claim.id)),
        *_totals({claim.id: claim for claim in ordered}, witnesses, early),
        *_groups(ordered, origin_of, superseded | early, counted),
        *_altered(ordered, passages),
        *_culprits(ordered, origin_of),
        *_days(ordered),
        *_places(ordered),
    ]
    return tuple(sorted(set(found), key=lambda c: (c.kind.value, c.left, c.right, c.text)))


def _denials(claims: Sequence[Claim], outside: Sequence[Claim]) -> Iterator[Contradiction]:
    """What is denied against the denial; a denial that points nowhere is set against its report's first assertion."""
    known = {claim.id: claim for claim in claims}
    for claim in (*claims, *outside):
        if claim.stance is not Stance.DENIES:
            continue
        targets = [known[other] for other in claim.denies if other in known]
        if not claim.denies and not _cites_nobody(claim):
            targets = _asserted(claim, claims)[:1]
        for target in targets:
            yield _pair(ContradictionKind.DENIAL, target, claim, f"{_teller(claim)} denies what {_teller(target)} says")


def _asserted(denial: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Claims that the denial may be about: of its own report first, those with a count first."""
    others = [c for c in claims if c.stance not in (Stance.DENIES, Stance.DOUBTS) and _teller(c) != _teller(denial)]
    return sorted(others, key=lambda c: (c.report != denial.report, not c.tolls, c.id))


def _totals(
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
                yield _pair(ContradictionKind.TOLL, _fullest(known, a), _fullest(known, b), text)


def _fullest(known: Mapping[str, Claim], figure: Figure) -> Claim:
    """The claim that stands for a figure."""
    return min((known[name] for name in figure.claims), key=_fullness)


def _fullness(claim: Claim) -> tuple[int, int, str]:
    """Claims that are told in full come first, of these the last told: headlines and leads leave out who and when."""
    return (-min(len(claim.evidence), _IN_FULL), -claim.span.start, claim.id)


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


def _groups(
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
                yield _pair(ContradictionKind.TOLL, left, right, f"{measure}: {a.text} against {b.text}")


def _beside_source(left: Claim, right: Claim) -> bool:
    """Whether the one is a report's own words, which sum up, and the other its source's."""
    return left.report == right.report and (_cites_nobody(left) or _cites_nobody(right))


def _cites_nobody(claim: Claim) -> bool:
    return all(teller.role is Role.OUTLET or teller.name is None for teller in claim.chain)


def _altered(claims: Sequence[Claim], passages: Sequence[Copy]) -> Iterator[Contradiction]:
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
                yield _pair(ContradictionKind.TOLL, left, right, text)


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


def _culprits(claims: Sequence[Claim], origin_of: Mapping[str, str]) -> Iterator[Contradiction]:
    """Two origins that name different culprits, or different kinds of victims."""
    for field, word in (("perpetrators", "done by"), ("targets", "done to")):
        told = sorted((claim for claim in claims if claim.stance is not Stance.DENIES), key=_fullness)
        named = [(claim, _parties(getattr(claim, field))) for claim in told]
        first: dict[tuple[str, frozenset[str]], Claim] = {}
        for claim, parties in named:
            if parties:
                first.setdefault((origin_of.get(claim.id, claim.id), parties), claim)
        pairs = combinations(sorted(first, key=lambda key: (key[0], sorted(key[1]))), 2)
        for (origin, ours), (other, theirs) in pairs:
            if origin != other and not ours & theirs:
                left, right = first[origin, ours], first[other, theirs]
                text = f"{word} {', '.join(sorted(ours))} against {', '.join(sorted(theirs))}"
                yield _pair(ContradictionKind.ATTRIBUTION, left, right, text)


def _parties(actors: Iterable[Who]) -> frozenset[str]:
    """Who the actors are; those who only tell (a monitor, an agency) did nothing and suffered nothing."""
    return frozenset(key for key in (who.side or who.actor_id for who in actors if who.role not in _TELLERS) if key)


def _days(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """Two reports that date it to days that do not touch."""
    first: dict[Interval, Claim] = {}
    for claim in claims:
        if claim.days is not None and claim.date_basis and claim.stance is not Stance.DENIES:
            first.setdefault(claim.days, claim)
    for left, right in combinations(sorted(first, key=lambda days: first[days].id), 2):
        a, b = first[left], first[right]
        if a.report != b.report and not left.touches(right):
            yield _pair(ContradictionKind.DATE, a, b, f"{_day_words(left)} against {_day_words(right)}")


def _places(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """Two points too far apart for one place."""
    first: dict[str, tuple[Claim, Where]] = {}
    for claim in claims:
        place = claim.place
        if place is not None and place.precision is not None and place.precision <= _A_POINT:
            first.setdefault(place.place_id or place.name, (claim, place))
    for one, other in combinations(sorted(first), 2):
        (a, here), (b, there) = first[one], first[other]
        apart = _kilometres(here, there)
        if apart is not None and apart > _FAR_KM + (here.radius_km or 0) + (there.radius_km or 0):
            yield _pair(ContradictionKind.PLACE, a, b, f"{here.name} against {there.name}, {apart:.0f} km apart")


def _kilometres(here: Where, there: Where) -> float | None:
    """Distance on a flat map: good to a few percent over the distances that matter here."""
    if here.latitude is None or here.longitude is None or there.latitude is None or there.longitude is None:
        return None
    north = here.latitude - there.latitude
    east = (here.longitude - there.longitude) * cos(radians(here.latitude))
    return 111.2 * hypot(north, east)


def _pair(kind: ContradictionKind, one: Claim, other: Claim, text: str) -> Contradiction:
    left, right = sorted((one.id, other.id))
    return Contradiction(kind=kind, left=left, right=right, text=text)


def _teller(claim: Claim) -> str:
    last = claim.chain[-1] if claim.chain else None
    return (last.name or last.role.value) if last else "the outlet"


def _day_words(days: Interval) -> str:
    return f"{days.start or 'any day'} to before {days.end or 'any day'}"
