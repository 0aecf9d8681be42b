"""A draft of a claim and those before it in, the same draft with the doer of the deed that it takes up again out.

"Guerrillas attacked a post. The attack left two dead": a definite noun takes up the deed told just before. Who did the
deed did it there too, on the same word: what one party says of another is not carried into anybody else's telling.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.story import Draft, noted, same_story, violent
from reportedly.model.claim import Claim
from reportedly.model.reading import Interval
from reportedly.model.words import Happening, Stance

_TOLD = frozenset({Stance.STATES, Stance.CONFIRMS})
_BOTH = frozenset({Happening.ARMED_CLASH})
"""Deeds of two sides, where who did it does not say whom the dead are owed to."""


def done_by(draft: Draft, before: Sequence[Draft]) -> Draft:
    """The draft with the doer of the deed that it takes up; ``before`` are the drafts before it, the nearest first."""
    claim = draft.claim
    if not draft.resumes or claim.perpetrators or claim.stance not in _TOLD or draft.ground or not violent(claim):
        return draft
    source = _taken_up(draft, before)
    if source is None or _harms_itself(claim, source.claim):
        return draft
    return noted(draft, "who", source, perpetrators=source.claim.perpetrators)


def _taken_up(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The nearest deed before that can be the same one, if it says who did it."""
    for other in before:
        if other.ground or not violent(other.claim) or other.claim.stance is Stance.DENIES:
            continue
        if not same_story(draft.claim, other.claim) or _apart(draft.claim.days, other.claim.days):
            return None
        if other.claim.perpetrators:
            fits = other.claim.stance in _TOLD and other.claim.happening not in _BOTH
            return other if fits and _told_alike(draft.claim, other.claim) else None
        if not (other.resumes or other.vague):
            return None
    return None


def _told_alike(claim: Claim, source: Claim) -> bool:
    """Whether the doer is named in the report's own voice, or on the word on which the claim itself stands."""
    return source.chain == claim.chain[: len(source.chain)] or source.chain[-1].name == claim.chain[-1].name


def _apart(one: Interval | None, other: Interval | None) -> bool:
    """Whether two times have no day in common."""
    return one is not None and other is not None and not one.touches(other)


def _harms_itself(claim: Claim, source: Claim) -> bool:
    """Whether those harmed are of the doers' own side ("three rebels were killed")."""
    keys = {k for w in source.perpetrators for k in (w.actor_id, w.side, w.name) if k}
    own = {k for w in claim.targets for k in (w.actor_id, w.side, w.name) if k}
    return bool(keys & own)
