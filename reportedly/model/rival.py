"""A ledger beside another dataset of events: the event as each has it, and where the two differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.claim import Issue


class Scheme(StrEnum):
    """Whose columns and codes a file has."""

    UCDP = "ucdp"
    ACLED = "acled"


class Standing(StrEnum):
    """How an event stands between the two: in both, only in theirs, only in ours."""

    MATCHED = "matched"
    MISSING = "missing"
    EXTRA = "extra"


class Field(StrEnum):
    """What is compared of two events, in the order in which it is printed."""

    DAYS = "days"
    PLACE = "place"
    DISTANCE = "distance"
    SIDES = "sides"
    DEATHS_LOW = "deaths_low"
    DEATHS_BEST = "deaths_best"
    DEATHS_HIGH = "deaths_high"
    KIND = "kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of an event: the names as they are written, and the keys by which it is told apart. ``vague`` sides are
    only described or not identified, and differ from nobody."""

    names: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()
    vague: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event as one of the two has it.

    ``first`` and ``last`` are the days that its date and precision leave open, both included; ``reach_km`` is the
    radius that its place and precision leave open. ``line`` is the line of their file. ``country`` is a code of ISO
    3166-1 alpha-2, or the name as it is written where no code is known. ``kind`` is in the words of the scheme.
    ``barred`` says why an incident of ours is no event by the rules of the scheme: it may be matched, and is never
    extra.
    """

    id: str
    first: date
    last: date
    date_precision: int | None
    latitude: float
    longitude: float
    reach_km: float
    where_precision: int
    place: str | None = None
    country: str | None = None
    sides: tuple[Side, Side] = (Side(), Side())
    low: int | None = None
    best: int | None = None
    high: int | None = None
    kind: str | None = None
    line: int | None = None
    barred: str | None = None

    @property
    def country_code(self) -> str | None:
        """The code of the country, where one is known."""
        code = self.country or ""
        return code if len(code) == 2 and code.isascii() and code.isupper() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One field of two events. ``agrees`` is ``None`` where one of them does not say. ``by`` is how far the two are
    apart: days, kilometres, or our deaths less theirs."""

    field: Field
    ours: str | None
    theirs: str | None
    agrees: bool | None
    by: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """An event of ours, of theirs, or of both. ``score`` and ``why`` say what made the two one."""

    standing: Standing
    ours: Event | None
    theirs: Event | None
    gaps: tuple[Gap, ...] = ()
    score: float | None = None
    why: tuple[str, ...] = ()

    @property
    def differs(self) -> tuple[Field, ...]:
        """The fields in which the two do not agree."""
        return tuple(gap.field for gap in self.gaps if gap.agrees is False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a dataset covers: first and last day (both included) and countries; ``None`` and empty where unknown."""

    first: date | None = None
    last: date | None = None
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Of the matched events for which both state a field, how many agree."""

    field: Field
    agree: int
    both: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallied:
    """The comparison in numbers. ``both`` is what both cover; ``beyond`` are the matched pairs that lie outside of it
    and count in no share; ``left_out`` counts by reason what was not compared."""

    scheme: Scheme
    days: int
    km: float
    theirs_read: int
    ours_read: int
    both: Cover
    matched: int
    beyond: int
    missing: int
    extra: int
    agreements: tuple[Agreement, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def share_of_theirs(self) -> float | None:
        """How much of theirs is in ours, of what both cover."""
        return _share(self.matched - self.beyond, self.missing)

    @property
    def share_of_ours(self) -> float | None:
        """How much of ours is in theirs, of what both cover."""
        return _share(self.matched - self.beyond, self.extra)


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """A ledger compared with a file: every event, by day; the numbers; the rows that could not be read."""

    counterparts: tuple[Counterpart, ...]
    tallied: Tallied
    issues: tuple[Issue, ...] = ()


def _share(matched: int, others: int) -> float | None:
    return matched / (matched + others) if matched + others else None
