"""A word of a sentence in, the nouns that its prepositions bring out."""

from __future__ import annotations

from reportedly.model.text import Sentence


def governed(sentence: Sentence, head: int, words: frozenset[str]) -> list[int]:
    """The nouns that a head's prepositions of a set of words bring."""
    return [
        noun
        for child in sentence.children[head]
        if sentence.tokens[child].text.lower() in words
        for noun in objects_of(sentence, child)
    ]


def objects_of(sentence: Sentence, preposition: int) -> list[int]:
    """The nouns and clauses that a preposition governs."""
    return [c for c in sentence.children[preposition] if sentence.tokens[c].dep in {"pobj", "pcomp"}]
