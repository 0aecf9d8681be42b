"""The mouths table in, who held a mouth on a day out: outlets and forces that changed hands.

What the registers of actors and outlets say holds on every day that no line of this table covers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load

TABLE = "mouths"


class MouthLine(Line):
    """Who held a mouth in a time. ``who`` is the id of an outlet or actor, ``side`` the id of the party that held it
    (none: nobody's mouth then). ``since`` is the first day, ``until`` the first day on which it no longer held."""

    who: tuple[str, ...]
    side: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Mouths:
    """Times in which a mouth was held by another party than the registers say."""

    held: Mapping[str, tuple[MouthLine, ...]] = field(default_factory=dict)

    def side(self, who: str, otherwise: str | None, day: date | None) -> str | None:
        """The party that held the mouth on a day; ``otherwise`` where no line covers the day or none is known."""
        if day is None:
            return otherwise
        for line in self.held.get(who, ()):
            if (line.since is None or line.since <= day) and (line.until is None or day < line.until):
                return line.side
        return otherwise


@cache
def mouths(homes: Sequence[Path] = (HOME,)) -> Mouths:
    """The table of the vocabulary. Raises VocabError with file and line."""
    held: dict[str, tuple[MouthLine, ...]] = {}
    for line in load(TABLE, MouthLine, homes):
        for who in line.who:
            held[who] = (*held.get(who, ()), line)
    return Mouths(held)
