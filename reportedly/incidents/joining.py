"""Sketches and their scored pairs in, groups of sketches out, in three passes.

First what reports are mainly about is grouped. Then each aside that gives a day and a place is laid to the one group it
fits best, and last each vague one (a month, a province, no place); asides and vague ones never tie two groups together.
What fits nowhere is grouped among its like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import combinations

from reportedly.incidents.days import Ends, spanned, too_far
from reportedly.incidents.grouping import UNSEEN, Pair, group, tied_far
from reportedly.incidents.near_in_time import two_days_news
from reportedly.incidents.sketches import Sketch
from reportedly.incidents.telling import days_apart
from reportedly.incidents.wording import likeness

AT_LEAST = -3.0
"""No pair speaks louder than this against a group: one day or place that was read wrongly would else outweigh all that
the others of the group agree on. Two strands of one report whose days cannot be one speak so."""

_ALIKE = 0.3
"""How alike two reports are as wholes that tell one story: of such pairs which day or place hold apart, one in three is
of one happening all the same (56 of 163)."""
_ALIKE_AT_LEAST = -1.0
"""No pair of reports so alike speaks louder than this against a group, where their days lie no week apart and each
does not tell of a day of its own."""


def join(
    sketches: Sequence[Sketch],
    scores: Mapping[Pair, float],
    *,
    together: Sequence[Pair] = (),
    apart: Sequence[Pair] = (),
) -> tuple[tuple[int, ...], ...]:
    """Groups of sketch numbers, each sorted, in the order of their first members."""
    bound = {number for pair in (*together, *apart) for number in pair}
    passes: tuple[list[int], ...] = ([], [], [])
    for number, sketch in enumerate(sketches):
        passes[0 if number in bound else _pass(sketch)].append(number)
    spreads = [sketch.spread for sketch in sketches]
    scores = {(a, b): max(score, _at_least(sketches[a], sketches[b], score)) for (a, b), score in scores.items()}
    scores |= dict.fromkeys(_told_apart(sketches, bound), AT_LEAST)
    groups: list[list[int]] = []
    for order, items in enumerate(passes):
        left_over = _laid(items, groups, scores, spreads) if order else items
        decided = (together, apart) if not order else ((), ())
        groups += [list(members) for members in _grouped(left_over, scores, spreads, *decided)]
    return tuple(sorted(tuple(sorted(members)) for members in groups))


def _at_least(left: Sketch, right: Sketch, score: float) -> float:
    """The least that a pair of strands counts, whatever holds it apart."""
    if score >= _ALIKE_AT_LEAST or left.story is None or right.story is None or too_far(left.spread, right.spread):
        return AT_LEAST
    if two_days_news(left, right) or likeness(left.story, right.story) < _ALIKE:
        return AT_LEAST
    return _ALIKE_AT_LEAST


def _told_apart(sketches: Sequence[Sketch], bound: Set[int]) -> tuple[Pair, ...]:
    """Pairs of strands of one report whose days cannot be one; not where a person has decided on one of the two."""
    of: dict[str, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        of[sketch.report].append(number)
    pairs = (pair for numbers in of.values() for pair in combinations(numbers, 2))
    return tuple((a, b) for a, b in pairs if not bound & {a, b} and days_apart(sketches[a], sketches[b]))


def _pass(sketch: Sketch) -> int:
    """What its report is mainly about comes first, an aside that gives a day and a place second, a vague one last."""
    if sketch.story is not None:
        return 0
    return 2 if sketch.vague else 1


def _grouped(
    items: Sequence[int],
    scores: Mapping[Pair, float],
    spreads: Sequence[Ends | None],
    together: Sequence[Pair],
    apart: Sequence[Pair],
) -> Sequence[tuple[int, ...]]:
    place = {item: n for n, item in enumerate(items)}
    inside = {(place[a], place[b]): score for (a, b), score in scores.items() if a in place and b in place}
    groups = group(
        len(items),
        inside,
        together=[(place[a], place[b]) for a, b in together],
        apart=[(place[a], place[b]) for a, b in apart],
        spreads=[spreads[item] for item in items],
        unseen=UNSEEN,
    )
    return [tuple(items[n] for n in members) for members in groups]


def _laid(
    items: Sequence[int],
    groups: Sequence[list[int]],
    scores: Mapping[Pair, float],
    spreads: Sequence[Ends | None],
) -> list[int]:
    """Add each sketch to the group of the best average score above zero that lies within a week of it; return those
    that fit none."""
    span = [spanned(spreads[member] for member in members) for members in groups]
    home = {item: n for n, members in enumerate(groups) for item in members}
    sizes = [len(members) for members in groups]
    near: dict[int, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    waiting = set(items)
    for (a, b), score in scores.items():
        if a in waiting and b in home:
            near[a][home[b]].append(score)
        elif b in waiting and a in home:
            near[b][home[a]].append(score)
    left_over = []
    for item in items:
        averages = [
            (_nearest(found, sizes[n]), -n)
            for n, found in near[item].items()
            if not too_far(span[n], spreads[item]) or tied_far((item,), groups[n], spreads, scores)
        ]
        best, where = max(averages, default=(0.0, 0))
        if best > 0:
            groups[-where].append(item)
            span[-where] = spanned((span[-where], spreads[item]))
        else:
            left_over.append(item)
    return left_over


def _nearest(found: Sequence[float], size: int) -> float:
    """The mean score to the nearer half of a group; pairs that were not compared are far."""
    nearer = sorted(found, reverse=True)[: (size + 1) // 2]
    return (sum(nearer) + ((size + 1) // 2 - len(nearer)) * UNSEEN) / ((size + 1) // 2)
