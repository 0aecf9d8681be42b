"""A page and its attributions in, the same out, denials without the relative clauses in which they leave something
standing: who "denied any role in the blast that killed nine" does not deny that it killed nine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import Stance

_RELATIVE = frozenset({"WDT", "WP"})
_PAST = frozenset({"VBD"})


def conceding(page: Page, attributions: Iterable[Attribution], modality: Modality) -> tuple[Attribution, ...]:
    """The attributions, what a denial takes for granted cut from its content: it is told by whoever tells of the
    denial."""
    return tuple(_without(page, told, modality) if told.stance is Stance.DENIES else told for told in attributions)


def _without(page: Page, told: Attribution, modality: Modality) -> Attribution:
    content = tuple(_cut(page.sentence_at(piece.start), piece, modality) for piece in told.content)
    return told if content == told.content else replace(told, content=content)


def _cut(sentence: Sentence | None, piece: Span, modality: Modality) -> Span:
    """The piece up to the first relative clause in it that tells in the past of something definite."""
    if sentence is None:
        return piece
    definite = False
    for number in sentence.inside(piece):
        token = sentence.tokens[number]
        definite = definite or token.text.lower() in modality.definite or token.tag == "POS"
        verb = sentence.tokens[token.head]
        tells = token.tag in _RELATIVE and verb.dep == "relcl" and verb.tag in _PAST
        if definite and tells and token.start > piece.start:
            return Span(piece.start, sentence.tokens[number - 1].end)
    return piece
