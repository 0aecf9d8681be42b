"""The claims and figures of one incident in, the pairs that cannot both stand out, each with its kind.

Ruled out first: updates (one origin, later), parts of a total, running tallies and counts of different people. What
is left: two origins with two counts, a denial, two culprits or two kinds of victims, two days, two places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.incident import Contradiction
from reportedly.model.reading import HowMany, Interval, Where, Who
from reportedly.model.words import ContradictionKind, Measure, Stance, WherePrecision

_FAR_KM = 30.0
_A_POINT = WherePrecision.NEAR
_CONTRADICTABLE = (Measure.KILLED, Measure.WOUNDED)


def contradictions(
    claims: Sequence[Claim], origin_of: Mapping[str, str], superseded: frozenset[str], counted: Counted
) -> tuple[Contradiction, ...]:
    """All contradictions among the claims, one for each kind and pair of origins, sorted.

    ``origin_of`` names each claim's origin; ``superseded`` are claims whose count their own origin later changed.
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    found = [
        *_denials(ordered),
        *_tolls(ordered, origin_of, superseded, counted),
        *_culprits(ordered, origin_of),
        *_days(ordered),
        *_places(ordered),
    ]
    return tuple(sorted(set(found), key=lambda c: (c.kind.value, c.left, c.right)))


def _denials(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """What is denied against the denial; a denial that points nowhere is set against its report's first assertion."""
    known = {claim.id: claim for claim in claims}
    for claim in claims:
        if claim.stance is not Stance.DENIES:
            continue
        targets = [known[other] for other in claim.denies if other in known] or _asserted(claim, claims)[:1]
        for target in targets:
            yield _pair(ContradictionKind.DENIAL, target, claim, f"{_teller(claim)} denies what {_teller(target)} says")


def _asserted(denial: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Claims that the denial may be about: of its own report first, those with a count first."""
    others = [c for c in claims if c.stance not in (Stance.DENIES, Stance.DOUBTS) and _teller(c) != _teller(denial)]
    return sorted(others, key=lambda c: (c.report != denial.report, not c.tolls, c.id))


def _tolls(
    claims: Sequence[Claim], origin_of: Mapping[str, str], superseded: frozenset[str], counted: Counted
) -> Iterator[Contradiction]:
    """Two origins that count the same people differently, each by its last figure."""
    for measure in _CONTRADICTABLE:
        last: dict[tuple[str, str], tuple[Claim, HowMany]] = {}
        for claim in claims:
            if claim.id in superseded or claim.stance in (Stance.DENIES, Stance.DOUBTS):
                continue
            for toll in claim.tolls:
                if toll.measure is measure and not toll.cumulative:
                    key = (origin_of.get(claim.id, claim.id), _group(toll, counted))
                    if key not in last or _number(toll) > _number(last[key][1]):
                        last[key] = (claim, toll)
        for (one, other) in combinations(sorted(last), 2):
            (left, a), (right, b) = last[one], last[other]
            if one[0] != other[0] and _same_people(one[1], other[1]) and _differ(a, b):
                yield _pair(ContradictionKind.TOLL, left, right, f"{measure}: {a.text} against {b.text}")


def _group(toll: HowMany, counted: Counted) -> str:
    """Who is counted: nothing for all, else the last word of the words for them."""
    if counted.is_everyone(toll.whom):
        return ""
    return (toll.whom or "").casefold().split()[-1]


def _same_people(left: str, right: str) -> bool:
    """Whether two words are for the same people ("children", "schoolchildren"); an empty word is for all."""
    return left == right or (bool(left) and bool(right) and (left.endswith(right) or right.endswith(left)))


def _number(toll: HowMany) -> int:
    return next((n for n in (toll.best, toll.low, toll.high) if n is not None), 0)


def _differ(left: HowMany, right: HowMany) -> bool:
    """Whether no number fits both; a floor alone contradicts a lower exact count, and a far higher one too."""
    if _number(left) == 0 or _number(right) == 0:
        return False
    low, high = sorted((left, right), key=_number)
    if _number(low) == _number(high):
        return False
    return low.high is not None or _number(high) >= 1.5 * _number(low)


def _culprits(claims: Sequence[Claim], origin_of: Mapping[str, str]) -> Iterator[Contradiction]:
    """Two origins that name different culprits, or different kinds of victims."""
    for field, word in (("perpetrators", "done by"), ("targets", "done to")):
        named = [(claim, _parties(getattr(claim, field))) for claim in claims if claim.stance is not Stance.DENIES]
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
    return frozenset(key for key in (who.side or who.actor_id for who in actors) if key)


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
    from math import cos, hypot, radians

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
