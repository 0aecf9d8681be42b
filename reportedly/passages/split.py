"""Report in, passages out: paragraphs cut into sentences, the head and captions told apart, boilerplate kept aside.

Every character that is not white space lies in exactly one passage; passages do not overlap and keep the text's order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.lexicon.splitting import SplittingWords, load_splitting
from reportedly.lexicon.stamps import Stamp
from reportedly.model.text import Passage, PassageKind, Passages, Report, Span
from reportedly.passages.blocks import blocks
from reportedly.passages.captions import is_byline, is_caption
from reportedly.passages.entries import entries
from reportedly.passages.heads import DEEPEST, Head, Piece, head_pieces
from reportedly.passages.quotes import quotes
from reportedly.passages.sentences import sentences, trimmed


class PlainSplitter:
    """Cuts by punctuation, line breaks and the words of the vocabulary."""

    def __init__(self, words: SplittingWords | None = None) -> None:
        self.words = words or load_splitting()

    def split(self, report: Report) -> Passages:
        """The passages of a report in text order, its quotes and its dated entries."""
        text = report.text
        regions = tuple(_regions(text, report.boilerplate, self.words))
        paragraphs = tuple(span for span, kept in regions if kept)
        head = Head(title=report.title, lone=len(paragraphs) < 2)
        passages: list[Passage] = []
        stamps: list[Stamp] = []
        story = 0
        for number, (block, kept) in enumerate(regions):
            if not kept:
                passages.append(_passage(passages, number, PassageKind.BOILERPLATE, block))
                continue
            pieces: tuple[Piece, ...] = ()
            if story < DEEPEST:
                pieces, head = head_pieces(text, block, story, head, self.words)
                stamps.extend(piece.stamp for piece in pieces if piece.stamp)
            story += 1
            for piece in pieces:
                passages.append(_passage(passages, number, piece.kind, piece.span))
            rest = Span(pieces[-1].span.end if pieces else block.start, block.end)
            for kind, span in _body(text, rest, self.words):
                passages.append(_passage(passages, number, kind, span))
        return Passages(
            passages=tuple(passages),
            quotes=quotes(text, paragraphs),
            entries=entries(text, paragraphs, report.published, stamps, self.words),
        )


def _passage(before: Sequence[Passage], paragraph: int, kind: PassageKind, span: Span) -> Passage:
    return Passage(number=len(before), paragraph=paragraph, kind=kind, span=span)


def _regions(text: str, boilerplate: Sequence[Span], words: SplittingWords) -> Iterator[tuple[Span, bool]]:
    """Paragraphs of the report (``True``) and its boilerplate, in text order."""
    at = 0
    for span in sorted(boilerplate):
        start, end = max(at, span.start), min(span.end, len(text))
        yield from ((block, True) for block in blocks(text, at, start, words))
        yield from ((part, False) for part in trimmed(text, start, max(start, end)))
        at = max(at, end)
    yield from ((block, True) for block in blocks(text, at, len(text), words))


def _body(text: str, rest: Span, words: SplittingWords) -> Iterator[tuple[PassageKind, Span]]:
    """The sentences of a paragraph, or the paragraph as a caption or byline where it is one."""
    for whole in trimmed(text, rest.start, rest.end):
        line = whole.of(text) if whole.end - whole.start <= 300 else ""
        if line and is_byline(line, words):
            yield PassageKind.BYLINE, whole
        elif line and is_caption(line, words):
            yield PassageKind.CAPTION, whole
        else:
            yield from ((PassageKind.SENTENCE, span) for span in sentences(text, whole, words))
