"""Strands that went and strands that came in, the pairs that are compared no more and those to be compared out.

A key that more than a few strands share pairs each with its neighbours only, so one more strand also takes pairs away
from those beside it. Such a pair is gone unless it meets elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from reportedly.incidents.candidates import BLOCK, WINDOW
from reportedly.incidents.kept import Book, Kept, KeptStrand
from reportedly.incidents.recopied import Recopied
from reportedly.model.incident import Copy

Pair = tuple[int, int]


class Meetings:
    """Which strands meet, before and after a change. Strands are named by their numbers, pairs smaller number first."""

    def __init__(self, kept: Kept, gone: Sequence[KeptStrand], new: Sequence[KeptStrand]) -> None:
        self._kept = kept
        self.gone, self.new = {one.number: one for one in gone}, {one.number: one for one in new}
        self._known: dict[int, KeptStrand] = self.gone | self.new
        self._before: dict[int, set[int]] = {}
        self._now: dict[int, set[int]] = {}
        self._places: dict[int, list[dict[int, int]]] = {}
        self._look({key for one in (*gone, *new) for key in _keys(one)})

    def strands(self, numbers: Iterable[int]) -> Sequence[KeptStrand]:
        """Strands by their numbers, in that order."""
        wanted = list(numbers)
        self._known |= self._kept.strands(set(wanted) - self._known.keys())
        return [self._known[number] for number in wanted]

    def changed(self) -> tuple[set[Pair], set[Pair]]:
        """Pairs that meet under some key as they did not before, and pairs that no more meet under some key where
        they did; pairs with a strand that went are not listed."""
        came, went = set[Pair](), set[Pair]()
        for key in self._now:
            now, before = self._now[key], self._before[key]
            if max(len(now), len(before)) > BLOCK:
                after, earlier = self._crowd(now, now ^ before), self._crowd(before, now ^ before)
                came |= after - earlier
                went |= earlier - after
            else:
                came |= {_pair(a, b) for a in now & self.new.keys() for b in now if a != b}
        went = {pair for pair in went if not self.gone.keys() & set(pair)}
        return self._apart(came), self._apart(went)

    def meet(self, pairs: Iterable[Pair], tied: set[tuple[int, int]]) -> set[Pair]:
        """Those of the pairs that meet now under any key, or as copies (``tied`` are pairs of report numbers, smaller
        first), or since one denies the other."""
        found = set()
        wanted = sorted(pairs)
        self.strands({number for pair in wanted for number in pair})
        common = {pair: set(_keys(self._known[pair[0]])) & set(_keys(self._known[pair[1]])) for pair in wanted}
        self._look({key for keys in common.values() for key in keys} - self._now.keys())
        for a, b in wanted:
            left, right = self._known[a], self._known[b]
            if (
                any(self._meet_under(key, a, b) for key in common[a, b])
                or _pair(left.report, right.report) in tied
                or left.slip.denies.intersection(right.claims)
                or right.slip.denies.intersection(left.claims)
            ):
                found.add((a, b))
        return found

    def _meet_under(self, key: int, a: int, b: int) -> bool:
        now = self._now[key]
        if len(now) <= BLOCK:
            return True
        if key not in self._places:
            self._places[key] = [{n: at for at, n in enumerate(row)} for row, _ in self._rows(now, set())]
        return any(abs(places[a] - places[b]) <= WINDOW for places in self._places[key])

    def _look(self, keys: Iterable[int]) -> None:
        wanted = set(keys)
        found = self._kept.under(Book.KEYS, wanted)
        has: dict[int, set[int]] = {}
        for one in self.new.values():
            for key in _keys(one):
                has.setdefault(key, set()).add(one.number)
        for key in sorted(wanted):
            before = set(found[key][0]) if key in found else set()
            self._before[key] = before
            self._now[key] = before - self.gone.keys() | has.get(key, set())

    def _crowd(self, members: set[int], near: set[int]) -> set[Pair]:
        """The pairs that meet under one key of these members; of a crowd only those that stand beside, or on either
        side of, one of ``near`` that is or would be in it."""
        if len(members) <= BLOCK:
            return {_pair(a, b) for a, b in combinations(members, 2)}
        return {pair for row, places in self._rows(members, near) for pair in _beside(row, places)}

    def _rows(self, members: set[int], near: set[int]) -> Iterator[tuple[list[int], list[int]]]:
        """The members by count, by word and by day, each time with the places where those near are or would be."""
        everybody = sorted(self.strands(sorted(members | near)), key=lambda one: one.first)
        for order in (
            sorted(everybody, key=lambda one: one.slip.by_count),
            sorted(everybody, key=lambda one: one.slip.by_word),
            sorted(everybody, key=lambda one: one.slip.by_day),
        ):
            row: list[int] = []
            places: list[int] = []
            for one in order:
                if one.number in near:
                    places.append(len(row))
                if one.number in members:
                    row.append(one.number)
            yield row, places

    def _apart(self, pairs: set[Pair]) -> set[Pair]:
        """Those of the pairs that stand in different reports."""
        self.strands({number for pair in pairs for number in pair})
        return {(a, b) for a, b in pairs if self._known[a].report != self._known[b].report}


def _beside(row: Sequence[int], places: Sequence[int]) -> Iterator[Pair]:
    """The pairs of a row that stand at most a window apart, among those around these places."""
    around = sorted({n for p in places for n in range(max(0, p - WINDOW - 1), min(len(row), p + WINDOW + 2))})
    for at, n in enumerate(around):
        for m in around[at + 1 :]:
            if m - n > WINDOW:
                break
            yield _pair(row[n], row[m])


def copied(meetings: Meetings, kept: Kept, copies: Iterable[Copy], numbers: Mapping[str, int]) -> set[Pair]:
    """Every strand of a report with every strand of its copy, as they are now. ``numbers`` are those of the reports."""
    wanted = [(numbers[copy.left], numbers[copy.right]) for copy in copies]
    of: dict[int, list[int]] = {}
    there = [one for one in kept.strands_of({n for pair in wanted for n in pair}) if one.number not in meetings.gone]
    for one in (*there, *meetings.new.values()):
        of.setdefault(one.report, []).append(one.number)
    return {_pair(a, b) for left, right in wanted for a in of.get(left, ()) for b in of.get(right, ())}


def uncopied(gone: Recopied) -> Sequence[Copy]:
    """The copies that are none any more."""
    now = {(copy.left, copy.right) for copy in gone.new}
    return [copy for copy in gone.gone if (copy.left, copy.right) not in now]


def _keys(one: KeptStrand) -> list[int]:
    found: list[int] = np.frombuffer(one.slip.keys, dtype=np.int64).tolist()
    return found


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)
