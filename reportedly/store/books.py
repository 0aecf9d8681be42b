"""Entries under 64-bit keys in, pages of a ledger out, and back: a few thousand entries a row, found by the first key.

A row for each entry would be tens of millions of rows at a million claims. A page holds all entries of each of its
keys, so a key is found with one look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from sqlalchemy import Connection, delete, select

from reportedly.incidents.candidates import Numbers
from reportedly.incidents.kept import Book, Entries
from reportedly.store.parcels import insert_all, portions
from reportedly.store.rows import Row
from reportedly.store.tables import kept_page

_FULL = 1024  # entries of a page
_LOWEST = -(2**63)


def pages(book: Book, entries: Entries, *, lowest: int = _LOWEST) -> Iterator[Row]:
    """Rows of pages for entries in the order of their keys. The first page begins at ``lowest``, so that every key
    has a page."""
    size = len(entries.keys)
    start = 0
    while start < size or start == 0:
        end = min(size, start + _FULL)
        if end < size:
            end = int(np.searchsorted(entries.keys, entries.keys[end - 1], side="right"))
        first = int(entries.keys[start]) if start else lowest
        yield {"book": int(book), "first": first, "packed": _packed(book, entries.part(start, end))}
        start = end
        if not size:
            return


class Books:
    """The pages of a ledger, looked up and changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._firsts: dict[Book, Numbers] = {}

    def under(self, book: Book, keys: Iterable[int]) -> Mapping[int, tuple[Sequence[int], Sequence[float]]]:
        """What stands under keys, each as values and scores."""
        found: dict[int, tuple[Sequence[int], Sequence[float]]] = {}
        for first, wanted in self._by_page(book, sorted(set(keys))):
            entries = self._page(book, first)
            starts = np.searchsorted(entries.keys, wanted, side="left").tolist()
            ends = np.searchsorted(entries.keys, wanted, side="right").tolist()
            for key, start, end in zip(wanted, starts, ends, strict=True):
                if start < end:
                    found[key] = entries.values[start:end].tolist(), entries.scores[start:end].tolist()
        return found

    def change(self, book: Book, gone: Sequence[tuple[int, int]], new: Entries) -> None:
        """Take entries (key and value) out of a book and put others in. One that is there already gets the new
        score."""
        out: dict[int, set[int]] = {}
        for key, value in gone:
            out.setdefault(key, set()).add(value)
        fresh: dict[int, dict[int, float]] = {}
        for key, value, score in zip(new.keys.tolist(), new.values.tolist(), new.scores.tolist(), strict=True):
            fresh.setdefault(key, {})[value] = score
        old: list[int] = []
        rows: list[Row] = []
        for first, wanted in self._by_page(book, sorted({*out, *fresh})):
            old.append(first)
            rows.extend(pages(book, _changed(self._page(book, first), wanted, out, fresh), lowest=first))
        c = kept_page.c
        for part in portions(old):
            self._connection.execute(delete(kept_page).where(c.book == int(book), c.first.in_(part)))
        insert_all(self._connection, kept_page, rows)
        self._firsts.pop(book, None)

    def _by_page(self, book: Book, keys: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
        """The keys, sorted, by the first keys of the pages that they stand on."""
        if not keys:
            return
        firsts = self._all_firsts(book)
        places = np.searchsorted(firsts, np.array(keys, dtype=np.int64), side="right") - 1
        cuts = [0, *(np.flatnonzero(np.diff(places)) + 1).tolist(), len(keys)]
        self._fetch(book, [int(firsts[places[cut]]) for cut in cuts[:-1]])
        for start, end in pairwise(cuts):
            yield int(firsts[places[start]]), keys[start:end]

    def _all_firsts(self, book: Book) -> Numbers:
        if book not in self._firsts:
            query = select(kept_page.c.first).where(kept_page.c.book == int(book)).order_by(kept_page.c.first)
            self._firsts[book] = np.array(self._connection.execute(query).scalars().all(), dtype=np.int64)
        return self._firsts[book]

    def _fetch(self, book: Book, firsts: Sequence[int]) -> None:
        c = kept_page.c
        self._at_hand = {
            row.first: row.packed
            for part in portions(firsts)
            for row in self._connection.execute(select(c.first, c.packed).where(c.book == int(book), c.first.in_(part)))
        }

    def _page(self, book: Book, first: int) -> Entries:
        return _unpacked(book, self._at_hand[first])


def _changed(
    before: Entries, wanted: Sequence[int], out: Mapping[int, set[int]], fresh: Mapping[int, Mapping[int, float]]
) -> Entries:
    """The entries of a page, those under the wanted keys changed."""
    touched = np.isin(before.keys, np.array(wanted, dtype=np.int64))
    columns = (before.keys[touched].tolist(), before.values[touched].tolist(), before.scores[touched].tolist())
    rows = [
        (key, value, score)
        for key, value, score in zip(*columns, strict=True)
        if value not in out.get(key, ()) and value not in fresh.get(key, ())
    ]
    rows += [(key, value, score) for key in wanted for value, score in fresh.get(key, {}).items()]
    left = ~touched
    return Entries.of(
        np.concatenate((before.keys[left], np.array([key for key, _, _ in rows], dtype=np.int64))),
        np.concatenate((before.values[left], np.array([value for _, value, _ in rows], dtype=np.int64))),
        np.concatenate((before.scores[left], np.array([score for _, _, score in rows], dtype=np.float64))),
    )


def _packed(book: Book, entries: Entries) -> bytes:
    columns = entries.keys.tobytes() + entries.values.astype(np.int32).tobytes()
    return columns + entries.scores.tobytes() if book is Book.EDGES else columns


def _unpacked(book: Book, packed: bytes) -> Entries:
    size = len(packed) // (20 if book is Book.EDGES else 12)
    keys = np.frombuffer(packed, dtype=np.int64, count=size)
    values = np.frombuffer(packed, dtype=np.int32, count=size, offset=8 * size).astype(np.int64)
    if book is not Book.EDGES:
        return Entries(keys, values, np.zeros(size))
    return Entries(keys, values, np.frombuffer(packed, dtype=np.float64, count=size, offset=12 * size))
