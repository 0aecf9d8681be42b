"""Spans of a text, reports, passages and parsed sentences: what every later value points back to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from operator import attrgetter
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of Unicode code points: ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The day a report was published and how we know: the anchor of "yesterday" and "on Thursday".

    ``moment`` keeps the stamp as it was given (it may carry a time and a zone); ``basis`` names its source, such as
    ``given``, ``json-ld``, ``htmldate`` or ``text``.
    """

    day: date
    moment: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report as it was read. ``text`` never changes again: all offsets in the ledger refer to it.

    ``headline`` is where the words of the title stand in ``text``, below all else, if they were given apart from it
    and it does not say them itself. ``boilerplate`` names the parts of ``text`` that are not the report ("Subscribe to
    our newsletter"); they are kept and no claim is read from them. ``bases`` says for each field of the head where it
    was taken from.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None
    headline: Span | None = None
    boilerplate: tuple[Span, ...] = ()
    original: str | None = None  # sha256 of the bytes that were read
    media_type: str = "text/plain"
    bases: tuple[tuple[str, str], ...] = ()

    @property
    def digest(self) -> str:
        """The sha256 of the text: two reports with one digest are one text."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def body(self) -> str:
        """The text as it was given, without the headline set below it."""
        return self.text[: self.headline.start - len(BELOW)] if self.headline else self.text


BELOW = "\n\n"
"""What stands between a text and the headline that is set below it."""


class PassageKind(StrEnum):
    """What part a passage plays in its report."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    SENTENCE = "sentence"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, headline, dateline, byline or caption. Passages do not overlap and stand in text order."""

    number: int
    paragraph: int
    kind: PassageKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words between quotation marks: ``outer`` with the marks, ``inner`` without. It may cover several passages.

    ``carried`` is true where the paragraph opens with a mark although the last one was not closed: the same speaker
    goes on.
    """

    outer: Span
    inner: Span
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A dated entry of a live blog or chronology, or the whole report. ``day`` anchors the relative dates inside
    ``span``; in a chronology it is the day of what is told there, and not that of the telling."""

    span: Span
    day: date | None
    basis: str | None
    chronicle: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """A report cut into passages, with its quotes and its dated entries (at least one)."""

    passages: tuple[Passage, ...]
    quotes: tuple[Quote, ...] = ()
    entries: tuple[Entry, ...] = ()

    def anchor(self, offset: int) -> Entry | None:
        """The entry that holds the offset."""
        for entry in self.entries:
            if entry.span.start <= offset < entry.span.end:
                return entry
        return None


class Token(NamedTuple):
    """A word as the parser saw it. ``start`` and ``end`` are offsets into the report's text; ``head`` is the number
    of the governing token in the same sentence (its own number at the root); ``pos`` is Universal, ``tag`` Penn
    Treebank, ``dep`` ClearNLP as spaCy writes them; ``entity`` is the OntoNotes label or empty, ``begins`` whether
    the entity starts here."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""
    begins: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A passage and its parse. ``tokens`` is empty where the passage had nothing to say and was not parsed.

    ``children[i]`` are the numbers of the tokens governed by token ``i``, in text order.
    """

    passage: Passage
    text: str  # the passage's words, with line breaks turned into spaces one for one
    tokens: tuple[Token, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()

    @property
    def number(self) -> int:
        return self.passage.number

    @property
    def span(self) -> Span:
        return self.passage.span

    def at(self, offset: int) -> int | None:
        """The number of the token that holds the offset of the report's text."""
        number = bisect_right(self.tokens, offset, key=_END)
        return number if number < len(self.tokens) and self.tokens[number].start <= offset else None

    def inside(self, span: Span) -> tuple[int, ...]:
        """The numbers of the tokens that touch the span."""
        first = bisect_right(self.tokens, span.start, key=_END)
        return tuple(range(first, max(first, bisect_left(self.tokens, span.end, key=_START))))

    def head_of(self, span: Span) -> int | None:
        """The token of the span that governs the others: the first whose own head lies outside."""
        inside = self.inside(span)
        members = set(inside)
        for number in inside:
            head = self.tokens[number].head
            if head == number or head not in members:
                return number
        return None

    def subtree(self, number: int) -> tuple[int, ...]:
        """The token and all that hang on it, in text order."""
        found, waiting = [], [number]
        while waiting:
            here = waiting.pop()
            found.append(here)
            waiting.extend(self.children[here])
        return tuple(sorted(found))

    def ancestors(self, number: int) -> tuple[int, ...]:
        """The heads above a token, nearest first."""
        found = []
        while self.tokens[number].head != number:
            number = self.tokens[number].head
            found.append(number)
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A report laid open for reading: its text, passages and parsed sentences (one per passage, same order)."""

    report: Report
    passages: Passages
    sentences: tuple[Sentence, ...]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the offset."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].span.start <= offset:
            return self.sentences[low]
        return None
