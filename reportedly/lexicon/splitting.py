"""The vocabulary of sentence ends and page layout in, the frozen table that the splitter is given out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.lexicon.lines import Line, load
from reportedly.lexicon.patterns import any_of
from reportedly.lexicon.stamps import StampTable, load_stamps

RANKS = "ranks"
"""Id of the line of shortened ranks."""


class Abbreviation(Line):
    """Shortened words of one sort; ``kind`` says what may follow their full stop (see the head of the file)."""

    kind: Literal["leads", "number", "closes", "clock"]
    forms: tuple[str, ...]


class SentenceEdge(Line):
    """Words that show where a sentence begins or a line wraps."""

    kind: Literal["starts", "hangs", "tags"]
    forms: tuple[str, ...]


class LayoutLine(Line):
    """Words that mark bylines, datelines, picture credits and live-blog entries, or that headlines leave out."""

    kind: Literal[
        "byline",
        "label",
        "agency",
        "update",
        "credit",
        "holder",
        "undated",
        "article",
        "joins",
        "press",
        "deed",
        "likened",
    ]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SplittingWords:
    """What the splitter knows of a language. All words are in lower case and without their full stop."""

    abbreviations: dict[str, frozenset[str]]
    starts: frozenset[str]
    hangs: frozenset[str]
    tags: re.Pattern[str]
    clock_goes_on: re.Pattern[str]
    labels: frozenset[str]
    byline: re.Pattern[str]
    agency: re.Pattern[str]
    undated: re.Pattern[str]
    update: re.Pattern[str]
    update_label: re.Pattern[str]
    credit: re.Pattern[str]
    credit_tail: re.Pattern[str]
    holder: re.Pattern[str]
    stamps: StampTable


@cache
def load_splitting() -> SplittingWords:
    """The table of the product's own vocabulary."""
    edges, layout = load("en/sentence_edges", SentenceEdge), load("en/layout", LayoutLine)
    credit = f"(?i:{any_of(_words(layout, 'credit'))})"
    return SplittingWords(
        abbreviations=_kinds(load("en/abbreviations", Abbreviation)),
        starts=_words(edges, "starts"),
        hangs=_words(edges, "hangs"),
        tags=re.compile(rf"\s+(?:[A-Z][\w.'’-]*\s+){{0,4}}{any_of(_words(edges, 'tags'))}\b"),
        clock_goes_on=re.compile(rf"(?i:{load_stamps().after_clock})(?!\w)"),
        labels=_words(layout, "label"),
        byline=re.compile(rf"[(\[]?(?i:{any_of(_words(layout, 'byline'))})\b\s*:?\s+(?=[A-Z])"),
        agency=re.compile(any_of(_exact(layout, "agency"))),
        undated=re.compile(rf",\s+(?i:{any_of(_words(layout, 'undated'))})(?=\s*\()"),
        update=re.compile(rf"(?i:{any_of(_words(layout, 'update'))})\s+(?:no\.?\s+)?\d{{1,3}}\s*[:.–—-](?!\d)"),
        update_label=re.compile(rf"(?i:{any_of(_words(layout, 'update'))})\s*[@:]?\s*(?:at\s+)?"),
        credit=re.compile(rf"[(\[]?\s*{credit}\s*[:(/–—-]"),
        credit_tail=re.compile(rf"[.!?)]\s+[(\[]?{credit}\s*[:(/–—-]?\s*[A-Z][\w.'’ /|,&-]{{1,60}}[.)\]]*$"),
        holder=re.compile(rf"(?:[/|]\s*|\bvia\s+|©\s*){any_of(_exact(layout, 'holder'))}\s*[)\]]?$"),
        stamps=load_stamps(),
    )


@cache
def ranks() -> tuple[str, ...]:
    """The shortened ranks, without their stop ("Brig"), in the order of the vocabulary."""
    return tuple(f for line in load("en/abbreviations", Abbreviation) if line.id == RANKS for f in line.forms)


@cache
def left_out() -> tuple[str, str]:
    """The article that a headline leaves out, and the word for which it writes a comma."""
    layout = load("en/layout", LayoutLine)
    article, joins = (next(line.forms[0] for line in layout if line.kind == kind) for kind in ("article", "joins"))
    return article, joins


@cache
def doubtful_verbs() -> tuple[str, frozenset[str]]:
    """A past that is no noun, and the words of headlines that are a verb in the present or a noun."""
    stand_in, *forms = next(line.forms for line in load("en/layout", LayoutLine) if line.kind == "deed")
    return stand_in, frozenset(forms)


@cache
def likened() -> Mapping[str, str]:
    """For each word that the parser does not know, one of the same form that it does."""
    lines = (line.forms for line in load("en/layout", LayoutLine) if line.kind == "likened")
    return {form: known for known, *forms in lines for form in forms}


@cache
def press_words() -> frozenset[str]:
    """Words with which papers and stations call themselves, in small letters."""
    return _words(load("en/layout", LayoutLine), "press")


def _kinds(lines: Iterable[Abbreviation]) -> dict[str, frozenset[str]]:
    """Each form with its kinds: "Sec." may be a title or stand before a number."""
    found: dict[str, set[str]] = {}
    for line in lines:
        for form in line.forms:
            found.setdefault(form.lower(), set()).add(line.kind)
    return {form: frozenset(kinds) for form, kinds in found.items()}


def _exact(lines: Iterable[LayoutLine], kind: str) -> frozenset[str]:
    return frozenset(form for line in lines if line.kind == kind for form in line.forms)


def _words(lines: Iterable[SentenceEdge | LayoutLine], kind: str) -> frozenset[str]:
    return frozenset(form.lower() for line in lines if line.kind == kind for form in line.forms)
