"""vocab/en/holding and en/things in, the frozen table of words by which a party holds ground out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.lexicon.happenings import ThingLine
from reportedly.lexicon.lines import HOME, Line, load


class HoldingLine(Line):
    """Words for holding ground. See the head of ``vocab/en/holding.yml``."""

    verbs: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    parts: frozenset[str] = frozenset()
    wholes: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingWords:
    """The words by what they do, each trigger with the address of its line. ``standing`` is by preposition and noun;
    ``grounds`` are all nouns for ground, ``parts`` those for a part of it, ``wholes`` those that only say of what kind
    the place named behind them is."""

    verbs: dict[str, str]
    standing: dict[tuple[str, str], str]
    nouns: dict[str, str]
    grounds: frozenset[str]
    parts: dict[str, str]
    wholes: frozenset[str]
    joins: frozenset[str]
    inside: frozenset[str]
    before: dict[str, str]


def load_holding(homes: Sequence[Path] = (HOME,), language: str = "en") -> HoldingWords:
    """The table of all homes. Raises VocabError with file and line."""
    lines = load(f"{language}/holding", HoldingLine, homes)
    parts = {word: line.address for line in lines for word in line.parts}
    places = [line.nouns for line in load(f"{language}/things", ThingLine, homes) if line.names]
    return HoldingWords(
        verbs={word: line.address for line in lines for word in line.verbs},
        standing={_pair(phrase): line.address for line in lines for phrase in line.standing},
        nouns={word: line.address for line in lines for word in line.nouns},
        grounds=frozenset(parts).union(*places, *(line.nouns for line in lines)),
        parts=parts,
        wholes=frozenset(word for line in lines for word in line.wholes),
        joins=frozenset(word for line in lines for word in line.joins),
        inside=frozenset(word for line in lines for word in line.inside),
        before={word: line.address for line in lines for word in line.before},
    )


def _pair(phrase: str) -> tuple[str, str]:
    preposition, _, noun = phrase.partition(" ")
    return preposition, noun
