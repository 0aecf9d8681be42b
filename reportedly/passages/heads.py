"""The first paragraphs of a report in, its headline, datelines and bylines out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reportedly.lexicon.splitting import SplittingWords
from reportedly.lexicon.stamps import Stamp
from reportedly.model.text import PassageKind, Span
from reportedly.passages.blocks import heading_like
from reportedly.passages.captions import is_byline, is_caption
from reportedly.passages.datelines import Dateline, dateline, stamped

DEEPEST = 12
"""Paragraphs in which a headline, byline or first dateline may stand."""
_LONGEST_HEADLINE = 200
_FURTHEST_TITLE = 120
"""Characters of dates and names that may stand before a title in the same paragraph."""
_WORD = re.compile(r"\S+")
_CLOSED = re.compile(r"[A-Za-z]{3,}[.!?]['\"”’)]*$")
_TITLE_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
_AFTER_TITLE = re.compile(r"(?:['\"”’»)]|\s?[.?!…])*\s*")
_UNFINISHED = re.compile(r"[^.!?…:;,]['\"”’)]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a paragraph that is no ordinary sentence; ``stamp`` is the date that it states."""

    kind: PassageKind
    span: Span
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How far the head of the report has been read: whether its headline was met, and whether its story has begun."""

    title: str | None
    lone: bool  # the report has but one paragraph
    named: bool = False
    begun: bool = False


def head_pieces(
    text: str, block: Span, number: int, head: Head, words: SplittingWords
) -> tuple[tuple[Piece, ...], Head]:
    """The pieces at the front of one paragraph and what is known after it. The rest are sentences."""
    pieces: list[Piece] = []
    at = block.start
    while at < block.end and (piece := _piece(text, Span(at, block.end), number, head, words)):
        pieces.append(piece)
        head = replace(head, named=head.named or piece.kind is PassageKind.HEADLINE)
        at = piece.span.end
        while at < block.end and text[at].isspace():
            at += 1
    story = at < block.end and not heading_like(text[at : block.end])
    return tuple(pieces), replace(head, begun=head.begun or story)


def _piece(text: str, rest: Span, number: int, head: Head, words: SplittingWords) -> Piece | None:
    if head.title and not head.named and not head.begun:
        end = title_end(text, rest, head.title)
        if end:
            return Piece(kind=PassageKind.HEADLINE, span=Span(rest.start, end))
        start = _title_ahead(text, rest, head.title)
        if start:
            return _above_title(text, Span(rest.start, start), words)
    found = stamped(text, rest.start, rest.end, words, whole=head.begun) or dateline(
        text, rest.start, rest.end, words, begun=head.begun
    )
    if found:
        return _dateline_piece(text, rest, found)
    line = rest.of(text) if rest.end - rest.start <= _LONGEST_HEADLINE else ""
    if line and is_byline(line, words):
        return Piece(kind=PassageKind.BYLINE, span=rest)
    if line and number == 0 and not head.named and not head.lone and _headline_like(line, words):
        return Piece(kind=PassageKind.HEADLINE, span=rest)
    return None


def _title_ahead(text: str, rest: Span, title: str) -> int | None:
    """Where the title starts behind a few words that end no sentence: "Posted on 3 May by Radio Orvan TITLE"."""
    stop = min(rest.end, rest.start + _FURTHEST_TITLE)
    for word in _WORD.finditer(text, rest.start, stop):
        if word.start() > rest.start and title_end(text, Span(word.start(), rest.end), title):
            return word.start()
        if _CLOSED.search(word.group()):
            return None
    return None


def _above_title(text: str, span: Span, words: SplittingWords) -> Piece:
    """What stands before the title: the day of printing where it states one, and who printed it."""
    end = span.start + len(span.of(text).rstrip())
    found = stamped(text, span.start, end, words, whole=False)
    if found:
        return _dateline_piece(text, Span(span.start, end), found)
    return Piece(kind=PassageKind.BYLINE, span=Span(span.start, end))


def _dateline_piece(text: str, rest: Span, found: Dateline) -> Piece:
    end = rest.start + len(text[rest.start : found.end].rstrip())
    return Piece(kind=PassageKind.DATELINE, span=Span(rest.start, end), stamp=found.stamp)


def _headline_like(line: str, words: SplittingWords) -> bool:
    """A first line that is short, ends without a stop and is no picture's caption."""
    return bool(_UNFINISHED.search(line)) and len(line.split()) > 1 and not is_caption(line, words)


def title_end(text: str, rest: Span, title: str) -> int | None:
    """Where the title ends, if the text repeats it at ``rest.start``: marks, blanks and case may differ.

    The title must be followed by the end of the line or of a sentence, or by a word that starts one.
    """
    for wording in (title, _TITLE_TAIL.sub("", title)):
        end = _same_letters(text, rest, wording)
        if end is None:
            continue
        after = _AFTER_TITLE.match(text, end, rest.end)
        stop = after.end() if after else end
        marks = text[end:stop]
        if stop >= rest.end or any(mark in marks for mark in ".?!\n"):
            return end + len(marks.rstrip())
        if marks[-1:].isspace() and (text[stop].isupper() or text[stop].isdigit()) and len(wording.split()) > 3:
            return end + len(marks.rstrip())
    return None


def _same_letters(text: str, rest: Span, title: str) -> int | None:
    """Compares letters and digits alone; the end of the last one in the text, or ``None``."""
    at = rest.start
    wanted = [c for c in title.casefold() if c.isalnum()]
    if len(wanted) < 8:
        return None
    for letter in wanted:
        while at < rest.end and not text[at].isalnum():
            at += 1
        if at >= rest.end or text[at].casefold() != letter:
            return None
        at += 1
    return at
