"""Vocabulary of numbers (``en/counting``) in, frozen tables and one compiled pattern for numerals out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from reportedly.lexicon.lines import HOME, Line, load

TABLE = "en/counting"


class Kind(StrEnum):
    """What the forms of a line are; the head of ``vocab/en/counting.yml`` says it in words."""

    NUMBER = "number"
    SCALE = "scale"
    BOUND = "bound"
    TOTAL = "total"
    VAGUE = "vague"
    SINGLE = "single"
    NOTHING = "nothing"
    UNIT = "unit"
    PART = "part"
    MEMBER = "member"
    AMONG = "among"
    ALONGSIDE = "alongside"
    EITHER = "either"
    OF = "of"
    WHOSE = "whose"
    PLACED = "placed"
    LONG = "long"
    HALF = "half"
    TO = "to"
    REST = "rest"
    RUNNING = "running"
    RUNNING_WINDOW = "running-window"
    BRINGING = "bringing"
    WINDOW = "window"
    FIRST = "first"
    MAYBE = "maybe"
    PERHAPS = "perhaps"
    WHETHER = "whether"
    DENYING = "denying"
    PRONOUN = "pronoun"
    ONESELF = "oneself"
    RELATIVE = "relative"
    POINTED = "pointed"
    NAMED = "named"
    DEFINITE = "definite"
    PLURAL = "plural"
    LIST = "list"
    RANGE = "range"
    BETWEEN = "between"


class Reads(StrEnum):
    """What a bound makes of its number."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    BELOW = "below"
    ABOUT = "about"


class CountingLine(Line):
    """One line of ``en/counting``. ``pattern`` is a regular expression that stands beside the number."""

    meaning: str
    kind: Kind
    forms: tuple[str, ...] = ()
    value: int | None = None
    reads: Reads | None = None
    side: Literal["before", "before-vague", "after", "whole"] | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """The words of numbers, ready for use. All keys are in lower case.

    ``numeral`` finds every numeral, vague number and word for none in a sentence, with the words that bound it.
    ``no_toll_after`` and ``no_toll_before`` match what shows that a numeral is an age, a time, a size or an address.
    """

    numeral: re.Pattern[str]
    no_toll_after: re.Pattern[str]
    no_toll_before: re.Pattern[str]
    no_toll_before_vague: re.Pattern[str]
    no_toll_whole: re.Pattern[str]
    values: Mapping[str, int]
    scales: Mapping[str, int]
    bounds: Mapping[str, tuple[Reads, str]]
    vague: Mapping[str, str]
    words: Mapping[Kind, frozenset[str]]
    addresses: Mapping[Kind, str]
    bound_words: re.Pattern[str]
    running: re.Pattern[str]

    def has(self, kind: Kind, word: str) -> bool:
        """Whether the word, in lower case, is a form of that kind."""
        return word in self.words[kind]


def load_counting(homes: Sequence[Path] = (HOME,)) -> Counting:
    """The numbers of every home's ``en/counting``."""
    lines = load(TABLE, CountingLine, homes)
    bounds = {form: (line.reads, line.address) for line in lines if line.reads for form in line.forms}
    return Counting(
        numeral=_numeral(lines),
        no_toll_after=_joined(lines, None),
        no_toll_before=_joined(lines, "before", end="$"),
        no_toll_before_vague=_joined(lines, "before-vague", end="$"),
        no_toll_whole=_joined(lines, "whole", end="$"),
        values=_valued(_of(lines, Kind.NUMBER)),
        scales=_valued(_of(lines, Kind.SCALE)),
        bounds=MappingProxyType(bounds),
        vague=MappingProxyType({form: line.address for line in _of(lines, Kind.VAGUE) for form in line.forms}),
        words=MappingProxyType({kind: frozenset(f for line in _of(lines, kind) for f in line.forms) for kind in Kind}),
        addresses=MappingProxyType({line.kind: line.address for line in reversed(lines)}),
        running=re.compile(rf"\b{_any(_forms(lines, Kind.RUNNING))}\b", re.IGNORECASE),
        bound_words=re.compile(rf"\b{_any(bounds)}", re.IGNORECASE),
    )


def _of(lines: Iterable[CountingLine], kind: Kind) -> list[CountingLine]:
    return [line for line in lines if line.kind is kind]


def _valued(lines: Iterable[CountingLine]) -> Mapping[str, int]:
    return MappingProxyType({form: line.value or 0 for line in lines for form in line.forms})


def _joined(lines: Iterable[CountingLine], side: str | None, end: str = "") -> re.Pattern[str]:
    patterns = [line.pattern for line in lines if line.pattern and line.side == side]
    return re.compile("(?:" + "|".join(patterns) + ")" + end, re.IGNORECASE)


def _any(forms: Iterable[str]) -> str:
    """A group that matches any of the forms, longest first, with any white space between words."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered) + ")"


def _forms(lines: Iterable[CountingLine], *kinds: Kind) -> list[str]:
    return [form for line in lines if line.kind in kinds for form in line.forms]


def _numeral(lines: Sequence[CountingLine]) -> re.Pattern[str]:
    """The pattern of all numerals: bounds, a numeral or range, what follows it; or a vague word; or none."""
    core = rf"(?>{_core(lines)})"
    before = [f for line in lines if line.kind in (Kind.BOUND, Kind.TOTAL) and line.side is None for f in line.forms]
    after = [f for line in lines if line.kind is Kind.BOUND and line.side == "after" for f in line.forms]
    joins = _forms(lines, Kind.RANGE)
    dashes = "".join(re.escape(j) for j in joins if not j.isalpha())
    to_or = _any(j for j in joins if j.isalpha() and j != "and")
    pre = rf"(?P<pre>(?:{_any(before)}\s+)*)"
    pair = rf"(?P<from>{core})(?:\s?[{dashes}]\s?|\s+{to_or}\s+)(?P<to>{core})"
    between = rf"{_any(_forms(lines, Kind.BETWEEN))}\s+(?P<least>{core})\s+{_any(j for j in joins if j.isalpha())}\s+(?P<most>{core})"
    post = rf"(?P<post>\+|\s+{_any(f for f in after if f[0].isalpha())}\b|{_any(f for f in after if not f[0].isalpha())}\b)?"
    vague = rf"(?P<vague>{_any(_forms(lines, Kind.VAGUE))})\b"
    nothing = rf"(?P<nothing>{_any(_forms(lines, Kind.NOTHING))})\b"
    numeral = rf"(?:{between}|{pair}|(?P<core>{core}))(?![\w]|[.,]\d){post}"
    return re.compile(rf"(?<![\w.,'’])(?:{pre}(?:{numeral}|{vague})|{nothing})", re.IGNORECASE)


def _core(lines: Sequence[CountingLine]) -> str:
    """One number, in digits or words: "1,200", "2 million", "twenty-two", "a hundred and five", "half a dozen"."""
    numbers = _of(lines, Kind.NUMBER)
    tens = _any(f for line in numbers if 20 <= (line.value or 0) < 100 for f in line.forms)
    small = _any(f for line in numbers if (line.value or 0) < 20 for f in line.forms)
    scale = _any(_forms(lines, Kind.SCALE))
    spelled = rf"(?:{tens}(?:[-\s]{small})?|{small})"
    more = rf"(?:[-\s]{scale}(?:[-\s](?:and\s)?{spelled})?)"
    digits = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
    article = rf"(?:half\s+)?an?\s+{scale}(?:\s+(?:and\s+)?{spelled})?"
    return rf"(?:{digits}(?:[-\s]{scale}\b)?|{article}|half\s+{scale}|{spelled}\b{more}*)"
