"""vocab/en/victims → the words by which a report says who those harmed were, and which standings exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from reportedly.lexicon.lines import HOME, Line, load

TABLE = "en/victims"
ALL, SOME = f"{TABLE}/being", f"{TABLE}/including"
"""The rules of a claim that says what all of those harmed were, or some of them."""


class VictimLine(Line):
    """Words of one role. See the head of ``vocab/en/victims.yml``."""

    role: Literal["harmed", "being", "told", "role", "including", "some", "all", "only", "standing"]
    forms: frozenset[str]
    against: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Victims:
    """The words of each role; ``standing`` gives the standing that a noun names, ``against`` those it excludes."""

    harmed: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    role: frozenset[str] = frozenset()
    including: frozenset[str] = frozenset()
    some: frozenset[str] = frozenset()
    all: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    standing: dict[str, str] = field(default_factory=dict)
    against: dict[str, frozenset[str]] = field(default_factory=dict)

    def standings(self, words: Iterable[str]) -> frozenset[str]:
        """The standings that phrases name by their last known noun ("two Korvian soldiers")."""
        named = (next((w for w in reversed(p.casefold().split()) if w in self.standing), None) for p in words)
        return frozenset(self.standing[word] for word in named if word is not None)

    def exclude(self, left: frozenset[str], right: frozenset[str]) -> bool:
        """Whether both name a standing, and none of the one goes with any of the other."""
        return bool(left and right) and all(right <= self.against[standing] for standing in left)


@cache
def load_victims(homes: Sequence[Path] = (HOME,)) -> Victims:
    """The words of all homes. Raises VocabError with file and line."""
    lines = load(TABLE, VictimLine, homes)
    standings = [line for line in lines if line.role == "standing"]

    def of(role: str) -> frozenset[str]:
        return frozenset(form for line in lines if line.role == role for form in line.forms)

    return Victims(
        harmed=of("harmed"),
        being=of("being"),
        told=of("told"),
        role=of("role"),
        including=of("including"),
        some=of("some"),
        all=of("all"),
        only=of("only"),
        standing={form: line.id for line in standings for form in line.forms},
        against={line.id: line.against for line in standings},
    )
