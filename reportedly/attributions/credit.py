"""A page in, the tellers that stand above the whole report out: its outlet and the agency that it credits."""

from __future__ import annotations

import re

from reportedly.attributions.names import Known, Names
from reportedly.model.claim import Teller
from reportedly.model.text import Page, PassageKind, Span
from reportedly.model.words import Role

HEAD = 500
"""Characters at the beginning in which a credit or dateline can stand."""
TAIL = 120
"""Characters at the end in which a credit can stand."""

_DAY = r"(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*"
_AFTER = re.compile(
    rf"\s*(?:[)\]]|[-–—]{{1,2}}\s|[|/]|{_DAY}\b|{_MONTH}\.? \d|\d{{1,2}} {_MONTH}|\d{{1,2}}[./]\d|$|\n)"
)
_OPEN = re.compile(r"(?:[(\[]|[-–—]{2}\s*|[-–—]\s*|\||(?:\bSource|\bSources|\bBy|\bvia|\bFrom)\s*:?\s*|^|\n)\s*$")
_PHOTO = re.compile(r"(?i)(?:photo|image|picture|getty|file|video)[^\n.]{0,30}$|[/©]\s*$|\bvia\s+$")


def outlet_chain(page: Page, names: Names) -> tuple[Teller, ...]:
    """The chain of the outlet's own voice: the outlet, and the agency if the report credits one.

    Of the report "KARSK (Northwire) - Two shells fell …" in The Karsk Herald: The Karsk Herald, Northwire.
    """
    outlet = Teller(name=page.report.outlet, role=Role.OUTLET)
    credit = wire(page, names)
    return (outlet,) if credit is None else (outlet, credit)


def wire(page: Page, names: Names) -> Teller | None:
    """The agency that a byline, dateline or credit line names, unless it is the outlet itself."""
    text = page.report.text
    for known in names.all:
        if known.role is not Role.AGENCY or _same(known, page.report.outlet):
            continue
        if _credited(page, text, known.span):
            return Teller(name=known.name, role=Role.AGENCY, span=known.span, actor_id=known.id, side=known.side)
    return None


def _credited(page: Page, text: str, span: Span) -> bool:
    before = text[max(0, span.start - 60) : span.start]
    after = text[span.end : span.end + 20]
    if _PHOTO.search(before):
        return False
    if span.start < HEAD:
        passage = page.sentence_at(span.start)
        if passage is not None and passage.passage.kind in (PassageKind.BYLINE, PassageKind.DATELINE):
            return True
        if _AFTER.match(after) is not None and (_OPEN.search(before) is not None or _dated(after)):
            return True
        return _in_head_line(text, span)
    if span.end > len(text) - TAIL:
        return _OPEN.search(before) is not None and _AFTER.match(after) is not None
    return False


def _in_head_line(text: str, span: Span) -> bool:
    """Whether the name stands in capitals between title and text of a dated head that lost its punctuation."""
    before, after = text[: span.start].split(), text[span.end :].split(maxsplit=1)
    if not before or not after or not span.of(text).isupper() or re.search(r"[.!?:]\s", text[: span.start]):
        return False
    framed = before[-1][0].isupper() and after[0][0].isupper()
    return framed and re.search(rf"{_DAY}\b|{_MONTH}\.? \d|\d {_MONTH}", text[: span.start]) is not None


def _dated(after: str) -> bool:
    return re.match(rf"\s*(?:{_DAY}\b|{_MONTH}\.? \d|\d{{1,2}} {_MONTH})", after) is not None


def _same(known: Known, outlet: str | None) -> bool:
    if not outlet:
        return False
    return known.name.casefold() == outlet.casefold() or known.id == outlet.casefold()
