"""Report bodies in, the rare names that each holds out: people, streets, schools, bars, as pairs of capitalised words.

A name that two or three reports hold and no other does is mostly that of somebody or something in one happening:
"Ana Petrov", "Tannery Lane". Of 2,138 such pairs that stood in just two of 2,500 local news reports, 79 % stood in two
reports of one incident; of pairs that nine reports held, 21 %. What stands in more is a town, a body or its spokesman.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np

MOST_HOLDERS = 15
"""Reports; what more of them hold names no one happening."""

_WORTH = ((3, 1.0), (5, 0.7), (8, 0.4), (MOST_HOLDERS, 0.15))
"""What sharing a name is worth where so many reports hold it at most."""

_CAPITALISED = re.compile(
    r"[^\W\d_a-z]"  # first, since it is quickly looked for; whether it is a capital is seen later
    r"(?<![^\W\d_].)(?<![^\W\d_]['’-].)"  # what follows a letter, or a letter and a hyphen, begins no word
    r"[^\W\d_]*(?:['’-][^\W\d_]+)*"
)
_FURNITURE_OVER = 10  # days
_OWNED = ("'s", "’s")
_LOWER_IN = 2  # reports in which the rarer word of a name stands in lower case at most
_AT_HAND = 8_000  # short texts whose names are kept
_COMMON = 0.05  # share of reports from which a word in lower case is common ("the", "of", "police")

NamePair = tuple[str, str]


def name_pairs(text: str) -> frozenset[NamePair]:
    """Pairs of capitalised words that follow each other, in lower case; an initial between them is passed over."""
    return frozenset(_pairs(text))


def _pairs(text: str) -> Iterator[NamePair]:
    before, end = "", -1
    for match in _CAPITALISED.finditer(text):
        whole = match.group()
        if not whole[0].isupper():
            continue
        word = whole[:-2] if whole.endswith(_OWNED) else whole
        joined = bool(before) and text[end : match.start()] == " "
        if len(word) == 1:
            dot = text[match.end() : match.end() + 1] == "."
            before, end = (before, match.end() + dot) if joined else ("", -1)
            continue
        if joined:
            yield before.lower(), word.lower()
        before, end = (word, match.end()) if word == whole else ("", -1)


@lru_cache(_AT_HAND)
def name_codes(name: str) -> frozenset[int]:
    """The pairs in a short text that many reports hold (the name of a town, of a party), as codes."""
    return frozenset(map(code_of, _pairs(name)))


def code_of(pair: NamePair) -> int:
    """A name as a 32-bit number."""
    return crc32(" ".join(pair).encode())


class Holders:
    """Who holds each name: a row for every name of every report, with the outlet and the day of print."""

    def __init__(self) -> None:
        self._names, self._outlets, self._days = array("I"), array("I"), array("i")

    def take(self, names: Sequence[int], outlet: int, day: int) -> None:
        """Remember the names of one report, as codes; ``outlet`` and ``day`` are 0 where it has none."""
        self._names.extend(names)
        self._outlets.extend([outlet] * len(names))
        self._days.extend([day] * len(names))

    def few(self) -> Mapping[int, int]:
        """How many reports hold each name, for the names that a few hold. What reports of one outlet alone hold, over
        more than ten days, is left out: its own name, its sections, what it puts under every report."""
        if not self._names:
            return {}
        names, outlets, days = (
            np.frombuffer(row, dtype=row.typecode) for row in (self._names, self._outlets, self._days)
        )
        order = np.argsort(names, kind="stable")
        names, outlets, days = names[order], outlets[order], days[order]
        starts = np.flatnonzero(np.r_[True, names[1:] != names[:-1]])
        holders = np.diff(np.r_[starts, len(names)])
        one_outlet = (np.minimum.reduceat(outlets, starts) == np.maximum.reduceat(outlets, starts)) & (
            outlets[starts] > 0
        )
        first, last = np.minimum.reduceat(days, starts), np.maximum.reduceat(days, starts)
        few = (holders > 1) & (holders <= MOST_HOLDERS) & ~(one_outlet & (first > 0) & (last - first > _FURNITURE_OVER))
        return dict(zip(names[starts][few].tolist(), holders[few].tolist(), strict=True))


def is_name(pair: NamePair, in_lower_case: Mapping[int, int], reports: int) -> bool:
    """Whether the pair names something: at least one of its words is hardly ever written in lower case, and neither
    is common ("Man Shot" in a headline, "The Wilson"). ``in_lower_case`` counts the reports that write a word so."""
    low, high = sorted(in_lower_case.get(crc32(word.encode()), 0) for word in pair)
    return low <= _LOWER_IN and high <= _COMMON * reports


def worth(holders: int) -> float:
    """What sharing a name is worth that so many reports hold."""
    return next((value for most, value in _WORTH if holders <= most), 0.0)
