"""Who is said to hold ground: what a report says of it, and what a ledger says of one place over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.claim import Teller
from reportedly.model.reading import Interval, Where, Who
from reportedly.model.text import Span
from reportedly.model.words import Stance

PARTIES = frozenset(
    {"state", "government", "officials", "military", "armed-group", "militia", "coalition", "party", "police"}
)
"""Kinds of actors that can hold ground."""


class Hold(StrEnum):
    """How a party stands to a place. The first three are states, the others changes and contests."""

    HOLDS = "holds"
    HELD = "held-before"
    BESIEGES = "besieges"
    GAINS = "gains"
    LOSES = "loses"
    ENTERS = "enters"
    LEAVES = "leaves"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A statement that a party holds, or once held, a place: "rebel-held Tavren", "Kolm, which the army controls".

    It is no happening and so no claim of one. ``partly`` marks words for a part of the place ("areas of", "most of").
    ``since`` are the days from which the party is said to hold it, ``as_of`` is the day of the telling. The chain and
    the stance are those of whoever tells it. ``also`` are the addresses of further lines that had a part in it.
    """

    span: Span
    text: str
    sentence: int
    rule: str
    state: Hold
    holder: Who
    place: Where
    chain: tuple[Teller, ...]
    stance: Stance = Stance.STATES
    partly: bool = False
    since: Interval | None = None
    as_of: date | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One line of a place's history: how which party is said to stand to it, on which days, on whose word.

    ``days`` are those of the change, or those on which the state is told (from ``since`` up to the telling). ``claim``
    is the claim that it rests on, where it is a change; ``span`` are the words in ``report``.
    """

    report: str
    span: Span
    text: str
    state: Hold
    holder: str
    actor_id: str | None
    place: str
    days: Interval | None
    chain: tuple[Teller, ...]
    stance: Stance
    partly: bool = False
    claim: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A place of which reports tell who holds it, with its point and every statement by day."""

    place: str
    place_id: str | None
    latitude: float | None
    longitude: float | None
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """A party that is said to hold a place on a day: since when, and the last word for it by then (its stance, on whose
    word, in which report, as which claim). ``party`` is the side that it is on, else its own name."""

    name: str
    since: date | None
    as_of: date | None
    partly: bool
    stance: Stance
    origin: str | None
    report: str
    claim: str | None
    party: str
