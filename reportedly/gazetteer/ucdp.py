"""Lines of the UCDP Georeferenced Event Dataset in, the places that its coders looked up out, each once.

UCDP GED codebook: ``where_coordinates`` is the name of the place to which the coordinates belong, ``where_prec`` says
what it is (1 and 2 a settlement or landmark, 3 a second-level and 4 a first-level division; 5 to 7 are no places).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reportedly.gazetteer.cells import Cells, Listing, name, point
from reportedly.gazetteer.keys import keys
from reportedly.gazetteer.rows import Row
from reportedly.ids import short
from reportedly.lexicon.places import load_countries

NEEDED = frozenset(["where_coordinates", "where_prec", "latitude", "longitude", "country"])
_KINDS = {"1": "P.PPL", "2": "P.PPL", "3": "A.ADM2", "4": "A.ADM1"}
_LONGEST = 3


class Teller:
    """Makes rows; a place that many events share is told once."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def row(self, file: Listing, line: int, cells: Cells) -> Row | None:
        """The place of an event, or nothing where it is vague or told before."""
        kind = _KINDS.get(cells["where_prec"])
        if kind is None:
            return None
        written = name(file, line, cells["where_coordinates"])
        latitude, longitude = point(file, line, cells["latitude"], cells["longitude"])
        number = short(written, latitude, longitude)
        if number in self._told:
            return None
        self._told.add(number)
        called, of_kind = _without_kind(file, written)
        return Row(
            place_id=f"{file.prefix}:{number}",
            name=called,
            names=(written,) if called != written else (),
            latitude=latitude,
            longitude=longitude,
            kind=of_kind if kind == "P.PPL" and of_kind else kind,
            country=_countries().get(keys(cells["country"].split(" (")[0]).full),
            admin1=cells.get("adm_1") or None,
        )


def _without_kind(file: Listing, written: str) -> tuple[str, str | None]:
    """The name without the word of its kind at the end, and that kind: "Dolvi village", "Kolm city"."""
    words = written.split()
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        kind = file.kinds.get(" ".join(words[-size:]).lower())
        if kind is not None:
            return " ".join(words[:-size]), kind
    return written, None


@cache
def _countries() -> Mapping[str, str]:
    """The codes of the countries by the keys of their names."""
    return {
        keys(called).full: line.country
        for line in load_countries()
        if line.country
        for called in (line.name, *line.forms)
    }
