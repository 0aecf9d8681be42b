"""Drafts in, the same out with ends where the language puts them: asides cut off, colons and adverbs in the cue."""

from __future__ import annotations

from dataclasses import replace

from reportedly.attributions.drafts import Draft
from reportedly.model.text import Page, Sentence, Span

_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_QUOTES = frozenset('"“”«»„')
_COLON = ":"
_GAP = 90
"""Characters between a saying and the colon that brings what is said."""


def aside(sentence: Sentence, first: int, last: int) -> int:
    """The last token of a stretch without a relative clause that a comma parts from it and that ends it."""
    tokens = sentence.tokens
    for n in range(first + 2, last + 1):
        if tokens[n].tag not in _RELATIVE or tokens[n - 1].text != ",":
            continue
        clause = next((a for a in sentence.ancestors(n)[:4] if tokens[a].dep == "relcl"), None)
        if clause is None or not first <= tokens[clause].head < n:
            continue
        under = sentence.subtree(clause)
        if under[0] >= n and under[-1] >= last - 1:
            return n - 2
    return last


def without_asides(sentence: Sentence, draft: Draft) -> Draft:
    """ "Said that he would fly to Kolm, which lies in Orvan": the last clause is the writer's."""
    if draft.quotes or not draft.content or draft.content[-1].start < draft.end:
        return draft
    span = draft.content[-1]
    inside = sentence.inside(span)
    if not inside or any(
        c in _QUOTES for c in sentence.text[span.start - sentence.span.start : span.end - sentence.span.start]
    ):
        return draft
    last = aside(sentence, inside[0], inside[-1])
    if last == inside[-1]:
        return draft
    return replace(draft, content=(*draft.content[:-1], Span(span.start, sentence.tokens[last].end)))


def whole_cue(page: Page, draft: Draft) -> Draft:
    """The cue with the colon and the adverb that part it from what is said ("said in a statement:", "said only")."""
    text = page.report.text
    behind = [piece for piece in draft.content if piece.start >= draft.end]
    if not behind or not draft.cue or draft.cue[-1].end < draft.end:
        return draft
    start, stop = draft.cue[-1].end, behind[0].start
    gap = text[start:stop].rstrip()
    if gap.endswith(_COLON) and len(gap) <= _GAP and "\n" not in gap and _COLON not in gap[:-1]:
        return _stretched(draft, start + len(gap))
    sentence = page.sentences[draft.sentence]
    words = [t for t in sentence.tokens if start <= t.start < stop]
    if words and all(t.pos == "ADV" for t in words):
        return _stretched(draft, words[-1].end)
    return draft


def _stretched(draft: Draft, end: int) -> Draft:
    return replace(draft, cue=(*draft.cue[:-1], Span(draft.cue[-1].start, end)))
