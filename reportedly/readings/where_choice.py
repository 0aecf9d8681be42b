"""The place mentions of one report in, the bearer chosen for each out.

Every bearer of a name has a prior (people who live there, kind, spelling) and gains from what the report says: the
place that is said to hold it, the country and province of the other names, towns close to it, the outlet's own region.
A score is a sum of such features; a few rounds let the names settle one another. One name has one meaning in a
report, except where a feature word or a containing place says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from rapidfuzz.fuzz import ratio

from reportedly.gazetteer.keys import keys, roman
from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_mention import PlaceMention
from reportedly.model.reading import Place
from reportedly.readings.where_abroad import at_home_too, elsewhere, unlikely
from reportedly.readings.where_context import Context, Weights, context_of, rough_km
from reportedly.readings.where_names import CLEARLY, Choice, Name, names_of
from reportedly.readings.where_outlet import Locale

ROUNDS = 3
_LIKE = 60.0
_AT_HOME = 0.25
_CLOSE = 1.0
_BESIDE_KM = 40.0
"""What a name that only sounds like one in the gazetteer must reach to be read as it: the share of letters in order
(per cent), the country's share in the report, the score of nearness,
the kilometres to a place of the report, unless the report speaks of its province."""

_HOPELESS = 4.0
"""How far a bearer's score may lie below the best for a person still to choose it: odds of one in fifty."""

_TOWN_KM = 30.0
"""How far a quarter may lie from the middle of its town."""

WEIGHTS = Weights()


def choose(
    mentions: Sequence[PlaceMention], lookup: Lookup, locale: Locale, spoken_of: Mapping[str, int]
) -> tuple[Choice, ...]:
    """One choice a mention, in the same order. ``spoken_of`` counts the adjectives of states, by country."""
    names, number_of = names_of(mentions, lookup, locale)
    for name in names:
        _settle(name, list(name.priors))
    for _ in range(ROUNDS):
        context = context_of(names, spoken_of)
        settled = [_scores(number, names, context) for number in range(len(names))]
        for name, scores in zip(names, settled, strict=True):
            _settle(name, scores)
    context = context_of(names, spoken_of)
    return tuple(_choice(number, names, context) for number in number_of)


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
    lost = lost or (holder is not None and bool(name.bearers) and elsewhere(name.bearers[name.best], holder))
    lost = lost or (holder is None and bool(name.bearers) and _far_quarter(number, name, context))
    if holder is None and name.bearers and unlikely(number, name, context):
        if (home := at_home_too(number, name, context)) is not None:
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
        share=round(name.shares[order[0]], 2) if len(name.bearers) > 1 else None,
    )


def _far_quarter(number: int, name: Name, context: Context) -> bool:
    """Whether what the text calls a quarter would be one of many towns so called, far from all places and provinces
    that the report speaks of: a quarter lies in a town of the report, and no gazetteer knows this one."""
    place = name.bearers[name.best]
    if not name.called_quarter or name.shares[name.best] >= CLEARLY or not place.kind.startswith("P."):
        return False
    if context.reaches(number, place, _BESIDE_KM):
        return False
    return context.provincial(number) or context.placed(number, CLEARLY)


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
        return name.shares[name.best] >= CLEARLY and _at_home(number, place, context)
    like = max(ratio(name.mention.key, form) for form in (keys(place.name).full, keys(place.name).bare))
    if like < _LIKE or name.shares[name.best] < CLEARLY:
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
