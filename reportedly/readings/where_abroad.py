"""A name of a report and its bearers in, whether they lie where nobody would speak of them out: abroad, or outside the
place that the text says holds them."""

from __future__ import annotations

from reportedly.gazetteer.keys import keys
from reportedly.model.reading import Place
from reportedly.readings.where_context import WELL_KNOWN, Context, rough_km
from reportedly.readings.where_names import CLEARLY, Choice, Name

_PROVINCE_KM = 100.0
"""How far a town of a province that other gazetteers cut differently may lie from the province's middle."""

_VILLAGE = 5_000
"""Inhabitants below which a place is a village."""

_GREAT = 1_000_000
"""Inhabitants from which a town is known abroad by any of its names."""
_DIVISION = "A.ADM1"
"""The kind of a province, of which nobody speaks abroad without its country unless it is great."""

_CAPITAL = "P.PPLC"
"""The kind of a state's capital, which is known abroad though many towns bear its name."""

_BY_FAR, _MOSTLY = 0.75, 0.4
"""The share that another country must have among a report's names for a town, or a village, abroad not to be meant."""


def at_home_too(number: int, name: Name, context: Context) -> Choice | None:
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
        share=round(name.shares[own[0]], 2),
    )


def unlikely(number: int, name: Name, context: Context) -> bool:
    """Whether a place is a small town abroad of which nobody would speak here without naming its country; or a larger
    one that is only one of many so called or printed under another name, or that the text calls a village."""
    place = name.bearers[name.best]
    little_known = place.kind == _DIVISION or _one_of_many(name) or name.called_small
    known = _GREAT if little_known and place.kind != _CAPITAL else WELL_KNOWN
    if not (place.kind.startswith("P.") or place.kind == _DIVISION) or place.population >= known:
        return False
    return context.foreign(number, place) >= (_BY_FAR if place.population >= _VILLAGE else _MOSTLY)


def _one_of_many(name: Name) -> bool:
    """Whether the name fits the bearer badly: others of its name are nearly as likely, or its own name is another."""
    return name.shares[name.best] < CLEARLY or name.key != keys(name.bearers[name.best].name).full


def elsewhere(place: Place, holder: Name) -> bool:
    """Whether a town lies far outside the country or province, or in another country than the district, that the text
    says holds it: it is then another town; so is a district of another country."""
    if not holder.bearers or not place.kind.startswith(("P.", "A.ADM")):
        return False
    wider = holder.bearers[holder.best]
    if holder.shares[holder.best] < CLEARLY:
        return False
    abroad = wider.country != place.country
    if wider.kind.startswith("A.PCL") or place.kind.startswith("A.ADM"):
        return abroad and wider.kind.startswith("A.") and rough_km(place, wider) > _margin(wider)
    if wider.kind == "A.ADM2" or wider.kind.startswith("P."):
        return abroad and (holder.called_wide or (wider.kind == "A.ADM2" and holder.mention.feature is not None))
    if wider.kind != "A.ADM1":
        return False
    outside = abroad or place.admin1 not in {None, wider.admin1, wider.name}
    return outside and rough_km(place, wider) > _margin(wider)


def _margin(wider: Place) -> float:
    """How far from the middle of a country or province a place in it may lie, in kilometres."""
    return max(_PROVINCE_KM, 2 * (wider.radius_km or 0.0))
