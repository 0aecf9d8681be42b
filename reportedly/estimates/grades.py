"""Origins, claims and contradictions of one incident in, an Airwars grade with its reason out.

The names are those of the Airwars methodology: confirmed, a belligerent has accepted responsibility; fair, two or more
credible sources; weak, a single source; contested, competing claims of responsibility; discounted, those killed were
combatants or others most likely responsible. How they are read from a ledger is ours (``docs/policies``): discounted is
what is only denied or doubted, since who was a combatant is not judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.estimates.voices import voice
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.incident import Contradiction, Origin
from reportedly.model.words import ContradictionKind, Grade, Role, Stance

_PARTIES = frozenset({Role.OFFICIAL, Role.MILITARY, Role.ARMED_GROUP, Role.MEDIA, Role.AGENCY})
_ACCEPTING = frozenset({Stance.CLAIMS_RESPONSIBILITY, Stance.CONFIRMS})


def grade(
    claims: Sequence[Claim], counted: Sequence[Origin], disputes: Sequence[Contradiction], words: Counted
) -> tuple[Grade, str]:
    """The grade and why, in words."""
    known = {claim.id: claim for claim in claims}
    accepted = _accepted(claims, words)
    if accepted:
        return Grade.CONFIRMED, f"{accepted} accepts responsibility"
    if all(claim.stance in (Stance.DENIES, Stance.DOUBTS) for claim in claims):
        return Grade.DISCOUNTED, "it is only denied or doubted"
    rivals = [dispute for dispute in disputes if _rivals(dispute, known)]
    if rivals:
        return Grade.CONTESTED, rivals[0].text
    if len(counted) >= 2:
        return Grade.FAIR, f"{len(counted)} independent origins"
    if len(counted) == 1:
        return Grade.WEAK, f"one origin: {counted[0].name}"
    return Grade.WEAK, "no origin that counts"


def _accepted(claims: Sequence[Claim], words: Counted) -> str | None:
    """A party that claims the deed, or confirms what its own side is said to have done."""
    for claim in sorted((c for c in claims if c.stance in _ACCEPTING), key=lambda c: c.id):
        teller = voice(claim, words)
        own = teller.side is not None and teller.side in {who.side for who in claim.perpetrators}
        if claim.stance is Stance.CLAIMS_RESPONSIBILITY:
            return teller.name
        if own and teller.role in _PARTIES:
            return teller.name
    return None


def _rivals(dispute: Contradiction, known: Mapping[str, Claim]) -> bool:
    """Whether the two sides name different culprits, or one denies the deed."""
    if dispute.kind is ContradictionKind.DENIAL:
        return True
    if dispute.kind is not ContradictionKind.ATTRIBUTION:
        return False
    return bool(known[dispute.left].perpetrators and known[dispute.right].perpetrators) and "done by" in dispute.text
