"""``vocab/en/no_actors`` in, the words out that show that a capitalised name is no actor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load


class NoActorLine(Line):
    """A line of ``en/no_actors``: words that, first or last in a name, show that it is a thing, doing or place;
    ``verbs`` end no name at all, not even that of a person with a title."""

    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoActors:
    """The words, as they are written in names."""

    first: frozenset[str]
    last: frozenset[str]
    verbs: frozenset[str]

    def says_no(self, first: str, last: str) -> bool:
        """Whether a name with these first and last words is no actor."""
        return first in self.first or last in self.last


def load_no_actors(homes: Sequence[Path] = (HOME,)) -> NoActors:
    """The words of vocabulary files. Raises VocabError with file and line."""
    return no_actors(load("en/no_actors", NoActorLine, homes))


def no_actors(lines: Iterable[NoActorLine]) -> NoActors:
    """The words of these lines."""
    kept = tuple(lines)
    return NoActors(
        first=frozenset(w for line in kept for w in line.first),
        last=frozenset(w for line in kept for w in line.last),
        verbs=frozenset(w for line in kept for w in line.verbs),
    )
