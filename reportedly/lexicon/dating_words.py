"""Text in, the words, numbers and marks that a date can be made of out, each with its kinds and values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

Value = int | float | str

MONTH_CODES = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
"""The months in a date-time group, whatever the language of the report (ACP 121, Communication Instructions)."""

SHAPES = re.compile(
    r"(?P<meridian>\b[AaPp]\.[Mm]\b\.?)"
    r"|(?P<word>[^\W\d_]\w*)"
    r"|(?P<iso>\b\d{4}(?P<dash>[-/])\d\d(?P=dash)\d\d"
    r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))"
    r"|(?P<slashed>\b\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?!\d|[/.-]\d))"
    r"|(?P<group>\b(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d ?[A-Z] ?"
    rf"(?:{'|'.join(MONTH_CODES)})(?: ?(?:\d{{4}}|\d\d)(?![\d:]))?(?!\w))"
    r"|(?P<pair>(?<![\w/.,-])(?:(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])|"
    r"(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01]))(?![\w/]|[.,]\d))"
    r"|(?P<clock>\b\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\b\d{1,2}\.\d\d(?=\s?[ap]\.?m\b))"
    r"|(?P<nth>\b\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<decade>['’‘]\d0s\b|\b\d{3}0['’]?s\b|\b\d0s\b)"
    r"|(?P<digits>(?<![\w.,])\d+(?=(?:[ap]\.?m\.?)?(?![\w])(?![.,]\d)))"
    r"|(?P<decimal>(?<![\w.,])\d+\.\d+(?![\w.]))"
    r"|(?P<number>\d[\w.,]*\d|\d\w*)"
    r"|(?P<fraction>[½¼¾])"
    r"|(?P<sign>[^\w\s])"
)
"""How a text is cut. A number that is glued to letters or to another number is no number of a date."""

FRACTIONS: Mapping[str, float] = {"½": 0.5, "¼": 0.25, "¾": 0.75}
YEARS = range(1000, 2200)
"""Four digits outside these are no year."""


class Sense(NamedTuple):
    """One meaning of a word: its kind, its value, and the vocabulary line it comes from."""

    kind: str
    value: Value
    capital: bool = False
    address: str = ""


Senses = tuple[Sense, ...]


class Cut(NamedTuple):
    """A piece of text: which shape it has and where it stands."""

    shape: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text with the meanings it may have in a date. ``glued`` says that no space stands before it."""

    start: int
    end: int
    text: str
    senses: Senses
    glued: bool = False

    def value(self, kind: str) -> Value | None:
        """What the word means as a word of this kind, or ``None`` where it is none."""
        for sense in self.senses:
            if sense.kind == kind:
                return sense.value
        return None

    def has(self, kind: str) -> bool:
        """Whether the word is of this kind."""
        return any(sense.kind == kind for sense in self.senses)


def cuts(text: str, start: int = 0, end: int | None = None) -> Iterator[Cut]:
    """The words, numbers and marks of a stretch of text, in order."""
    for match in SHAPES.finditer(text, start, len(text) if end is None else end):
        yield Cut(match.lastgroup or "sign", match.start(), match.end(), match[0])


def shaped(shape: str, text: str) -> Senses:
    """The meanings that a number has by its shape alone."""
    if shape == "digits":
        return _whole(text)
    if shape == "decimal":
        return (Sense("decimal", float(text)),)
    if shape == "fraction":
        return (Sense("fraction", FRACTIONS[text]),)
    if shape == "nth":
        return (Sense("nth", int(text[:-2])),)
    if shape in ("iso", "slashed", "group", "pair", "clock"):
        return (Sense(shape, text),)
    if shape == "decade":
        return (Sense("decade", int(re.sub(r"\D", "", text))),)
    return ()


def _whole(text: str) -> Senses:
    length = len(text)
    if length > 6:  # a telephone number or an order number
        return ()
    number = int(text)
    kinds = ["digits"]
    if length <= 2 and 1 <= number <= 31:
        kinds.append("day-number")
    if length <= 2 and number <= 24:
        kinds.append("hour-number")
    if length == 2:
        kinds.append("short-year")
    if length == 4 and number in YEARS:
        kinds.append("year")
    if length == 4 and number <= 2400 and number % 100 < 60:
        kinds.append("four")
    if length == 3 and number <= 1259 and number % 100 < 60:
        kinds.append("three")
    return tuple(Sense(kind, text if kind in ("four", "three") else number) for kind in kinds)


_SAMPLES = ("100", "199", "999", "0030", "0099", "0960", "1030", "1099", "2099", "2300", "2500", "10000")

SHAPE_SENSES: tuple[frozenset[str], ...] = tuple(
    dict.fromkeys(
        frozenset(sense.kind for sense in shaped(shape, text))
        for shape, texts in {
            "digits": (*map(str, range(60)), *(f"{n:02d}" for n in range(100)), *_SAMPLES),
            "decimal": ("1.5",),
            "fraction": ("½",),
            "nth": ("25th",),
            "iso": ("2016-03-24",),
            "slashed": ("03/24/2016",),
            "group": ("241430ZMAR16",),
            "pair": ("24/3",),
            "clock": ("6:30",),
            "decade": ("1990s",),
        }.items()
        for text in texts
    )
)
"""Every set of kinds that a number can have: one sample of each."""
