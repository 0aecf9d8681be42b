"""Two claims of one report on ground that changes hands in, what ties them to one battle out.

A town that falls and is retaken falls in two incidents. But attack and counter-attack of one day are one battle, and so
is what one sentence tells without two days: "one of the villages taken by the army had been recaptured by the rebels".
And the fighting told right after it is the fight for that ground.
"""

from __future__ import annotations

from reportedly.incidents.features import retaken
from reportedly.incidents.sketches import Sketch
from reportedly.lexicon.linking import Families
from reportedly.model.claim import Claim
from reportedly.model.words import Happening

ONE_BATTLE = 5.0
"""What attack and counter-attack tie, beside the weight of another party that takes the place."""
FOUGHT_FOR = 1.0
"""What fighting ties to the ground told of just before it."""
_A_DAY = 2  # days: an action that runs through a night
_REACH = 3  # claims
_GROUND = frozenset({Happening.TERRITORY_GAINED, Happening.TERRITORY_LOST, Happening.ADVANCE})


def battle(left: Claim, right: Claim, a: Sketch, b: Sketch, families: Families, *, away: int) -> float:
    """What two claims of one report, so many claims apart, gain where both tell of one battle."""
    if changed_hands(left, right, a, b, families):
        return ONE_BATTLE if one_battle(left, right, a, b) else 0.0
    return FOUGHT_FOR if away <= _REACH and _fought_for(left, right, b) else 0.0


def taken_anew(left: Claim, right: Claim, a: Sketch, b: Sketch, families: Families) -> bool:
    """Whether a place falls, and falls again to others, in two battles."""
    return changed_hands(left, right, a, b, families) and not one_battle(left, right, a, b)


def changed_hands(left: Claim, right: Claim, a: Sketch, b: Sketch, families: Families) -> bool:
    """Whether one party takes ground and another takes it back, on one occasion or on two."""
    return left.happening is right.happening and retaken(a, b, families)


def one_battle(left: Claim, right: Claim, a: Sketch, b: Sketch) -> bool:
    """Whether ground changes hands on one day, or in one sentence that gives it no two days."""
    if a.days is not None and b.days is not None:
        return a.days == b.days and a.days.width <= _A_DAY
    return left.span.touches(right.span)


def _fought_for(left: Claim, right: Claim, b: Sketch) -> bool:
    """Whether the second claim tells of fighting, without a day and a place of its own, behind ground won or lost."""
    return left.happening in _GROUND and right.happening is Happening.ARMED_CLASH and b.days is None and not b.spots
