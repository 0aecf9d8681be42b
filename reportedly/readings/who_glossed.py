"""The names spotted in a report in, whose its letters are out, where the report itself explains them.

"The People's Guard (PG)" and "the PG (People's Guard)" say what the letters mean in that report, whatever body of
another country has the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportedly.lexicon.actors import Actor
from reportedly.lexicon.names import Spotted, Use

_WORD = r"[^\W\d_][\w’'.-]*"
_BEFORE = re.compile(rf"({_WORD}(?: {_WORD})+) ?\($")
"""Words before a bracket."""
_FEWEST = 3
"""Letters that tell enough: two are the initials of too much."""


def glossed(spotted: Sequence[Spotted], text: str) -> Mapping[str, Actor | None]:
    """By letters, the body whose name stands beside them in brackets; ``None`` where that body is not known."""
    found: dict[str, Actor | None] = {}
    for number, one in enumerate(spotted):
        letters = one.span.of(text)
        if not letters.isupper() or not letters.isalpha() or len(letters) < _FEWEST or letters in found:
            continue
        named = next(_beside(spotted, number, text), None)
        if named is not None:
            found[letters] = named
        elif _spelt(text, one):
            found[letters] = None
    return found


def _beside(spotted: Sequence[Spotted], number: int, text: str) -> Iterator[Actor]:
    """The actors whose names have only a bracket between them and the letters."""
    own = spotted[number]
    if number and text[spotted[number - 1].span.end : own.span.start].strip() == "(":
        yield from _sure(spotted[number - 1])
    if number + 1 < len(spotted) and text[own.span.end : spotted[number + 1].span.start].strip() == "(":
        yield from _sure(spotted[number + 1])


def _sure(spotted: Spotted) -> Iterator[Actor]:
    best = spotted.meanings[0]
    if best.use <= Use.ARM and not best.generic:
        yield best.actor


def _spelt(text: str, one: Spotted) -> bool:
    """Whether the words before the bracket that holds the letters begin with them ("Brenik Farmers' Guard (BFG)")."""
    match = _BEFORE.search(text, max(0, one.span.start - 120), one.span.start)
    if match is None or not text[one.span.end :].startswith(")"):
        return False
    initials = "".join(word[0] for word in match[1].split() if word[0].isupper())
    return initials.endswith(one.span.of(text))
