"""Claims of one incident with their reports in, pairs of claims whose sentences are nearly one text out; and the
longest run of words that two stretches of text share, with offsets."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from reportedly.estimates.origins import COPY
from reportedly.incidents.copies import RUN
from reportedly.incidents.counting import codes
from reportedly.model.claim import Claim
from reportedly.model.incident import Copy
from reportedly.model.text import Report, Span

_PASSAGES_OF = 200  # claims of an incident whose sentences are compared
_FEWEST_RUNS = 4  # a shorter sentence is told alike by chance
_WORD = re.compile(r"[^\W_]+")


class Shared(NamedTuple):
    """A run of words that stands in two texts: how many, and where in each."""

    words: int
    left: Span
    right: Span


def retold(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[Copy]:
    """Pairs of claims of different reports whose sentences share at least half of the shorter one's word runs."""
    if len({claim.report for claim in claims}) < 2:
        return []
    words = [_codes(claim, reports.get(claim.report)) for claim in claims[:_PASSAGES_OF]]
    runs = [_runs(told) for told in words]
    holders: dict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(runs):
        for run in own:  # in any order: only how many two claims share is counted
            holders[run].append(number)
    shared = Counter([pair for numbers in holders.values() if len(numbers) > 1 for pair in combinations(numbers, 2)])
    found = []
    for (left, right), n in sorted(shared.items()):
        if claims[left].report == claims[right].report:
            continue
        share = n / min(len(runs[left]), len(runs[right]))
        if share >= COPY:
            length = longest(words[left], words[right])[0]
            found.append(
                Copy(left=claims[left].id, right=claims[right].id, containment=round(share, 3), run=length),
            )
    return found


def shared_run(left: Report, ours: Span, right: Report, theirs: Span) -> Shared | None:
    """The longest run of words that stands in both stretches, as offsets into the two texts; none below one word."""
    a = [Span(m.start(), m.end()) for m in _WORD.finditer(left.text, ours.start, ours.end)]
    b = [Span(m.start(), m.end()) for m in _WORD.finditer(right.text, theirs.start, theirs.end)]
    size, at, there = longest(codes(ours.of(left.text)), codes(theirs.of(right.text)))
    if not size:
        return None
    return Shared(
        size,
        Span(a[at].start, a[at + size - 1].end),
        Span(b[there].start, b[there + size - 1].end),
    )


def longest(left: Sequence[int], right: Sequence[int]) -> tuple[int, int, int]:
    """The length of the longest common run of two rows of words, and where it begins in each; the first of several."""
    places: dict[int, list[int]] = defaultdict(list)
    for there, code in enumerate(right):
        places[code].append(there)
    best = (0, 0, 0)
    before: dict[int, int] = {}
    for at, code in enumerate(left):
        here: dict[int, int] = {}
        for there in places.get(code, ()):
            here[there] = size = before.get(there - 1, 0) + 1
            if size > best[0]:
                best = (size, at - size + 1, there - size + 1)
        before = here
    return best


def _codes(claim: Claim, report: Report | None) -> list[int]:
    return codes(claim.span.of(report.text)) if report else []


def _runs(words: Sequence[int]) -> frozenset[int]:
    """The runs of five words of a sentence, each as one number; none where it is too short to tell."""
    size = len(words) - RUN + 1
    if size < _FEWEST_RUNS:
        return frozenset()
    return frozenset(map(hash, zip(*[words[n : n + size] for n in range(RUN)], strict=True)))
