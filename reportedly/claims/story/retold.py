"""A page and the drafts of its claims in, the drafts out with what is told of "the incident": "Two guards were killed
on Tuesday. The incident took place in the village of Zhemun."

"Incident" names no violence, and a sentence about one is no claim. Where and when it came about is said of what was
told right before, which takes over a place that is more precise than its own, and a day that it lacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from reportedly.claims.drafts import Draft, near, violent
from reportedly.claims.frames.assertion import asserted, clause_head
from reportedly.claims.frames.frames import Frame, Trigger
from reportedly.claims.frames.hanging import tells_again
from reportedly.claims.scene import TOLD
from reportedly.claims.when.settings import Dated, settle_when
from reportedly.claims.where.settings import settle_where
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Note
from reportedly.model.findings import Readings
from reportedly.model.mention import HappeningMention
from reportedly.model.reading import Where
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import Happening, WherePrecision

RULE = "en/modality/retelling"
_BACK = 3
"""Sentences that what "the incident" is may lie back."""


def retold(
    page: Page, readings: Readings, drafts: Sequence[Draft], cues: Sequence[Span], modality: Modality
) -> list[Draft]:
    """The drafts in their order."""
    kept = list(drafts)
    for frame in _retellings(page, readings, kept, modality):
        here = frame.sentence.number
        places = [p for p in readings.places if p.sentence == here]
        place, _ = settle_where(frame, places, [c for c in cues if frame.span.touches(c)], modality)
        dated = settle_when(frame, [t for t in readings.times if t.sentence == here], cues, modality)
        kept = [_filled(draft, place, dated) if _is_told(page, frame, draft, kept) else draft for draft in kept]
    return kept


def _retellings(page: Page, readings: Readings, drafts: Sequence[Draft], modality: Modality) -> Iterator[Frame]:
    """One frame for each sentence that says of "the incident" that it came about and tells of nothing else."""
    deeds: dict[int, set[int]] = {}
    for mention in readings.happenings:
        deeds.setdefault(mention.sentence, set()).add(mention.token)
    for sentence in page.sentences:
        if sentence.passage.kind not in TOLD or any(sentence.span.touches(d.claim.span) for d in drafts):
            continue
        told: Set[int] = deeds.get(sentence.number, set())
        number = next((n for n in range(len(sentence.tokens)) if _retells(sentence, n, told, modality)), None)
        if number is not None:
            yield _frame(sentence, number, modality)


def _came_about(sentence: Sentence, number: int, deeds: Set[int], modality: Modality) -> bool:
    """Whether a relative word says of a definite happening that it came about: "the attack, WHICH had occurred on
    Thursday"."""
    verb = sentence.tokens[number].head
    noun = sentence.tokens[verb].head
    known = noun in deeds or sentence.tokens[noun].lemma.lower() in modality.retelling
    definite = any(sentence.tokens[n].text.lower() in modality.definite for n in sentence.children[noun])
    return known and definite and sentence.tokens[verb].lemma.lower() in modality.occurring


def _retells(sentence: Sentence, number: int, deeds: Set[int], modality: Modality) -> bool:
    """Whether a word is "the incident" as the subject of a verb of coming about."""
    token = sentence.tokens[number]
    if token.dep != "nsubj":
        return False
    if token.tag == "WDT" and sentence.tokens[token.head].dep == "relcl":
        return _came_about(sentence, number, deeds, modality)
    return tells_again(sentence, number, modality)


def _frame(sentence: Sentence, number: int, modality: Modality) -> Frame:
    mention = HappeningMention(
        span=sentence.tokens[number].span,
        text=sentence.tokens[number].text,
        sentence=sentence.number,
        rule=RULE,
        kind=Happening.OTHER_VIOLENCE,
        token=number,
    )
    trigger = Trigger(
        mention=mention,
        clause=clause_head(sentence, number),
        assertion=asserted(sentence, number, modality),
        telling=-1,
    )
    return Frame(sentence=sentence, family="fighting", triggers=(trigger,), counts=(), span=sentence.span)


def _is_told(page: Page, frame: Frame, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a draft is of the last sentence before the frame's in which violence is told, at most three back."""
    told = [_sentence(page, d) for d in drafts if violent(d.claim) and d.claim.span < frame.span]
    if not told or frame.sentence.number - max(told) > _BACK or draft.ground or draft.mishap is not None:
        return False
    return violent(draft.claim) and draft.claim.span < frame.span and _sentence(page, draft) == max(told)


def _sentence(page: Page, draft: Draft) -> int:
    return next((s.number for s in page.sentences if s.span.touches(draft.claim.span)), -1)


def _filled(draft: Draft, place: Where | None, dated: Dated) -> Draft:
    claim = draft.claim
    if place is not None and _closer(place, claim.place):
        note = Note(
            field="where", rule=RULE, text=f"the incident is said to have come about at {place.name}", span=place.span
        )
        claim = replace(claim, place=place, notes=(*claim.notes, note))
    if not draft.dated and not dated.hour and dated.settled and dated.days is not None:
        claim = replace(
            claim,
            days=dated.days,
            date_precision=dated.precision,
            date_basis=dated.basis,
            notes=(*claim.notes, *dated.notes),
        )
        draft = replace(draft, dated=True)
    return replace(draft, claim=claim) if claim is not draft.claim else draft


def _closer(place: Where, told: Where | None) -> bool:
    """Whether a place says more than the one told: a spot in it, or any where none is told."""
    if told is None:
        return True
    wide = (told.precision or WherePrecision.EXACT) > WherePrecision.NEAR
    narrow = (place.precision or WherePrecision.EXACT) < (told.precision or WherePrecision.EXACT)
    return wide and narrow and (place.place_id is None or near(place, told))
