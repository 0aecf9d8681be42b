"""``vocab/en/moving`` in, the words for whence, whither and how far somebody moves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load


class MovingLine(Line):
    """A line of ``en/moving``; see the head of that file."""

    whence: tuple[str, ...] = ()
    whither: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    reaches: tuple[str, ...] = ()
    units: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """Prepositions and dictionary forms of verbs, each with the address of its line; lengths in kilometres."""

    whence: Mapping[str, str]
    whither: Mapping[str, str]
    leaves: Mapping[str, str]
    reaches: Mapping[str, str]
    units: Mapping[str, tuple[float, str]]


def load_moving(homes: Sequence[Path] = (HOME,)) -> Moving:
    """The table of vocabulary files. Raises VocabError with file and line."""
    return moving(load("en/moving", MovingLine, homes))


def moving(lines: Iterable[MovingLine]) -> Moving:
    """The table of these lines."""
    kept = tuple(lines)
    return Moving(
        whence={word: line.address for line in kept for word in line.whence},
        whither={word: line.address for line in kept for word in line.whither},
        leaves={word: line.address for line in kept for word in line.leaves},
        reaches={word: line.address for line in kept for word in line.reaches},
        units={word: (km, line.address) for line in kept for word, km in line.units.items()},
    )
