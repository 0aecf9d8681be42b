"""Drafts of one sentence in, the same out with no content that runs on into another teller's clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.attributions.drafts import Draft
from reportedly.model.text import Sentence, Span

_BESIDE = frozenset({"conj", "advcl"})
_NAMING = frozenset({"NOUN", "PROPN", "NUM"})


def apart(sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """ "X said K, while Y said L" and "K, X said, as Y said L": L is not X's word, unless X is quoted with it."""
    out = []
    for draft in drafts:
        cuts = [c for other in drafts if other is not draft and (c := _cut(sentence, draft, other)) is not None]
        out.append(_shortened(sentence, draft, min(cuts)) if cuts else draft)
    return out


def _cut(sentence: Sentence, draft: Draft, other: Draft) -> int | None:
    """Where the other's clause begins inside the draft's content, if it stands beside the content's own clause."""
    if not other.tells or other.speaker is None or other.head <= draft.head or draft.quotes:
        return None
    verb, who = sentence.tokens[other.head], sentence.tokens[other.speaker]
    if verb.tag == "VBG" and sentence.tokens[other.head - 1].text == "," and verb.dep in _BESIDE:
        start = sentence.tokens[other.head].start
        return start if any(p.start < start < p.end for p in draft.content) else None
    behind = (
        verb.head == draft.head and bool(draft.content) and draft.content[0].end <= sentence.tokens[draft.head].start
    )
    if verb.dep not in _BESIDE or who.head != other.head or who.pos not in _NAMING:
        return None
    if verb.head <= draft.head and not behind:
        return None
    first = min(sentence.subtree(other.head))
    start = sentence.tokens[first].start
    return start if any(p.start < start < p.end or (behind and p.start == start) for p in draft.content) else None


def _shortened(sentence: Sentence, draft: Draft, end: int) -> Draft:
    """The content up to an offset, without the conjunction and comma before it."""
    last = max((n for n, t in enumerate(sentence.tokens) if t.end <= end), default=0)
    while last > 0 and sentence.tokens[last].pos in ("CCONJ", "PUNCT", "SCONJ"):
        last -= 1
    stop = sentence.tokens[last].end
    kept = tuple(Span(p.start, min(p.end, stop)) for p in draft.content if p.start < stop)
    return replace(draft, content=kept) if kept else draft
