"""A page and its attributions in, the words in quotation marks that are no speech out: 'the so-called "safe zone"'.

Writers put marks around a word to show that it is not theirs: irony, distance, a term used first, or one word of
somebody's. The AP Stylebook ("quotation marks": irony, unfamiliar terms) and the Chicago Manual of Style (17th edition,
7.57, "Scare quotes") describe the use. Which of these it is, the text seldom tells, so the marks are noted on the
attribution and claim in which they stand, and nothing is concluded from them. They make no attribution of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model.claim import Attribution
from reportedly.model.text import Page, Quote, Span

_LONGEST = 5
"""Words of a phrase in marks; what is longer is speech."""
_SAYS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_EDGES = " \t\n\r\u00a0,.;:!?-–—\"'”“’‘`"


def scare_quotes(page: Page, attributions: Iterable[Attribution]) -> tuple[Span, ...]:
    """The marked phrases, marks included, in text order: a few words without a verb of their own, no name, and not the
    whole of what anybody is quoted as saying."""
    short = [q for q in page.passages.quotes if not q.carried and _phrase(page, q.inner)]
    if not short:
        return ()
    speech = {_bare(page, piece) for a in attributions for piece in a.content}
    return tuple(q.outer for q in short if _bare(page, q.outer) not in speech and not _titled(page, q))


def inside(span: Span, marked: Iterable[Span]) -> tuple[Span, ...]:
    """Those of the marked phrases that lie in a span."""
    return tuple(m for m in marked if span.covers(m))


def _phrase(page: Page, inner: Span) -> bool:
    sentence = page.sentence_at(inner.start)
    if sentence is None or not sentence.span.covers(inner):
        return False
    tokens = [sentence.tokens[n] for n in sentence.inside(inner)]
    words = [t for t in tokens if t.pos not in ("PUNCT", "SPACE") and t.tag != "HYPH"]
    if not 0 < len(words) <= _LONGEST or any(t.tag in _SAYS for t in words):
        return False
    named = all(t.pos == "PROPN" or t.pos == "NUM" for t in words)
    return not named and any(t.pos in ("NOUN", "PROPN", "ADJ", "VERB", "ADV") for t in words)


def _titled(page: Page, quote: Quote) -> bool:
    """Whether every longer word in the marks has a capital: a title, a nickname, an operation."""
    words = [w for w in quote.inner.of(page.report.text).split() if len(w) > 3]
    return len(words) > 1 and all(w[0].isupper() for w in words)


def _bare(page: Page, span: Span) -> Span:
    """The span without marks, stops and spaces at its edges."""
    text, start, end = page.report.text, span.start, span.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)
