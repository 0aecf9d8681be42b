"""A page in, the words for times with what they say out: no two overlap, the longest reading wins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from reportedly.lexicon.dating import Dating
from reportedly.mentions.times_build_calendar import listed
from reportedly.mentions.times_builders import build
from reportedly.mentions.times_checks import allowed
from reportedly.mentions.times_expression import Expression, Limit, TimeMention
from reportedly.mentions.times_found import Found, found_in
from reportedly.mentions.times_shared import with_shared_years
from reportedly.model.text import Page, PassageKind, Span

LEADS = ("year-lead", "hour-lead", "since", "over", "date-lead", "ahead")
"""Kinds of words that lead into a time and are quoted with it in a basis."""


def spot_times(page: Page, lexicon: Dating) -> tuple[TimeMention, ...]:
    """The times of a report in text order. Boilerplate is not read.

    Neighbouring passages of a paragraph are read in one go, so that a sentence cut after "6 a.m." loses nothing.
    """
    found = [m for block in _blocks(page) for m in _spot(page, block, lexicon)]
    return with_shared_years(sorted(found, key=lambda m: m.span))


def _blocks(page: Page) -> Iterator[Span]:
    """The stretches of text to read: passages of one paragraph that follow each other and are of one kind."""
    open_block: tuple[int, PassageKind, Span] | None = None
    for passage in page.passages.passages:
        if passage.kind is PassageKind.BOILERPLATE:
            continue
        if open_block and open_block[:2] == (passage.paragraph, passage.kind):
            open_block = (passage.paragraph, passage.kind, Span(open_block[2].start, passage.span.end))
            continue
        if open_block:
            yield open_block[2]
        open_block = (passage.paragraph, passage.kind, passage.span)
    if open_block:
        yield open_block[2]


def _spot(page: Page, block: Span, lexicon: Dating) -> Iterator[TimeMention]:
    text = page.report.text
    for run in found_in(text, block.start, block.end, lexicon):
        taken: list[Span] = []
        for found in run:
            span = Span(found.start, found.end)
            if any(span.touches(t) for t in taken):
                continue
            expression = _read(page, found)
            if expression is None:
                continue
            taken.append(span)
            yield from _mentions(page, found, span, expression)


def _read(page: Page, found: Found) -> Expression | None:
    sentence = page.sentence_at(found.start)
    if not allowed(found, sentence):
        return None
    return build(found)


def _mentions(page: Page, found: Found, span: Span, expression: Expression) -> Iterator[TimeMention]:
    """One mention, or one for each day of "March 3 and 5": all take their month from where it stands."""
    days = listed(found)
    if not days:
        yield _mention(page, found, span, expression)
        return
    for number, (word, later) in enumerate(days):
        start = word.start if number else found.start
        end = found.end if number == len(days) - 1 else word.end
        mention = _mention(page, found, Span(start, end), later)
        yield replace(mention, before="", since=False) if number else mention


def _mention(page: Page, found: Found, span: Span, expression: Expression) -> TimeMention:
    sentence = page.sentence_at(span.start)
    return TimeMention(
        span=span,
        text=span.of(page.report.text),
        sentence=sentence.number if sentence else 0,
        rule=_address(found),
        expression=expression,
        before=found.before[-1].text.lower() if found.before else "",
        leads=any(found.led(kind) for kind in LEADS),
        ahead=found.led("ahead"),
        since=found.led("since"),
        closes=found.led("ending"),
        printed=_printed(found),
        limit=_limit(found),
    )


def _printed(found: Found) -> bool:
    """Whether a date is that of a page ("Updated: …", "(Published …)") or of a post, behind the name of its account
    ("(@handle) March 3, 2016")."""
    marks = [word.text for word in found.before]
    if marks[-1:] == [":"]:
        return len(marks) > 1 and found.before[-2].has("stamp-mark")
    if marks[-1:] == [")"]:
        return marks[:-2][-1:] == ["@"] or (marks[:-2][-1:] == ["("] and _is_handle(marks[-2]))
    return found.led("stamp-mark") and marks[:-1][-1:] in (["("], ["["])


def _is_handle(word: str) -> bool:
    """Whether a word is written as the name of an account: capitals in it, and small letters before them."""
    return any(small.islower() and large.isupper() for small, large in pairwise(word))


def _limit(found: Found) -> Limit:
    if found.led("as-of"):
        return Limit.ALWAYS
    return Limit.PERFECT if found.led("limit-lead") else Limit.NONE


def _address(found: Found) -> str:
    """A holiday is its own rule; everything else is the pattern's."""
    feasts = [s.address for w in found.words for s in w.senses if s.kind == "feast"]
    return feasts[0] if feasts else found.pattern.address
