"""A noun for a happening and a negated verb in, whether the happening is taken for granted out: "the raid will not go
unpunished" says of no raid that it did not take place.

A negation denies the happening of the noun only where the verb says that it came about or was done ("no raid took
place", "carried out no raid"), or is itself a word for what happened ("the raid did not hit the school").
"""

from __future__ import annotations

from collections.abc import Set

from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_NOMINAL = frozenset({"NOUN", "PROPN"})
_SIDES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "csubj"})
_SAID_OF = frozenset({"acomp", "attr", "prep", "advmod"})
_LIGHT = frozenset({"be", "have"})


def granted(sentence: Sentence, verb: int, noun: int, deeds: Set[int], modality: Modality) -> bool:
    """Whether the negation of the verb leaves it standing that the happening took place. ``deeds`` are the tokens of
    all words for happenings in the sentence."""
    token = sentence.tokens[noun]
    if token.pos not in _NOMINAL or token.dep not in _SIDES or verb == noun:
        return False
    if verb in deeds or _of_any(sentence, noun, modality):
        return False
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma in modality.owning:  # "no group has claimed the bombing"
        return True
    if lemma in modality.carriers or lemma in modality.occurring or lemma in modality.partaking | modality.acting:
        return False
    if lemma in _LIGHT:  # "the raid was not easy"; but "was not involved in the raid", "had no part in the raid"
        said = [c for c in sentence.children[verb] if sentence.tokens[c].dep in _SAID_OF]
        return token.dep == "nsubj" and token.head == verb and lemma == "be" and bool(said)
    return True


def _of_any(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether every happening of the kind is meant: "no raids", "any raids"."""
    return any(sentence.tokens[c].text.lower() in modality.at_all for c in sentence.children[noun])
