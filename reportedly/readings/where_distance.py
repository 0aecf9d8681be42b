"""Places read in, the ones that nobody knows put where the text says: "Zhemun, 40 km west of Dolvi"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_mention import PlaceMention
from reportedly.mentions.places_relations import lies_at
from reportedly.model.reading import Where


def put_at_distance(
    text: str, mentions: Sequence[PlaceMention], places: Sequence[Where], placing: Placing
) -> tuple[Where, ...]:
    """The places in the same order; one that no gazetteer knows gets the point that stands beside its name, and so does
    every other mention of that name."""
    points: dict[str, Where] = {}
    for number in range(len(places) - 1):
        here, away = places[number], places[number + 1]
        unknown = here.latitude is None and away.latitude is not None
        if unknown and lies_at(text, mentions[number], mentions[number + 1], placing):
            points.setdefault(mentions[number].key, away)
    if not points:
        return tuple(places)
    return tuple(_put(w, points.get(m.key)) for m, w in zip(mentions, places, strict=True))


def _put(place: Where, away: Where | None) -> Where:
    if away is None or place.latitude is not None:
        return place
    return replace(
        place,
        latitude=away.latitude,
        longitude=away.longitude,
        radius_km=away.radius_km,
        precision=away.precision,
        country=away.country,
        admin1=place.admin1 or away.admin1,
        basis=f"no gazetteer knows it; the report puts it {away.text}",
    )
