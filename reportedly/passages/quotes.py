"""Paragraphs in, words between quotation marks out.

Straight, curly, low, angled and typewriter (``these'') marks are paired by what stands beside them, since outlets mix
them up. Quotes do not nest: the outermost counts. A quote that a paragraph leaves open goes on in the next paragraph
if that one opens with a mark again (``carried``), or up to the next closing mark if none opens before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model.text import Quote, Span
from reportedly.passages.single_quotes import single_quotes

_MARK = re.compile(r"[\"“”„‟«»]|``|''|(?<!\w)‘‘|’’(?!\w)")
_OPENING_SIGNS = frozenset(("“", "„", "‟", "«", "``", "‘‘"))
_CLOSING_SIGNS = frozenset(("”", "»", "’’"))
_BEFORE_OPENING = frozenset("([{—–-―/‘'“")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-―/'’”…")
_NOT_AFTER_OPENING = frozenset(".,;:!?)]}")
_INTRODUCES = frozenset(":,")
_REACH = 6
"""Paragraphs in which the end of an open quote is looked for: beyond that its closing mark was lost."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool
    carried: bool = False
    paragraph: int = 0


def quotes(text: str, paragraphs: Sequence[Span]) -> tuple[Quote, ...]:
    """All quotes of a text, in order, without overlap."""
    doubles: list[Quote] = []
    waiting: _Mark | None = None
    for number, block in enumerate(paragraphs):
        marks = list(_marks(text, block, number))
        if waiting is not None:
            ended, waiting = _continued(text, waiting, marks, paragraphs, number)
            doubles.extend(ended)
        paired, unclosed = _paired(marks)
        doubles.extend(paired)
        waiting = unclosed or waiting
    if waiting is not None:
        doubles.extend(_given_up(text, waiting, paragraphs))
    doubles.sort(key=lambda quote: quote.outer.start)
    return single_quotes(text, paragraphs, doubles)


def _marks(text: str, block: Span, paragraph: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, block.start, block.end):
        opens, closes = _directions(text, match, block)
        yield _Mark(match.start(), match.end(), opens, closes, paragraph=paragraph)


def _directions(text: str, match: re.Match[str], block: Span) -> tuple[bool, bool]:
    """Which way a mark can face, by its neighbours; where they do not tell, by its shape."""
    before = text[match.start() - 1] if match.start() > block.start else " "
    after = text[match.end()] if match.end() < block.end else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not (after.isspace() or after in _NOT_AFTER_OPENING)
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if opens != closes:
        return opens, closes
    sign = match.group()
    return sign not in _CLOSING_SIGNS, sign not in _OPENING_SIGNS


def _continued(
    text: str, waiting: _Mark, marks: list[_Mark], paragraphs: Sequence[Span], number: int
) -> tuple[list[Quote], _Mark | None]:
    """What becomes of a quote that an earlier paragraph left open. Takes the marks it uses out of ``marks``."""
    if not marks:
        far = number - waiting.paragraph >= _REACH
        return (_given_up(text, waiting, paragraphs), None) if far else ([], waiting)
    first = marks[0]
    if first.opens and first.start == paragraphs[number].start and number == waiting.paragraph + 1:
        marks[0] = _Mark(first.start, first.end, opens=True, closes=False, carried=True, paragraph=number)
        return [_quote(waiting, paragraphs[number - 1].end, paragraphs[number - 1].end)], None
    if first.closes and not first.opens:
        del marks[0]
        return [_quote(waiting, first.start, first.end)], None
    return _given_up(text, waiting, paragraphs), None


def _paired(marks: Sequence[_Mark]) -> tuple[list[Quote], _Mark | None]:
    """The quotes that open and close in one paragraph, and the mark that is left open."""
    found: list[Quote] = []
    opened: _Mark | None = None
    for mark in marks:
        if opened is not None and mark.closes:
            found.append(_quote(opened, mark.start, mark.end))
            opened = None
        elif mark.opens:
            opened = mark
    return found, opened


def _given_up(text: str, waiting: _Mark, paragraphs: Sequence[Span]) -> list[Quote]:
    """A quote never closed: it ends with its paragraph if it opens it or is introduced, else its mark is a slip."""
    block = paragraphs[waiting.paragraph]
    lead = text[block.start : waiting.start].rstrip()
    if lead and lead[-1] not in _INTRODUCES:
        return []
    return [_quote(waiting, block.end, block.end)]


def _quote(opened: _Mark, inner_end: int, outer_end: int) -> Quote:
    inner = Span(opened.end, max(inner_end, opened.end))
    return Quote(outer=Span(opened.start, max(outer_end, opened.end)), inner=inner, carried=opened.carried)
