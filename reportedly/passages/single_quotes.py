"""Paragraphs and their double-quoted words in, all quotes out: those between single marks are added.

The closing single mark is also the apostrophe, so a pair counts only if the opening mark stands before a word and the
closing one behind it, and an "s'" before a small letter counts as a possessive while a better end follows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reportedly.model.text import Quote, Span

_OPEN = re.compile(r"(?<![\w.,!?%’'”\"])(?:‘(?!‘)|‹|'(?!'))(?=[\w“\"(\[$£€#@…])(?!\d\ds?\b)")
_CLOSE = re.compile(r"(?<=[\w.,!?…)\]%$”\"])(?:’(?!’)|›|'(?!'))(?!\w)")
_POSSESSIVE = re.compile(r"s['’]\s+[a-z]")
_LONGEST = 1500
"""Characters between single marks; beyond that two apostrophes have been paired."""


def single_quotes(text: str, paragraphs: Sequence[Span], doubles: Sequence[Quote]) -> tuple[Quote, ...]:
    """The double quotes with the single ones that neither lie inside them nor cut across them."""
    starts = [quote.outer.start for quote in doubles]
    singles = [q for block in paragraphs for q in _singles(text, block) if not _cuts(q.outer, doubles, starts)]
    merged = sorted((*doubles, *singles), key=lambda quote: (quote.outer.start, -quote.outer.end))
    outermost: list[Quote] = []
    for quote in merged:
        if not outermost or outermost[-1].outer.end <= quote.outer.start:
            outermost.append(quote)
    return tuple(outermost)


def _singles(text: str, block: Span) -> Iterator[Quote]:
    at = block.start
    while opened := _OPEN.search(text, at, block.end):
        following = _OPEN.search(text, opened.end(), block.end)
        limit = min(following.start() if following else block.end, opened.end() + _LONGEST)
        closed = _closing(text, opened.end(), limit, block.end)
        at = opened.end()
        if closed is not None:
            at = closed.end()
            yield Quote(outer=Span(opened.start(), at), inner=Span(opened.end(), closed.start()))


def _closing(text: str, start: int, limit: int, end: int) -> re.Match[str] | None:
    """The first mark that closes; a possessive only if nothing better comes before the next opening mark."""
    fallback = None
    for match in _CLOSE.finditer(text, start, min(limit + 1, end)):
        if not _POSSESSIVE.match(text, match.start() - 1):
            return match
        fallback = fallback or match
    return fallback


def _cuts(span: Span, doubles: Sequence[Quote], starts: Sequence[int]) -> bool:
    """Whether a single quote lies inside a double one or overlaps it in part."""
    first = max(bisect_right(starts, span.start) - 1, 0)
    for quote in doubles[first : bisect_right(starts, span.end)]:
        if quote.outer.touches(span) and not span.covers(quote.outer):
            return True
    return False
