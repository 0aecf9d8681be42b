"""Token numbers in, what the words around a name say out: prepositions, feature words, directions, distances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from reportedly.lexicon.placing import Feature, Phrases, Placing
from reportedly.model.text import Token

V = TypeVar("V")

DISTANCE = "code:distance"
"""The rule of "40 km from Dolvi", where no direction is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """How far and which way a place lies from the name: "40 km west of". ``km`` is ``None`` where none is stated.

    ``first`` is the token with which the phrase begins, ``rule`` the line of the direction."""

    first: int
    rule: str
    bearing: float | None
    km: float | None


def before(tokens: Sequence[Token], at: int, table: Phrases[V]) -> tuple[int, V] | None:
    """The longest entry of a table that ends right before token ``at``: its first token and its value."""
    if at == 0 or tokens[at - 1][2].lower() not in table.lasts:
        return None
    words = tuple([token[2].lower() for token in tokens[max(0, at - table.longest) : at]])
    for first in range(len(words)):
        value = table.get(words[first:])
        if value is not None:
            return at - len(words) + first, value
    return None


def after(tokens: Sequence[Token], at: int, table: Phrases[V]) -> tuple[int, V] | None:
    """The longest entry of a table that begins at token ``at``: one past its last token and its value."""
    if at >= len(tokens) or tokens[at][2].lower() not in table.firsts:
        return None
    words = tuple([token[2].lower() for token in tokens[at : at + table.longest]])
    for last in range(len(words), 0, -1):
        value = table.get(words[:last])
        if value is not None:
            return at + last, value
    return None


def skip_back(tokens: Sequence[Token], at: int, placing: Placing) -> tuple[int, float | None, int | None]:
    """Steps back over "the", "northern", "central", "Syria's": where the phrase begins, the bearing of its direction
    word and the token of that word."""
    bearing: float | None = None
    word: int | None = None
    while at > 0:
        previous = tokens[at - 1].text.lower()
        if previous in placing.parts:
            if placing.parts[previous] is not None and word is None:
                bearing, word = placing.parts[previous], at - 1
            at -= 1
        elif (
            previous == "-"
            or previous in placing.definite
            or tokens[at - 1].pos in {"ADJ", "NUM"}
            or tokens[at - 1].entity == "NORP"
        ):
            at -= 1
        else:
            break
    return at, bearing, word


def offset(tokens: Sequence[Token], at: int, placing: Placing) -> Offset | None:
    """The distance and direction before a name: "17 kilometers east of", "a few miles south of", "west of"."""
    named = before(tokens, at, placing.features)
    at = named[0] if named is not None else at  # "550 km south of the capital Karsk"
    if at > 0 and tokens[at - 1].text.lower() in placing.definite:
        at -= 1
    if at < 2 or tokens[at - 1].text.lower() not in placing.reckoned:
        return None
    found = before(tokens, at - 1, placing.bearings)
    first, rule, bearing = (found[0], found[1].rule, found[1].degrees) if found else (at - 1, DISTANCE, None)
    if found and first > 0 and tokens[first - 1].text.lower() in placing.narrowing:
        first -= 1
    first = _back_over_brackets(tokens, first)
    if first > 0 and (unit := placing.units.get(tokens[first - 1].text.lower())) is not None:
        start, number = _number(tokens, first - 1, placing)
        if number is not None:
            return Offset(first=start, rule=rule, bearing=bearing, km=number * unit)
    if found is None:
        return None
    return Offset(first=found[0], rule=rule, bearing=bearing, km=None)


def _back_over_brackets(tokens: Sequence[Token], at: int) -> int:
    """Steps back over "(25 miles)"."""
    if at > 0 and tokens[at - 1].text == ")":
        for n in range(at - 2, max(-1, at - 8), -1):
            if tokens[n].text == "(":
                return n
    return at


def _number(tokens: Sequence[Token], at: int, placing: Placing) -> tuple[int, float | None]:
    """The number that ends right before token ``at``, in digits or words ("a few" counts as three)."""
    if at > 0 and tokens[at - 1].text == "-":
        at -= 1
    if at <= 0:
        return at, None
    word = tokens[at - 1].text.replace(",", "")
    if word.replace(".", "", 1).isdigit():
        return at - 1, float(word)
    return before(tokens, at, placing.numbers) or (at, None)


def feature_before(tokens: Sequence[Token], at: int, placing: Placing) -> tuple[int, Feature] | None:
    """The feature word before a name: "the town of X", "the northern village of X", "a town known as “X”"."""
    here = at
    if here > 0 and (tokens[here - 1].text in _QUOTES or tokens[here - 1].text.lower() in placing.definite):
        here -= 1
    calling = before(tokens, here, placing.calling)
    return before(tokens, calling[0], placing.features) if calling is not None else None


_QUOTES = frozenset("“\"‘'") | {"``"}
