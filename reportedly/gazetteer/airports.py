"""Lines of the OurAirports list in, air bases, airports and heliports out.

Columns: ourairports.com/help/data-dictionary.html. Closed fields stay, since reports of the past speak of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reportedly.gazetteer.cells import Cells, Listing, country, name, point, several
from reportedly.gazetteer.rows import Row
from reportedly.lexicon.places import load_divisions
from reportedly.lexicon.placing import load_placing

NEEDED = frozenset(["ident", "type", "name", "latitude_deg", "longitude_deg", "iso_country", "iso_region"])
_LARGEST = {"large_airport": 4.0, "medium_airport": 3.0}
_SMALL = 1.5
"""Kilometres from the middle of a field to its edge, by its size."""

_BASE = "S.AIRB"
_LONGEST = 4


def row(file: Listing, line: int, cells: Cells) -> Row:
    """The field of a line, with its name as people say it: "Virm" for "Virm Air Base"."""
    called = name(file, line, cells["name"])
    latitude, longitude = point(file, line, cells["latitude_deg"], cells["longitude_deg"])
    plain, kind = _without_feature(file, called)
    words = (word for word in several(cells.get("keywords", ""), ",") if not (word.isupper() and len(word) < 5))
    return Row(
        place_id=f"ourairports:{cells['ident']}",
        name=called,
        names=tuple(dict.fromkeys((*words, *((plain,) if plain else ())))),
        latitude=latitude,
        longitude=longitude,
        kind="S.AIRH" if cells["type"] == "heliport" else kind,
        country=country(file, line, cells["iso_country"]),
        admin1=_divisions().get(cells["iso_region"]),
        radius_km=_LARGEST.get(cells["type"], _SMALL),
    )


def _without_feature(file: Listing, called: str) -> tuple[str | None, str]:
    """The name without its feature words, and the kind that they tell."""
    words = called.split()
    features = load_features()
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        ending = " ".join(words[-size:]).lower()
        if ending in features:
            kind = file.kinds.get(ending, "S.AIRP")
            return " ".join(words[:-size]), kind if kind.startswith("S.") else "S.AIRP"
    return None, "S.AIRP"


@cache
def load_features() -> frozenset[str]:
    """The feature words of air fields."""
    table = load_placing().features
    return frozenset(" ".join(words) for words, feature in table.items() if feature.kinds[0].startswith("S.AIR"))


@cache
def _divisions() -> Mapping[str, str]:
    """The names of first-level divisions by ISO 3166-2."""
    return {line.iso: line.name for line in load_divisions() if line.iso}
