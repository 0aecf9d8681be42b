"""Drafts and the page's quotes in, drafts whose contents hold whole quotes out, and quotes that go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.attributions.drafts import Draft
from reportedly.model.text import Page, Quote, Sentence, Span

_GLUE = frozenset(" \t\n\r\u00a0,.;:-–—\"'”“’")
_CLOSING = (",", "?", "!")
_LEAST = 12
"""Characters of a quote that can stand alone; shorter ones are scare quotes."""


def with_quotes(page: Page, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts in text order, their contents grown to the quotes that they begin or go on with."""
    grown = [_whole(page.passages.quotes, d) for d in sorted(drafts, key=lambda d: (d.start, d.end))]
    grown = [_introduced(page, d) for d in grown]
    last: int | None = None
    for quote in page.passages.quotes:
        holder = _holder(grown, quote)
        if holder is not None:
            if grown[holder].takes_quote and not _buried(grown[holder], quote):
                last = holder
            continue
        owner = _owner(page, grown, quote, _spoken(grown, quote, last))
        if owner is not None:
            grown[owner] = _with(grown[owner], quote.outer)
            last = owner
    return tuple(d for d in grown if d.content)


def _introduced(page: Page, draft: Draft) -> Draft:
    """A saying that ends in a colon is given the quote or paragraph that follows it."""
    if draft.content:
        return draft
    after = [s for s in page.sentences[draft.sentence + 1 : draft.sentence + 30] if s.span.start >= draft.end]
    if not after or not page.sentences[draft.sentence].text.rstrip().endswith(":"):
        return draft
    first = after[0]
    for quote in page.passages.quotes:
        if 0 <= quote.outer.start - first.span.start <= 1:
            return replace(draft, content=(quote.outer,), quotes=True)
    same = [s for s in after if s.passage.paragraph == first.passage.paragraph]
    return replace(draft, content=(Span(first.span.start, same[-1].span.end),))


def _whole(quotes: Sequence[Quote], draft: Draft) -> Draft:
    """A content that cuts a quote is grown to hold all of it."""
    spans = []
    for span in draft.content:
        for quote in quotes:
            if quote.outer.touches(span) and not span.covers(quote.outer) and not _cuts_cue(draft, quote):
                span = Span(min(span.start, quote.outer.start), max(span.end, quote.outer.end))
        spans.append(span)
    return replace(draft, content=_joined(spans))


def _cuts_cue(draft: Draft, quote: Quote) -> bool:
    return quote.outer.start < draft.end and draft.start < quote.outer.end


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def _holder(drafts: Sequence[Draft], quote: Quote) -> int | None:
    """The draft whose content holds the quote."""
    for number, draft in enumerate(drafts):
        if any(span.covers(quote.outer) for span in draft.content):
            return number
    return None


def _buried(draft: Draft, quote: Quote) -> bool:
    """Whether the quote is a word or two inside a longer indirect content."""
    size = sum(s.end - s.start for s in draft.content)
    return (quote.outer.end - quote.outer.start) * 2 < size


def _owner(page: Page, drafts: Sequence[Draft], quote: Quote, last: int | None) -> int | None:
    """Whose words a free quote is: a saying right beside it, or the speaker of the quote before it."""
    text = page.report.text
    for number, draft in enumerate(drafts):
        if not draft.takes_quote or not _stands_alone(text, quote):
            continue
        if (
            quote.outer.end <= draft.start
            and _glued(text, quote.outer.end, draft.start)
            and _before(page, draft, quote)
        ):
            return number
        if draft.end <= quote.outer.start and _glued(text, draft.end, quote.outer.start):
            return number
    if last is None:
        return None
    here = page.sentence_at(quote.outer.start)
    there = page.sentence_at(drafts[last].content[-1].end - 1)
    if here is None or there is None or not _opens(here, quote):
        return None
    if here.passage.paragraph == there.passage.paragraph or quote.carried:
        return last
    near = _paragraphs_between(page, there, here) == 1
    return last if near and quote.outer.end - quote.outer.start >= _LEAST * 2 and _all(page, here, quote) else None


def _spoken(drafts: Sequence[Draft], quote: Quote, last: int | None) -> int | None:
    """Who spoke last before the quote, with or without quotation marks: he goes on in a paragraph that is all quote."""
    said = [n for n, d in enumerate(drafts) if d.takes_quote and d.tells and d.content and d.end <= quote.outer.start]
    latest = max(said, key=lambda n: drafts[n].start, default=None)
    if latest is None or last is None:
        return last if latest is None else latest
    return max(last, latest, key=lambda n: drafts[n].start)


def _paragraphs_between(page: Page, there: Sentence, here: Sentence) -> int:
    """How many paragraphs the two stand apart, without those that are not the report (advertisements)."""
    between = {
        s.passage.paragraph
        for s in page.sentences[there.number + 1 : here.number]
        if any(b.covers(s.span) for b in page.report.boilerplate)
    }
    return here.passage.paragraph - there.passage.paragraph - len(between)


def _stands_alone(text: str, quote: Quote) -> bool:
    """Whether a quote is long enough for an utterance, or closed like one ("Yes," he said)."""
    words = quote.outer.of(text).rstrip("\"'”’»")
    return quote.outer.end - quote.outer.start >= _LEAST or words.endswith(_CLOSING)


def _before(page: Page, draft: Draft, quote: Quote) -> bool:
    """Whether quote and saying stand in one paragraph, and the saying has no content of its own behind it."""
    there = page.sentence_at(max(quote.outer.end - 1, quote.outer.start))
    here = page.sentences[draft.sentence]
    own = any(piece.start > draft.end for piece in draft.content)
    return there is not None and there.passage.paragraph == here.passage.paragraph and not own


def _glued(text: str, start: int, end: int) -> bool:
    return end - start <= 6 and all(c in _GLUE for c in text[start:end])


def _opens(sentence: Sentence, quote: Quote) -> bool:
    """Whether the quote begins its sentence."""
    return quote.outer.start - sentence.span.start <= 1


def _all(page: Page, sentence: Sentence, quote: Quote) -> bool:
    """Whether the paragraph is nothing but the quote."""
    same = [s for s in page.sentences if s.passage.paragraph == sentence.passage.paragraph]
    return same[0].span.start >= quote.outer.start - 1 and quote.outer.end >= same[-1].span.end - 2


def _with(draft: Draft, span: Span) -> Draft:
    return replace(draft, content=_joined((*draft.content, span)), quotes=True)
