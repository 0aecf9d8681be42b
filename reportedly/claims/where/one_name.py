"""The claims of a report in, the same claims out, a village that no gazetteer knows put where the report once says it
lies.

A report says it once, "the village of Zhemun near Dolvi", and then only names it. Its claims are of one place, so what
places the one places the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.model.claim import Claim, Note
from reportedly.model.reading import Where

RULE = "code:one-name"


def one_place_a_name(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims in their order."""
    kept = tuple(claims)
    known: dict[str, tuple[Claim, Where]] = {}
    for claim in kept:
        if claim.place is not None and _placed(claim.place):
            known.setdefault(claim.place.name, (claim, claim.place))
    for claim in kept:
        place = claim.place
        if place is None or not _nowhere(place) or place.name not in known:
            yield claim
            continue
        source, there = known[place.name]
        text = f"no gazetteer knows {place.name}; put where the report says it lies ({source.id})"
        note = Note(field="where", rule=RULE, text=text, span=source.span)
        put = replace(there, span=place.span, text=place.text, sentence=place.sentence, rule=place.rule)
        yield replace(claim, place=put, notes=(*claim.notes, note))


def _placed(place: Where) -> bool:
    return place.place_id is None and place.latitude is not None and not place.nameless


def _nowhere(place: Where) -> bool:
    return place.place_id is None and place.latitude is None and not place.nameless
