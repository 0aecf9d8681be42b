"""Report texts in, what they are worth as evidence out: their own words weighted by rarity, without what is printed
again and again (boilerplate).

A line that stands in many reports over many days is the outlet's furniture ("sign in to comment"), not the story;
counting it made 3,201 of 3,324 pairs of local news articles look like copies. Common words need no list: a word that
most reports use weighs nothing.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, fields
from functools import lru_cache, partial
from math import log, sqrt
from typing import NamedTuple
from zlib import crc32

import numpy as np

from reportedly.incidents.called import Holders, code_of, is_name, name_pairs, worth
from reportedly.model.text import Report, Span

Vector = Mapping[int, float]
"""Word codes with their weights; the squares of the weights sum to one."""

_WORD = re.compile(r"[^\W_]+")
_LINE = re.compile(r"[^\n]+")
_REPEATED_IN = 3  # reports
_REPEATED_OVER = 10  # days between the first and the last report that hold the line
_REPEATED_ANYWAY = 40  # reports, where the dates do not tell
_KEPT = 160  # words a report is remembered by
_LEAD = 80  # words
_REMEMBERED = 500_000  # words whose codes are kept at hand
_OFTEN = 50_000  # of them, lower-cased
_EMPTY: Vector = {}


class _Tally:
    """Counts words, and remembers the codes of those it met."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[int, float]] = {}

    def read(self, text: str) -> list[tuple[int, float]]:
        """The words of a text in order, each as a code and a weight: capitalised words, mostly names, weigh two."""
        known = self.known
        return [known.get(word) or self._learn(word) for word in _WORD.findall(text)]

    def _learn(self, word: str) -> tuple[int, float]:
        entry = crc32(word.lower().encode()), 2.0 if word[0].isupper() else 1.0
        if len(self.known) < _REMEMBERED:
            self.known[word] = entry
        return entry


class Sentence(NamedTuple):
    """The words of a sentence: weighed, in order, and those that are written with a capital inside it."""

    words: Vector
    codes: tuple[int, ...]
    names: frozenset[int]


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words of a set of reports are worth. Built by :func:`weigh_words`."""

    reports: int
    found_in: Mapping[int, int] = field(repr=False)
    furniture: frozenset[int] = field(repr=False)
    tally: _Tally = field(default_factory=_Tally, repr=False, compare=False)
    in_lower_case: Mapping[int, int] = field(default_factory=dict, repr=False)
    holders: Mapping[int, int] = field(default_factory=dict, repr=False)  # of each name that a few reports hold

    def whole(self, report: Report) -> str:
        """The report's title and its text without boilerplate and without lines that stand in many reports."""
        return _whole(report, self.body(report))

    def called(self, whole: str) -> frozenset[int]:
        """The names in a whole report that few others hold, as codes."""
        pairs = name_pairs(whole)
        named = ((code_of(pair), pair) for pair in pairs)
        return frozenset(
            code for code, pair in named if code in self.holders and is_name(pair, self.in_lower_case, self.reports)
        )

    def worth(self, names: Set[int]) -> float:
        """What the names that two reports share are worth together: about one for each that hardly another report
        holds; less in a small set of reports, where few hold anything."""
        if not names:
            return 0.0
        return sum(
            worth(self.holders[code]) * min(1.0, self.rarity_of(self.holders[code]) / 5.0) for code in sorted(names)
        )

    def rarity(self, code: int) -> float:
        """How much it means to share a word: the logarithm of the share of reports that do not have it."""
        return self.rarity_of(self.found_in.get(code, 0))

    def rarity_of(self, holders: int) -> float:
        """The logarithm of the share of reports that are not among so many."""
        return log((1 + self.reports) / (1 + holders))

    def sentence(self, text: str) -> Sentence:
        """The words of a sentence, weighed by how often they stand in it and how rare they are elsewhere."""
        read = self.tally.read(text)
        return Sentence(
            words=_vector(_counted(read), self.reports, self.found_in),
            codes=tuple([code for code, _ in read]),
            names=frozenset([code for code, weight in read[1:] if weight > 1.0]),
        )

    def story(self, whole: str) -> Vector:
        """The telling words of a whole report, those of its title among them."""
        return _vector(_counted(self.tally.read(whole)), self.reports, self.found_in)

    def __reduce__(self) -> tuple[partial[Wording], tuple[()]]:
        """Sent to another process, it leaves behind the words that it remembers."""
        kept = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "tally"}
        return partial(Wording, **kept), ()

    def body(self, report: Report) -> str:
        """The report's text without boilerplate and without lines that stand in many reports."""
        return _body(report, self.furniture)


def weigh_words(reports: Iterable[Report], also: Callable[[Report, str], None] | None = None) -> Wording:
    """Count in how many reports each line and each word stands. They are gone through twice, and none is kept; the
    second time ``also`` is given each of them with its text as :meth:`Wording.body` has it."""
    furniture = _furniture(reports)
    tally = _Tally()
    found_in: Counter[int] = Counter()
    in_lower_case: Counter[int] = Counter()
    names = Holders()
    number = 0
    for report in reports:
        number += 1
        body = _body(report, furniture)
        if also is not None:
            also(report, body)
        text = _whole(report, body)
        read = tally.read(text)
        found_in.update(_counted(read).keys())
        in_lower_case.update({code for code, weight in read if weight == 1.0})
        names.take(report, name_pairs(text))
    return Wording(
        reports=number,
        found_in=dict(found_in),
        furniture=furniture,
        tally=tally,
        in_lower_case=dict(in_lower_case),
        holders=names.few(),
    )


def codes(text: str) -> list[int]:
    """The words of a text in order, lower-cased, each as a 32-bit number."""
    return list(map(_code, _WORD.findall(text.lower())))


@lru_cache(_OFTEN)
def _code(word: str) -> int:
    return crc32(word.encode())


def _counted(read: Sequence[tuple[int, float]]) -> dict[int, float]:
    """How often each word stands there. The first eighty count double, since a news report says first what it is
    about."""
    found: dict[int, float] = {}
    for place, (code, weight) in enumerate(read):
        found[code] = found.get(code, 0.0) + weight + (place < _LEAD)
    return found


def likeness(left: Vector, right: Vector) -> float:
    """The cosine of two vectors: 0, nothing in common, to 1, the same words in the same measure."""
    if len(left) > len(right):
        left, right = right, left
    return sum([weight * right[code] for code, weight in left.items() if code in right], 0.0)


def blend(vectors: Sequence[Vector]) -> Vector:
    """Several vectors as one: their sum, heaviest words first, scaled to length one."""
    total: dict[int, float] = {}
    for vector in vectors:
        for code, weight in vector.items():
            total[code] = total.get(code, 0.0) + weight
    return _scaled([(weight, code) for code, weight in total.items()])


def _vector(counts: Mapping[int, float], reports: int, found_in: Mapping[int, int]) -> Vector:
    """Weights (1 + log count) × log(reports / holders), the heaviest words only, scaled to length one."""
    if not counts:
        return _EMPTY
    whole = log(1 + reports)
    weighed = [((1 + log(n)) * (whole - log(1 + found_in.get(code, 0))), code) for code, n in counts.items()]
    return _scaled(weighed)


def _scaled(weighed: list[tuple[float, int]]) -> Vector:
    weighed.sort(reverse=True)
    del weighed[_KEPT:]
    length = sqrt(sum(weight * weight for weight, _ in weighed))
    if length == 0:
        return _EMPTY
    return {code: weight / length for weight, code in weighed if weight > 0}


def _furniture(reports: Iterable[Report]) -> frozenset[int]:
    """The lines that stand in at least three reports published over more than ten days, or in very many."""
    lines, printed = array("I"), array("i")
    for report in reports:
        here = {_line_code(line.group()) for line in _LINE.finditer(report.text)}
        lines.extend(here)
        printed.extend([report.published.day.toordinal() if report.published else 0] * len(here))
    if not lines:
        return frozenset()
    codes, days = np.frombuffer(lines, dtype=np.uint32), np.frombuffer(printed, dtype=np.int32)
    order = np.lexsort((days, codes))
    codes, days = codes[order], days[order]
    starts = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]])
    times = np.diff(np.r_[starts, len(codes)])
    first = np.minimum.reduceat(np.where(days > 0, days, np.iinfo(np.int32).max), starts)
    last = np.maximum.reduceat(days, starts)  # 0: none of them is dated
    repeated = (times >= _REPEATED_IN) & (last.astype(np.int64) - first > _REPEATED_OVER)
    return frozenset(codes[starts][(times >= _REPEATED_ANYWAY) | repeated].tolist())


def _line_code(line: str) -> int:
    return crc32(" ".join(line.split()).lower().encode())


def _whole(report: Report, body: str) -> str:
    """Title and body."""
    return f"{report.title or ''}\n{body}"


def _body(report: Report, furniture: frozenset[int]) -> str:
    text = _blanked(report.text, report.boilerplate) if report.boilerplate else report.text
    return "\n".join(line.group() for line in _LINE.finditer(text) if _line_code(line.group()) not in furniture)


def _blanked(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = text[: span.start] + "\n" * (span.end - span.start) + text[span.end :]
    return text
