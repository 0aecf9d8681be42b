"""A report's findings in, the places that are printed of it out: those with a name, and of a war those without.

A place without a name ("the town", "a mosque") is of use where something happened to it. It is printed beside claims
of war, in reports that name a party which fights; a walk through "the park" in a town's paper is not. Words that point
back at a named place ("the town" after Dolvi) are printed throughout such reports.
"""

from __future__ import annotations

from reportedly.model.claim import Claim
from reportedly.model.findings import Findings
from reportedly.model.reading import Where
from reportedly.model.words import Happening

_FIGHT = frozenset({"military", "armed-group", "militia", "coalition", "air-force"})
"""Kinds of known parties by which a report tells of war and not of a crime or an accident."""

_NO_WAR = frozenset({Happening.STATEMENT, Happening.OTHER, Happening.OTHER_VIOLENCE, Happening.ARREST})
"""Kinds of happenings that papers tell of in peace as well."""


def printed(found: Findings) -> tuple[Where, ...]:
    """The places of ``extract``, in text order: no government that speaks ("Karsk said")."""
    named = [where for where in found.readings.places if _is_named(where)]
    told = [claim for claim in found.claims if claim.happening not in _NO_WAR]
    if any(_fights(claim) for claim in told):
        beside, taken = _beside(found, told), {at for where in named for at in _offsets(where)}
        named += [w for w in found.readings.places if _is_told(w, beside) and taken.isdisjoint(_offsets(w))]
    return tuple(sorted(named, key=lambda where: where.span))


def _is_named(where: Where) -> bool:
    return (where.locative or where.seat) and not where.anaphor


def _offsets(where: Where) -> range:
    return range(where.span.start, where.span.end)


def _is_told(where: Where, beside: frozenset[int]) -> bool:
    return (where.anaphor and where.locative) or (where.nameless and where.sentence in beside)


def _fights(claim: Claim) -> bool:
    """Whether a known party that fights does or suffers what the claim tells."""
    return any(who.kind in _FIGHT and who.actor_id is not None for who in (*claim.perpetrators, *claim.targets))


def _beside(found: Findings, told: list[Claim]) -> frozenset[int]:
    """The numbers of the sentences that make a claim, and of those before and after."""
    here = {p.number for p in found.passages.passages for claim in told if p.span.touches(claim.span)}
    return frozenset(number + step for number in here for step in (-1, 0, 1))
