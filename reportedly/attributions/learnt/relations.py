"""A sentence and the head of a cue in it in, what each token is to that cue out: path, branch, marks between."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reportedly.attributions.drafts import Draft
from reportedly.attributions.learnt.hashing import Column, number
from reportedly.model.text import Sentence, Span

NEAR = 1
"""Empty rows before and after the tokens, so that a neighbour can be asked for."""

_STEPS = 6
"""Relations between a token and the cue that are told apart; what is farther off is far."""

_FAR = (1, 2, 3, 4, 6, 9, 14, 20, 30)


def relations(sentence: Sentence, cue: int, draft: Draft | None, others: Sequence[int]) -> dict[str, Column]:
    """Column by column what the tokens are to the cue, with ``NEAR`` empty rows at both ends."""
    size = len(sentence.tokens)
    paths = _paths(sentence, cue)
    branches, places, ups = _branches(sentence, cue)
    rule = _roles(sentence, draft)
    columns = {
        "path": [number(p) for p in paths],
        "branch": branches,
        "place": places,
        "up": ups,
        "rule": rule,
        "side": [1 + (n < cue) + 2 * (n == cue) for n in range(size)],
        "far": [1 + _bucket(n - cue) for n in range(size)],
        "between": _between(sentence, cue),
        "others": _others(size, cue, others),
        "open": _open(sentence, cue),
    }
    return {name: np.array([7, *values, 7], dtype=np.uint64) for name, values in columns.items()}


def _paths(sentence: Sentence, cue: int) -> list[str]:
    """The relations from the cue to every token: up with ``^``, down with ``_``."""
    found = ["far"] * len(sentence.tokens)
    seen = {cue}
    here = [(cue, "")]
    for _ in range(_STEPS):
        after = []
        for n, path in here:
            found[n] = path or "self"
            head = sentence.tokens[n].head
            if head not in seen:
                seen.add(head)
                after.append((head, f"{path}^{sentence.tokens[n].dep}"))
            for c in sentence.children[n]:
                if c not in seen:
                    seen.add(c)
                    after.append((c, f"{path}_{sentence.tokens[c].dep}"))
        here = after
    return found


def _branches(sentence: Sentence, cue: int) -> tuple[list[int], list[int], list[int]]:
    """For every token the child of the cue, or of a word above it, that it hangs under; where in that subtree it
    stands (first, inside, last); and how many words above the cue the subtree hangs."""
    size = len(sentence.tokens)
    branch, place, up = [0] * size, [0] * size, [0] * size
    above = [cue, *sentence.ancestors(cue)]
    barred = set(above)
    for height, top in enumerate(above):
        branch[top], place[top], up[top] = number(f"top {sentence.tokens[top].dep}"), 1, 1 + min(height, 4)
        for c in sentence.children[top]:
            if c in barred:
                continue
            words = sentence.subtree(c)
            side = "<" if c < cue else ">"
            name = number(f"{min(height, 3)}{side}{sentence.tokens[c].dep}")
            for n in words:
                branch[n], up[n] = name, 1 + min(height, 4)
                place[n] = 2 + (n == words[0]) + 2 * (n == words[-1])
    return branch, place, up


def _roles(sentence: Sentence, draft: Draft | None) -> list[int]:
    """What the rules take each token for in the draft of this cue."""
    size = len(sentence.tokens)
    if draft is None:
        return [1] * size
    roles = [2] * size
    for value, spans in ((5, draft.content), (3, draft.source), (4, draft.cue)):
        for span in spans:
            for n in _touched(sentence, span):
                roles[n] = value
    return roles


def _touched(sentence: Sentence, span: Span) -> tuple[int, ...]:
    return sentence.inside(span) if span.touches(sentence.span) else ()


def _between(sentence: Sentence, cue: int) -> list[int]:
    """The marks between a token and the cue."""
    size = len(sentence.tokens)
    found = [1] * size
    for step in (-1, 1):
        commas = stops = quotes = 0
        n = cue + step
        while 0 <= n < size:
            found[n] = 1 + min(commas, 3) + 4 * min(stops, 1) + 8 * min(quotes, 2)
            text = sentence.tokens[n].text
            commas += text == ","
            stops += text in (";", ":", "—", "–", "--", "-")
            quotes += text in ('"', "“", "”", "''", "``")
            n += step
    return found


def _others(size: int, cue: int, others: Sequence[int]) -> list[int]:
    """Whether another cue stands here, or between here and the cue."""
    found = []
    for n in range(size):
        low, high = min(n, cue), max(n, cue)
        between = sum(low < o < high for o in others if o != cue)
        found.append(1 + (n in others and n != cue) + 2 * min(between, 2))
    return found


def _open(sentence: Sentence, cue: int) -> list[int]:
    """The relation by which the token's lowest right-hand or left-hand subtree edge is closed: what begins or ends."""
    size = len(sentence.tokens)
    depth = _depths(sentence)
    inward = sorted(range(size), key=depth.__getitem__)
    left = list(range(size))
    for n in reversed(inward):
        for c in sentence.children[n]:
            left[n] = min(left[n], left[c])
    begins = [0] * size
    for n in inward:
        if begins[left[n]] == 0 and not left[n] <= cue <= n:
            begins[left[n]] = number(sentence.tokens[n].dep + sentence.tokens[n].pos)
    return begins


def _depths(sentence: Sentence) -> list[int]:
    """How many words stand above each token."""
    found = [0] * len(sentence.tokens)
    waiting = [n for n, t in enumerate(sentence.tokens) if t.head == n]
    while waiting:
        here = waiting.pop()
        for c in sentence.children[here]:
            found[c] = found[here] + 1
            waiting.append(c)
    return found


def _bucket(distance: int) -> int:
    """A distance in coarse steps."""
    return sum(abs(distance) >= step for step in _FAR)
