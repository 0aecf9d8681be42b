"""What every source of places gives: rows, before they are written into an index."""

from __future__ import annotations

from dataclasses import dataclass

EMBEDDED = "embedded"
"""The name of the gazetteer that comes with the product; all others were added by the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place of a source. ``names`` are all further names; ``kind`` is a GeoNames class and code ("P.PPL").

    ``place_id`` is unique in the whole gazetteer; rows of several sources with one id are one place. ``licence`` and
    ``attribution`` are those of this row where they differ from the source's.
    """

    place_id: str
    name: str
    latitude: float
    longitude: float
    kind: str = "P.PPL"
    names: tuple[str, ...] = ()
    country: str | None = None
    admin1: str | None = None
    population: int = 0
    radius_km: float | None = None
    licence: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A further name of a place that stands in a file of its own (GeoNames "alternateNamesV2")."""

    place_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Under which licence a place may be passed on, and whom to name."""

    gazetteer: str
    licence: str
    attribution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where rows come from, under which licence, and whom to name. ``version`` tells one edition from another."""

    name: str
    version: str
    licence: str
    attribution: str
    path: str = ""
