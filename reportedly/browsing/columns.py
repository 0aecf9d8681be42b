"""Incidents in short in, columns of numbers out: about 300 bytes an incident, whatever its record holds."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.model.browsing import Bounds, Gist
from reportedly.model.reading import Interval
from reportedly.model.words import DatePrecision, Grade, Happening

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

KINDS = tuple(Happening)
GRADES = tuple(Grade)

NEVER = 0
"""The day's number of an open beginning."""
EVER = date.max.toordinal() + 1
"""The day's number of an open end."""
NONE = -1
"""An open end of a count, or no code."""
MISSING = -2
"""In the first place of a count: the incident has none."""
MOST = 2**62
"""Counts above are kept as this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """A list of codes for every incident: those of incident ``i`` are ``codes[starts[i]:starts[i + 1]]``."""

    starts: Numbers
    codes: Numbers

    def of(self, row: int) -> Sequence[int]:
        """The codes of one incident."""
        found: list[int] = self.codes[self.starts[row] : self.starts[row + 1]].tolist()
        return found

    def owners(self) -> Numbers:
        """For every code the incident that it belongs to."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """All incidents, one row each, in the order they came in. Days are ordinals, half-open; ``killed`` and
    ``wounded`` have three columns: low, best, high."""

    ids: tuple[str, ...]
    kind: Numbers
    start: Numbers
    end: Numbers
    precision: Numbers
    place: Numbers
    country: Numbers
    latitude: Floats
    longitude: Floats
    radius: Floats
    killed: Numbers
    wounded: Numbers
    origins: Numbers
    reports: Numbers
    grade: Numbers
    disputes: Numbers
    total: Numbers
    by: Lists
    against: Lists
    sides: Lists
    numbers: Lists
    places: tuple[str, ...]
    countries: tuple[str, ...]
    parties: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def undated(self) -> Mask:
        """Which have no day at all."""
        found: Mask = (self.start == NEVER) & (self.end == EVER)
        return found

    @property
    def unplaced(self) -> Mask:
        """Which have no point."""
        return np.isnan(self.latitude) | np.isnan(self.longitude)

    @property
    def dead(self) -> Numbers:
        """The people killed in each by the best figure, else the lowest, else none."""
        return figure(self.killed, fallback=0)

    def gist(self, row: int) -> Gist:
        """One incident as it came in; without the numbers of its reports."""
        return Gist(
            id=self.ids[row],
            happening=KINDS[self.kind[row]],
            days=_interval(int(self.start[row]), int(self.end[row])),
            date_precision=DatePrecision(int(self.precision[row])) if self.precision[row] else None,
            place=_named(self.places, self.place[row]),
            country=_named(self.countries, self.country[row]),
            latitude=_known(self.latitude[row]),
            longitude=_known(self.longitude[row]),
            radius_km=_known(self.radius[row]),
            killed=_bounds(self.killed[row]),
            wounded=_bounds(self.wounded[row]),
            by=tuple(self.parties[code] for code in self.by.of(row)),
            against=tuple(self.parties[code] for code in self.against.of(row)),
            sides=tuple(self.parties[code] for code in self.sides.of(row)),
            origins=int(self.origins[row]),
            reports=int(self.reports[row]),
            numbers=(),
            grade=GRADES[self.grade[row]],
            disputes=int(self.disputes[row]),
            total=bool(self.total[row]),
        )


def columns(gists: Iterable[Gist]) -> Columns:
    """The incidents as columns. They are gone through once and not kept."""
    filling = _Filling()
    for gist in gists:
        filling.take(gist)
    return filling.columns()


def figure(bounds: Numbers, *, fallback: int) -> Numbers:
    """The best figure of each, else the lowest, else the fallback."""
    low, best = bounds[:, 0], bounds[:, 1]
    found: Numbers = np.where(best >= 0, best, np.where(low >= 0, low, fallback))
    return found


class _Codes:
    """Words by number, in the order in which they were first met."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}

    def of(self, word: str | None) -> int:
        return NONE if word is None else self.words.setdefault(word, len(self.words))


class _Ragged:
    """Lists of numbers of different lengths, one after another."""

    def __init__(self) -> None:
        self._starts, self._codes = array("q", [0]), array("q")

    def take(self, codes: Iterable[int]) -> None:
        self._codes.extend(codes)
        self._starts.append(len(self._codes))

    def lists(self) -> Lists:
        return Lists(starts=_whole(self._starts), codes=_whole(self._codes))


_WHOLE = ("kind", "start", "end", "precision", "place", "country", "origins", "reports", "grade", "disputes", "total")
_REAL = ("latitude", "longitude", "radius")
_LISTS = ("by", "against", "sides", "numbers")


class _Filling:
    """Columns under way."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._whole = {name: array("q") for name in _WHOLE}
        self._real = {name: array("d") for name in _REAL}
        self._bounds = {"killed": array("q"), "wounded": array("q")}
        self._lists = {name: _Ragged() for name in _LISTS}
        self._places, self._countries, self._parties = _Codes(), _Codes(), _Codes()
        self._kinds = {kind: code for code, kind in enumerate(KINDS)}
        self._grades = {grade: code for code, grade in enumerate(GRADES)}

    def take(self, gist: Gist) -> None:
        self._ids.append(gist.id)
        days, whole = gist.days, self._whole
        whole["kind"].append(self._kinds[gist.happening])
        whole["start"].append(days.start.toordinal() if days and days.start else NEVER)
        whole["end"].append(days.end.toordinal() if days and days.end else EVER)
        whole["precision"].append(gist.date_precision or 0)
        whole["place"].append(self._places.of(gist.place))
        whole["country"].append(self._countries.of(gist.country))
        whole["origins"].append(gist.origins)
        whole["reports"].append(gist.reports)
        whole["grade"].append(self._grades[gist.grade])
        whole["disputes"].append(gist.disputes)
        whole["total"].append(gist.total)
        for name, value in zip(_REAL, (gist.latitude, gist.longitude, gist.radius_km), strict=True):
            self._real[name].append(np.nan if value is None else value)
        self._bounds["killed"].extend(_packed(gist.killed))
        self._bounds["wounded"].extend(_packed(gist.wounded))
        self._lists["by"].take(map(self._parties.of, gist.by))
        self._lists["against"].take(map(self._parties.of, gist.against))
        self._lists["sides"].take(map(self._parties.of, gist.sides))
        self._lists["numbers"].take(gist.numbers)

    def columns(self) -> Columns:
        filled: dict[str, Any] = {name: _whole(column) for name, column in self._whole.items()}
        filled |= {name: _real(column) for name, column in self._real.items()}
        filled |= {name: _whole(column).reshape(-1, 3) for name, column in self._bounds.items()}
        filled |= {name: ragged.lists() for name, ragged in self._lists.items()}
        return Columns(
            ids=tuple(self._ids),
            places=tuple(self._places.words),
            countries=tuple(self._countries.words),
            parties=tuple(self._parties.words),
            **filled,
        )


def _whole(column: array[int]) -> Numbers:
    return np.frombuffer(column, dtype=np.int64) if column else np.empty(0, dtype=np.int64)


def _real(column: array[float]) -> Floats:
    return np.frombuffer(column, dtype=np.float64) if column else np.empty(0, dtype=np.float64)


def _packed(bounds: Bounds | None) -> tuple[int, int, int]:
    if bounds is None:
        return MISSING, MISSING, MISSING
    low, best, high = (NONE if bound is None else min(max(bound, 0), MOST) for bound in bounds)
    return low, best, high


def _bounds(packed: Numbers) -> Bounds | None:
    if packed[0] == MISSING:
        return None
    low, best, high = (None if bound == NONE else int(bound) for bound in packed)
    return low, best, high


def _interval(start: int, end: int) -> Interval | None:
    first = date.fromordinal(start) if start != NEVER else None
    after = date.fromordinal(end) if end != EVER else None
    return None if first is None and after is None else Interval(first, after)


def _named(words: Sequence[str], code: int) -> str | None:
    return None if code == NONE else words[code]


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
