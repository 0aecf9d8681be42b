"""A bearer of a name in, how likely it is meant before the report is known out."""

from __future__ import annotations

from math import log10

from reportedly.gazetteer.keys import keys
from reportedly.mentions.places import PlaceMention
from reportedly.model.reading import Place
from reportedly.readings.where_outlet import Locale

_BASES = (
    ("A.PCL", 9.0),
    ("L.CONT", 8.5),
    ("A.ADM1", 5.6),
    ("A.ADM2", 3.6),
    ("H.", 5.5),
    ("L.", 5.5),
    ("T.", 5.0),
    ("S.", 5.0),
    ("P.PPLX", 4.5),
)
_SPELLED = 1.2
_CAPITAL = 0.8
_OUTLET_TOWN = 2.0
_OUTLET_COUNTRY = 1.0
_SHORTEST = 5
"""Letters of a town's name that may be looked for in an outlet's domain."""


def prior(place: Place, mention: PlaceMention, locale: Locale) -> float:
    """The sum of people (decimal logarithm), kind, spelling and the outlet's own region."""
    score = _base(place)
    spelled = keys(place.name)
    if mention.key in {spelled.full, spelled.bare}:
        score += _SPELLED
    if place.kind == "P.PPLC":
        score += _CAPITAL
    if locale.country and place.country == locale.country:
        score += _OUTLET_COUNTRY
    if len(spelled.full) >= _SHORTEST and spelled.full in locale.host and place.kind.startswith("P."):
        score += _OUTLET_TOWN
    return score


def _base(place: Place) -> float:
    for kind, base in _BASES:
        if place.kind.startswith(kind):
            return base
    return log10(place.population + 100)
