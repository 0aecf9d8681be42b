"""A frame in, whether it tells of another happening than the one before, or elsewhere, and whose land was struck out.

"Other missiles hit Dolvi" does not say more precisely where the first one fell. "Air strikes on Korvian factories" hit
Korvia, wherever the report was before; "Elsewhere, shells hit a mill" leaves the town of which the report told.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.frames.frames import Frame
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Where
from reportedly.model.text import Sentence, Span
from reportedly.model.words import WherePrecision

_BEFORE_NAME = frozenset({"ADP", "DET", "NOUN", "ADJ", "PUNCT"})
_STRUCK = frozenset({"dobj", "nsubjpass", "pobj"})


def tells_of_another(frame: Frame, weapons: Sequence[Span], modality: Modality) -> bool:
    """Whether a word such as "other" or "separate" stands with the happening or with the ``weapons`` that did it, or it
    is said to have been done too, and to the same ("ALSO attacked THE SAME market on Sunday")."""
    tokens = frame.sentence.tokens
    arms = {head for span in weapons if (head := frame.sentence.head_of(span)) is not None}
    told = (*frame.heads, *sorted(arms))
    if any(tokens[c].text.lower() in modality.apart for n in told for c in frame.sentence.children[n]):
        return True
    return any(_to_the_same(frame.sentence, head, modality) for head in frame.heads)


def turns_elsewhere(frame: Frame, modality: Modality) -> bool:
    """Whether the frame's sentence sets out by leaving where the report was ("Elsewhere, shells hit a mill", "Elsewhere
    in the province"), not only for another part of its town ("Elsewhere in the city")."""
    sentence = frame.sentence
    first = next((n for n, t in enumerate(sentence.tokens) if t.pos not in ("PUNCT", "SPACE")), None)
    if first is None or sentence.tokens[first].text.lower() not in modality.away:
        return False
    below = (b for p in sentence.children[first] for b in sentence.children[p])
    return not any(sentence.tokens[b].lemma.lower() in modality.wards for b in below)


def sets_out(sentence: Sentence, place: Where | None) -> bool:
    """Whether a sentence sets out with a place, which its preposition and class noun alone stand before ("In the city
    of Dolvi, shells hit a mill")."""
    if place is None or not sentence.span.covers(place.span) or sentence.tokens[0].pos != "ADP":
        return False
    return all(token.pos in _BEFORE_NAME for token in sentence.tokens if token.end <= place.span.start)


def _to_the_same(sentence: Sentence, deed: int, modality: Modality) -> bool:
    tokens = sentence.tokens
    same = any(
        tokens[o].dep in _STRUCK and any(tokens[c].text.lower() in modality.same for c in sentence.children[o])
        for o in sentence.children[deed]
    )
    near = (deed, *sentence.ancestors(deed))
    return same and any(tokens[c].text.lower() in modality.too for n in near for c in sentence.children[n])


def land_of(frame: Frame, here: Sequence[Where], named: Sequence[Where], modality: Modality) -> Where | None:
    """The country of the nameless site that the frame says was struck, as the report names it elsewhere. ``here`` are
    the places of the sentence, ``named`` those of the report."""
    sites = (p for p in here if p.nameless and p.country and _struck(frame.sentence, p.span, frame.heads, modality))
    code = next((site.country for site in sites), None)
    if code is None:
        return None
    return next((p for p in named if p.precision is WherePrecision.COUNTRY and p.country == code), None)


def _struck(sentence: Sentence, span: Span, heads: Sequence[int], modality: Modality) -> bool:
    """Whether the words are the object of a happening, or stand behind "on" or "against" with it."""
    head = sentence.head_of(span)
    if head is None or sentence.tokens[head].dep not in _STRUCK:
        return False
    above = sentence.tokens[head].head
    if sentence.tokens[head].dep == "pobj":
        if sentence.tokens[above].text.lower() not in modality.towards:
            return False
        above = sentence.tokens[above].head
    below = (c for c in sentence.children[above] if c in heads)
    return above in heads or any(sentence.tokens[c].dep == "dobj" for c in below)
