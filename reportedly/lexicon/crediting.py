"""vocab/en/crediting.yml in, regular expressions for what stands around a printed credit out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reportedly.lexicon.lines import HOME, Line, load


class CreditingLine(Line):
    """Words around a credit. ``place`` says where they stand: ``before`` it (``source`` if they name where all is
    from), before that of a ``picture``, between two agencies (``joint``), behind one that had a share in the report
    (``shared``), as the label of a last date (``updated``), before a name that is part of a sentence (``bound``), or as
    the beginning of a ``day`` or ``month`` after it."""

    meaning: str
    place: Literal["before", "source", "picture", "joint", "shared", "updated", "bound", "day", "month"]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crediting:
    """``after`` matches what follows a credit, ``before`` what comes right before one, ``picture`` what comes before
    that of a picture, ``captioned`` what comes after it, ``shared`` what follows a body that had a share in the report,
    ``sourced`` what names a source of all, ``updated`` the label of a last date, ``bound`` what makes a name behind it
    part of a sentence, ``dated`` a day or month right behind a name, ``stamp`` a date anywhere."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    picture: re.Pattern[str]
    captioned: re.Pattern[str]
    shared: re.Pattern[str]
    sourced: re.Pattern[str]
    updated: re.Pattern[str]
    bound: re.Pattern[str]
    dated: re.Pattern[str]
    stamp: re.Pattern[str]


_PLACES = ("before", "source", "picture", "joint", "shared", "updated", "bound", "day", "month")


def load_crediting(homes: Sequence[Path] = (HOME,), language: str = "en") -> Crediting:
    """The words around credits of a language."""
    lines = load(f"{language}/crediting", CreditingLine, homes)
    words = {place: _either(lines, place) for place in _PLACES}
    picture, shared = words["picture"], words["shared"]
    before = f"{words['before']}|{words['source']}"
    name = r"(?-i:[A-Z])[\w'-]+"
    joint = rf"(?:(?:\s+{name})*\s*(?:{words['joint']})\s*{name}(?:\s+{name})*)?"
    days, months = rf"(?:{words['day']})[a-z]*\b", rf"(?:{words['month']})[a-z]*"
    date = rf"{days}|{months}\.? \d|\d{{1,2}} {months}"
    return Crediting(
        after=_pattern(rf"{joint}\s*(?:[)\]]|[-–—]{{1,2}}\s|[|/]|{date}|\d{{1,2}}[./]\d|$|\n)"),
        before=_pattern(rf"(?:[(\[]|[-–—]{{1,2}}\s*|\||\b(?:{before})\s*:?\s*|^|\n)\s*$"),
        picture=_pattern(rf"\b(?:{picture})\b[^\n.]{{0,30}}$|[/©]\s*$|[(\[][^)\]]*\b(?:{picture})\b[^)\]]*$"),
        captioned=_pattern(rf"\s*(?:{picture})\b"),
        shared=_pattern(rf"{joint}\s+(?:{shared})\b"),
        sourced=_pattern(rf"\b(?:{words['source']})\s*:?\s*$"),
        updated=_pattern(rf"\b(?:{words['updated']})\b"),
        bound=_pattern(rf"\b(?:{words['bound']})\s*$"),
        dated=_pattern(rf"\s*(?:{date})"),
        stamp=_pattern(rf"\b(?:{date})"),
    )


def _either(lines: Iterable[CreditingLine], place: str) -> str:
    """The forms of a place as alternatives, longest first."""
    forms = sorted({form for line in lines if line.place == place for form in line.forms}, key=lambda f: (-len(f), f))
    return "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)
