"""A parsed sentence in, the stretches of it that may be actors out: the parser's entities and nouns for people.

Nothing is decided here; ``readings/who.py`` joins these with the names of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from reportedly.lexicon.roles import Noun, People
from reportedly.model.text import Sentence, Span, Token
from reportedly.model.words import Role

PERSON = "PERSON"
ORGANISATION = "ORG"
PEOPLE = "NORP"
STATE = "GPE"
_KEPT = frozenset({PERSON, ORGANISATION, PEOPLE, STATE})
"""The OntoNotes labels that may be actors."""

_NOUNS = frozenset({"NOUN", "PROPN"})
_INNER = frozenset({"compound", "amod", "nmod"})
"""Relations in which a noun only describes the next one ("fighter jet"), and so names nobody itself."""
_BEFORE = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod"})
"""Relations of the words that stand before a noun and belong to its phrase."""
_TIMES = frozenset({"DATE", "TIME"})
_TITLE = frozenset({"compound", "amod", "nmod", "poss"})


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of the parser: tokens [first, past), its label, and where the words of its title begin."""

    first: int
    past: int
    label: str
    title: int


@dataclass(frozen=True, slots=True)
class Described:
    """People described: the phrase's tokens [first, past), its noun, the token of the noun."""

    first: int
    past: int
    head: int
    noun: Noun


def entities(sentence: Sentence) -> Iterator[Entity]:
    """The entities that may be actors, in text order; a person's title belongs to it ("rebel commander …")."""
    tokens, number = sentence.tokens, 0
    while number < len(tokens):
        token = tokens[number]
        if token.entity not in _KEPT:
            number += 1
            continue
        past = number + 1
        while past < len(tokens) and tokens[past].entity == token.entity and not tokens[past].begins:
            past += 1
        first, end = _trimmed(tokens, number, past)
        if first < end:
            title = _title(sentence, first, end) if token.entity == PERSON else first
            yield Entity(first, end, token.entity, title)
        number = past


def described(sentence: Sentence, people: People, deeds: Container[str] = ()) -> Iterator[Described]:
    """The phrases whose noun means people, in text order. ``deeds`` are the nouns before which a word for armed people
    says whose deed it is ("a jihadist attack", "in a militia raid")."""
    for number, token in enumerate(sentence.tokens):
        if token.pos in _NOUNS or token.dep in _INNER:
            found = people.noun(sentence.tokens, number)
            if found and (_stands_alone(sentence, number) or _whose_deed(sentence, number, found[1], deeds)):
                yield Described(_left(sentence, number, found[0]), number + 1, number, found[1])


def _stands_alone(sentence: Sentence, number: int) -> bool:
    """Whether a word is a noun that does not only describe the next one."""
    token = sentence.tokens[number]
    inner = token.dep in _INNER and token.head > number and sentence.tokens[token.head].pos in _NOUNS
    return token.pos in _NOUNS and not inner


def _whose_deed(sentence: Sentence, number: int, noun: Noun, deeds: Container[str]) -> bool:
    """Whether a word for armed people stands right before a noun for a deed; "major" and "general" are adjectives
    there."""
    tokens, head = sentence.tokens, sentence.tokens[number].head
    right_before = head > number and all(tokens[n].dep in _INNER for n in range(number, head))
    armed = noun.role is Role.ARMED_GROUP or (noun.role is Role.MILITARY and tokens[number].pos in _NOUNS)
    return armed and right_before and tokens[head].lemma.lower() in deeds


def span_of(sentence: Sentence, first: int, past: int) -> Span:
    """The stretch of text from token ``first`` up to the end of token ``past - 1``."""
    return Span(sentence.tokens[first].start, sentence.tokens[past - 1].end)


def words_of(sentence: Sentence, first: int, past: int) -> str:
    """The words of that stretch, with line breaks as spaces."""
    span = span_of(sentence, first, past)
    return sentence.text[span.start - sentence.span.start : span.end - sentence.span.start]


def _trimmed(tokens: tuple[Token, ...], first: int, past: int) -> tuple[int, int]:
    """The entity without a leading article and a trailing possessive mark or punctuation."""
    while first < past and (tokens[first].dep == "det" or tokens[first].pos == "PUNCT"):
        first += 1
    while past > first and (tokens[past - 1].tag == "POS" or tokens[past - 1].pos == "PUNCT"):
        past -= 1
    return first, past


def _title(sentence: Sentence, first: int, past: int) -> int:
    """Where the title begins: nouns and adjectives that stand right before the name and hang on it."""
    tokens = sentence.tokens
    members = set(range(first, past))
    start = first
    while start > 0:
        token = tokens[start - 1]
        if token.dep not in _TITLE or token.pos not in {"NOUN", "PROPN", "ADJ"} or token.head not in members:
            break
        start -= 1
        members.add(start)
    return start


def _left(sentence: Sentence, head: int, start: int) -> int:
    """Where the phrase of a noun begins: its dependents to the left, without a gap and without days."""
    first = start
    for child in sorted((c for c in sentence.children[head] if c < start), reverse=True):
        if sentence.tokens[child].dep not in _BEFORE or sentence.tokens[child].entity in _TIMES:
            break
        low = min(sentence.subtree(child))
        high = max(sentence.subtree(child))
        if high + 1 < first and not _filler(sentence, high + 1, first):
            break
        first = low
    return first


def _filler(sentence: Sentence, start: int, end: int) -> bool:
    """Whether only hyphens and commas stand between."""
    return all(t.pos == "PUNCT" for t in sentence.tokens[start:end])
