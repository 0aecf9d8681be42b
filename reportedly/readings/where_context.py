"""The names of a report half settled in, what they say of one another out: countries, provinces, neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, exp, log, radians, sqrt
from types import MappingProxyType
from typing import Protocol, TypeVar

from reportedly.model.reading import Place

_KM_PER_DEGREE = 111.2
_SMOOTH = 1.0
_OTHERS = 1.5
_NONE: Mapping[str, int] = MappingProxyType({})
_ALIKE = 0.5
"""What a name weighs of which a gazetteer knows only others that sound alike."""
_MISREAD = 1.0
"""The part of the names of third countries that is not counted: most are towns not settled yet."""
_SPOKEN_OF = 0.4
"""The share of one name that must mean a province for the report to speak of it."""

WELL_KNOWN = 50_000
"""Inhabitants from which a town abroad may be spoken of without its country, and says itself that the report speaks of
the country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each kind of context adds to a score, set on local newspapers and on reports from Syria."""

    country: float = 2.8
    division: float = 7.0
    near: float = 4.0
    reach_km: float = 90.0
    holder: float = 6.0


class _Name(Protocol):
    @property
    def key(self) -> str: ...
    @property
    def bearers(self) -> tuple[Place, ...]: ...
    @property
    def shares(self) -> list[float]: ...
    @property
    def best(self) -> int: ...
    @property
    def count(self) -> int: ...
    @property
    def by_sound(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The likeliest bearer of a name and its share: what neighbours are measured from."""

    key: str
    place: Place
    weight: float


@dataclass(frozen=True, slots=True)
class Context:
    """Sums over all names of a report; what a name itself adds, with and without feature words, is taken off before it
    is judged."""

    countries: dict[str, float]
    places_of: dict[str, float]
    divisions: dict[tuple[str, str], float]
    own_countries: tuple[dict[str, float], ...]
    own_divisions: tuple[dict[tuple[str, str], float], ...]
    own_places_of: tuple[dict[str, float], ...]
    total: float
    anchors: tuple[Anchor, ...]
    keys: tuple[str, ...]

    def support(self, number: int, place: Place, weights: Weights) -> float:
        """What the other names say for a bearer of name ``number``."""
        if place.country is None:
            return 0.0
        others = self.countries.get(place.country, 0.0) - self.own_countries[number].get(place.country, 0.0)
        total = self.total - sum(self.own_countries[number].values()) + _SMOOTH
        score = weights.country * others / total
        if place.kind.startswith(("A.PCL", "L.CONT")):
            return score
        return score + self.closeness(number, place, weights)

    def closeness(self, number: int, place: Place, weights: Weights) -> float:
        """The part of the support that comes from the same province and from places nearby."""
        score = 0.0
        if place.country is not None and place.admin1 is not None:
            key = (place.country, place.admin1)
            same = self.divisions.get(key, 0.0) - self.own_divisions[number].get(key, 0.0)
            score = weights.division * same / (self.total - sum(self.own_countries[number].values()) + _SMOOTH)
        return score + weights.near * self._near(number, place, weights.reach_km)

    def reaches(self, number: int, place: Place, km: float) -> bool:
        """Whether the report speaks of the place's province, or of another place near it."""
        key = (place.country or "", place.admin1 or "")
        if self.divisions.get(key, 0.0) - self.own_divisions[number].get(key, 0.0) > _SPOKEN_OF:
            return True
        others = (a.place for a in self.anchors if a.key != self.keys[number])
        return any(rough_km(place, other) <= km for other in others)

    def provincial(self, number: int) -> bool:
        """Whether the report speaks of any province besides that of name ``number``."""
        own = self.own_divisions[number]
        return any(value - own.get(key, 0.0) > _SPOKEN_OF for key, value in self.divisions.items())

    def placed(self, number: int, share: float) -> bool:
        """Whether another name of the report is that of one place, with more than this share."""
        return any(a.weight > share for a in self.anchors if a.key != self.keys[number])

    def foreign(self, number: int, place: Place) -> float:
        """How far the other names of the report, at least two, speak of one other country: its share beside the place's
        own and half of the rest, which may be misread; 0 where they also name its own or a known town in it, or are
        too few. A mere adjective ("Korvian aid") says nothing of its villages."""
        own = self.own_countries[number]
        home = place.country or ""
        others = {country: value - own.get(country, 0.0) for country, value in self.countries.items()}
        total = sum(others.values())
        known = self.places_of.get(home, 0.0) - self.own_places_of[number].get(home, 0.0)
        if known >= _SPOKEN_OF or total < _OTHERS:
            return 0.0
        most = max((value for country, value in others.items() if country != home), default=0.0)
        rest = total - most - others.get(home, 0.0)
        return most / (total - _MISREAD * rest) if most > 0 else 0.0

    def mostly(self, number: int) -> str | None:
        """The country of which the other names of the report speak most."""
        own = self.own_countries[number]
        others = {country: value - own.get(country, 0.0) for country, value in self.countries.items()}
        return min(others, key=lambda country: (-others[country], country), default=None)

    def share(self, place: Place) -> float:
        """The share of a place's country in the report."""
        return self.countries.get(place.country or "", 0.0) / (self.total + _SMOOTH)

    def _near(self, number: int, place: Place, reach: float) -> float:
        close = 0.0
        for anchor in self.anchors:
            if anchor.key != self.keys[number] and anchor.place.country == place.country:
                close += anchor.weight * exp(-rough_km(place, anchor.place) / reach)
        return 1.0 - exp(-close)


def context_of(names: Sequence[_Name], spoken_of: Mapping[str, int] = _NONE) -> Context:
    """The context that the names make, each weighed by its shares and, a little, by how often it is used.
    ``spoken_of`` counts the adjectives of states that the report uses ("Korvian"), by country: each state counts as a
    name does."""
    own_countries: dict[str, dict[str, float]] = {}
    own_divisions: dict[str, dict[tuple[str, str], float]] = {}
    own_places_of: dict[str, dict[str, float]] = {}
    countries: dict[str, float] = defaultdict(float)
    places_of: dict[str, float] = defaultdict(float)
    for country, count in spoken_of.items():
        countries[country] += _weight(count)
    divisions: dict[tuple[str, str], float] = defaultdict(float)
    anchors: list[Anchor] = []
    for name in names:
        mine = own_countries.setdefault(name.key, defaultdict(float))
        ours = own_divisions.setdefault(name.key, defaultdict(float))
        known = own_places_of.setdefault(name.key, defaultdict(float))
        weight = _weight(name.count) * (_ALIKE if name.by_sound else 1.0)
        for share, place in zip(name.shares, name.bearers, strict=True):
            if place.country:
                mine[place.country] += share * weight
                if not name.by_sound and (place.population >= WELL_KNOWN or place.kind.startswith("A.")):
                    known[place.country] += share * weight
                if place.admin1:
                    ours[place.country, place.admin1] += share * weight
        if name.bearers and _is_spot(name.bearers[name.best]):
            anchors.append(Anchor(key=name.key, place=name.bearers[name.best], weight=name.shares[name.best]))
    _add(countries, own_countries.values())
    _add(divisions, own_divisions.values())
    _add(places_of, own_places_of.values())
    return Context(
        countries=countries,
        places_of=places_of,
        divisions=divisions,
        own_countries=tuple(own_countries[name.key] for name in names),
        own_divisions=tuple(own_divisions[name.key] for name in names),
        own_places_of=tuple(own_places_of[name.key] for name in names),
        total=sum(countries.values()),
        anchors=tuple(anchors),
        keys=tuple(name.key for name in names),
    )


K = TypeVar("K")


def _add(total: dict[K, float], parts: Iterable[Mapping[K, float]]) -> None:
    """Adds what each name says to the sums."""
    for part in parts:
        for key, value in part.items():
            total[key] = total.get(key, 0.0) + value


def _weight(count: int) -> float:
    """What a name that is used so often weighs."""
    return 1.0 + 0.5 * log(count)


def rough_km(one: Place, other: Place) -> float:
    """Kilometres on a flat map: exact enough to tell near from far."""
    across = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return _KM_PER_DEGREE * sqrt((one.latitude - other.latitude) ** 2 + across**2)


def _is_spot(place: Place) -> bool:
    return place.kind.startswith(("P.", "S.", "T.", "A.ADM2"))
