"""What is wanted of claims or incidents in, the query for it out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, or_, select

from reportedly.model.reading import Interval
from reportedly.model.words import Grade, Happening, Stance
from reportedly.store import tables

Rows = Select[Any]


class Order(StrEnum):
    """In which order claims come."""

    REPORT = "report"
    """By report id, then as they stand in the report."""
    DAY = "day"
    """By first possible day, those without one last, then as above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A part of the earth in degrees, edges included. ``west`` may exceed ``east``: then it crosses 180°."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims are wanted. What is left out does not narrow; what is given must hold of each.

    ``days`` keeps the claims whose days touch the interval, ``box`` those placed inside: claims without a day or place
    are then left out. ``outlet`` is who printed the report, ``origin`` the last link of the chain.
    """

    reports: tuple[str, ...] | None = None
    happenings: tuple[Happening, ...] | None = None
    stances: tuple[Stance, ...] | None = None
    days: Interval | None = None
    country: str | None = None
    box: Box | None = None
    outlet: str | None = None
    origin: str | None = None
    container: bool | None = None
    least_killed: int | None = None
    incident: str | None = None
    places: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFilter:
    """Which incidents are wanted, as in ``ClaimFilter``."""

    happenings: tuple[Happening, ...] | None = None
    days: Interval | None = None
    country: str | None = None
    box: Box | None = None
    grades: tuple[Grade, ...] | None = None
    least_killed: int | None = None
    least_sources: int | None = None
    report: str | None = None


def claims_wanted(wanted: ClaimFilter, order: Order) -> Rows:
    """The frozen claims that are wanted, in order."""
    c = tables.claim.c
    tests = _common(tables.claim, wanted)
    if wanted.reports is not None:
        tests.append(c.report.in_(wanted.reports))
    if wanted.places is not None:
        tests.append(c.place.in_(wanted.places))
    if wanted.stances is not None:
        tests.append(c.stance.in_([stance.value for stance in wanted.stances]))
    if wanted.origin is not None:
        tests.append(c.origin == wanted.origin)
    if wanted.container is not None:
        tests.append(c.container.is_(wanted.container))
    if wanted.outlet is not None:
        tests.append(c.report.in_(select(tables.report.c.id).where(tables.report.c.outlet == wanted.outlet)))
    if wanted.incident is not None:
        member = tables.incident_claim.c
        tests.append(c.id.in_(select(member.claim).where(member.incident == wanted.incident)))
    first = [c.start_day.is_(None), c.start_day] if order is Order.DAY else []
    return select(c.frozen).where(*tests).order_by(*first, c.report, c.number)


def incidents_wanted(wanted: IncidentFilter) -> Rows:
    """The frozen incidents that are wanted, by first possible day, those without one last, then by id."""
    c = tables.incident.c
    tests = _common(tables.incident, wanted)
    if wanted.grades is not None:
        tests.append(c.grade.in_([grade.value for grade in wanted.grades]))
    if wanted.least_sources is not None:
        tests.append(c.independent_sources >= wanted.least_sources)
    if wanted.report is not None:
        member, claim = tables.incident_claim.c, tables.claim.c
        of_report = select(member.incident).join(tables.claim, claim.id == member.claim)
        tests.append(c.id.in_(of_report.where(claim.report == wanted.report)))
    return select(c.frozen).where(*tests).order_by(c.start_day.is_(None), c.start_day, c.id)


def _common(table: Table, wanted: ClaimFilter | IncidentFilter) -> list[ColumnElement[bool]]:
    c, tests = table.c, list[ColumnElement[bool]]()
    if wanted.happenings is not None:
        tests.append(c.happening.in_([happening.value for happening in wanted.happenings]))
    if wanted.days is not None:
        tests.extend(_touching(table, wanted.days))
    if wanted.country is not None:
        tests.append(c.country == wanted.country)
    if wanted.box is not None:
        tests.extend(_inside(table, wanted.box))
    if wanted.least_killed is not None:
        tests.append(or_(c.killed_best >= wanted.least_killed, c.killed_low >= wanted.least_killed))
    return tests


def _touching(table: Table, days: Interval) -> list[ColumnElement[bool]]:
    """Half-open intervals that share a day; an open side reaches on, but some side must be known."""
    c = table.c
    tests: list[ColumnElement[bool]] = [or_(c.start_day.is_not(None), c.end_day.is_not(None))]
    if days.end is not None:
        tests.append(or_(c.start_day.is_(None), c.start_day < days.end))
    if days.start is not None:
        tests.append(or_(c.end_day.is_(None), c.end_day > days.start))
    return tests


def _inside(table: Table, box: Box) -> list[ColumnElement[bool]]:
    c = table.c
    east_west = and_(c.longitude >= box.west, c.longitude <= box.east)
    if box.west > box.east:
        east_west = and_(c.longitude.is_not(None), or_(c.longitude >= box.west, c.longitude <= box.east))
    return [c.latitude >= box.south, c.latitude <= box.north, east_west]
