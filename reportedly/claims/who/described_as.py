"""A sentence with its actors in, the words that only say of a party who it is out: "the MLF, a militia active in Orvan
since the 1990s, shelled Kolm" tells of no shelling in Orvan, nor of one since the 1990s."""

from __future__ import annotations

from collections.abc import Iterable, Set

from reportedly.model.reading import Who
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Role

_PARTIES = frozenset({Role.ARMED_GROUP, Role.MILITARY})


def says_who(sentence: Sentence, actors: Iterable[Who], deeds: Set[int]) -> frozenset[int]:
    """The tokens of the appositions that describe armed parties. ``deeds`` are the tokens of words for what happened:
    an apposition that holds one tells of it."""
    heads = {who.head for who in actors if who.role in _PARTIES and who.head is not None}
    found: set[int] = set()
    for number, token in enumerate(sentence.tokens):
        if token.dep == "appos" and number in heads:
            words = sentence.subtree(number)
            if deeds.isdisjoint(words) and token.head not in deeds:
                found.update(words)
    return frozenset(found)


def inside(sentence: Sentence, span: Span, words: Set[int]) -> bool:
    """Whether a span stands wholly in the words."""
    return bool(words) and words >= {*sentence.inside(span)}
