"""The claims of a report and its places in, the claims out with the places of the sentences before them.

A report often says where it is before it says what happened: "It is a sad night in Dolvi. The bomb wounded ten people."
A claim of violence that the report makes in its own voice, and for which neither its words nor its story give a place,
is put at the town that the sentence right before it speaks of, if it speaks of one alone and tells of no violence there
(its story would have given it that place). What others are quoted with may lie anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims.drafts import violent
from reportedly.claims.where.elsewhere import tells_of_elsewhere
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Claim, Note
from reportedly.model.reading import Where
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import Stance, WherePrecision

RULE = "code:setting"
_FILED = "code:dateline"


def set_in(
    page: Page, places: Sequence[Where], cues: Sequence[Span], claims: Sequence[Claim], modality: Modality
) -> Iterator[Claim]:
    """The claims in their order. ``cues`` are the words of saying."""
    taken = {c.place.span for c in claims if c.place is not None and violent(c)}
    towns = [p for p in places if _is_town(p) and p.span not in taken]
    towns = [p for p in towns if _is_told(page.sentences[p.sentence], p, cues, modality)]
    for claim in claims:
        town = _before(page, towns, claim) if _goes_on(claim) else None
        if town is None:
            yield claim
            continue
        note = Note(field="where", rule=RULE, text=f"the report speaks of {town.name} right before", span=town.span)
        yield replace(claim, place=town, notes=(*claim.notes, note))


def _goes_on(claim: Claim) -> bool:
    """Whether a claim of violence without a place goes on with the report's own narration."""
    told = claim.stance is Stance.STATES and len(claim.chain) == 1 and not claim.container
    return claim.place is None and told and violent(claim)


def _before(page: Page, towns: Sequence[Where], claim: Claim) -> Where | None:
    """The town that the sentence before names, if it names one alone."""
    here = next((s.number for s in page.sentences if s.span.touches(claim.span)), 0)
    found = [town for town in towns if town.sentence == here - 1]
    return found[-1] if len({town.name for town in found}) == 1 else None


def _is_town(where: Where) -> bool:
    near = (where.precision or WherePrecision.COUNTRY) <= WherePrecision.NEAR
    return where.locative and near and where.place_id is not None and where.rule != _FILED


def _is_told(sentence: Sentence, town: Where, cues: Sequence[Span], modality: Modality) -> bool:
    """Whether a preposition stands before the name, and it tells of no home, office or speech."""
    head = sentence.head_of(town.span)
    if head is None or not (sentence.tokens[head].dep == "pobj" or town.anaphor):
        return False
    return not tells_of_elsewhere(sentence, town.span, cues, modality)
