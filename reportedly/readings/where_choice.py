"""The place mentions of one report in, the bearer chosen for each out.

Every bearer of a name has a prior (people who live there, kind, spelling) and gains from what the report says: the
place that is said to hold it, the country and province of the other names, towns close to it, the outlet's own region.
A score is a sum of such features; a few rounds let the names settle one another. One name has one meaning in a
report, except where a feature word or a containing place says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from rapidfuzz.fuzz import ratio

from reportedly.gazetteer.keys import keys, roman
from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_mention import PlaceMention
from reportedly.model.reading import Place
from reportedly.readings.where_context import WELL_KNOWN, Context, Weights, context_of, rough_km
from reportedly.readings.where_outlet import Locale
from reportedly.readings.where_prior import country_first, prior, town_first

ROUNDS = 3
_LIKE = 60.0
_CLEARLY = 0.6
_AT_HOME = 0.25
_CLOSE = 1.0
_BESIDE_KM = 40.0
"""What a name that only sounds like one in the gazetteer must reach to be read as it: the share of letters in order
(per cent), the share among those that sound alike, the country's share in the report, the score of nearness,
the kilometres to a place of the report, unless the report speaks of its province."""

_HOPELESS = 4.0
"""How far a bearer's score may lie below the best for a person still to choose it: odds of one in fifty."""

_TOWN_KM = 30.0
"""How far a quarter may lie from the middle of its town."""

_PROVINCE_KM = 100.0
"""How far a town of a province that other gazetteers cut differently may lie from the province's middle."""

_VILLAGE = 5_000
"""Inhabitants below which a place is a village."""

_GREAT = 1_000_000
"""Inhabitants from which a town is known abroad by any of its names."""
_BY_FAR, _MOSTLY = 0.75, 0.4
"""The share that another country must have among a report's names for a town, or a village, abroad not to be meant."""

MOST = 40
"""Bearers of one name that are weighed; the rest have fewer people."""

WEIGHTS = Weights()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The bearer chosen, those passed over (best first) and why; ``country`` and ``admin1`` are given for an unknown
    place that lies in a known one; ``abroad`` marks a name that is known only far from what the report speaks of."""

    place: Place | None
    others: tuple[Place, ...] = ()
    basis: str = ""
    country: str | None = None
    admin1: str | None = None
    abroad: bool = False


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


def choose(
    mentions: Sequence[PlaceMention], lookup: Lookup, locale: Locale, spoken_of: Mapping[str, int]
) -> tuple[Choice, ...]:
    """One choice a mention, in the same order. ``spoken_of`` counts the adjectives of states, by country."""
    names, number_of = _names(mentions, lookup, locale)
    for name in names:
        _settle(name, list(name.priors))
    for _ in range(ROUNDS):
        context = context_of(names, spoken_of)
        settled = [_scores(number, names, context) for number in range(len(names))]
        for name, scores in zip(names, settled, strict=True):
            _settle(name, scores)
    context = context_of(names, spoken_of)
    return tuple(_choice(number, names, context) for number in number_of)


def _names(mentions: Sequence[PlaceMention], lookup: Lookup, locale: Locale) -> tuple[list[Name], list[int]]:
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
    """The bearers that the feature word allows; all of them where it allows none and is no part of the name."""
    if mention.feature is None or not mention.hits:
        return mention.hits
    if mention.feature.rule.endswith("/street"):
        return tuple(place for place in mention.hits if place.kind.startswith(mention.feature.kinds))
    kinds = mention.feature.kinds
    if mention.feature.near and (kept := tuple(place for place in mention.hits if place.kind.startswith(kinds))):
        return kept
    for kind in kinds:
        if kept := tuple(place for place in mention.hits if place.kind.startswith(kind)):
            return kept
    return mention.hits


def _scores(number: int, names: Sequence[Name], context: Context) -> list[float]:
    name = names[number]
    scores = []
    for place, score in zip(name.bearers, name.priors, strict=True):
        score += context.support(number, place, WEIGHTS)
        if name.holder is not None:
            score += _held(place, names[name.holder])
        scores.append(score)
    return scores


def _held(place: Place, holder: Name) -> float:
    """For a place that the text says lies in another: whether it can."""
    fits = 0.0
    if holder.bearers and not holder.bearers[holder.best].kind.startswith(("A.", "L.")):
        return WEIGHTS.holder if rough_km(place, holder.bearers[holder.best]) < _TOWN_KM else -WEIGHTS.holder
    for share, wider in zip(holder.shares, holder.bearers, strict=True):
        if wider.country != place.country or wider.id == place.id:
            continue
        if wider.kind.startswith("A.PCL") or wider.admin1 is None or wider.admin1 == place.admin1:
            fits = max(fits, share)
    return WEIGHTS.holder * fits


def _settle(name: Name, scores: list[float]) -> None:
    name.scores = scores
    if not scores:
        return
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    total = sum(raised)
    name.shares = [one / total for one in raised]
    name.best = scores.index(top)


def _choice(number: int, names: Sequence[Name], context: Context) -> Choice:
    name = names[number]
    holder = names[name.holder] if name.holder is not None else None
    wider = holder.bearers[holder.best] if holder and holder.bearers else None
    lost = wider is not None and wider.kind.startswith("P.") and bool(name.bearers)
    lost = lost and wider is not None and rough_km(name.bearers[name.best], wider) > _TOWN_KM
    lost = lost or (holder is not None and bool(name.bearers) and _elsewhere(name.bearers[name.best], holder))
    if holder is None and name.bearers and _unlikely(number, name, context):
        if (home := _at_home_too(number, name, context)) is not None:
            return home
        basis = "its bearers lie in countries that the report never names"
        return Choice(place=None, others=name.bearers, basis=basis, abroad=True)
    if lost or not name.bearers or (name.by_sound and not _trusted(number, name, context)):
        return Choice(
            place=None,
            others=name.bearers,
            basis=_unknown(name, lost),
            country=wider.country if wider else None,
            admin1=wider.admin1 if wider else None,
        )
    order = sorted(range(len(name.bearers)), key=lambda n: (-name.scores[n], name.bearers[n].id))
    chosen = name.bearers[order[0]]
    return Choice(
        place=chosen,
        others=tuple(name.bearers[n] for n in order[1:] if name.scores[n] > name.scores[order[0]] - _HOPELESS),
        basis=_basis(name, chosen, wider),
        country=chosen.country,
        admin1=chosen.admin1,
    )


def _at_home_too(number: int, name: Name, context: Context) -> Choice | None:
    """The best bearer in the country of which the report speaks, where the name is not only alike in sound."""
    home = context.mostly(number)
    order = sorted(range(len(name.bearers)), key=lambda n: (-name.scores[n], name.bearers[n].id))
    own = [n for n in order if name.bearers[n].country == home]
    if name.by_sound or not own:
        return None
    chosen = name.bearers[own[0]]
    return Choice(
        place=chosen,
        others=tuple(name.bearers[n] for n in order if n != own[0]),
        basis=f"the best bearer in the country that the report speaks of, of {len(name.bearers)}",
        country=chosen.country,
        admin1=chosen.admin1,
    )


def _unlikely(number: int, name: Name, context: Context) -> bool:
    """Whether a place is a small town abroad of which nobody would speak here without naming its country; or a larger
    one that is only one of many so called, or that is printed under another name."""
    place = name.bearers[name.best]
    if not place.kind.startswith("P.") or place.population >= (_GREAT if _one_of_many(name) else WELL_KNOWN):
        return False
    return context.foreign(number, place) >= (_BY_FAR if place.population >= _VILLAGE else _MOSTLY)


def _one_of_many(name: Name) -> bool:
    """Whether the name fits the bearer badly: others of its name are nearly as likely, or its own name is another."""
    return name.shares[name.best] < _CLEARLY or name.key != keys(name.bearers[name.best].name).full


def _elsewhere(place: Place, holder: Name) -> bool:
    """Whether a town lies far outside the country or province that the text says holds it: it is then another town;
    so is a district of another country."""
    if not holder.bearers or not place.kind.startswith(("P.", "A.ADM")):
        return False
    wider = holder.bearers[holder.best]
    if holder.shares[holder.best] < _CLEARLY:
        return False
    abroad = wider.country != place.country
    if wider.kind.startswith("A.PCL") or place.kind.startswith("A.ADM"):
        return abroad and wider.kind.startswith("A.") and rough_km(place, wider) > _margin(wider)
    if wider.kind != "A.ADM1":
        return False
    outside = abroad or place.admin1 not in {None, wider.admin1, wider.name}
    return outside and rough_km(place, wider) > _margin(wider)


def _margin(wider: Place) -> float:
    """How far from the middle of a country or province a place in it may lie, in kilometres."""
    return max(_PROVINCE_KM, 2 * (wider.radius_km or 0.0))


def _unknown(name: Name, lost: bool) -> str:
    if not name.bearers:
        return "not in the gazetteer"
    return "all bearers lie outside the place that holds it" if lost else "only names that sound alike are known"


def _trusted(number: int, name: Name, context: Context) -> bool:
    """Whether spelling and context both speak for one of the names that sound alike: it is a common romanisation of
    the same name or the letters agree for the better part, it wins clearly, and it lies where the report's other places
    lie."""
    place = name.bearers[name.best]
    if roman(name.mention.name) == roman(place.name) != "":
        return name.shares[name.best] >= _CLEARLY and _at_home(number, place, context)
    like = max(ratio(name.mention.key, form) for form in (keys(place.name).full, keys(place.name).bare))
    if like < _LIKE or name.shares[name.best] < _CLEARLY:
        return False
    if context.share(place) <= _AT_HOME or context.closeness(number, place, WEIGHTS) <= _CLOSE:
        return False
    return context.reaches(number, place, _BESIDE_KM)


def _at_home(number: int, place: Place, context: Context) -> bool:
    """Whether the other romanisation of a name lies where the report is: in its country, and within its provinces
    where it speaks of any."""
    if context.share(place) <= _AT_HOME:
        return False
    return context.reaches(number, place, _BESIDE_KM) or not context.provincial(number)


def _basis(name: Name, chosen: Place, wider: Place | None) -> str:
    if len(name.bearers) == 1 and not name.by_sound:
        return "the only bearer of the name"
    how = "sounds alike" if name.by_sound else f"best of {len(name.bearers)} bearers"
    held = f", in {wider.name}" if wider is not None and wider.country == chosen.country else ""
    return f"{how}{held} ({name.shares[name.best]:.2f})"
