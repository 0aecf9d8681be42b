"""What a full link found out in, what it leaves for the next one out: see :mod:`reportedly.incidents.kept`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

import numpy as np

from reportedly.incidents.candidates import Numbers, Slip
from reportedly.incidents.components import Edges
from reportedly.incidents.copies import Hashes
from reportedly.incidents.denials import Wanted
from reportedly.incidents.kept import Book, Entries, KeptReport, KeptStrand, Weights, numbers, steady
from reportedly.incidents.shelf import Shelf
from reportedly.incidents.tasks import Stranded
from reportedly.model.claim import Claim
from reportedly.model.text import Report


class Keeper(Protocol):
    """Takes what is to be kept."""

    def weights(self, weights: Weights) -> None: ...

    def reports(self, reports: Iterable[KeptReport]) -> None: ...

    def strands(self, strands: Iterable[KeptStrand]) -> None: ...

    def book(self, book: Book, entries: Entries) -> None:
        """A book from its first entry to its last."""
        ...


class Notes:
    """What is noted of each report while its claims are grouped."""

    def __init__(self) -> None:
        self.alone: dict[str, tuple[str, ...]] = {}
        self.offers: dict[str, bytes] = {}

    def taken(self, told: Iterable[Stranded]) -> Iterator[Stranded]:
        """The same, noted on the way."""
        for one in told:
            if one.alone:
                self.alone[one.report] = one.alone
            self.offers[one.report] = one.offers
            yield one


def keep_strands(
    keeper: Keeper,
    runs: Mapping[str, Hashes],
    notes: Notes,
    denials: Sequence[Claim],
    texts: Mapping[str, Report],
    shelf: Shelf,
    slips: Sequence[Slip],
) -> None:
    """Hand reports and strands to the keeper, and what to find them by. Reports are numbered in the order of their
    ids, strands as they stand on the shelf."""
    number = {name: n for n, name in enumerate(sorted(runs))}
    asked = asking(denials, texts)
    none: Numbers = np.empty(0, dtype=np.int64)
    kept = [
        KeptReport(
            number=n,
            id=name,
            runs=runs[name],
            alone=notes.alone.get(name, ()),
            asked=asked.get(name, none),
            told=np.frombuffer(notes.offers.get(name, b""), dtype=np.int64),
        )
        for name, n in number.items()
    ]
    keeper.reports(kept)
    keeper.book(Book.RUNS, _under([one.runs.view(np.int64) for one in kept]))
    keeper.book(Book.ASKED, _under([one.asked for one in kept]))
    keeper.book(Book.TOLD, _under([one.told for one in kept]))
    del kept
    keeper.strands(
        KeptStrand(n, number[slip.report], tuple(shelf.claims[n]), slip, shelf.sketches[n])
        for n, slip in enumerate(slips)
    )
    keeper.book(Book.KEYS, _under([np.frombuffer(slip.keys, dtype=np.int64) for slip in slips]))


def keep_edges(keeper: Keeper, edges: Edges) -> None:
    """Hand the scores of all pairs to the keeper, each under both of its strands."""
    keys = np.concatenate((edges.left, edges.right))
    values = np.concatenate((edges.right, edges.left))
    order = np.argsort((keys << 32) | values)
    scores = np.concatenate((edges.scores, edges.scores))
    keeper.book(Book.EDGES, Entries(keys[order], values[order], scores[order]))


def asking(denials: Iterable[Claim], texts: Mapping[str, Report]) -> Mapping[str, Numbers]:
    """What the open denials of each report look for."""
    found: dict[str, set[int]] = {}
    for denial in denials:
        under = Wanted.by([denial], texts).under
        if under:
            found.setdefault(denial.report, set()).update(map(steady, under))
    return {name: numbers(keys) for name, keys in found.items()}


def _under(rows: Sequence[Numbers]) -> Entries:
    """Each row of keys with the number of its row, in the order of the keys."""
    keys = np.concatenate(rows) if rows else np.empty(0, dtype=np.int64)
    owner = np.repeat(np.arange(len(rows), dtype=np.int32), [len(row) for row in rows])
    order = np.argsort(keys, kind="stable")
    return Entries(keys[order], owner[order].astype(np.int64), np.empty(0))
