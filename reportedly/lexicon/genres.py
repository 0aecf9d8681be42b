"""vocab/en/genres → the words of reports that tell of play, films, elections or work, and of no war."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load

TABLE = "en/genres"


class GenreLine(Line):
    """The words of one genre. See the head of ``vocab/en/genres.yml``."""

    words: frozenset[str]
    least: int
    armed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Genres:
    """The genres whose words a report may be full of."""

    lines: tuple[GenreLine, ...] = ()

    def of(self, lemmas: Iterable[str]) -> GenreLine | None:
        """The first genre of which enough different words stand in a report."""
        found = frozenset(lemmas)
        return next((line for line in self.lines if len(found & line.words) >= line.least), None)


def load_genres(homes: Sequence[Path] = (HOME,)) -> Genres:
    """The words of all homes. Raises VocabError with file and line."""
    return Genres(lines=load(TABLE, GenreLine, homes))
