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
from reportedly.lexicon.patterns import tree_of

TABLE = "en/counting"


class Kind(StrEnum):
    """What the forms of a line are; the head of ``vocab/en/counting.yml`` says it in words."""

    NUMBER = "number"
    SCALE = "scale"
    BOUND = "bound"
    BEHIND = "behind"
    TOTAL = "total"
    VAGUE = "vague"
    SIZE = "size"
    SINGLE = "single"
    NOTHING = "nothing"
    UNIT = "unit"
    PART = "part"
    MEMBER = "member"
    AMONG = "among"
    ALONGSIDE = "alongside"
    ALONGSIDE_END = "alongside-end"
    EITHER = "either"
    OF = "of"
    WHOSE = "whose"
    PLACED = "placed"
    LONG = "long"
    RAISING = "raising"
    FRACTION = "fraction"
    ANOTHER = "another"
    ALIVE = "alive"
    OVER = "over"
    NTH = "nth"
    TOO = "too"
    TO = "to"
    START = "start"
    REST = "rest"
    GRAVE = "grave"
    RUNNING = "running"
    UP_TO_NOW = "up-to-now"
    RUNNING_WINDOW = "running-window"
    BRINGING = "bringing"
    REACHING = "reaching"
    PUTTING = "putting"
    WINDOW = "window"
    FIRST = "first"
    ABOUT = "about"
    MAYBE = "maybe"
    PERHAPS = "perhaps"
    PAIRING = "pairing"
    SUM = "sum"
    PERIOD_TOTAL = "period-total"
    SEVERAL = "several"
    SEPARATE = "separate"
    SCATTERED = "scattered"
    SPELL = "spell"
    MANIFOLD = "manifold"
    PARENT = "parent"
    COMPANION = "companion"
    CALLING = "calling"
    THROUGHOUT = "throughout"
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
    SPREAD = "spread"
    POSSIBLY = "possibly"
    WITHIN = "within"
    BETWEEN = "between"
    FROM_DAY = "from-day"
    TO_DAY = "to-day"
    TALLY = "tally"
    SINGULAR = "singular"
    PEOPLE_AFTER = "people-after"


class Reads(StrEnum):
    """What a bound makes of its number."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    BELOW = "below"
    ABOUT = "about"
    NEARLY = "nearly"


class CountingLine(Line):
    """One line of ``en/counting``. ``pattern`` is a regular expression that stands beside the number."""

    meaning: str
    kind: Kind
    forms: tuple[str, ...] = ()
    value: int | None = None
    reads: Reads | None = None
    side: Literal["before", "before-vague", "after", "whole", "counted"] | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """The words of numbers, ready for use. All keys are in lower case.

    ``numeral`` finds every numeral, vague number and word for none in a sentence, with the words that bound it;
    ``no_toll_after``, ``no_toll_before``, ``no_toll_whole`` and ``no_toll_before_vague`` match what shows that it is an
    age, a time, a size, a year or an address, ``counted`` what shows that a number like a year counts. ``fractions``
    are in hundredths; ``spelled`` names the lines of scales and fractions; ``manifold`` holds what words such as
    "triple" say and their lines; ``runs`` are forms of several words, split, under their first word.
    """

    numeral: re.Pattern[str]
    no_toll_after: re.Pattern[str]
    no_toll_before: re.Pattern[str]
    no_toll_before_vague: re.Pattern[str]
    no_toll_whole: re.Pattern[str]
    counted: re.Pattern[str]
    values: Mapping[str, int]
    scales: Mapping[str, int]
    fractions: Mapping[str, int]
    spelled: Mapping[str, str]
    bounds: Mapping[str, tuple[Reads | None, str]]
    manifold: Mapping[str, tuple[int, str]]
    vague: Mapping[str, str]
    words: Mapping[Kind, frozenset[str]]
    runs: Mapping[Kind, Mapping[str, tuple[tuple[str, ...], ...]]]
    addresses: Mapping[Kind, str]
    bound_words: re.Pattern[str]
    running: re.Pattern[str]
    up_to_now: re.Pattern[str]

    def has(self, kind: Kind, word: str) -> bool:
        """Whether the word, in lower case, is a form of that kind."""
        return word in self.words[kind]


def load_counting(homes: Sequence[Path] = (HOME,)) -> Counting:
    """The numbers of every home's ``en/counting``."""
    lines = load(TABLE, CountingLine, homes)
    bounding = [line for line in lines if line.kind in (Kind.BOUND, Kind.TOTAL)]
    bounds = {form: (line.reads, line.address) for line in bounding for form in line.forms}
    spelled = [line for line in lines if line.kind in (Kind.SCALE, Kind.FRACTION)]
    return Counting(
        numeral=_numeral(lines),
        no_toll_after=_joined(lines, None),
        no_toll_before=_joined(lines, "before", end="$"),
        no_toll_before_vague=_joined(lines, "before-vague", end="$"),
        no_toll_whole=_joined(lines, "whole", end="$"),
        counted=_joined(lines, "counted"),
        values=_valued(_of(lines, Kind.NUMBER)),
        scales=_valued(_of(lines, Kind.SCALE)),
        fractions=_valued(_of(lines, Kind.FRACTION)),
        spelled=MappingProxyType({form: line.address for line in spelled for form in line.forms}),
        bounds=MappingProxyType(bounds),
        manifold=MappingProxyType(
            {form: (line.value or 0, line.address) for line in _of(lines, Kind.MANIFOLD) for form in line.forms}
        ),
        vague=MappingProxyType({form: line.address for line in lines if line.kind in _VAGUE for form in line.forms}),
        words=MappingProxyType({kind: frozenset(f for line in _of(lines, kind) for f in line.forms) for kind in Kind}),
        runs=MappingProxyType({kind: _runs(_forms(lines, kind)) for kind in _RUNS}),
        addresses=MappingProxyType({line.kind: line.address for line in reversed(lines)}),
        running=re.compile(rf"\b{tree_of(_forms(lines, Kind.RUNNING))}\b", re.IGNORECASE),
        up_to_now=re.compile(rf"\b{tree_of(_forms(lines, Kind.UP_TO_NOW))}\b", re.IGNORECASE),
        bound_words=re.compile(rf"\b{tree_of(bounds)}", re.IGNORECASE),
    )


_RUNS = (Kind.BEHIND, Kind.PART, Kind.ALONGSIDE, Kind.MEMBER, Kind.SPELL)


def _runs(forms: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Forms of several words, split, under their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(forms, key=lambda form: (-len(form.split()), form)):
        found.setdefault(form.split()[0], []).append(tuple(form.split()))
    return MappingProxyType({first: tuple(rest) for first, rest in found.items()})


_VAGUE = (Kind.VAGUE, Kind.SIZE)


def _of(lines: Iterable[CountingLine], kind: Kind) -> list[CountingLine]:
    return [line for line in lines if line.kind is kind]


def _valued(lines: Iterable[CountingLine]) -> Mapping[str, int]:
    return MappingProxyType({form: line.value or 0 for line in lines for form in line.forms})


def _joined(lines: Iterable[CountingLine], side: str | None, end: str = "") -> re.Pattern[str]:
    patterns = [line.pattern for line in lines if line.pattern and line.side == side]
    return re.compile("(?:" + "|".join(patterns) + ")" + end, re.IGNORECASE)


def _forms(lines: Iterable[CountingLine], *kinds: Kind) -> list[str]:
    return [form for line in lines if line.kind in kinds for form in line.forms]


def _numeral(lines: Sequence[CountingLine]) -> re.Pattern[str]:
    """The pattern of all numerals: bounds, a numeral or range, what follows it; or a vague word; or none."""
    core = rf"(?>{_core(lines)})"
    bounds = [f for line in lines if line.kind in (Kind.BOUND, Kind.TOTAL) and line.side is None for f in line.forms]
    pre = rf"(?P<pre>(?:{tree_of(bounds)}\s+)*)"
    vague = rf"(?P<vague>{tree_of(_forms(lines, *_VAGUE))})\b"
    nothing = rf"(?P<nothing>{tree_of(_forms(lines, Kind.NOTHING))})\b(?!\.\s?\d)"
    pairs = rf"{_between(lines, core)}|{_pair(lines, core)}"
    numeral = rf"(?:{pairs}|(?P<core>{core}))(?![\w]|[.,]\d){_post(lines)}"
    return re.compile(rf"(?<![\w.,'’])(?:{_spread(lines, core)}|{pre}(?:{numeral}|{vague})|{nothing})", re.IGNORECASE)


def _between(lines: Sequence[CountingLine], core: str) -> str:
    """ "between 10 and 13"."""
    joins = tree_of(_forms(lines, Kind.SPREAD))
    return rf"{tree_of(_forms(lines, Kind.BETWEEN))}\s+(?P<least>{core})\s+{joins}\s+(?P<most>{core})"


def _spread(lines: Sequence[CountingLine], core: str) -> str:
    """ "at least 9 and up to 15", "at least 9 but possibly as many as 15"."""
    floor = tree_of(f for line in lines if line.reads is Reads.AT_LEAST and line.side is None for f in line.forms)
    ceiling = tree_of(f for line in lines if line.reads is Reads.AT_MOST and line.side is None for f in line.forms)
    joins = tree_of(_forms(lines, Kind.SPREAD))
    doubt = rf"(?:{tree_of(_forms(lines, Kind.POSSIBLY))}\s+)?"
    set_off = r"(?P<set_off>,)?\s+"
    return rf"{floor}\s+(?P<floor>{core}){set_off}{joins}\s+{doubt}{ceiling}\s+(?P<ceiling>{core})(?(set_off),?)"


def _pair(lines: Sequence[CountingLine], core: str) -> str:
    """ "12-19", "12 to 19", "12 or possibly 19", "12, perhaps 19"."""
    joins = _forms(lines, Kind.RANGE)
    dashes, words = "".join(re.escape(j) for j in joins if not j.isalpha()), tree_of(j for j in joins if j.isalpha())
    doubt = rf",?\s+(?:{tree_of(_forms(lines, Kind.SPREAD))}\s+)?{tree_of(_forms(lines, Kind.POSSIBLY))}\s+"
    return rf"(?P<from>{core})(?:\s?[{dashes}]\s?|\s+{words}\s+|{doubt})(?P<to>{core})"


def _post(lines: Sequence[CountingLine]) -> str:
    """ "+", "or more", "-odd" after a number."""
    after = [f for line in lines if line.kind is Kind.BOUND and line.side == "after" for f in line.forms]
    words = tree_of(f for f in after if f[0].isalpha())
    signs = tree_of(f for f in after if not f[0].isalpha())
    return rf"(?P<post>\s+{words}\b|{signs}(?!\w))?"


def _core(lines: Sequence[CountingLine]) -> str:
    """One number, in digits or words: "1,200", "2 million", "twenty-two", "a hundred and five", "half a dozen"."""
    numbers = _of(lines, Kind.NUMBER)
    tens = tree_of(f for line in numbers if 20 <= (line.value or 0) < 100 for f in line.forms)
    small = tree_of(f for line in numbers if (line.value or 0) < 20 for f in line.forms)
    scale = tree_of(_forms(lines, Kind.SCALE))
    joins = rf"(?:{tree_of(_forms(lines, Kind.WITHIN))}\s+)"
    spelled = rf"(?:{tens}(?:[-\s]{small})?|{small})"
    more = rf"(?:[-\s]{scale}(?:[-\s]{joins}?{spelled})?)"
    spaced = r"\d{1,3}(?:(?:[\u00a0\u2009\u202f]\d{3})+| 000(?: 000)*)(?!\d)"  # "2 000", as the SI writes it
    digits = rf"(?:\d{{1,3}}(?:,\d{{3}})+|{spaced}|\d+(?:\.\d+)?)"
    fraction = tree_of(_forms(lines, Kind.FRACTION))
    of = tree_of(_forms(lines, Kind.OF))
    article = rf"(?:(?:an?\s+)?{fraction}\s+(?:{of}\s+)?)?an?\s+{scale}(?:\s+{joins}?{spelled})?"
    return rf"(?:{digits}(?:[-\s]{scale}\b)?|{article}|{fraction}\s+{scale}|{spelled}\b{more}*)"
