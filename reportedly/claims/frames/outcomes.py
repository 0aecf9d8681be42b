"""A frame in, whether its attack is told to have been beaten back out, and by whom.

"Troops repelled the attack on Dolvi": the attack took place, those who beat it back are whom it met, and nothing was
won by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claims.frames.frames import Frame
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Note
from reportedly.model.reading import Who
from reportedly.model.text import Sentence

BEATEN = "en/modality/repelling"
_SUFFERED = frozenset({"dobj", "nsubjpass"})
_DOING = frozenset({"nsubj", "agent"})
_JOINED = frozenset({"conj", "appos"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Beaten:
    """An attack that was beaten back, the parties that did so, and the note that says it."""

    by: tuple[Who, ...]
    note: Note


def beaten_back(frame: Frame, actors: Sequence[Who], modality: Modality) -> Beaten | None:
    """Whether the frame's attack was beaten back; an attack that only would be, is no frame."""
    for head in frame.heads:
        verb = repelled(frame.sentence, head, modality)
        if verb is not None:
            span = frame.sentence.tokens[verb].span
            note = Note(field="outcome", rule=BEATEN, text="the attack was beaten back", span=span)
            return Beaten(by=tuple(w for w in actors if w.head in _doers(frame.sentence, verb)), note=note)
    return None


def repelled(sentence: Sentence, noun: int, modality: Modality) -> int | None:
    """The verb by which a noun of action is said to have been beaten back ("repelled a push by the rebels")."""
    tokens = sentence.tokens
    while tokens[noun].dep in _JOINED and tokens[tokens[noun].head].pos in {"NOUN", "PROPN"}:
        noun = tokens[noun].head
    verb = tokens[noun].head
    if (
        tokens[noun].dep not in _SUFFERED
        or verb == noun
        or any(tokens[c].dep == "neg" for c in sentence.children[verb])
    ):
        return None
    lemma = tokens[verb].lemma.lower()
    particle = next((tokens[c].text.lower() for c in sentence.children[verb] if tokens[c].dep in {"prt", "advmod"}), "")
    return verb if {lemma, f"{lemma} {particle}"} & modality.repelling else None


def befell(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether a noun of action is said to have come upon somebody ("the mayor survived an attack", "escaped unhurt from
    an attempt on his life", "the bank was the target of an attack"). Who survived "the attack" survived one told of
    elsewhere, and "the targets of the attack" only name it."""
    return _bears(sentence, noun, modality) is not None


def befallen(sentence: Sentence, noun: int, modality: Modality) -> list[int]:
    """Upon whom a noun of action is said to have come: the mayor who survived it, the bank that was its target."""
    bears = _bears(sentence, noun, modality)
    if bears is None:
        return []
    verb = sentence.tokens[bears].head if sentence.tokens[bears].dep == "attr" else bears
    return [c for c in sentence.children[verb] if sentence.tokens[c].dep == "nsubj"]


def _bears(sentence: Sentence, noun: int, modality: Modality) -> int | None:
    """The verb or the noun by which a deed is said to have come upon the subject."""
    tokens, above = sentence.tokens, sentence.tokens[noun].head
    joined = tokens[noun].dep == "pobj"
    bears = tokens[above].head if joined else above
    if tokens[noun].dep not in {"pobj", "dobj"} or any(tokens[c].dep == "neg" for c in sentence.children[bears]):
        return None
    if any(tokens[c].text.lower() in modality.definite | modality.nobody for c in sentence.children[noun]):
        return None
    if joined and tokens[above].text.lower() in modality.whole:
        aimed = tokens[bears].dep == "attr" and tokens[bears].lemma.lower() in modality.aimed_at
    else:
        aimed = tokens[bears].lemma.lower() in modality.bearing
    return bears if aimed else None


def _doers(sentence: Sentence, verb: int) -> frozenset[int]:
    """The tokens of whoever beat it back, those joined to them too."""
    tokens = sentence.tokens
    while True:
        found = [c for c in sentence.children[verb] if tokens[c].dep in _DOING]
        found += [g for c in found if tokens[c].dep == "agent" for g in sentence.children[c]]
        if found or tokens[verb].dep != "conj":
            return frozenset(n for f in found for n in sentence.subtree(f) if n == f or tokens[n].dep in _JOINED)
        verb = tokens[verb].head
