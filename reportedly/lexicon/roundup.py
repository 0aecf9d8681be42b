"""vocab/en/roundup → one compiled pattern for words that gather several happenings into one toll."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load

_NAME = re.compile(r"\s+(?:[a-z]+\s+){0,2}[A-Z]")  # a proper name, after an article or direction at most


class RoundupLine(Line):
    """Words that make a toll a round-up."""

    words: tuple[str, ...]
    anywhere: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Roundups:
    """``find`` gives the address of the line that fires in a text, if one does."""

    pattern: re.Pattern[str]
    lines: dict[str, RoundupLine]

    def find(self, text: str, *, wide: bool) -> str | None:
        """``wide`` says whether the place of the toll is a province or wider."""
        for match in self.pattern.finditer(text):
            line = self.lines[match.group().lower()]
            if (wide or line.anywhere) and (not line.named or _NAME.match(text, match.end())):
                return line.address
        return None


def load_roundups(homes: Sequence[Path] = (HOME,)) -> Roundups:
    """The words of all homes. Raises VocabError with file and line."""
    lines = {w.lower(): line for line in load("en/roundup", RoundupLine, homes) for w in line.words}
    longest_first = sorted(lines, key=lambda w: (-len(w), w))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
    return Roundups(pattern=pattern, lines=lines)
