"""What was told before, and in which words somebody speaks of it again, in; the claim that they make of it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.drafts import TAKEN_OVER
from reportedly.ids import claim_id
from reportedly.model.claim import Attribution, Claim, Note
from reportedly.model.reading import Who
from reportedly.model.text import Span
from reportedly.model.words import Stance


def answer(told: Attribution, target: Claim, span: Span, because: Note, perpetrators: Sequence[Who] = ()) -> Claim:
    """A claim that denies another of its report. ``because`` says why it is a denial."""
    return _about(told, target, span, because, perpetrators, stance=Stance.DENIES, act="denies", what="what is denied")


def ascription(
    told: Attribution, target: Claim, span: Span, because: Note, perpetrators: Sequence[Who], stance: Stance
) -> Claim:
    """A claim that only says whose deed another of its report is. ``because`` says on whose word."""
    return _about(told, target, span, because, perpetrators, stance=stance, act="ascribed", what="the deed told before")


def bearing(told: Attribution, target: Claim, span: Span, because: Note, targets: Sequence[Who]) -> Claim:
    """A claim that only says who those harmed in another of its report were. ``because`` says of all or of some."""
    claim = _about(told, target, span, because, (), stance=told.stance, act=because.rule, what="the deed told before")
    evidence = tuple(sorted({*claim.evidence, *(who.span for who in targets)}))
    return replace(claim, targets=tuple(targets), evidence=evidence)


def _about(
    told: Attribution,
    target: Claim,
    span: Span,
    because: Note,
    perpetrators: Sequence[Who],
    *,
    stance: Stance,
    act: str,
    what: str,
) -> Claim:
    """Its words name no happening, so kind, day and place are those of what was told, and its notes say so."""
    denies = stance is Stance.DENIES
    named = () if denies else tuple(w.span for w in perpetrators)
    taken = tuple(
        Note(field=field, rule=TAKEN_OVER, text=f"that of {what} ({target.id})", span=target.span)
        for field, value in (("happening", target.happening), ("when", target.days), ("where", target.place))
        if value is not None
    )
    return Claim(
        id=claim_id(target.report, span, target.happening.value, act, target.id),
        report=target.report,
        span=span,
        happening=target.happening,
        stance=stance,
        hedge=told.hedge,
        chain=told.chain,
        days=target.days,
        date_precision=target.date_precision,
        date_basis=None,
        place=target.place,
        perpetrators=tuple(perpetrators),
        evidence=tuple(sorted({*told.cue, *told.source, *named})),
        denies=(target.id,) if denies else (),
        notes=(because, *taken),
    )
