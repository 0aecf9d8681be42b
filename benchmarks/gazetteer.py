"""Imports an invented list of many places and times the look-ups.

    python -m benchmarks.gazetteer --rows 10000000 [--folder FOLDER]

The list has the form of GeoNames "allCountries.txt": invented names, of which some are borne by thousands of villages
and most by a few, with two further names for every other place. List and index are deleted at the end.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from reportedly.gazetteer.catalogue import add
from reportedly.gazetteer.index import PlaceIndex

SEED = 7
ASKED = 20_000
"""Names that are looked up, each once, so that no answer comes from memory."""

_HEADS = (
    "Bar",
    "Dol",
    "Gor",
    "Har",
    "Kesh",
    "Kol",
    "Lem",
    "Mar",
    "Ner",
    "Or",
    "Pel",
    "Ras",
    "Sav",
    "Tal",
    "Vir",
    "Zhe",
)
_MIDDLES = ("a", "ban", "du", "e", "gan", "i", "ko", "li", "man", "no", "ra", "se", "ti", "u", "va", "zo")
_TAILS = ("abad", "avi", "dor", "ek", "em", "ensk", "ica", "im", "in", "ir", "ka", "lo", "mun", "na", "ra", "van")
_LANDS = ("XV", "XK", "XM", "XT", "SY", "IQ", "YE", "UA")


def main() -> int:
    """Prints what the import costs and how long look-ups take."""
    options = _options()
    with tempfile.TemporaryDirectory(dir=options.folder) as scratch:
        folder = Path(scratch)
        dump = folder / "allCountries.txt"
        started = time.perf_counter()
        _generate(dump, options.rows)
        print(f"list      {_megabytes(dump):8.0f} MB   made in {time.perf_counter() - started:.0f} s", flush=True)
        started = time.perf_counter()
        added = add(dump, name="invented", home=folder)
        seconds = time.perf_counter() - started
        index = folder / "gazetteers" / "invented.sqlite"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rate = added.places / seconds
        print(f"import    {seconds:8.0f} s    {rate:.0f} places a second, {peak:.0f} MB of memory at most")
        print(f"index     {_megabytes(index):8.0f} MB   {added.places} places, {added.broken} broken lines", flush=True)
        _time_all(PlaceIndex((index,)))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000, help="places in the list")
    parser.add_argument("--folder", type=Path, help="where list and index are written for the time of the run")
    return parser.parse_args()


def _generate(path: Path, rows: int) -> None:
    chance = random.Random(SEED)
    with path.open("w", encoding="utf-8") as out:
        for number in range(1, rows + 1):
            name = _name(chance)
            more = f"{name}skoye,Al {name}" if number % 2 else ""
            point = f"{chance.uniform(-60, 70):.5f}\t{chance.uniform(-180, 180):.5f}"
            people = int(10 ** chance.uniform(1, 6)) if number % 5 == 0 else 0
            land = _LANDS[number % len(_LANDS)]
            head = f"{number}\t{name}\t{name}\t{more}\t{point}\tP\tPPL\t{land}\t\t{number % 14 + 1:02}"
            out.write(f"{head}\t\t\t\t{people}\t\t\tEtc/UTC\t2026-01-01\n")


def _name(chance: random.Random) -> str:
    """An invented name of two to five syllables; the short ones have many bearers."""
    middles = "".join(chance.choices(_MIDDLES, k=min(4, int(chance.expovariate(0.45)) + 1)))
    return f"{chance.choice(_HEADS)}{middles}{chance.choice(_TAILS)}"


def _time_all(index: PlaceIndex) -> None:
    chance = random.Random(SEED + 1)
    names = list(islice(_distinct(lambda: _name(chance)), ASKED))
    _show("find", _timed(index.find, names))
    _show("unknown", _timed(index.find, [f"{name}qz" for name in names]))
    _show("alike", _timed(index.alike, [f"{name[:-1]}e" for name in names[: ASKED // 10]]))


def _distinct(make: Callable[[], str]) -> Iterator[str]:
    told: set[str] = set()
    while True:
        if (name := make()) not in told:
            told.add(name)
            yield name


def _timed(ask: Callable[[str], Sequence[object]], names: Sequence[str]) -> list[tuple[float, int]]:
    """Milliseconds and answers of each look-up, the fastest first."""
    times = []
    for name in names:
        started = time.perf_counter()
        found = len(ask(name))
        times.append(((time.perf_counter() - started) * 1000, found))
    return sorted(times)


def _show(what: str, times: Sequence[tuple[float, int]]) -> None:
    median, last = times[len(times) // 2][0], times[int(len(times) * 0.99)][0]
    answers = sum(found for _, found in times) / len(times)
    print(f"{what:9} {median:8.3f} ms   median; {last:.3f} ms p99; {answers:.1f} answers each", flush=True)


def _megabytes(path: Path) -> float:
    return path.stat().st_size / 1e6


if __name__ == "__main__":
    sys.exit(main())
