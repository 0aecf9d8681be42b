"""What a link leaves behind for the next one, as types: the words' weights, reports, strands, and books to look up in.

A link that finds all of this and few reports more compares only what these meet. All of it follows from the reports,
the people's decisions and the weights; nothing here is asked for by anybody but the linker.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple, Protocol

import numpy as np

from reportedly.incidents.candidates import Numbers, Slip
from reportedly.incidents.components import Scores
from reportedly.incidents.copies import Hashes
from reportedly.incidents.wording import Wording
from reportedly.model.incident import Copy, Denial

_AT_HAND = 20_000  # keys whose numbers are kept: the reports of one day offer much the same


class Book(IntEnum):
    """The books: entries under 64-bit numbers."""

    KEYS = 1
    """Under each key of meeting the strands that have it."""
    RUNS = 2
    """Under each kept hash of five words the reports that hold it."""
    EDGES = 3
    """Under each strand those of other reports that it was compared with, each with the score."""
    ASKED = 4
    """Under what an open denial looks for the reports of such denials."""
    TOLD = 5
    """Under what a claim offers to denials the reports of such claims."""


class Entries(NamedTuple):
    """Entries of a book, in the order of their keys: a number, and a score where the book has any."""

    keys: Numbers
    values: Numbers
    scores: Scores

    @classmethod
    def of(cls, keys: Numbers, values: Numbers, scores: Scores | None = None) -> Entries:
        """Entries from columns in any order."""
        order = np.lexsort((values, keys))
        given = np.zeros(len(keys)) if scores is None else scores
        return cls(keys[order].astype(np.int64), values[order].astype(np.int64), given[order])

    def part(self, start: int, end: int) -> Entries:
        """The entries from one place to another."""
        return Entries(self.keys[start:end], self.values[start:end], self.scores[start:end])


class KeptReport(NamedTuple):
    """A report as it was linked: its kept hashes, the claims that are joined to nothing, what its open denials look
    for and what its claims offer to others'."""

    number: int
    id: str
    runs: Hashes
    alone: tuple[str, ...]
    asked: Numbers
    told: Numbers


class KeptStrand(NamedTuple):
    """A strand as it was linked: its report's number, its claims, what is known for meetings, its packed sketch."""

    number: int
    report: int
    claims: tuple[str, ...]
    slip: Slip
    sketch: bytes

    @property
    def first(self) -> str:
        """The claim by which strands are ordered."""
        return min(self.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What the words of the reports were worth when all was linked last, and the runs that were the outlets'
    furniture."""

    wording: Wording
    furniture: Hashes


class Kept(Protocol):
    """Looks up what the last link left behind."""

    weights: Weights
    next_report: int
    next_strand: int

    def reports(self, ids: Iterable[str]) -> Mapping[str, KeptReport]:
        """Reports by their ids; those that were not linked yet are left out."""
        ...

    def numbered(self, numbers: Iterable[int]) -> Mapping[int, KeptReport]:
        """Reports by their numbers."""
        ...

    def strands(self, numbers: Iterable[int]) -> Mapping[int, KeptStrand]:
        """Strands by their numbers."""
        ...

    def strands_of(self, reports: Iterable[int]) -> Sequence[KeptStrand]:
        """The strands of reports, by the reports' numbers."""
        ...

    def under(self, book: Book, keys: Iterable[int]) -> Mapping[int, tuple[Sequence[int], Sequence[float]]]:
        """What stands under keys of a book, with the scores; keys with nothing under them are left out."""
        ...

    def incidents(self, claims: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], tuple[Denial, ...]]]:
        """The incidents that hold any of the claims: their claims and what is known of denials in them."""
        ...

    def copies(self, reports: Iterable[str]) -> Sequence[Copy]:
        """The copies that name any of the reports."""
        ...

    def comparisons(self, claims: Iterable[str]) -> Sequence[tuple[str, str]]:
        """The comparisons whose smaller claim is one of these, as pairs of claims."""
        ...


class Counts(Mapping[int, int]):
    """Numbers under 32-bit codes, as two sorted rows: looked up where they lie."""

    def __init__(self, codes: bytes, counts: bytes) -> None:
        self._codes, self._counts = array("I"), array("I")
        self._codes.frombytes(codes)
        self._counts.frombytes(counts)

    @classmethod
    def packed(cls, counts: Mapping[int, int]) -> tuple[bytes, bytes]:
        """The two rows of any such mapping."""
        codes = np.fromiter(counts.keys(), dtype=np.uint32, count=len(counts))
        found = np.fromiter(counts.values(), dtype=np.uint32, count=len(counts))
        order = np.argsort(codes)
        return codes[order].tobytes(), found[order].tobytes()

    def __getitem__(self, code: int) -> int:
        place = bisect_left(self._codes, code)
        if place < len(self._codes) and self._codes[place] == code:
            return self._counts[place]
        raise KeyError(code)

    def get(self, code: int, default: int = 0) -> int:  # type: ignore[override]
        place = bisect_left(self._codes, code)
        return self._counts[place] if place < len(self._codes) and self._codes[place] == code else default

    def __contains__(self, code: object) -> bool:
        return isinstance(code, int) and self.get(code, 0) > 0

    def __iter__(self) -> Iterator[int]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)

    def __reduce__(self) -> tuple[type[Counts], tuple[bytes, bytes]]:
        return Counts, (self._codes.tobytes(), self._counts.tobytes())


@lru_cache(_AT_HAND)
def steady(key: Hashable) -> int:
    """A key, of numbers and words, as a 64-bit number that is the same in every process."""
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=8).digest(), "little", signed=True)


def numbers(found: Iterable[int]) -> Numbers:
    """Distinct numbers, sorted."""
    return np.array(sorted(set(found)), dtype=np.int64)
