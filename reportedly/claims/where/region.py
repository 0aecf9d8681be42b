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
_MOSTLY = 2 / 3
"""The share of a report's known names that a country must have to be the one that it speaks of."""

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
            yield claim
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
    if unknown.admin1 is not None:
        own = [p for p in own if p.admin1 in {None, unknown.admin1}]
    if not own:
        return None
    if len({p.admin1 for p in own if p.admin1 is not None}) == 1:
        divisions = [p for p in own if p.precision in _DIVISIONS and p.admin1 is not None]
        if divisions:
            return _one_of(divisions) or _widest(divisions)
    parts = [p for p in own if p.precision in _PARTS and p.admin1 is None]
    return _one_of(parts) or next((p for p in own if p.precision in _LANDS), None)


def _country(known: Sequence[Where]) -> str | None:
    """The country in which most of the names lie; none where no country has them for the better part."""
    names = Counter(p.country for p in {(p.name, p.country): p for p in known}.values())
    if not names:
        return None
    (first, most), *_ = sorted(names.items(), key=lambda item: (-item[1], item[0] or ""))
    return first if most >= _MOSTLY * names.total() else None


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
