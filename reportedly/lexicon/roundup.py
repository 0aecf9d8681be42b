"""vocab/en/roundup → a compiled pattern for each line of words that gather several happenings into one toll."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load

_NAME = re.compile(r"\s+(?:[a-z]+\s+){0,2}[A-Z]")  # a proper name, after an article or direction at most


_GAP = r"(?:\s+[\w-]+){0,2}\s+"
"""What "…" stands for between two words of a form: two words at most."""


class RoundupLine(Line):
    """Words that make a toll a round-up."""

    words: tuple[str, ...]
    anywhere: bool = False
    named: bool = False
    most: bool = False
    unless_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Roundups:
    """``find`` gives the address of the line that fires in a text, if one does."""

    lines: tuple[tuple[re.Pattern[str], RoundupLine], ...]

    def find(self, text: str, *, wide: bool) -> str | None:
        """``wide`` says whether the place of the toll is a province or wider."""
        for pattern, line in self.lines:
            if not wide and not line.anywhere:
                continue
            if any(not line.named or _NAME.match(text, match.end()) for match in pattern.finditer(text)):
                return line.address
        return None

    def most(self, text: str) -> int | None:
        """Where the words stand behind which the text says where most of those counted were harmed."""
        found = (match.end() for pattern, line in self.lines if line.most for match in pattern.finditer(text))
        return next(found, None)


def load_roundups(homes: Sequence[Path] = (HOME,)) -> Roundups:
    """The words of all homes. Raises VocabError with file and line."""
    return Roundups(lines=tuple((_pattern(line), line) for line in load("en/roundup", RoundupLine, homes)))


def _pattern(line: RoundupLine) -> re.Pattern[str]:
    forms = (_GAP.join(map(re.escape, form.split(" … "))) for form in line.words)
    unless = "|".join(map(re.escape, line.unless_before))
    behind = rf"(?!\s+(?:{unless})\b)" if unless else ""
    return re.compile(rf"\b(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})\b{behind}", re.IGNORECASE)
