"""A page in, the turns of an interview or transcript out: "Jane Roe: The shelling began at six."

Speakers are labelled at the beginning of their paragraphs, and a paragraph without a label goes on with the last. Only
a page that asks and answers is read so: one label comes again, and a paragraph that ends in a question is followed by
one of another speaker. A round-up of towns ("Kolm: two dead. Dolvi: one dead.") asks nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from reportedly.model.text import Page, PassageKind, Span

_LABEL = re.compile(r"(?P<name>[A-Z][\w.'’-]+(?: \(?[A-Z][\w.'’-]*\)?){0,4}) ?:\s+(?=\S)")
_FEWEST = 3
"""Labelled paragraphs of the shortest interview: an answer, a question, an answer."""
_MARKS = "?\"”'’) \n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker says before another does: his label, its colon, his words."""

    name: Span
    colon: Span
    words: Span


def turns(page: Page) -> tuple[Turn, ...]:
    """The turns of a page in text order; none if it is no interview."""
    labelled = tuple(_labelled(page))
    text = page.report.text
    names = Counter(turn.name.of(text) for turn in labelled)
    if len(labelled) < _FEWEST or len(names) < 2 or max(names.values()) < 2:
        return ()
    asked = any(_asks(a.words.of(text)) and a.name.of(text) != b.name.of(text) for a, b in pairwise(labelled))
    return labelled if asked else ()


def _labelled(page: Page) -> Iterator[Turn]:
    paragraphs = tuple(_paragraphs(page))
    starts = [n for n, span in enumerate(paragraphs) if _LABEL.match(page.report.text, span.start, span.end)]
    for here, following in pairwise((*starts, len(paragraphs))):
        first, last = paragraphs[here], paragraphs[following - 1]
        match = _LABEL.match(page.report.text, first.start, first.end)
        if match is not None:
            name = Span(*match.span("name"))
            yield Turn(name=name, colon=Span(name.end, match.end()), words=Span(match.end(), last.end))


def _paragraphs(page: Page) -> Iterator[Span]:
    spoken = [s for s in page.sentences if s.passage.kind is PassageKind.SENTENCE]
    for _, group in groupby(spoken, key=lambda sentence: sentence.passage.paragraph):
        inside: Sequence[Span] = [sentence.span for sentence in group]
        yield Span(inside[0].start, inside[-1].end)


def _asks(words: str) -> bool:
    """Whether words end in a question."""
    return "?" in words[len(words.rstrip(_MARKS)) :]
