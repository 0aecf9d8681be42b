"""A word of blame that names no deed in its sentence in, the token numbers of whom it blames out.

"The Front is believed to be responsible", "the Front is the main suspect", "police believe the Front was involved",
"suspicion fell on the Front", "all evidence points to the Front": the deed was told before.
"""

from __future__ import annotations

from reportedly.claims.frames.prepositions import governed, objects_of
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_SAID_OF = frozenset({"acomp", "attr", "oprd"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_CLIMBS = frozenset({"xcomp"})
_BORNE = frozenset({"nsubj", "nsubjpass", "dobj"})


def suspected(sentence: Sentence, number: int, modality: Modality) -> list[int]:
    """Whom "responsible", "the suspect" or "involved" is said of, or at whom the finger points."""
    token = sentence.tokens[number]
    word = token.lemma.lower()
    if word in modality.fingers and token.dep in _BORNE:
        return _pointed_at(sentence, number, modality)
    if word in modality.pointing and _lays_to(sentence, number, modality):
        return governed(sentence, number, modality.pointed_at)
    if word in modality.partaking and token.tag == "VBN":
        verb = number
    elif word in modality.authors | modality.suspects and token.dep in _SAID_OF:
        verb = token.head
    else:
        return []
    if not all(_points_back(sentence, n, modality) for n in {number, verb}):
        return []
    return _subject(sentence, verb)


def _lays_to(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a verb of pointing has what was found as its subject, or says as what it points at somebody ("pointed to
    the Front as the author of the attack")."""
    what = governed(sentence, verb, modality.identified_as)
    return any(sentence.tokens[n].lemma.lower() in modality.findings for n in _subject(sentence, verb)) or any(
        sentence.tokens[n].lemma.lower() in modality.authors | modality.culprits for n in what
    )


def _pointed_at(sentence: Sentence, noun: int, modality: Modality) -> list[int]:
    """Whom the preposition of the noun or of its verb brings."""
    verb = sentence.tokens[noun].head
    return [n for by in (noun, verb) for n in governed(sentence, by, modality.pointed_at)]


def _points_back(sentence: Sentence, number: int, modality: Modality) -> bool:
    """Whether a word's prepositions bring nothing but the deed told before ("responsible for it"), so that no other
    matter is meant ("responsible for the roads", "involved in talks")."""
    joined = [c for c in sentence.children[number] if sentence.tokens[c].dep in {"prep", "agent"}]
    brought = [n for c in joined for n in objects_of(sentence, c)]
    return all(sentence.tokens[n].lemma.lower() in modality.deeds for n in brought)


def _subject(sentence: Sentence, verb: int) -> list[int]:
    """The subject of a verb, or of the one that it hangs on ("is believed to be")."""
    found = [c for c in sentence.children[verb] if sentence.tokens[c].dep in _SUBJECT]
    if not found and sentence.tokens[verb].dep in _CLIMBS:
        return _subject(sentence, sentence.tokens[verb].head)
    return found
