"""Incidents as lists, charts and maps show them: what is wanted of them, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reportedly.model.reading import Interval
from reportedly.model.words import DatePrecision, Grade, Happening

Bounds = tuple[int | None, int | None, int | None]
"""Low, best and high of a measure; ``None`` is an open end or no figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """One incident in short: what a line of a list says. ``sides`` are the named parties on either side, without
    persons and without people who are only described; ``numbers`` are the ledger's numbers of its reports."""

    id: str
    happening: Happening
    days: Interval | None
    date_precision: DatePrecision | None
    place: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    killed: Bounds | None
    wounded: Bounds | None
    by: tuple[str, ...]
    against: tuple[str, ...]
    sides: tuple[str, ...]
    origins: int
    reports: int
    numbers: tuple[int, ...]
    grade: Grade
    disputes: int
    total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A part of the earth in degrees, edges included. ``west`` may exceed ``east``: then it crosses 180°."""

    west: float
    south: float
    east: float
    north: float


class SortKey(StrEnum):
    """By what a list is put in order; incidents without such a value come last, either way round."""

    WHEN = "when"
    KILLED = "killed"
    WOUNDED = "wounded"
    ORIGINS = "origins"
    REPORTS = "reports"
    PLACE = "place"
    KIND = "kind"
    GRADE = "grade"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is wanted. What is left out does not narrow; of several words in one field any will do.

    ``words`` are a search of the reports (``word "words in a row" begin* -without``): an incident is kept when one of
    its reports holds them. ``first`` and ``last`` are days, both included; an incident is kept when its days touch
    them. ``sides`` are names of parties on either side. ``cell`` is the width of the map's cells in degrees, ``seen``
    the part of the map that is looked at.
    """

    words: str | None = None
    first: date | None = None
    last: date | None = None
    box: Frame | None = None
    kinds: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    contested: bool = False
    single: bool = False
    least_killed: int | None = None
    least_origins: int | None = None
    sort: SortKey = SortKey.WHEN
    descending: bool = False
    offset: int = 0
    limit: int = 100
    cell: float | None = None
    seen: Frame | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A stretch of days, both included, with the incidents that begin in it and the people killed in them, by the best
    figure or else the lowest."""

    first: date
    last: date
    count: int
    killed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A part of the map: the middle of its incidents, how many they are, and the one's id where it is one."""

    latitude: float
    longitude: float
    count: int
    killed: int
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """How many incidents there would be of each kind, side, grade and country, were that field not narrowed."""

    kinds: tuple[tuple[str, int], ...] = ()
    sides: tuple[tuple[str, int], ...] = ()
    grades: tuple[tuple[str, int], ...] = ()
    countries: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Browsed:
    """What is held of what is wanted: a page of it, a timeline (which the wanted days do not narrow; ``unit`` is day,
    week, month or year), the cells of a map (which the wanted box does not narrow), and counts. ``undated`` are those
    that would be wanted, had they a day."""

    total: int
    matching: int
    rows: tuple[Gist, ...]
    unit: str = "day"
    bins: tuple[Bin, ...] = ()
    cells: tuple[Cell, ...] = ()
    cell: float = 1.0
    unplaced: int = 0
    undated: int = 0
    first: date | None = None
    last: date | None = None
    facets: Facets = field(default_factory=Facets)
