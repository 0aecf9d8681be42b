"""The claims of one report in, the same with each denial tied to the claims that it denies out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.story import near
from reportedly.model.claim import Claim
from reportedly.model.words import Stance


def tie_denials(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Ties each denial to the nearest claim of another teller that it can be about, those before it first."""
    return tuple(_tied(n, claims) if c.stance is Stance.DENIES else c for n, c in enumerate(claims))


def _tied(number: int, claims: Sequence[Claim]) -> Claim:
    denial = claims[number]
    order = [*reversed(claims[:number]), *claims[number + 1 :]]
    scored = [(likeness(denial, c), -rank, c.id) for rank, c in enumerate(order) if _deniable(denial, c)]
    best = max(scored, default=None)
    return replace(denial, denies=(best[2],)) if best and best[0] > 0 else denial


def _deniable(denial: Claim, claim: Claim) -> bool:
    return claim.stance is not Stance.DENIES and (claim.chain[-1:] != denial.chain[-1:] or len(denial.chain) < 2)


def likeness(denial: Claim, claim: Claim) -> int:
    """How much a denial and a claim share: numbers of a toll, those harmed, the happening, the place."""
    score = 3 * bool(_numbers(denial) & _numbers(claim))
    score += 2 * bool(_names(denial) & _names(claim))
    score += 2 * (denial.happening is claim.happening)
    if denial.place is not None and claim.place is not None:
        score += 1 if near(denial.place, claim.place) else -2
    return score


def _numbers(claim: Claim) -> frozenset[tuple[str, int]]:
    return frozenset((t.measure.value, t.best) for t in claim.tolls if t.best is not None)


def _names(claim: Claim) -> frozenset[str]:
    return frozenset(w.actor_id or w.name for w in (*claim.targets, *claim.perpetrators))
