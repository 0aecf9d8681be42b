"""Independence explained: which claims count as one origin by which words, which stay apart, and what is left open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.incident import Origin
from reportedly.model.text import Span


class Tie(StrEnum):
    """What makes two claims one origin. The first six are read from chains, the others from texts."""

    ONE_VOICE = "one-voice"
    """Both chains end in one body, person or description."""
    ONE_NAME = "one-name"
    """One name written in two ways."""
    ONE_PARTY = "one-party"
    """Two mouths of one party."""
    MEMBER = "member"
    """An unnamed voice of a body that the other claim names."""
    ONE_TRADE = "one-trade"
    """Unnamed voices of one trade through one agency or outlet, or in one report."""
    CIRCLE = "circle"
    """Outlets that cite each other: nobody there is the origin."""
    RELAYED = "relayed"
    """The outlet that is cited names its source itself."""
    ONE_TEXT = "one-text"
    """The reports are copies of one text."""
    ONE_SENTENCE = "one-sentence"
    """The sentence of the one stands nearly word for word in the other."""
    ONE_COUNT = "one-count"
    """The report's own voice repeats the count that its text credits to the source."""
    NOBODY = "nobody"
    """Neither names a source; they are listed together and count for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a report that show something: ``text`` is what stands at ``span``."""

    report: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Two claims that count as one origin, and why. ``left`` and ``right`` are claim ids; ``words`` show it."""

    left: str
    right: str
    tie: Tie
    reason: str
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two claims that may be one origin and were not merged: what is possible, and what would settle it."""

    left: str
    right: str
    text: str
    settled_by: str
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Two counted origins, by their numbers in the finding from 1, why they are independent, and what would change
    that. ``shared`` is the longest run of words that both tell, in words (0 where it is below notice)."""

    left: int
    right: int
    text: str
    shared: int
    would_change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """An origin with what it rests on: its claims' paths from outlet to origin, and the bonds that made it one.

    The bonds form a tree over the claims: one fewer than claims, each with its reason.
    """

    origin: Origin
    paths: tuple[tuple[str, str], ...]  # claim id, path in words
    bonds: tuple[Bond, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The independent origins behind a set of claims. ``asked`` are the ids that were asked for.

    ``narrowest`` is the count that would be left if every open doubt proved true.
    """

    asked: tuple[str, ...]
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    counted: tuple[Ground, ...]
    uncounted: tuple[Ground, ...]
    apart: tuple[Apart, ...]
    doubts: tuple[Doubt, ...]
    narrowest: int

    @property
    def independent_sources(self) -> int:
        return len(self.counted)
