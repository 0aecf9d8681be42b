"""vocab/en/crediting.yml in, regular expressions for what stands around a printed credit out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reportedly.lexicon.lines import HOME, Line, load


class CreditingLine(Line):
    """Words around a credit. ``place`` says where they stand: ``before`` it, before that of a ``picture``, or as the
    beginning of a ``day`` or ``month`` after it."""

    meaning: str
    place: Literal["before", "picture", "day", "month"]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crediting:
    """``after`` matches what follows a credit, ``before`` what comes right before one, ``picture`` what comes before
    that of a picture, ``dated`` a day or month right behind a name, ``stamp`` a date anywhere."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    picture: re.Pattern[str]
    dated: re.Pattern[str]
    stamp: re.Pattern[str]


def load_crediting(homes: Sequence[Path] = (HOME,), language: str = "en") -> Crediting:
    """The words around credits of a language."""
    lines = load(f"{language}/crediting", CreditingLine, homes)
    before, picture, day, month = (_either(lines, place) for place in ("before", "picture", "day", "month"))
    days, months = rf"(?:{day})[a-z]*\b", rf"(?:{month})[a-z]*"
    date = rf"{days}|{months}\.? \d|\d{{1,2}} {months}"
    return Crediting(
        after=_pattern(rf"\s*(?:[)\]]|[-–—]{{1,2}}\s|[|/]|{date}|\d{{1,2}}[./]\d|$|\n)"),
        before=_pattern(rf"(?:[(\[]|[-–—]{{1,2}}\s*|\||\b(?:{before})\s*:?\s*|^|\n)\s*$"),
        picture=_pattern(rf"\b(?:{picture})\b[^\n.]{{0,30}}$|[/©]\s*$"),
        dated=_pattern(rf"\s*(?:{date})"),
        stamp=_pattern(rf"\b(?:{date})"),
    )


def _either(lines: Iterable[CreditingLine], place: str) -> str:
    """The forms of a place as alternatives, longest first."""
    forms = sorted({form for line in lines if line.place == place for form in line.forms}, key=lambda f: (-len(f), f))
    return "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)
