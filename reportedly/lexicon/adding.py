"""vocab/en/adding → compiled patterns for words that say that something is told besides what was told before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from reportedly.lexicon.lines import HOME, Line, load

TABLE = "en/adding"


class AddingLine(Line):
    """Words of one role: ``also`` for more of one story, ``apart`` for what is mostly another happening, ``separate``
    for what is called another one, ``goes-on`` for what adds to the count told before."""

    role: Literal["also", "apart", "separate", "goes-on"]
    forms: tuple[str, ...]


class Words(NamedTuple):
    """Words to look for in any case; in plain letters the lower-cased are found five times as fast."""

    lower: re.Pattern[str]
    any_case: re.Pattern[str]

    def stand_in(self, text: str) -> bool:
        """Whether the text holds one of them."""
        if text.isascii():
            return self.lower.search(text.lower()) is not None
        return self.any_case.search(text) is not None


@dataclass(frozen=True, slots=True)
class Adding:
    """What words say of a sentence that holds them; without words nothing is said."""

    also: Words | None = None
    apart: Words | None = None
    separate: Words | None = None
    goes_on: Words | None = None

    def says_also(self, text: str) -> bool:
        """Whether it is told besides, of the same happening or of another ("six were also killed in shelling")."""
        if self.also is None or not self.also.stand_in(text):
            return False
        return self.goes_on is None or not self.goes_on.stand_in(text)

    def says_apart(self, text: str) -> bool:
        """Whether mostly another happening is told ("meanwhile", "elsewhere")."""
        return self.apart is not None and self.apart.stand_in(text)

    def says_separate(self, text: str) -> bool:
        """Whether what is told is called another happening ("in a separate attack", "in another raid")."""
        return self.separate is not None and self.separate.stand_in(text)


@cache
def load_adding(homes: Sequence[Path] = (HOME,)) -> Adding:
    """The words of all homes. Raises VocabError with file and line."""
    lines = load(TABLE, AddingLine, homes)
    roles = ("also", "apart", "separate", "goes-on")
    return Adding(*(_words(w for line in lines if line.role == role for w in line.forms) for role in roles))


def _words(forms: Iterable[str]) -> Words | None:
    longest_first = sorted({form.lower() for form in forms}, key=lambda w: (-len(w), w))
    if not longest_first:
        return None
    pattern = rf"\b(?:{'|'.join(map(_open, longest_first))})\b"
    return Words(re.compile(pattern), re.compile(pattern, re.IGNORECASE))


def _open(form: str) -> str:
    """A form as a pattern; "…" stands for three words at most."""
    return _GAP.join(map(re.escape, form.split(" … ")))


_GAP = r"(?:\s+[\w-]+){0,3}\s+"
