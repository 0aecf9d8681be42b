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
_WIDE = 300
"""Characters before a name in which the bracket of a caption can open."""
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
    """The agency that a byline, dateline or credit line names, unless it is the outlet itself.

    Of two agencies credited together the first is taken, since nothing tells whose words are whose. "Agencies" that
    nobody names are no link. Another outlet is one only where the last line gives it as the source.
    """
    end = _end(page.report.text, words)
    for known in names.all:
        if not _prints(known) or _same(known, page.report.outlet):
            continue
        if _credited(page, known, words, end):
            return Teller(name=known.name, role=known.role, span=known.span, actor_id=known.id, side=known.side)
    return None


def _prints(known: Known) -> bool:
    return known.role is Role.AGENCY or (known.outlet and known.role is Role.MEDIA)


def _end(text: str, words: Crediting) -> int:
    """Where the report ends: before the date of its last change, if that stands at the end."""
    stamp = words.updated.search(text, max(0, len(text) - TAIL))
    return len(text) if stamp is None else stamp.start()


def _credited(page: Page, known: Known, words: Crediting, end: int) -> bool:
    text, span = page.report.text, known.span
    before, after = text[max(0, span.start - _WIDE) : span.start], text[span.end : min(end, span.end + _NEAR)]
    if words.picture.search(before) or words.captioned.match(after):
        return False
    framed = words.after.match(after) is not None and words.before.search(before) is not None
    if known.role is not Role.AGENCY:
        return span.end > end - TAIL and framed and words.sourced.search(before) is not None
    if span.end > end - TAIL and (framed or words.shared.match(after) is not None):
        return True
    passage = page.sentence_at(span.start)
    if span.start >= HEAD or passage is None:
        return False
    headed = passage.passage.kind in _HEADS or framed or words.dated.match(after) is not None
    return headed or _in_head_line(page, span, words)


def _in_head_line(page: Page, span: Span, words: Crediting) -> bool:
    """Whether the name stands alone between title and text of a dated head that lost its punctuation."""
    text = page.report.text
    head = text[: span.start]
    before, after = head.split(), text[span.end :].split(maxsplit=1)
    if not before or not after or " " in span.of(text) or _SENTENCE_END.search(head):
        return False
    loose = not words.bound.search(head) and words.stamp.search(head) is not None
    return loose and after[0][0].isupper() and (before[-1][0].isupper() or span.of(text).isupper())


def _same(known: Known, outlet: str | None) -> bool:
    if not outlet:
        return False
    return known.name.casefold() == outlet.casefold() or known.id == outlet.casefold()
