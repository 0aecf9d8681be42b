"""The drafts of one report's claims in, the same out with deaths that came later put to the day of what caused them.

"Mira Tesh was shot on Saturday. She died on Monday": Monday is the day of a death, and the shooting that caused it was
on Saturday. An incident is dated by what was done, not by when the last of its victims died (UCDP GED Codebook: deaths
that come later belong to the event that caused them).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from reportedly.claims.drafts import Draft, violent
from reportedly.claims.frames.frames import Frame
from reportedly.claims.story.completion import same_story
from reportedly.claims.when.of_the_hurt import dying_verb
from reportedly.claims.when.settings import Dated
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Note
from reportedly.model.words import DatePrecision, Measure

RULE = "code:died-later"
LATER = timedelta(days=90)
"""How long after it was hurt somebody may die of it and still be told of with it."""
_HURT = frozenset({Measure.WOUNDED, Measure.CASUALTIES})
_DAYS = frozenset({DatePrecision.DAY, DatePrecision.DAYS})


def dates_death(frame: Frame, dated: Dated, modality: Modality) -> bool:
    """Whether the day of a frame hangs on a verb of dying ("died on Sunday", "was pronounced dead on Monday")."""
    return dated.settled and bool(dated.spans) and dying_verb(frame, dated.spans[0], modality) is not None


def died_later(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each death of one person that its report dates after the hurt put to the day of the hurt."""
    return [_of_hurt(draft, number, drafts) if _is_death(draft) else draft for number, draft in enumerate(drafts)]


def _is_death(draft: Draft) -> bool:
    """Whether the draft tells that one person died on a day of its own."""
    killed = [toll for toll in draft.claim.tolls if toll.measure is Measure.KILLED]
    sharp = draft.dated and draft.claim.date_precision is DatePrecision.DAY
    return draft.dying and sharp and not draft.ground and bool(killed) and all(toll.best == 1 for toll in killed)


def _of_hurt(draft: Draft, number: int, drafts: Sequence[Draft]) -> Draft:
    hurt = [(abs(at - number), other) for at, other in enumerate(drafts) if _led_to(other, draft)]
    if not hurt:
        return draft
    source = min(hurt, key=lambda pair: pair[0])[1].claim
    note = Note(
        field="when",
        rule=RULE,
        text=f"{draft.claim.date_basis!r} is the day of the death; what led to it was told of {source.date_basis!r}",
        span=source.span,
    )
    claim = replace(
        draft.claim,
        days=source.days,
        date_precision=source.date_precision,
        date_basis=source.date_basis,
        notes=(*draft.claim.notes, note),
    )
    return replace(draft, claim=claim)


def _led_to(other: Draft, draft: Draft) -> bool:
    """Whether the other draft tells of somebody hurt on an earlier day, in what can be the same story."""
    if other.dying or other.ground or not other.dated or other.claim.date_precision not in _DAYS:
        return False
    if not violent(other.claim) or not same_story(other.claim, draft.claim):
        return False
    hurt = (
        other.shot
        or draft.wounded
        or any(toll.measure in _HURT for claim in (other.claim, draft.claim) for toll in claim.tolls)
    )
    before, after = other.claim.days, draft.claim.days
    if not (hurt and before and after and before.start and before.end and after.start):
        return False
    return before.end <= after.start <= before.start + LATER
