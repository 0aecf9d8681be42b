"""Report in, passages out: paragraphs cut into sentences, quotes paired, boilerplate kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model.text import Entry, Passage, PassageKind, Passages, Quote, Report, Span

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])")
_SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|St|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|a\.m|p\.m))\.$"
)
_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")


class PlainSplitter:
    """Cuts by punctuation and line breaks."""

    def split(self, report: Report) -> Passages:
        """The passages of a report, in text order."""
        passages: list[Passage] = []
        for paragraph, block in enumerate(_PARAGRAPH.finditer(report.text)):
            for span in _sentences(report.text, Span(*block.span())):
                kind = PassageKind.SENTENCE
                if any(b.touches(span) for b in report.boilerplate):
                    kind = PassageKind.BOILERPLATE
                elif not passages and report.title and span.of(report.text).strip() == report.title.strip():
                    kind = PassageKind.HEADLINE
                passages.append(Passage(number=len(passages), paragraph=paragraph, kind=kind, span=span))
        quotes = tuple(Quote(outer=Span(*m.span()), inner=Span(*m.span(1))) for m in _QUOTED.finditer(report.text))
        published = report.published
        whole = Entry(
            span=Span(0, len(report.text)),
            day=published.day if published else None,
            basis=published.basis if published else None,
        )
        return Passages(passages=tuple(passages), quotes=quotes, entries=(whole,))


def _sentences(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if _SHORT.search(text[start : match.end()]):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, block.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    if left < right:
        yield Span(start + left, start + right)
