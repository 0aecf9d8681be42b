"""vocab/en/passing.yml in, frozen words by which a saying passes through a medium or comes from an author out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reportedly.lexicon.lines import HOME, Line, load


class PassingLine(Line):
    """``place`` says where in the chain whoever the words bring stands: ``before`` the teller, or ``behind``; ``heard``
    lines bring before him the medium to which he speaks."""

    meaning: str
    place: Literal["before", "behind", "heard"]
    verbs: tuple[str, ...]
    preps: tuple[str, ...]
    joins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """Base forms of participles with the prepositions that each takes, all such prepositions, and the words that
    open a clause of their own."""

    verbs: Mapping[str, frozenset[str]]
    preps: frozenset[str]
    joins: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """``before`` brings a medium that carries the words, ``heard`` one to which they are spoken, ``behind`` the author
    of a document."""

    before: Hands
    behind: Hands
    heard: Hands


def load_passing(homes: Sequence[Path] = (HOME,), language: str = "en") -> Passing:
    """The words of a language."""
    lines = load(f"{language}/passing", PassingLine, homes)
    return Passing(
        before=_hands(line for line in lines if line.place == "before"),
        behind=_hands(line for line in lines if line.place == "behind"),
        heard=_hands(line for line in lines if line.place == "heard"),
    )


def _hands(lines: Iterable[PassingLine]) -> Hands:
    verbs: dict[str, frozenset[str]] = {}
    joins: set[str] = set()
    for line in lines:
        joins.update(line.joins)
        for verb in line.verbs:
            verbs[verb] = verbs.get(verb, frozenset()) | frozenset(line.preps)
    return Hands(verbs=verbs, preps=frozenset().union(*verbs.values()), joins=frozenset(joins))
