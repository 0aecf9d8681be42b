"""A frame told by whoever governs a place in, that place out, where its own words name none.

"The governor of the Orvan region said shells had killed two people": what he tells of his region, he tells of there.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.frames.frames import Frame
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution, Note
from reportedly.model.reading import Where
from reportedly.model.text import Sentence, Span
from reportedly.model.words import WherePrecision

RULE = "en/modality/ruling"
_LANDS = frozenset({WherePrecision.COUNTRY, WherePrecision.VAGUE})


def governed_there(
    frame: Frame, told: Attribution | None, places: Sequence[Where], modality: Modality
) -> tuple[Where | None, tuple[Note, ...]]:
    """The place that the frame's teller governs, where the sentence names it with him; a country's ruler tells of all
    of it and of elsewhere."""
    if told is None:
        return None, ()
    for span in told.source:
        if not _rules(frame.sentence, span, modality):
            continue
        seats = [p for p in places if span.covers(p.span) and p.precision not in _LANDS]
        if seats:
            seat = max(seats, key=lambda p: (p.latitude is not None, -p.span.start))
            text = f"told by whoever governs {seat.name}"
            return seat, (Note(field="where", rule=RULE, text=text, span=seat.span),)
    return None, ()


def _rules(sentence: Sentence, span: Span, modality: Modality) -> bool:
    """Whether the words for a teller say that he governs a place."""
    return any(sentence.tokens[n].lemma.lower() in modality.ruling for n in sentence.inside(span))
