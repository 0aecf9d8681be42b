"""Checks that names of places in reports on Syria are found where they lie, with Who's On First lists added.

    python -m benchmarks.place_names [--lists ../shared/places]

Each name stands in an invented sentence with what a report says beside it. A name is right within 10 km of the point
below, or in its province where a province is given; two villages that no gazetteer holds must not be found at all.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.gazetteer.catalogue import add
from reportedly.gazetteer.opening import open_gazetteer
from reportedly.lexicon.placing import load_placing
from reportedly.model.globe import distance_km
from reportedly.model.reading import Where
from reportedly.model.text import Page, Report
from reportedly.parsing.spacy_parser import SpacyParser, load_model
from reportedly.passages.split import PlainSplitter
from reportedly.readings.where import PlaceReader

HERE = Path(__file__).resolve().parent
LISTS = HERE.parent.parent / "shared" / "places"
NEAR_KM = 10.0
LEAST = 27
"""Names of the 31 that must be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name, a sentence around it and the point (GeoNames, Wikipedia) or province where it lies; neither for a name
    that must not be found."""

    name: str
    sentence: str
    point: tuple[float, float] | None = None
    province: str | None = None


_IN = "Strikes hit {} in {} province in Syria on Monday."
_NEAR = "Fighting went on near {} in {} province in Syria on Monday."
NAMES = (
    Name(name="Palmyra", sentence="The army entered {} in Syria on Monday.", point=(34.56, 38.28)),
    Name(name="Tadmur", sentence="The army entered {} in Syria on Monday.", point=(34.56, 38.28)),
    Name(name="Deir ez-Zor", sentence="Strikes hit the city of {} in Syria.", point=(35.34, 40.14)),
    Name(name="Deir Ezzor", sentence="Strikes hit the city of {} in Syria.", point=(35.34, 40.14)),
    Name(name="Maheen", sentence=_IN.format("{}", "Homs"), point=(34.24, 37.06)),
    Name(name="Qaryatayn", sentence=_IN.format("{}", "Homs"), point=(34.23, 37.24)),
    Name(name="Sadad", sentence=_IN.format("{}", "Homs"), point=(34.31, 36.93)),
    Name(name="Talbiseh", sentence=_IN.format("{}", "Homs"), point=(34.84, 36.73)),
    Name(name="Teir Maaleh", sentence=_IN.format("{}", "Homs"), point=(34.80, 36.71)),
    Name(
        name="al-Ghanto", sentence="Strikes hit Talbiseh and the village of {} in Homs province.", point=(34.82, 36.70)
    ),
    Name(name="Sarmin", sentence="A strike hit {}, in the Idlib province.", point=(35.90, 36.73)),
    Name(name="Wudehi", sentence="Fighters stood near {}, south of Aleppo city, in Syria.", province="Aleppo"),
    Name(name="Bisharfah", sentence="Strikes hit the village of {} in Latakia province in Syria."),
    Name(name="Nabi Younis", sentence="A shell fell in the {} area in Latakia province in Syria."),
    Name(name="Jabal al-Akrad", sentence="Fighting went on in {} in Latakia province.", point=(35.68, 36.20)),
    Name(name="Ghab plain", sentence="Fighting went on in the {} in Syria.", point=(35.45, 36.32)),
    Name(name="Kweres airbase", sentence="Jets took off from {} in Syria.", point=(36.19, 37.58)),
    Name(name="T4 airbase", sentence="Jets took off from {} in Syria.", point=(34.52, 37.63)),
    Name(name="Al-Shayrat airbase", sentence="Jets took off from {} in Syria.", point=(34.49, 36.91)),
    Name(name="Hayyan gas field", sentence="Guards left the {} in Syria.", point=(34.61, 37.83)),
    Name(name="Arak", sentence=_NEAR.format("{}", "Homs"), point=(34.65, 38.56)),
    Name(name="Sukhneh", sentence=_NEAR.format("{}", "Homs"), point=(34.89, 38.87)),
    Name(name="Jableh", sentence="A bomb went off in {} in Syria.", point=(35.36, 35.93)),
    Name(name="Wadi Barada", sentence="Shells fell on {} near Damascus.", point=(33.62, 36.13)),
    Name(name="Al-Bab", sentence=_IN.format("{}", "Aleppo"), point=(36.37, 37.52)),
    Name(name="Latakia", sentence="Fighting spread through {} province in Syria.", province="Latakia"),
    Name(name="Homs", sentence="Fighting spread through {} province in Syria.", province="Homs"),
    Name(name="Hasakah", sentence="Strikes hit the city of {} in Syria.", point=(36.50, 40.75)),
    Name(name="Daraa", sentence="Strikes hit the city of {} in Syria.", point=(32.62, 36.10)),
    Name(name="Aleppo", sentence="Strikes hit the city of {} in Syria.", point=(36.20, 37.16)),
    Name(name="Idlib", sentence="Strikes hit the city of {} in Syria.", point=(35.93, 36.63)),
)


def main() -> int:
    """Prints what is wrong and how many are right; 0 if enough are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lists", type=Path, default=LISTS, help="folder with wof-sy.tsv.xz")
    lists = parser.parse_args().lists
    if not (lists / "wof-sy.tsv.xz").is_file():
        print(f"not found: {lists / 'wof-sy.tsv.xz'}")
        return 0
    wrong = list(check(lists))
    for line in wrong:
        print(line)
    print(f"{len(NAMES) - len(wrong)} of {len(NAMES)} names are right")
    return 0 if len(NAMES) - len(wrong) >= LEAST else 1


def check(lists: Path) -> Iterator[str]:
    """A line for each name that is not right."""
    with tempfile.TemporaryDirectory() as scratch:
        add(lists / "wof-sy.tsv.xz", home=Path(scratch))
        read = PlaceReader(open_gazetteer(Path(scratch)), load_placing()).read
        lay_open = _opener()
        for name in NAMES:
            places, _ = read(lay_open(name.sentence.format(name.name)))
            found = next((w for w in places if name.name.split()[0] in w.text), None)
            if not _right(name, found):
                where = found and (found.name, found.latitude, found.longitude, found.admin1)
                yield f"{name.name}: {where or 'not read as a place'}"


def _opener() -> Callable[[str], Page]:
    parser, splitter = SpacyParser(load_model()), PlainSplitter()

    def opened(text: str) -> Page:
        report = Report(id="r", text=text)
        passages = splitter.split(report)
        return Page(report=report, passages=passages, sentences=parser.parse(report, passages))

    return opened


def _right(name: Name, found: Where | None) -> bool:
    if name.point is None and name.province is None:
        return found is None or found.place_id is None
    if found is None or found.latitude is None or found.longitude is None:
        return False
    if name.province is not None:
        return found.admin1 == name.province
    assert name.point is not None
    return distance_km(found.latitude, found.longitude, *name.point) <= NEAR_KM


if __name__ == "__main__":
    sys.exit(main())
