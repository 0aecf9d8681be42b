"""An incident of one report and its claims in, whether it tells of one happening out.

"They have killed many people", "17,500 have died since the war began": such words are claims, and no happening can be
told from others by them. ``reportedly extract`` lists incidents that something singles out: a day or a month, a place
below the country, a number, a named party that did it or a named person who bore it. What one claim alone tells must
say one of these itself, and more than the party.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.claims.drafts import TAKEN_OVER
from reportedly.incidents.days import closed
from reportedly.model.claim import Claim
from reportedly.model.incident import Incident
from reportedly.model.reading import Interval
from reportedly.model.words import Measure, Stance, WherePrecision

_MONTH = 31
"""Days: what is dated more widely is not dated."""
_PERSON = "person"
_WAR = 10_000
"""People killed, hurt or taken from which on an undated count is that of a war."""
_HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.MISSING, Measure.ABDUCTED})


def singled_out(incidents: Iterable[Incident], claims: Iterable[Claim]) -> tuple[Incident, ...]:
    """The incidents that tell of one happening, that which the report tells first at the head; ``claims`` are those of
    the report, in its order."""
    by_id = {claim.id: claim for claim in claims}
    told = {claim.id: number for number, claim in enumerate(claims)}
    single = (one for one in incidents if _single(one, [by_id[c] for c in one.claims if c in by_id]))
    return tuple(sorted(single, key=lambda one: min((told.get(c, len(told)) for c in one.claims), default=len(told))))


def _single(incident: Incident, claims: Sequence[Claim]) -> bool:
    if all(gathers(claim) or _of_a_war(claim) for claim in claims) or all(
        claim.stance is Stance.DENIES for claim in claims
    ):
        return False
    if len(claims) == 1 and _bare(claims[0]):
        return False
    return (
        _dated(incident.days)
        or (incident.place is not None and incident.place.precision is not WherePrecision.COUNTRY)
        or any(estimate.best for estimate in incident.estimates)
        or any(who.actor_id is not None or who.kind == _PERSON for who in incident.perpetrators)
        or any(who.kind == _PERSON for who in incident.targets)
    )


def _bare(claim: Claim) -> bool:
    """Whether a claim says no more than who did something, or to whom in general: neither day nor place of its own, no
    number and no named person. Parties do many things."""
    taken = {note.field for note in claim.notes if note.rule == TAKEN_OVER}
    dated = "when" not in taken and _dated(claim.days)
    place = claim.place if "where" not in taken else None
    return not (
        dated
        or (place is not None and place.precision is not WherePrecision.COUNTRY)
        or any(toll.best for toll in claim.tolls)
        or any(who.kind == _PERSON for who in (*claim.targets, *claim.perpetrators))
    )


def gathers(claim: Claim) -> bool:
    """Whether a claim counts nothing but several happenings together: a round-up, a running total."""
    return claim.container or (bool(claim.tolls) and all(toll.cumulative for toll in claim.tolls))


def _of_a_war(claim: Claim) -> bool:
    """Whether a claim counts more people than one happening harms, and gives no day: "the killing of 70,000 people"."""
    counts = (toll.best or toll.low or 0 for toll in claim.tolls if toll.measure in _HARM)
    return not _dated(claim.days) and max(counts, default=0) >= _WAR


def _dated(days: Interval | None) -> bool:
    if days is None or days.start is None or days.end is None:
        return False
    ordinals = closed(days, None)
    return ordinals is not None and ordinals.width <= _MONTH
