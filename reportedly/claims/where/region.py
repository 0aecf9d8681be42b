"""The claims of a report and its places in, the claims out, a village that no gazetteer knows put into the province or
country of which the report speaks.

Villages are what lists lack most. A report that names one also says in which land it is: in its head, or with the next
name. Nothing is put nearer than the whole report allows: where its places lie in one province that it names, that
province; else the part of the country, or the country, that it names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.model.claim import Claim, Note
from reportedly.model.reading import Where
from reportedly.model.words import WherePrecision

RULE = "code:region"

_FILED = "code:dateline"
_MOSTLY = 0.65
"""The share of a report's known names that a country or province must have to be the one that it speaks of."""

_DIVISIONS = frozenset({WherePrecision.DISTRICT, WherePrecision.PROVINCE})
_PARTS = frozenset({WherePrecision.VAGUE})
_LANDS = frozenset({WherePrecision.COUNTRY})


def in_their_region(claims: Iterable[Claim], places: Sequence[Where]) -> Iterator[Claim]:
    """The claims in their order."""
    known = [p for p in places if _tells(p)]
    for claim in claims:
        place = claim.place
        if place is None or not nobody_knows(place):
            yield claim
            continue
        region = _region(place, known)
        if region is None:
            yield replace(claim, place=replace(place, country=place.country or _country(known)))
            continue
        text = f"no gazetteer knows {place.name}; the report speaks of {region.name}"
        note = Note(field="where", rule=RULE, text=text, span=region.span)
        yield replace(claim, place=_put(place, region), notes=(*claim.notes, note))


def nobody_knows(place: Where) -> bool:
    """Whether a name has no point, not even that of what holds it."""
    return place.place_id is None and place.latitude is None and not place.nameless


def _tells(place: Where) -> bool:
    """Whether a place says of which land the report speaks: it is known, and more than where the report was filed."""
    at_sea = place.precision is WherePrecision.WATER_OR_AIR
    return place.locative and place.rule != _FILED and place.place_id is not None and bool(place.country) and not at_sea


def _region(unknown: Where, known: Sequence[Where]) -> Where | None:
    """The narrowest place of the report in which everything that it names could lie, and this name as well."""
    held = next((p for p in known if p.span == unknown.inside), None)
    if held is not None:
        return held
    country = unknown.country or _country(known)
    own = [p for p in known if p.country == country]
    province = unknown.admin1 or _prevailing((p.name, p.admin1) for p in own)
    divisions = [p for p in own if p.precision in _DIVISIONS and p.admin1 is not None and p.admin1 == province]
    parts = [p for p in own if p.precision in _PARTS and p.admin1 is None]
    lands = (p for p in own if p.precision in _LANDS)
    return _one_of(divisions) or _widest(divisions) or _one_of(parts) or next(lands, None)


def _country(known: Sequence[Where]) -> str | None:
    """The country of which the report speaks."""
    return _prevailing((p.name, p.country) for p in known)


def _prevailing(names: Iterable[tuple[str, str | None]]) -> str | None:
    """The land in which the names lie for the better part, each counted once; none where they lie in several."""
    lands = Counter(land for _, land in set(names) if land is not None)
    if not lands:
        return None
    (first, most), *_ = sorted(lands.items(), key=lambda item: (-item[1], item[0]))
    return first if most >= _MOSTLY * lands.total() else None


def _one_of(places: Sequence[Where]) -> Where | None:
    """The first of the places, where they all bear one name."""
    return places[0] if len({p.name for p in places}) == 1 else None


def _widest(divisions: Sequence[Where]) -> Where | None:
    """The province among districts and their province."""
    return _one_of([p for p in divisions if p.precision is WherePrecision.PROVINCE])


def _put(place: Where, region: Where) -> Where:
    """The name at the point of its region, with the region's precision."""
    return replace(
        region,
        span=place.span,
        text=place.text,
        sentence=place.sentence,
        name=place.name,
        place_id=None,
        rule=place.rule,
        anaphor=False,
        candidates=place.candidates,
        basis=f"{place.name} stands in no gazetteer; put into {region.name}, of which the report speaks",
    )
