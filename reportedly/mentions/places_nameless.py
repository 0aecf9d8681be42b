"""A parsed sentence in, the places out that it tells of by their kind alone: "a mosque", "two bridges".

Only nouns that stand for a place where something can happen are found: no "school pupils", no "house arrest", no "in
hospital", and nothing that bears a name ("the village of Lipna", "the Brenik hospital").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_around import after
from reportedly.model.text import Sentence, Span, Token

_BEFORE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PRON", "ADV", "VERB"})
_LOOSE = frozenset({"attr", "npadvmod", "appos", "dative", "ROOT", "compound", "amod", "nmod", "poss"})
"""Parts that a noun plays where it describes something else and is no place of its own."""

_PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Nameless:
    """Words for a place without a name: the rule of its noun, the noun's token and the words."""

    span: Span
    rule: str
    noun: int


def nameless(sentence: Sentence, names: Sequence[Span], placing: Placing) -> Iterator[Nameless]:
    """The nameless places of a sentence in text order. ``names`` are the words of its named places."""
    tokens, firsts, at = sentence.tokens, placing.sites.firsts, 0
    while at < len(tokens):
        found = after(tokens, at, placing.sites) if tokens[at][2].lower() in firsts else None
        if found is None:
            at += 1
            continue
        end, rule = found
        first = _phrase(sentence, at)
        span = Span(tokens[first].start, tokens[end - 1].end)
        bears = _bears_a_name(sentence, first, at, end, placing) or _named(sentence, span, end, names, placing)
        if _stands_alone(sentence, first, at, end) and not bears:
            yield Nameless(span=span, rule=rule, noun=end - 1)
        at = end


def _phrase(sentence: Sentence, at: int) -> int:
    """The first token of the noun's phrase: its article, numbers, adjectives and the nouns before it."""
    first = at
    while first > 0 and _belongs(sentence.tokens[first - 1]):
        first -= 1
        if sentence.tokens[first].pos in {"DET", "PRON"}:
            break
    return first


def _belongs(token: Token) -> bool:
    if token.pos == "PROPN":
        return token.dep in {"compound", "poss"}
    return token.text == "-" or (token.pos in _BEFORE and token.dep in _PARTS)


_PARTS = frozenset({"det", "poss", "nummod", "amod", "compound", "advmod", "nmod", "predet", "npadvmod", "punct"})


def _stands_alone(sentence: Sentence, first: int, at: int, end: int) -> bool:
    """Whether the noun heads its phrase, as a place: with an article, a number or in the plural, and no adjective of
    another noun ("school pupils")."""
    token = sentence.tokens[end - 1]
    if token.pos != "NOUN" or (token.dep in _LOOSE and not _owner(sentence, end)):
        return False
    return token.tag in _PLURAL or first < at


def _bears_a_name(sentence: Sentence, first: int, at: int, end: int, placing: Placing) -> bool:
    """Whether a capitalised word before the noun is its name ("the Zhelin neighbourhood") and no owner ("a Guard
    position", "Guard positions")."""
    tokens = sentence.tokens
    if first == at or tokens[at - 1].pos != "PROPN" or tokens[end - 1].tag in _PLURAL:
        return False
    return tokens[first].text.lower() not in placing.indefinite


def _owner(sentence: Sentence, end: int) -> bool:
    """Whether the noun owns what follows: "the library's shelves" are in the library."""
    tokens = sentence.tokens
    return tokens[end - 1].dep == "poss" and end < len(tokens) and tokens[end].tag == "POS"


def _named(sentence: Sentence, span: Span, end: int, names: Sequence[Span], placing: Placing) -> bool:
    """Whether a name stands in the phrase or tells which one is meant: "the town of Dolvi", "the village, Lipna"."""
    if any(span.touches(name) for name in names):
        return True
    tokens = sentence.tokens
    if end >= len(tokens) or (tokens[end].text != "," and (tokens[end].text.lower(),) not in placing.calling):
        return any(0 <= name.start - span.end <= 1 or 0 <= span.start - name.end <= 1 for name in names)
    following = tokens[end + 1 : end + 3]
    return any(token.start == name.start for token in following for name in names)
