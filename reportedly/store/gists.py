"""The rows of incidents in, each incident in short out: only the fields that lists, charts and maps show are decoded.

A stored incident is a few kilobytes of JSON, most of it the words it rests on. Reading a hundred thousand of them whole
takes a minute and the memory of a large program; the few fields that are named here take some seconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, select

from reportedly.model.browsing import Bounds, Gist
from reportedly.model.disputes import disputes
from reportedly.model.incident import Contradiction
from reportedly.model.reading import Interval
from reportedly.model.words import DatePrecision, Grade, Happening
from reportedly.store import tables

PORTION = 2_000
_PERSON = "person"
_KINDS = {kind.value: kind for kind in Happening}
_GRADES = {grade.value: grade for grade in Grade}
_PRECISIONS = {int(precision): precision for precision in DatePrecision}


@dataclass(slots=True)
class _Point:
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None


@dataclass(slots=True)
class _Party:
    name: str
    kind: str
    actor_id: str | None
    described: bool = False


@dataclass(slots=True)
class _Range:
    measure: str
    low: int | None
    best: int | None
    high: int | None


@dataclass(slots=True)
class _Slim:
    """The fields of a stored incident that are wanted; all others are passed over."""

    reports: list[str]
    place: _Point | None
    perpetrators: list[_Party]
    targets: list[_Party]
    estimates: list[_Range]
    contradictions: list[Contradiction]
    total: bool = False


_SLIM = TypeAdapter(_Slim)


def gists(connection: Connection) -> Iterator[Gist]:
    """All incidents, by first possible day, those without one last, then by id."""
    numbers = _numbers(connection)
    c = tables.incident.c
    query = select(
        c.id, c.happening, c.start_day, c.end_day, c.date_precision, c.independent_sources, c.grade, c.frozen
    ).order_by(c.start_day.is_(None), c.start_day, c.id)
    for row in connection.execute(query, execution_options={"yield_per": PORTION}):
        yield _gist(row, numbers)


def _numbers(connection: Connection) -> Mapping[str, int]:
    c = tables.report.c
    rows = connection.execute(select(c.id, c.number), execution_options={"yield_per": PORTION})
    return {row.id: row.number for row in rows}


def _gist(row: Any, numbers: Mapping[str, int]) -> Gist:
    slim = _slim(row.frozen)
    place = slim.place
    dated = row.start_day is not None or row.end_day is not None
    return Gist(
        id=row.id,
        happening=_KINDS[row.happening],
        days=Interval(row.start_day, row.end_day) if dated else None,
        date_precision=_PRECISIONS.get(row.date_precision),
        place=place.name if place else None,
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        radius_km=place.radius_km if place else None,
        killed=_bounds(slim, "killed"),
        wounded=_bounds(slim, "wounded"),
        by=_names(slim.perpetrators),
        against=_names(slim.targets),
        sides=_sides(slim),
        origins=row.independent_sources,
        reports=len(slim.reports),
        numbers=tuple(numbers[report] for report in slim.reports if report in numbers),
        grade=_GRADES[row.grade],
        disputes=len(disputes(slim.contradictions)),
        total=slim.total,
    )


def _slim(frozen: str) -> _Slim:
    try:
        return _SLIM.validate_json(frozen)
    except ValidationError:  # half characters in a name, which Python's own JSON lets pass
        return _SLIM.validate_python(json.loads(frozen))


def _bounds(slim: _Slim, measure: str) -> Bounds | None:
    return next(((e.low, e.best, e.high) for e in slim.estimates if e.measure == measure), None)


def _names(parties: list[_Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.name for party in parties))


def _sides(slim: _Slim) -> tuple[str, ...]:
    """The parties by which people look for incidents: those that the vocabulary knows or that bear a name, and no
    persons."""
    return tuple(
        dict.fromkeys(
            party.name
            for party in (*slim.perpetrators, *slim.targets)
            if party.kind != _PERSON and (party.actor_id is not None or not party.described)
        )
    )
