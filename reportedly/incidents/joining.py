"""Sketches and their scored pairs in, groups of sketches out, in two passes.

First those that say a day and a place are grouped. Then each vague one (a month, a province, no place) is laid to the
one group it fits best; vague ones never tie two groups together. What fits nowhere is grouped among itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportedly.incidents.grouping import UNSEEN, Pair, group
from reportedly.incidents.sketches import Sketch


def join(
    sketches: Sequence[Sketch],
    scores: Mapping[Pair, float],
    *,
    together: Sequence[Pair] = (),
    apart: Sequence[Pair] = (),
) -> tuple[tuple[int, ...], ...]:
    """Groups of sketch numbers, each sorted, in the order of their first members."""
    bound = {number for pair in (*together, *apart) for number in pair}
    firm = [n for n, sketch in enumerate(sketches) if n in bound or not sketch.vague]
    vague = [n for n, sketch in enumerate(sketches) if n not in bound and sketch.vague]
    groups = [list(members) for members in _grouped(firm, scores, together, apart)]
    left_over = _laid(vague, groups, scores)
    groups += [list(members) for members in _grouped(left_over, scores, (), ())]
    return tuple(sorted(tuple(sorted(members)) for members in groups))


def _grouped(
    items: Sequence[int], scores: Mapping[Pair, float], together: Sequence[Pair], apart: Sequence[Pair]
) -> Sequence[tuple[int, ...]]:
    place = {item: n for n, item in enumerate(items)}
    inside = {(place[a], place[b]): score for (a, b), score in scores.items() if a in place and b in place}
    groups = group(
        len(items),
        inside,
        together=[(place[a], place[b]) for a, b in together],
        apart=[(place[a], place[b]) for a, b in apart],
        unseen=UNSEEN,
    )
    return [tuple(items[n] for n in members) for members in groups]


def _laid(vague: Sequence[int], groups: Sequence[list[int]], scores: Mapping[Pair, float]) -> list[int]:
    """Add each vague sketch to the group of the best average score above zero; return those that fit none."""
    home = {item: n for n, members in enumerate(groups) for item in members}
    sizes = [len(members) for members in groups]
    near: dict[int, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    waiting = set(vague)
    for (a, b), score in scores.items():
        if a in waiting and b in home:
            near[a][home[b]].append(score)
        elif b in waiting and a in home:
            near[b][home[a]].append(score)
    left_over = []
    for item in vague:
        averages = [((sum(found) + (sizes[n] - len(found)) * UNSEEN) / sizes[n], -n) for n, found in near[item].items()]
        best, where = max(averages, default=(0.0, 0))
        if best > 0:
            groups[-where].append(item)
        else:
            left_over.append(item)
    return left_over
