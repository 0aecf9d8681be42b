"""The vocabulary of languages in, a frozen table that tells English from other tongues out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.lexicon.lines import Line, load


class LanguageLine(Line):
    """The commonest words of a language, or the letters of a script as a character class."""

    kind: Literal["words", "script"]
    forms: tuple[str, ...] = ()
    letters: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageTable:
    """``words`` make up at least ``share`` of an English text; ``scripts`` are ISO 15924 codes and their letters."""

    words: frozenset[str]
    share: float
    scripts: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def load_languages() -> LanguageTable:
    """The table of the product's own vocabulary."""
    lines = load("languages", LanguageLine)
    return LanguageTable(
        words=frozenset(form for line in lines for form in line.forms),
        share=max(line.share for line in lines),
        scripts=tuple((line.id, re.compile(f"[{line.letters}]")) for line in lines if line.kind == "script"),
    )
