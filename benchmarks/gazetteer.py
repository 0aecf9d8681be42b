"""Imports an invented list of many places and times the look-ups.

    python -m benchmarks.gazetteer --rows 10000000 [--folder FOLDER]

Look-ups are timed cold (the file is read from disk again) and warm (it is in memory, the answers are not), by the clock
and by the processor time of the asker, which other programs on the machine do not lengthen. The list has the form of
GeoNames "allCountries.txt": invented names, of which some are borne by thousands of villages and most by a few, with
two further names for every other place. List and index are deleted at the end.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

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


class Timed(NamedTuple):
    """Milliseconds of one look-up, by the clock and of processor time, and how many places it found."""

    clock: float
    processor: float
    answers: int


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
        _time_all(index)
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


def _time_all(path: Path) -> None:
    chance = random.Random(SEED + 1)
    names = list(islice(_distinct(lambda: _name(chance)), ASKED))
    _forget(path)
    _show("cold", _timed(PlaceIndex((path,)).find, names))
    index = PlaceIndex((path,))
    _show("warm", _timed(index.find, names))
    _show("again", _timed(index.find, names))
    _show("unknown", _timed(index.find, [f"{name}qz" for name in names]))
    _show("alike", _timed(index.alike, [f"{name[:-1]}e" for name in names[: ASKED // 10]]))


def _distinct(make: Callable[[], str]) -> Iterator[str]:
    told: set[str] = set()
    while True:
        if (name := make()) not in told:
            told.add(name)
            yield name


def _forget(path: Path) -> None:
    """Asks the system to drop the file from memory, where it can."""
    if not hasattr(os, "posix_fadvise"):
        return
    with path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _timed(ask: Callable[[str], Sequence[object]], names: Sequence[str]) -> list[Timed]:
    """Each look-up in its order."""
    times = []
    for name in names:
        started, worked = time.perf_counter(), time.thread_time()
        found = len(ask(name))
        worked, started = time.thread_time() - worked, time.perf_counter() - started
        times.append(Timed(clock=started * 1000, processor=worked * 1000, answers=found))
    return times


def _show(what: str, times: Sequence[Timed]) -> None:
    median, last = _ranks([t.clock for t in times])
    _, worked = _ranks([t.processor for t in times])
    answers = sum(t.answers for t in times) / len(times)
    print(
        f"{what:9} {median:8.3f} ms   median; p99 {last:.3f} ms, of processor time {worked:.3f} ms; "
        f"{answers:.1f} answers each",
        flush=True,
    )


def _ranks(times: Sequence[float]) -> tuple[float, float]:
    """The median and the slowest but one in a hundred."""
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]


def _megabytes(path: Path) -> float:
    return path.stat().st_size / 1e6


if __name__ == "__main__":
    sys.exit(main())
