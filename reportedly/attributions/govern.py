"""Attributions in, an answer out: whose words are these, and in whose chain do they stand?"""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model.claim import Attribution, Teller
from reportedly.model.text import Span


def governing(attributions: Iterable[Attribution], span: Span) -> Attribution | None:
    """The innermost attribution whose content holds the span; thoughts and wishes govern nothing.

    A content in several pieces is taken as one stretch where the span lies across its pieces.
    """
    best: Attribution | None = None
    for attribution in attributions:
        if not attribution.tells or not attribution.content or not _holds(attribution, span):
            continue
        if best is None or _size(attribution) < _size(best):
            best = attribution
    return best


def _holds(attribution: Attribution, span: Span) -> bool:
    for piece in attribution.content:
        if piece.start <= span.start and span.end <= piece.end:
            return True
    first, last = attribution.content[0], attribution.content[-1]
    return first.start <= span.start and span.end <= last.end and any(p.touches(span) for p in attribution.content)


def _size(attribution: Attribution) -> int:
    return sum(piece.end - piece.start for piece in attribution.content)


def chain_of(
    attributions: Iterable[Attribution], span: Span, own_voice: tuple[Teller, ...]
) -> tuple[tuple[Teller, ...], Attribution | None]:
    """The chain on which the words of a span stand, and the attribution it comes from (none: the outlet's own voice).

    ``own_voice`` is what ``SayingAttributor.own_voice`` gives.
    """
    found = governing(attributions, span)
    return (own_voice, None) if found is None else (found.chain, found)
