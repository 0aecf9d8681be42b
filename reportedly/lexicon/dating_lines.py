"""The shapes of the vocabulary lines of dating, as the YAML files under ``<language>/dating`` give them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from reportedly.lexicon.dating_words import Value
from reportedly.lexicon.lines import Line


class DatingWord(Line):
    """Words of one kind. ``forms`` gives each its value, or lists them; ``capital`` asks for a capital letter.

    ``quiet`` marks words that make no time by themselves: only where another word does is the place looked at.
    """

    kind: str = Field(alias="class")
    forms: Mapping[str, Value] | tuple[str, ...]
    capital: bool = False
    quiet: bool = False


class DatingPart(Line):
    """A named part of patterns, used in them as ``@id``."""

    pattern: str


class DatingPattern(Line):
    """A way in which times are written. ``reads`` names the builder of its meaning and ``fixed`` is passed to it;
    ``needs`` names checks of the words around it, all of which must hold."""

    pattern: str
    reads: str
    needs: tuple[str, ...] = ()
    fixed: Mapping[str, Value] = Field(default_factory=dict)


class FeastLine(Line):
    """A holiday. Exactly one of four rules says when it falls: ``every`` (``12-25``, or ``11-4-4`` for the fourth
    Thursday of November), ``easter`` and ``orthodox`` (days from Easter Sunday) or ``dates`` (the first days, by year).

    ``days`` is how long it lasts, ``slack`` by how many days countries differ, where a moon must be sighted.
    """

    forms: tuple[str, ...]
    capital: bool = True
    every: str | None = None
    easter: int | None = None
    orthodox: int | None = None
    dates: tuple[date, ...] = ()
    days: int = 1
    slack: int = 0

    @model_validator(mode="after")
    def _one_rule(self) -> FeastLine:
        given = (self.every is not None, self.easter is not None, self.orthodox is not None, bool(self.dates))
        if given.count(True) != 1:
            raise ValueError("a holiday needs exactly one of every, easter, orthodox and dates")
        return self


class RangeLine(Line):
    """Words that make one stretch of two times: what stands before the first and what joins them."""

    opens: tuple[str, ...] = ()
    joins: tuple[str, ...]


Turning = Literal[
    "modal",
    "appointment",
    "plan",
    "perfect",
    "copula",
    "limit",
    "grant",
    "guess",
    "onset",
    "awaited",
    "target",
    "going",
    "arranged",
    "ongoing",
    "using",
    "opener",
    "doubt",
]


class TurnLine(Line):
    """Words by which a sentence looks ahead or back, and what part they play in it."""

    part: Turning
    lemmas: tuple[str, ...]
