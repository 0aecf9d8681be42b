"""The claims and figures of one incident in, the pairs that cannot both stand out, each with its kind.

Ruled out first: updates (one origin, later), parts of a total, running tallies and counts of different people. What
is left: two origins with two counts, a denial, two culprits or two kinds of victims, two days, two places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import cos, hypot, radians

from reportedly.estimates.figures import SUPERSEDED
from reportedly.estimates.policies import Witness
from reportedly.estimates.rivals import altered, cites_nobody, fullness, groups, pair, totals
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.incident import Contradiction, Copy
from reportedly.model.reading import Interval, Where, Who
from reportedly.model.words import ContradictionKind, Measure, Role, Stance, WherePrecision

_FAR_KM = 30.0
_A_POINT = WherePrecision.NEAR
_TELLERS = frozenset({Role.MONITOR, Role.AGENCY, Role.OUTLET})


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
        *totals({claim.id: claim for claim in ordered}, witnesses, early),
        *groups(ordered, origin_of, superseded | early, counted),
        *altered(ordered, passages),
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
        if not claim.denies and not cites_nobody(claim):
            targets = _asserted(claim, claims)[:1]
        for target in targets:
            yield pair(ContradictionKind.DENIAL, target, claim, f"{_teller(claim)} denies what {_teller(target)} says")


def _asserted(denial: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Claims that the denial may be about: of its own report first, those with a count first."""
    others = [c for c in claims if c.stance not in (Stance.DENIES, Stance.DOUBTS) and _teller(c) != _teller(denial)]
    return sorted(others, key=lambda c: (c.report != denial.report, not c.tolls, c.id))


def _culprits(claims: Sequence[Claim], origin_of: Mapping[str, str]) -> Iterator[Contradiction]:
    """Two origins that name different culprits, or different kinds of victims."""
    for field, word in (("perpetrators", "done by"), ("targets", "done to")):
        told = sorted((claim for claim in claims if claim.stance is not Stance.DENIES), key=fullness)
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
                yield pair(ContradictionKind.ATTRIBUTION, left, right, text)


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
            yield pair(ContradictionKind.DATE, a, b, f"{_day_words(left)} against {_day_words(right)}")


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
            yield pair(ContradictionKind.PLACE, a, b, f"{here.name} against {there.name}, {apart:.0f} km apart")


def _kilometres(here: Where, there: Where) -> float | None:
    """Distance on a flat map: good to a few percent over the distances that matter here."""
    if here.latitude is None or here.longitude is None or there.latitude is None or there.longitude is None:
        return None
    north = here.latitude - there.latitude
    east = (here.longitude - there.longitude) * cos(radians(here.latitude))
    return 111.2 * hypot(north, east)


def _teller(claim: Claim) -> str:
    last = claim.chain[-1] if claim.chain else None
    return (last.name or last.role.value) if last else "the outlet"


def _day_words(days: Interval) -> str:
    return f"{days.start or 'any day'} to before {days.end or 'any day'}"
