"""The words of a noun phrase in, the role of a teller out."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.attributions.names import Known
from reportedly.lexicon.saying import Sources, SourceWord
from reportedly.model.text import Sentence
from reportedly.model.words import Role

_GENERAL = frozenset({Role.OFFICIAL, Role.UNKNOWN, Role.WITNESS})
"""Roles that a word beside the noun may make more exact: a "military official" is of the military."""


def role_of(sentence: Sentence, head: int, first: int, last: int, sources: Sources, body: Known | None) -> Role:
    """The head's role, unless what stands beside it says more ("a military source", "a source in the YPG")."""
    noun = sources.heads.get(sentence.tokens[head].lemma.lower())
    if noun is not None and noun.apart:
        return noun.role
    beside = next(_beside(sentence, head, first, last, sources), None)
    pair = _pair(sentence, head, sources) if head > first else None
    if pair is not None and not pair.weak:
        return pair.role
    if noun is None:
        return beside.role if beside is not None else body.role if body is not None else Role.UNKNOWN
    if not noun.weak and noun.role not in _GENERAL:
        return noun.role
    if beside is not None and (noun.weak or beside.role not in _GENERAL):
        return beside.role
    if body is not None and (noun.weak or body.role not in _GENERAL):
        return body.role
    return noun.role


def role_word(sentence: Sentence, head: int, first: int, last: int, sources: Sources) -> SourceWord | None:
    """The noun for a teller nearest to a name in its phrase ("Colonel X", "X, a resident of Y")."""
    found: list[tuple[int, SourceWord]] = []
    for n in range(first, last + 1):
        word = sentence.tokens[n].lemma.lower()
        noun = sources.heads.get(word)
        if noun is None or noun.weak:
            noun = sources.marks.get(word)
        if noun is not None and noun.role is Role.DOCUMENT:
            continue  # nobody is a paper or picture: "the opposition figure Ivan Petrov"
        if noun is not None and n != head and sentence.tokens[n].pos in ("NOUN", "PROPN", "ADJ"):
            found.append((abs(n - head), noun))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _beside(sentence: Sentence, head: int, first: int, last: int, sources: Sources) -> Iterator[SourceWord]:
    """Words before the noun, then bodies in the phrase after it, that tell the role."""
    tokens, hidden = sentence.tokens, -1
    for n in range(head, first - 1, -1):
        word = tokens[n].lemma.lower()
        pair = _pair(sentence, n, sources) if n > first else None
        if pair is not None and pair.weak:
            hidden = n - 1  # "the army's press office" is no medium
        elif pair is not None:
            yield pair
        single = sources.marks.get(word) if n != hidden else None
        if n < head and single is not None and not _hyphened(sentence, n):
            yield single
    for n in range(head + 1, last + 1):
        noun = _pair(sentence, n, sources) or sources.heads.get(tokens[n].lemma.lower())
        if noun is not None and noun.person and tokens[n].dep == "pobj":
            noun = sources.marks.get(tokens[n].lemma.lower(), noun)  # "a source at the police"
        if noun is not None and not noun.weak and not noun.person and tokens[n].dep in ("pobj", "compound"):
            yield noun


def _pair(sentence: Sentence, number: int, sources: Sources) -> SourceWord | None:
    """What a noun and the word before it make together ("police officer", "defence ministry")."""
    tokens = sentence.tokens
    return sources.marks.get(f"{tokens[number - 1].text.lower()} {tokens[number].lemma.lower()}") if number else None


def _hyphened(sentence: Sentence, number: int) -> bool:
    """ "pro-government" says little of who speaks."""
    return (number > 0 and sentence.tokens[number - 1].text == "-") or "-" in sentence.tokens[number].text
