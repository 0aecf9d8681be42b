"""Reports and strands as they were kept and as they are now in, what leaves and enters the books out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np

from reportedly.incidents.candidates import Numbers
from reportedly.incidents.kept import Book, Entries, KeptReport, KeptStrand


class Change(NamedTuple):
    """What leaves a book, as pairs of key and value, and what enters it."""

    gone: Sequence[tuple[int, int]]
    new: Entries


def changed_books(
    before: Sequence[KeptReport],
    now: Sequence[KeptReport],
    gone: Iterable[KeptStrand],
    new: Iterable[KeptStrand],
) -> dict[Book, Change]:
    """What changes in the books of reports and of keys. ``before`` and ``now`` are the same reports, those that are
    new in ``now`` alone; ``gone`` and ``new`` are their strands."""
    return {
        Book.RUNS: _change(before, now, lambda one: one.runs.view(np.int64)),
        Book.ASKED: _change(before, now, lambda one: one.asked),
        Book.TOLD: _change(before, now, lambda one: one.told),
        Book.KEYS: Change(
            [(key, one.number) for one in gone for key in _keys(one)],
            _entries([(key, one.number) for one in new for key in _keys(one)]),
        ),
    }


def _change(before: Iterable[KeptReport], now: Iterable[KeptReport], keys: Callable[[KeptReport], Numbers]) -> Change:
    """What changes under the keys of reports."""
    had = {(key, one.number) for one in before for key in keys(one).tolist()}
    has = {(key, one.number) for one in now for key in keys(one).tolist()}
    return Change(sorted(had - has), _entries(sorted(has - had)))


def _entries(pairs: Sequence[tuple[int, int]]) -> Entries:
    return Entries.of(
        np.array([key for key, _ in pairs], dtype=np.int64), np.array([value for _, value in pairs], dtype=np.int64)
    )


def _keys(one: KeptStrand) -> list[int]:
    found: list[int] = np.frombuffer(one.slip.keys, dtype=np.int64).tolist()
    return found
