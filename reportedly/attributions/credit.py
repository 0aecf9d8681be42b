"""A page in, the tellers that stand above the whole report out: its outlet and the agency that it credits."""

from __future__ import annotations

import re

from reportedly.attributions.names import Known, Names
from reportedly.lexicon.crediting import Crediting
from reportedly.model.claim import Teller
from reportedly.model.text import Page, PassageKind, Span
from reportedly.model.words import Role

HEAD = 500
"""Characters at the beginning in which a credit or dateline can stand."""
TAIL = 120
"""Characters at the end in which a credit can stand."""
_NEAR = 60
_HEADS = frozenset({PassageKind.BYLINE, PassageKind.DATELINE})
_SENTENCE_END = re.compile(r"[.!?:]\s")


def outlet_chain(page: Page, names: Names, words: Crediting) -> tuple[Teller, ...]:
    """The chain of the outlet's own voice: the outlet, and the agency if the report credits one.

    Of the report "KARSK (Northwire) - Two shells fell …" in The Karsk Herald: The Karsk Herald, Northwire.
    """
    outlet = Teller(name=page.report.outlet, role=Role.OUTLET)
    agency = wire(page, names, words)
    return (outlet,) if agency is None else (outlet, agency)


def wire(page: Page, names: Names, words: Crediting) -> Teller | None:
    """The agency that a byline, dateline or credit line names, unless it is the outlet itself."""
    for known in names.all:
        if known.role is not Role.AGENCY or _same(known, page.report.outlet):
            continue
        if _credited(page, known.span, words):
            return Teller(name=known.name, role=Role.AGENCY, span=known.span, actor_id=known.id, side=known.side)
    return None


def _credited(page: Page, span: Span, words: Crediting) -> bool:
    text = page.report.text
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    if words.picture.search(before):
        return False
    framed = words.after.match(after) is not None and words.before.search(before) is not None
    if span.start < HEAD:
        passage = page.sentence_at(span.start)
        if passage is not None and passage.passage.kind in _HEADS:
            return True
        return framed or words.dated.match(after) is not None or _in_head_line(text, span, words)
    return framed and span.end > len(text) - TAIL


def _in_head_line(text: str, span: Span, words: Crediting) -> bool:
    """Whether the name stands in capitals between title and text of a dated head that lost its punctuation."""
    head = text[: span.start]
    before, after = head.split(), text[span.end :].split(maxsplit=1)
    if not before or not after or not span.of(text).isupper() or _SENTENCE_END.search(head):
        return False
    return before[-1][0].isupper() and after[0][0].isupper() and words.stamp.search(head) is not None


def _same(known: Known, outlet: str | None) -> bool:
    if not outlet:
        return False
    return known.name.casefold() == outlet.casefold() or known.id == outlet.casefold()
