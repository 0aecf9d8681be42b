"""The strands of report after report in, all of them on one shelf out: in the order of their keys, sketches packed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.incidents.candidates import Numbers, Slip, meetings
from reportedly.incidents.components import Edges
from reportedly.incidents.grouping import Pair
from reportedly.incidents.source import Spread
from reportedly.incidents.tasks import Pairs, Stranded, Weighing
from reportedly.model.incident import Copy

_BATCH = 49_152  # pairs that are compared together: a second's work


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All strands: the claims of each, its report, the day of its printing and its sketch, packed. ``home`` gives the
    strand of the claims that somebody denies or decided on, ``lonely`` are the claims that are joined to nothing."""

    claims: Sequence[Sequence[str]]
    reports: Sequence[str]
    printed: Numbers
    sketches: Sequence[bytes]
    home: Mapping[str, int]
    lonely: Sequence[str]

    def pairs(self, claims: Iterable[tuple[str, str]]) -> list[Pair]:
        """Pairs of claims as pairs of strands."""
        found = [(self.home[a], self.home[b]) for a, b in claims if a in self.home and b in self.home]
        return sorted({(min(a, b), max(a, b)) for a, b in found if a != b})


def shelved(
    told: Iterable[Stranded], decided: Iterable[str], comparisons: Callable[[Sequence[Any]], None]
) -> tuple[Shelf, Sequence[Slip]]:
    """The shelf, and the slips to find meetings by. ``decided`` are claims whose strand will be asked for;
    ``comparisons`` takes those inside reports."""
    claims: list[Sequence[str]] = []
    slips: list[Slip] = []
    sketches: list[bytes] = []
    printed: list[int] = []
    lonely: list[str] = []
    for one in told:
        claims.extend(one.claims)
        slips.extend(one.slips)
        sketches.extend(one.sketches)
        printed.extend([one.printed] * len(one.claims))
        lonely.extend(one.alone)
        comparisons(one.comparisons)
    order = sorted(range(len(claims)), key=lambda n: min(claims[n]))
    slips = [slips[n] for n in order]
    claims = [claims[n] for n in order]
    wanted = set(decided).union(*(slip.denies for slip in slips if slip.denies))
    shelf = Shelf(
        claims=claims,
        reports=[slip.report for slip in slips],
        printed=np.array(printed, dtype=np.int64)[order] if order else np.empty(0, dtype=np.int64),
        sketches=[sketches[n] for n in order],
        home={claim: n for n, members in enumerate(claims) for claim in members if claim in wanted},
        lonely=lonely,
    )
    return shelf, slips


def compared(shelf: Shelf, slips: Sequence[Slip], copies: Sequence[Copy], weighing: Weighing, spread: Spread) -> Edges:
    """Every pair of strands that meet, with its score. Pairs of reports printed near each other are compared together,
    so that a sketch is unpacked a few times only."""
    left, right = meetings(slips, copies, shelf.home)
    rank = np.empty(len(shelf.claims), dtype=np.int64)
    rank[np.argsort(shelf.printed, kind="stable")] = np.arange(len(shelf.claims))
    low, high = np.minimum(rank[left], rank[right]), np.maximum(rank[left], rank[right])
    order = np.lexsort((high, low))
    scores = np.empty(len(left), dtype=np.float64)
    done = 0
    for packed in spread(weighing, _batches(shelf, left[order], right[order]), large=True):
        found: npt.NDArray[np.float64] = np.frombuffer(packed, dtype=np.float64)
        scores[order[done : done + len(found)]] = found
        done += len(found)
    return Edges(left, right, scores)


def _batches(shelf: Shelf, left: Numbers, right: Numbers) -> Iterator[Pairs]:
    for start in range(0, len(left), _BATCH):
        a, b = left[start : start + _BATCH], right[start : start + _BATCH]
        here, places = np.unique(np.concatenate((a, b)), return_inverse=True)
        places = places.astype(np.int32)
        yield Pairs(
            sketches=[shelf.sketches[n] for n in here.tolist()],
            left=places[: len(a)].tobytes(),
            right=places[len(a) :].tobytes(),
        )
