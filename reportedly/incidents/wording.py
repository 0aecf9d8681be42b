"""Report texts in, what they are worth as evidence out: their own words weighted by rarity, without what is printed
again and again (boilerplate).

A line that stands in many reports over many days is the outlet's furniture ("sign in to comment"), not the story;
counting it made 3,201 of 3,324 pairs of local news articles look like copies. Common words need no list: a word that
most reports use weighs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, fields
from functools import partial
from math import log, sqrt
from typing import NamedTuple

from reportedly.incidents.called import code_of, is_name, name_pairs, worth
from reportedly.incidents.counting import (
    Read,
    Tally,
    WordCounts,
    body_of,
    furniture_of,
    lines_of,
    occurrences,
    whole_of,
    words_of,
)
from reportedly.model.text import Report

Vector = Mapping[int, float]
"""Word codes with their weights; the squares of the weights sum to one."""

_KEPT = 160  # words a report is remembered by
_REMEMBERED = 200_000  # words whose weights are kept at hand
_EMPTY: Vector = {}


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
    tally: Tally = field(default_factory=Tally, repr=False, compare=False)
    in_lower_case: Mapping[int, int] = field(default_factory=dict, repr=False)
    holders: Mapping[int, int] = field(default_factory=dict, repr=False)  # of each name that a few reports hold
    scarce: dict[int, float] = field(default_factory=dict, repr=False, compare=False)  # as far as it was asked for

    def whole(self, report: Report) -> str:
        """The report's title and its text without boilerplate and without lines that stand in many reports."""
        return whole_of(report, self.body(report))

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

    @property
    def telling(self) -> float:
        """How much the words of a set of so many reports tell, from 0 to 1: in a small one, reports of one war are
        alike by what every report of that war says."""
        return min(1.0, self.rarity_of(1) / 5.0)

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
            words=self._vector(read),
            codes=tuple([code for code, _ in read]),
            names=frozenset([code for code, weight in read[1:] if weight > 1.0]),
        )

    def story(self, whole: str) -> Vector:
        """The telling words of a whole report, those of its title among them."""
        return self._vector(self.tally.read(whole))

    def _vector(self, read: Read) -> Vector:
        """Weights (1 + log count) × log(reports / holders), the heaviest words only, scaled to length one."""
        scarce = self.scarce
        return _scaled(
            [((1 + log(n)) * (scarce.get(code) or self._scarcity(code)), code) for code, n in occurrences(read).items()]
        )

    def _scarcity(self, code: int) -> float:
        """The logarithm of the share of reports that hold a word, as a weight; remembered."""
        found = log(1 + self.reports) - log(1 + self.found_in.get(code, 0))
        if len(self.scarce) < _REMEMBERED:
            self.scarce[code] = found
        return found

    def __reduce__(self) -> tuple[partial[Wording], tuple[()]]:
        """Sent to another process, it leaves behind the words that it remembers."""
        kept = {one.name: getattr(self, one.name) for one in fields(self) if one.name not in ("tally", "scarce")}
        return partial(Wording, **kept), ()

    def body(self, report: Report) -> str:
        """The report's text without boilerplate and without lines that stand in many reports."""
        return body_of(report, self.furniture)


def weigh_words(reports: Iterable[Report], also: Callable[[Report, str], None] | None = None) -> Wording:
    """Count in how many reports each line and each word stands. They are gone through twice, and none is kept; the
    second time ``also`` is given each of them with its text as :meth:`Wording.body` has it."""
    furniture = furniture_of(map(lines_of, reports))
    tally, counts = Tally(), WordCounts()
    for report in reports:
        body = body_of(report, furniture)
        if also is not None:
            also(report, body)
        text = whole_of(report, body)
        counts.take(words_of(report, text, tally.read(text)))
    return wording_of(counts, furniture)


def wording_of(counts: WordCounts, furniture: frozenset[int]) -> Wording:
    """What words are worth that were counted so."""
    return Wording(
        reports=counts.reports,
        found_in=dict(counts.found_in),
        furniture=furniture,
        in_lower_case=dict(counts.in_lower_case),
        holders=counts.holders(),
    )


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


def _scaled(weighed: list[tuple[float, int]]) -> Vector:
    weighed.sort(reverse=True)
    del weighed[_KEPT:]
    length = sqrt(sum([weight * weight for weight, _ in weighed]))
    if length == 0:
        return _EMPTY
    return {code: weight / length for weight, code in weighed if weight > 0}
