"""vocab/en/roundup → one compiled pattern for words that gather several happenings into one toll."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load


class RoundupLine(Line):
    """Words that make a toll a round-up."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roundups:
    """``find`` gives the address of the line that fires in a text, if one does."""

    pattern: re.Pattern[str]
    addresses: dict[str, str]

    def find(self, text: str) -> str | None:
        match = self.pattern.search(text)
        return self.addresses[match.group().lower()] if match else None


def load_roundups(homes: Sequence[Path] = (HOME,)) -> Roundups:
    """The words of all homes. Raises VocabError with file and line."""
    addresses = {w.lower(): line.address for line in load("en/roundup", RoundupLine, homes) for w in line.words}
    longest_first = sorted(addresses, key=lambda w: (-len(w), w))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
    return Roundups(pattern=pattern, addresses=addresses)
