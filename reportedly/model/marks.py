"""A report with everything that was found in it, as a page marks it in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.claim import Issue
from reportedly.model.review import Review
from reportedly.model.text import Passages, Report, Span


class MarkKind(StrEnum):
    """What a marked stretch of words is."""

    CLAIM = "claim"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ACTOR = "actor"
    WEAPON = "weapon"
    HAPPENING = "happening"
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedWords:
    """A stretch of words: what it is, what it was read as in a word or two, and why in a line. ``claim`` is the claim
    that it makes or that rests on it; ``attribution`` the number of the attribution that it is a part of."""

    span: Span
    kind: MarkKind
    label: str
    text: str
    claim: str | None = None
    attribution: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The bytes that a report was read from, without the bytes."""

    sha256: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedReport:
    """A report, its marks in the order of the text, its passages and issues, and the incidents of its claims."""

    report: Report
    passages: Passages
    marks: tuple[MarkedWords, ...]
    claims: tuple[str, ...]
    incidents: Mapping[str, str]
    issues: tuple[Issue, ...]
    original: Kept | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """How a claim stands in the ledger: its incident, its words, and what a person ruled of it."""

    incident: str | None
    quote: str
    ruling: Review | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A report in a list: its head, how long it is and how many claims were read from it. ``words`` are those around
    the place that a search found."""

    id: str
    title: str | None
    outlet: str | None
    published: date | None
    url: str | None
    language: str | None
    characters: int
    claims: int
    words: str | None = None
