"""The type that spotting gives and reading takes: words that name a place, with what stands around them."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.lexicon.placing import Feature
from reportedly.mentions.places_around import Offset
from reportedly.model.reading import Place
from reportedly.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place.

    ``name`` is what is looked up and ``key`` its folded form; ``hits`` are its bearers. ``feature`` is the feature
    word that says what kind of place is meant. ``near`` is true where the text says that it is close by, ``offset``
    where it says how far. ``bearing`` is that of "northern". ``sure`` is true where words other than the parser's say
    that a place is meant. ``first`` and ``last`` are token numbers of the name.
    """

    span: Span
    text: str
    sentence: int
    rule: str
    name: str
    key: str
    hits: tuple[Place, ...]
    first: int
    last: int
    feature: Feature | None = None
    near: bool = False
    offset: Offset | None = None
    bearing: float | None = None
    sure: bool = False
    locative: bool = True
    seat: bool = False
    also: tuple[str, ...] = ()
    inside: int | None = None
    holds: bool = False
