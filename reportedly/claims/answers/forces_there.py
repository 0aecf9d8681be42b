"""A denial that a party has forces somewhere and the claims of its report in, those that tell of these out.

"Korvia said that it would conduct no ground operation in Veldania" answers whatever is told of Korvian troops in
Veldania: the convoy that a resident saw, the brigade on a map, and the base that Korvia itself comes to admit.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.drafts import near
from reportedly.claims.who.keys import keys_of
from reportedly.model.claim import Claim
from reportedly.model.reading import Who
from reportedly.model.words import Happening, Stance

_OF_FORCES = frozenset({Happening.DEPLOYMENT, Happening.ADVANCE})
_ASSERTED = frozenset({Stance.STATES, Stance.ALLEGES, Stance.CONFIRMS})


def forces_there(denial: Claim, claims: Sequence[Claim], actors: Sequence[Who]) -> tuple[Claim, ...]:
    """The claims that tell where forces of the party are that denies to have any there, whoever tells them."""
    if denial.happening not in _OF_FORCES or denial.place is None:
        return ()
    speaks = keys_of(denial.chain[-1:])
    ours = keys_of(denial.perpetrators) or speaks
    if not ours & speaks:
        return ()  # what one party says of another's forces is no word on its own
    return tuple(claim for claim in claims if _tells_of(claim, ours, actors) and _there(denial, claim))


def _tells_of(claim: Claim, ours: frozenset[str], actors: Sequence[Who]) -> bool:
    """Whether a claim tells of forces of a party. Forces that bear no party's name ("it has special forces there") are
    those of the party that its words name, or of the party that tells it."""
    if claim.happening is not Happening.DEPLOYMENT or claim.stance not in _ASSERTED:
        return False
    theirs = keys_of((*claim.perpetrators, *claim.targets))
    named = theirs or keys_of(who for who in actors if claim.span.covers(who.span)) or keys_of(claim.chain[-1:])
    return bool(named & ours)


def _there(denial: Claim, claim: Claim) -> bool:
    return claim.place is not None and denial.place is not None and near(denial.place, claim.place)
