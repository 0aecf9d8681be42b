"""A report in, what is counted of it out: its lines, its words and its names, as codes; and what all reports' counts
come to.

A report's counts are bytes, so that reports can be counted in other processes.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np

from reportedly.incidents.called import Holders, code_of, name_pairs
from reportedly.model.text import Report, Span

_WORD = re.compile(r"[^\W_]+")
_LINE = re.compile(r"[^\n]+")
_REPEATED_IN = 3  # reports
_REPEATED_OVER = 10  # days between the first and the last report that hold the line
_REPEATED_ANYWAY = 40  # reports, where the dates do not tell
_LEAD = 80  # words
_REMEMBERED = 500_000  # words whose codes are kept at hand
_OFTEN = 50_000  # of them, lower-cased

Read = Sequence[tuple[int, float]]
"""The words of a text in order, each as a code and a weight."""


class _Weighed(dict[str, tuple[int, float]]):
    """Words with their codes and weights, remembered when they are first asked for."""

    def __missing__(self, word: str) -> tuple[int, float]:
        entry = crc32(word.lower().encode()), 2.0 if word[0].isupper() else 1.0
        if len(self) < _REMEMBERED:
            self[word] = entry
        return entry


class Tally:
    """Reads words, and remembers the codes of those it met."""

    def __init__(self) -> None:
        self._known = _Weighed()

    def read(self, text: str) -> list[tuple[int, float]]:
        """The words of a text in order, each as a code and a weight: capitalised words, mostly names, weigh two."""
        return list(map(self._known.__getitem__, _WORD.findall(text)))


class WordsOf(NamedTuple):
    """What is counted of one report: the codes of its words, of those written in lower case and of its names, each
    once; its outlet, as a code, and the day of its print (0 where it has none)."""

    outlet: int
    day: int
    words: bytes
    lower: bytes
    names: bytes


class WordCounts:
    """In how many reports each word and each name stands."""

    def __init__(self) -> None:
        self.reports = 0
        self.found_in: Counter[int] = Counter()
        self.in_lower_case: Counter[int] = Counter()
        self._names = Holders()

    def take(self, one: WordsOf) -> None:
        """Add what was counted of one report."""
        self.reports += 1
        self.found_in.update(_codes_in(one.words))
        self.in_lower_case.update(_codes_in(one.lower))
        self._names.take(_codes_in(one.names), one.outlet, one.day)

    def holders(self) -> Mapping[int, int]:
        """How many reports hold each name, for the names that a few hold."""
        return self._names.few()


def words_of(report: Report, text: str, read: Read) -> WordsOf:
    """What is counted of a report. ``text`` is its title and its body, ``read`` the words of these."""
    return WordsOf(
        outlet=crc32(report.outlet.casefold().encode("utf-8", "surrogatepass")) if report.outlet else 0,
        day=printed(report),
        words=array("I", {code for code, _ in read}).tobytes(),
        lower=array("I", {code for code, weight in read if weight == 1.0}).tobytes(),
        names=array("I", set(map(code_of, name_pairs(text)))).tobytes(),
    )


def occurrences(read: Read) -> dict[int, float]:
    """How often each word stands there. The first eighty count double, since a news report says first what it is
    about."""
    found: dict[int, float] = {}
    for code, weight in read[:_LEAD]:
        found[code] = found.get(code, 0.0) + weight + 1.0
    for code, weight in read[_LEAD:]:
        found[code] = found.get(code, 0.0) + weight
    return found


def codes(text: str) -> list[int]:
    """The words of a text in order, lower-cased, each as a 32-bit number."""
    return list(map(_CODES.__getitem__, _WORD.findall(text.lower())))


def codes_of(text: str, read: Read) -> list[int]:
    """The same of a text whose words were read: in plain letters they are those that were read."""
    return [code for code, _ in read] if text.isascii() else codes(text)


class _Coded(dict[str, int]):
    """Words with their codes, remembered when they are first asked for."""

    def __missing__(self, word: str) -> int:
        code = crc32(word.encode())
        if len(self) < _OFTEN:
            self[word] = code
        return code


_CODES = _Coded()


def printed(report: Report) -> int:
    """The day of print as a number; 0 where the report has none."""
    return report.published.day.toordinal() if report.published else 0


class LinesOf(NamedTuple):
    """The lines of one report, as codes, each once, and the day of its print (0 where it has none)."""

    day: int
    lines: bytes


def lines_of(report: Report) -> LinesOf:
    """The lines of a report."""
    return LinesOf(printed(report), array("I", {_line_code(line) for line in _LINE.findall(report.body)}).tobytes())


def furniture_of(reports: Iterable[LinesOf]) -> frozenset[int]:
    """The lines that stand in at least three reports published over more than ten days, or in very many."""
    lines, printed_on = array("I"), array("i")
    for one in reports:
        here = _codes_in(one.lines)
        lines.extend(here)
        printed_on.extend([one.day] * len(here))
    if not lines:
        return frozenset()
    codes, days = np.frombuffer(lines, dtype=np.uint32), np.frombuffer(printed_on, dtype=np.int32)
    order = np.lexsort((days, codes))
    codes, days = codes[order], days[order]
    starts = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]])
    times = np.diff(np.r_[starts, len(codes)])
    first = np.minimum.reduceat(np.where(days > 0, days, np.iinfo(np.int32).max), starts)
    last = np.maximum.reduceat(days, starts)  # 0: none of them is dated
    repeated = (times >= _REPEATED_IN) & (last.astype(np.int64) - first > _REPEATED_OVER)
    return frozenset(codes[starts][(times >= _REPEATED_ANYWAY) | repeated].tolist())


def body_of(report: Report, furniture: frozenset[int]) -> str:
    """The report's text without boilerplate and without furniture."""
    text = _blanked(report.body, report.boilerplate) if report.boilerplate else report.body
    lines = _LINE.findall(text)
    return "\n".join([line for line in lines if _line_code(line) not in furniture] if furniture else lines)


def whole_of(report: Report, body: str) -> str:
    """Title and body."""
    return f"{report.title or ''}\n{body}"


def _codes_in(packed: bytes) -> Sequence[int]:
    found = array("I")
    found.frombytes(packed)
    return found


def _line_code(line: str) -> int:
    return crc32(" ".join(line.split()).lower().encode())


def _blanked(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = text[: span.start] + "\n" * (span.end - span.start) + text[span.end :]
    return text
