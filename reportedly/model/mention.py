"""Mentions: words that name a time, place, actor, number, happening, weapon or saying, before they are read.

Every mention carries ``rule``, the address ``table/line`` of the vocabulary line (or ``code:name`` of the code rule)
that found it, so that ``why`` and ``vocab try`` can name it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.text import Span
from reportedly.model.words import Happening, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What all mentions share: where the words stand, in which sentence, and what found them."""

    span: Span
    text: str
    sentence: int
    rule: str


class TimeType(StrEnum):
    """The TIMEX3 classes."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningMention(Mention):
    """A word for something that happened. ``token`` is the trigger's number in its sentence."""

    kind: Happening
    token: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponMention(Mention):
    """A weapon or piece of equipment; ``weapon_id`` and ``family`` come from the vocabulary."""

    weapon_id: str
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgeMention(Mention):
    """Words that weaken a statement ("reportedly", "90 percent probability"). ``degree`` runs from 0, no weight, to
    1, no doubt; ``stance`` is set where the words change it ("could not be verified" doubts). ``refusal`` marks a
    party that does not tell ("had no comment"), which weakens nothing that others tell; ``signs`` marks words that
    weaken only what signs and papers say ("footage indicates that")."""

    degree: float
    stance: Stance | None = None
    refusal: bool = False
    signs: bool = False
