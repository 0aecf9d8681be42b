"""What somebody denies, and in which words, in; the claim that denies it out."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.story import TAKEN_OVER
from reportedly.ids import claim_id
from reportedly.model.claim import Attribution, Claim, Note
from reportedly.model.reading import Who
from reportedly.model.text import Span
from reportedly.model.words import Stance


def answer(told: Attribution, target: Claim, span: Span, because: Note, perpetrators: Sequence[Who] = ()) -> Claim:
    """A claim that denies another of its report: its words name no happening, so kind, day and place are those of what
    is denied, and its notes say so. ``because`` says why it is a denial."""
    taken = tuple(
        Note(field=field, rule=TAKEN_OVER, text=f"that of what is denied ({target.id})", span=target.span)
        for field, value in (("happening", target.happening), ("when", target.days), ("where", target.place))
        if value is not None
    )
    return Claim(
        id=claim_id(target.report, span, target.happening.value, "denies", target.id),
        report=target.report,
        span=span,
        happening=target.happening,
        stance=Stance.DENIES,
        hedge=told.hedge,
        chain=told.chain,
        days=target.days,
        date_precision=target.date_precision,
        date_basis=None,
        place=target.place,
        perpetrators=tuple(perpetrators),
        evidence=tuple(sorted({*told.cue, *told.source})),
        denies=(target.id,),
        notes=(because, *taken),
    )
