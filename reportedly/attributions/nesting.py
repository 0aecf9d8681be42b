"""Drafts in, which of them stand inside what another tells out: who speaks in whose words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reportedly.attributions.drafts import Draft
from reportedly.model.text import Span


def holders(drafts: Sequence[Draft]) -> list[list[int]]:
    """For each draft the numbers of those that hold it, in order."""
    owns = [Span(d.start, d.end) for d in drafts]
    order = sorted(range(len(drafts)), key=lambda n: owns[n].start)
    starts = [owns[n].start for n in order]
    sentences: dict[int, list[int]] = {}
    for n, draft in enumerate(drafts):
        sentences.setdefault(draft.sentence, []).append(n)
    found: list[list[int]] = [[] for _ in drafts]
    for n, other in enumerate(drafts):
        near = {k for p in other.content for k in order[bisect_left(starts, p.start) : bisect_left(starts, p.end)]}
        for k in near.union(sentences[other.sentence]):
            if k != n and holds(other, drafts[k], owns[k]):
                found[k].append(n)
    return found


def holds(other: Draft, draft: Draft, own: Span) -> bool:
    """Whether a draft stands in another's content, or tells the same words on its word ("Northwire cites a report
    that says …": both have the report's words as content)."""
    if any(piece.covers(own) for piece in other.content):
        return True
    return other.sentence == draft.sentence and other.content == draft.content and other.start < draft.start


def size(draft: Draft) -> int:
    """Characters of what a draft tells."""
    return sum(s.end - s.start for s in draft.content)
