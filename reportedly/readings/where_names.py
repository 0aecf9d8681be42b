"""The place mentions of one report in, its distinct names out, each with its bearers and what speaks for them at first.

A name is one for all mentions that a feature word and a containing place tell apart no further.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_mention import PlaceMention
from reportedly.model.reading import Place
from reportedly.readings.where_outlet import Locale
from reportedly.readings.where_prior import country_first, prior, town_first

MOST = 40
"""Bearers of one name that are weighed; the rest have fewer people."""

CLEARLY = 0.6
"""The share among the bearers of a name from which one is clearly meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The bearer chosen, those passed over (best first) and why; ``country`` and ``admin1`` are given for an unknown
    place that lies in a known one; ``abroad`` marks a name that is known only far from what the report speaks of;
    ``share`` is that of the bearer chosen of several."""

    place: Place | None
    others: tuple[Place, ...] = ()
    basis: str = ""
    country: str | None = None
    admin1: str | None = None
    abroad: bool = False
    share: float | None = None


@dataclass(slots=True)
class Name:
    """One name of a report while it is settled: its bearers, their scores and shares."""

    mention: PlaceMention
    bearers: tuple[Place, ...]
    priors: tuple[float, ...]
    by_sound: bool
    holder: int | None = None
    count: int = 1
    scores: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    best: int = 0

    @property
    def key(self) -> str:
        return self.mention.key

    @property
    def called_wide(self) -> bool:
        """Whether the text calls it a district, which has towns and villages in it."""
        return self.mention.feature is not None and self.mention.feature.holds

    @property
    def called_quarter(self) -> bool:
        """Whether the text calls it a quarter of a town."""
        return self.mention.feature is not None and self.mention.feature.rule.endswith("/quarter")

    @property
    def called_small(self) -> bool:
        """Whether the text calls it a village."""
        return self.mention.feature is not None and self.mention.feature.most is not None


def names_of(mentions: Sequence[PlaceMention], lookup: Lookup, locale: Locale) -> tuple[list[Name], list[int]]:
    """The distinct names and, for each mention, the number of its name."""
    numbers: dict[tuple[object, ...], int] = {}
    names: list[Name] = []
    number_of: list[int] = []
    for mention in mentions:
        holder = mentions[mention.inside].key if mention.inside is not None else None
        key = (mention.key, mention.feature.kinds if mention.feature else None, holder, mention.holds)
        if key not in numbers:
            numbers[key] = len(names)
            names.append(_name(mention, lookup, locale))
        else:
            names[numbers[key]].count += 1
        number_of.append(numbers[key])
    for mention, number in zip(mentions, number_of, strict=True):
        if mention.inside is not None:
            names[number].holder = number_of[mention.inside]
    _lend_holders(names)
    return names, number_of


def _lend_holders(names: Sequence[Name]) -> None:
    """A name that is once said to lie in a place lies there each time, where its kind allows."""
    known: dict[str, int] = {}
    for name in names:
        if name.holder is not None:
            known.setdefault(name.mention.key, name.holder)
    for name in names:
        if name.holder is None and names[known.get(name.mention.key, 0)] is not name:
            name.holder = known.get(name.mention.key)


def _name(mention: PlaceMention, lookup: Lookup, locale: Locale) -> Name:
    bearers = _of_kind(mention)
    by_sound = False
    if not mention.hits and (mention.feature is None or not mention.feature.own) and len(mention.key) > 3:
        bearers, by_sound = _alike(mention, lookup)[:MOST], True
    weighed = [(prior(place, mention, locale), place) for place in bearers]
    weighed = town_first(country_first(weighed, mention), mention)
    ranked = sorted(weighed, key=lambda t: (-t[0], t[1].id))
    ranked = ranked[:MOST]
    return Name(
        mention=mention,
        bearers=tuple(place for _, place in ranked),
        priors=tuple(score for score, _ in ranked),
        by_sound=by_sound,
    )


def _alike(mention: PlaceMention, lookup: Lookup) -> tuple[Place, ...]:
    """The names that sound alike; of what the text calls a province none but those of divisions."""
    found = tuple(lookup.alike(mention.name))
    if mention.feature is None or mention.feature.kinds[0] != "A.ADM1":
        return found
    return tuple(place for place in found if place.kind.startswith("A."))


def _of_kind(mention: PlaceMention) -> tuple[Place, ...]:
    """The bearers that the feature word allows; all of them where it allows none and is no part of the name. A village
    is no great city, also where no other bearer is known."""
    if mention.feature is None or not mention.hits:
        return mention.hits
    if mention.feature.most is not None and all(_greater(place, mention.feature.most) for place in mention.hits):
        return ()
    if mention.feature.rule.endswith("/street"):
        return tuple(place for place in mention.hits if place.kind.startswith(mention.feature.kinds))
    kinds = mention.feature.kinds
    if mention.feature.near and (kept := tuple(place for place in mention.hits if place.kind.startswith(kinds))):
        return kept
    for kind in kinds:
        if kept := tuple(place for place in mention.hits if place.kind.startswith(kind)):
            return kept
    return mention.hits


def _greater(place: Place, most: int) -> bool:
    """Whether a place is a country, or a town of more people than what is called so has."""
    return place.kind.startswith("A.PCL") or (place.kind.startswith("P.") and place.population > most)
