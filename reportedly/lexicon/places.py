"""The vocabulary of places in, frozen tables out: spellings, countries, divisions, regions and special places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import model_validator

from reportedly.lexicon.lines import HOME, Line, load


class SpellingLine(Line):
    """Words that spellings of one name differ by: articles that are dropped, abbreviations that are written out, the
    first words of Arabic names (``generic``: hill, spring, village) that every romanisation spells its own way."""

    kind: Literal["article", "leading", "abbreviation", "division", "generic"]
    forms: tuple[str, ...]
    full: str | None = None


class PlaceLine(Line):
    """A place written by hand. ``kind`` is a GeoNames class and code; ``admin1`` is a GeoNames code ("SY.11") of the
    first-level division that holds it. ``latitude`` and ``longitude`` are WGS 84 degrees of its middle and
    ``radius_km`` reaches from there to its edge."""

    name: str
    kind: str
    forms: tuple[str, ...] = ()
    country: str | None = None
    admin1: str | None = None
    latitude: float
    longitude: float
    radius_km: float | None = None
    population: int = 0

    @model_validator(mode="after")
    def _stands_on_earth(self) -> PlaceLine:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError(f"{self.latitude}, {self.longitude} is no point on Earth")
        if not self.cite:
            raise ValueError("a place needs `cite:`, where its point was looked up")
        return self


class DivisionLine(Line):
    """Further names of a first-level division; its ``id`` is the GeoNames code ("SY.11") and ``iso`` is ISO 3166-2.

    The point is given only where the middle of its towns is far from its own."""

    name: str
    iso: str | None = None
    forms: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None


class EnglishLine(Line):
    """The name that reports in English use for a town, and spellings (``forms``) that GeoNames does not list; its
    ``id`` is that of the place ("geonames:169577")."""

    name: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How names are folded: words dropped at the front, articles dropped anywhere, abbreviations written out."""

    leading: frozenset[str]
    articles: frozenset[str]
    divisions: frozenset[str]
    abbreviations: Mapping[str, str]
    generics: Mapping[str, str]


def load_spelling(homes: Sequence[Path] = (HOME,)) -> Spelling:
    """The table ``places/spelling``."""
    lines = load("places/spelling", SpellingLine, homes)

    def forms(kind: str) -> frozenset[str]:
        return frozenset(form for line in lines if line.kind == kind for form in line.forms)

    def full(kind: str) -> Mapping[str, str]:
        whole = {f.rstrip("."): line.full for line in lines if line.kind == kind and line.full for f in line.forms}
        return MappingProxyType(whole)

    return Spelling(
        leading=forms("leading"),
        articles=forms("article"),
        divisions=forms("division"),
        abbreviations=full("abbreviation"),
        generics=full("generic"),
    )


def load_countries(homes: Sequence[Path] = (HOME,)) -> tuple[PlaceLine, ...]:
    """The table ``places/countries``: one line a country, its id the ISO 3166-1 alpha-2 code."""
    return load("places/countries", PlaceLine, homes)


def load_divisions(homes: Sequence[Path] = (HOME,)) -> tuple[DivisionLine, ...]:
    """The table ``places/admin1``: names and points of first-level divisions beyond the GeoNames list."""
    return load("places/admin1", DivisionLine, homes)


def load_english(homes: Sequence[Path] = (HOME,)) -> Mapping[str, EnglishLine]:
    """The table ``places/english`` by the ids of its places."""
    return MappingProxyType({line.id: line for line in load("places/english", EnglishLine, homes)})


def load_special(homes: Sequence[Path] = (HOME,)) -> tuple[PlaceLine, ...]:
    """The tables ``places/special`` and ``places/regions``: air bases, fields, mountains, crossings, seas, regions."""
    return load("places/special", PlaceLine, homes) + load("places/regions", PlaceLine, homes)


class KindLine(Line):
    """A GeoNames class and code (the ``id``) and the words that gazetteers use for it."""

    forms: tuple[str, ...]


def load_kinds(homes: Sequence[Path] = (HOME,)) -> Mapping[str, str]:
    """The table ``places/kinds``: words, and the GeoNames kind that each stands for."""
    return MappingProxyType({f: line.id for line in load("places/kinds", KindLine, homes) for f in line.forms})
