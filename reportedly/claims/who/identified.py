"""A noun in its sentence in, the token numbers of what its subject is said to be out: "were members of the Front",
"belong to the Front", "have been identified as rebels", "are believed to be rebels".
"""

from __future__ import annotations

from reportedly.claims.frames.prepositions import governed
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_COPULA = "AUX"  # a verb that stands by itself is so tagged only where it links ("they were rebels")


def said_to_be(sentence: Sentence, noun: int, modality: Modality) -> list[int]:
    """What the verb of a noun says that it is, or whose."""
    token = sentence.tokens[noun]
    verb = token.head
    if token.dep not in _SUBJECT:
        return []
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma in modality.belonging:
        return governed(sentence, verb, modality.takers)
    if lemma in modality.identifying:
        return governed(sentence, verb, modality.identified_as)
    links = linked(sentence, verb)
    links = verb if links is None and sentence.tokens[verb].pos == _COPULA else links
    return [] if links is None else [c for c in sentence.children[links] if sentence.tokens[c].dep == "attr"]


def plainly(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a verb says so itself and not that somebody thinks so."""
    token = sentence.tokens[verb]
    return token.lemma.lower() in modality.belonging or token.pos == _COPULA


def linked(sentence: Sentence, verb: int) -> int | None:
    """The "to be" behind a verb that is said of its subject ("the killers are believed to be rebels")."""
    below = (c for c in sentence.children[verb] if sentence.tokens[c].dep == "xcomp")
    return next((c for c in below if sentence.tokens[c].pos == _COPULA), None)
