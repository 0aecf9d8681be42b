"""A bearer of a name in, how likely it is meant before the report is known out."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from rapidfuzz.fuzz import ratio

from reportedly.gazetteer.keys import keys
from reportedly.mentions.places_mention import PlaceMention
from reportedly.model.reading import Place
from reportedly.readings.where_outlet import Locale

_BASES = (
    ("A.PCL", 8.0),
    ("L.CONT", 8.5),
    ("A.ADM1", 6.6),
    ("A.ADM2", 3.6),
    ("H.", 5.5),
    ("L.", 5.5),
    ("T.", 5.0),
    ("S.", 5.0),
    ("P.PPLX", 4.5),
)
_SPELLED = 1.6
_CAPITAL = 0.8
_PROVINCE_LEADS = 2.0
"""How far a province's prior may lie above that of a town with as many people: one of a thousand people is seldom
spoken of, and has no chance against a foreign capital of its name."""
_OUTLET_TOWN = 3.0
_OUTLET_COUNTRY = 1.5
_GOOD_PART = 20
"""A town of a twentieth of its province's people gives the bare name its meaning."""

_TOWN_LEADS = 1.5
_PROVINCE_HOLDS = 1.5
_DIVISION = "A.ADM1"
_OWN = 70.0
"""The share of letters in order (per cent) from which two spellings are of one name."""
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


def country_first(weighed: Sequence[tuple[float, Place]], mention: PlaceMention) -> list[tuple[float, Place]]:
    """A country's own name means the country and no town that bears it besides its own: "Mexico" is not Mexico City,
    nor the State of Mexico."""
    if mention.feature is not None and mention.feature.settled:
        return list(weighed)
    own = {p.country for _, p in weighed if p.kind.startswith("A.PCL") and keys(p.name).full == mention.key}
    if not own:
        return list(weighed)
    kept = [(s, p) for s, p in weighed if not (p.kind == _DIVISION and p.country in own)]
    return [(s, p) for s, p in kept if not p.kind.startswith("P.") or keys(p.name).bare == mention.key]


def town_first(weighed: Sequence[tuple[float, Place]], mention: PlaceMention) -> list[tuple[float, Place]]:
    """A bare name that a town and its own province share means the town, where the town is a good part of the
    province; after a comma, or with a feature word, the province stands."""
    own = [(s, p) for s, p in reversed(weighed) if p.kind.startswith("P.") and _bears(p, mention)]
    towns = {(p.country, p.admin1): (s, p.population) for s, p in own}
    if mention.feature is not None and mention.feature.kinds[0].startswith("A."):
        return list(weighed)
    lowered: list[tuple[float, Place]] = []
    for score, place in weighed:
        town = towns.get((place.country, place.admin1)) if place.kind.startswith("A.ADM") else None
        if town is not None and (place.kind != "A.ADM1" or town[1] * _GOOD_PART >= place.population):
            score = max(score, town[0] + _PROVINCE_HOLDS) if mention.holds else min(score, town[0] - _TOWN_LEADS)
        lowered.append((score, place))
    return lowered


def _bears(place: Place, mention: PlaceMention) -> bool:
    """Whether the name is the place's own, however spelled, and not another one or only the beginning of one, as
    that of "Kolm City" is."""
    spelled = keys(place.name)
    if mention.key in {spelled.full, spelled.bare}:
        return True
    begun = spelled.bare.startswith(mention.key)
    return not begun and max(ratio(mention.key, spelled.full), ratio(mention.key, spelled.bare)) >= _OWN


def _base(place: Place) -> float:
    people = log10(place.population + 100)
    for kind, base in _BASES:
        if place.kind.startswith(kind):
            few = kind == "A.ADM1" and place.population > 0
            return min(base, people + _PROVINCE_LEADS) if few else base
    return people
