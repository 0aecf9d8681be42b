"""A frame and its place in, whether the words tell of several happenings all over that place out.

"Two attacks in Marn", "air strikes across Orvan", "strikes on towns in Teshil" name a province because no town would be
right: the town of one of them, told of later, is not where they all were.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.frames.frames import Frame
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Where
from reportedly.model.text import Sentence
from reportedly.model.words import WherePrecision

_WIDE = frozenset({WherePrecision.PROVINCE, WherePrecision.VAGUE, WherePrecision.COUNTRY})
_PLURAL = frozenset({"NNS", "NNPS"})


def spread_out(frame: Frame, place: Where | None, places: Sequence[Where], modality: Modality) -> bool:
    """Whether the wide place of a frame holds several happenings. ``places`` are those of its sentence, the nameless
    ones ("towns") among them."""
    if place is None or place.precision not in _WIDE:
        return False
    sentence = frame.sentence
    if place.precision is not WherePrecision.COUNTRY and any(_counted(sentence, h, modality) for h in frame.heads):
        return True
    if any(_goes_on(sentence, n, modality) for n in range(len(sentence.tokens)) if sentence.tokens[n].tag in _PLURAL):
        return True
    head = sentence.head_of(place.span)
    if head is None or sentence.tokens[head].dep != "pobj":
        return False
    preposition = sentence.tokens[head].head
    if sentence.tokens[preposition].text.lower() in modality.spanning:
        return True
    several = any(sentence.tokens[h].tag in _PLURAL for h in frame.heads)
    return several and _several_sites(sentence, sentence.tokens[preposition].head, places)


def _counted(sentence: Sentence, number: int, modality: Modality) -> bool:
    """Whether a happening is counted in the plural: "two attacks", "a series of raids"."""
    token = sentence.tokens[number]
    if token.tag not in _PLURAL:
        return False
    above = sentence.tokens[sentence.tokens[token.head].head] if token.dep == "pobj" else token
    several = above.lemma.lower() in modality.several
    return several or any(sentence.tokens[c].dep == "nummod" for c in sentence.children[number])


def _goes_on(sentence: Sentence, number: int, modality: Modality) -> bool:
    """Whether happenings in the plural are said to have begun once: "strikes that began on Friday" go on."""
    clauses = (c for c in sentence.children[number] if sentence.tokens[c].dep == "relcl")
    return any(sentence.tokens[c].lemma.lower() in modality.beginning for c in clauses)


def _several_sites(sentence: Sentence, number: int, places: Sequence[Where]) -> bool:
    """Whether a word is the plural noun of sites without names: "towns", "rebel strongholds"."""
    token = sentence.tokens[number]
    return token.tag in _PLURAL and any(p.nameless and p.span.touches(token.span) for p in places)
