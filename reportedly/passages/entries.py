"""A text and the starts of its paragraphs in, the dated entries of a live blog or chronology out.

An entry begins with a paragraph that opens on a clock time ("14:35 GMT"), a number ("Update 3:") or a date alone on
its line. A report with fewer than two such openings is one entry, anchored on its dateline or its publication. Three or
more dates alone on their lines, the oldest first, head a chronology: they are the days of what is told below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.lexicon.splitting import SplittingWords
from reportedly.lexicon.stamps import Stamp, StampKind
from reportedly.model.text import Entry, Published, Span

_BETWEEN = re.compile(r"[\s\])|:–—-]*")
_OPENED = re.compile(r"[\[(]?")
_BESIDE = re.compile(r"[\s,(@]*")
_UPDATED = 90
"""Days after its first publication in which a page may still gain entries."""
_LONGEST = 40
"""Characters of a line that is only a date."""
_CHRONICLE = 3
"""How many days in order make a chronology: two may be those of a page and of its update."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class _Opening:
    start: int
    day: date | None
    heading: Stamp | None = None


def entries(
    text: str, paragraphs: Sequence[Span], published: Published | None, lines: Sequence[Stamp], words: SplittingWords
) -> tuple[Entry, ...]:
    """The entries of a report, at least one, which together cover its text. ``lines`` are its datelines' dates."""
    near = published.day if published else None
    openings = list(_openings(text, paragraphs, near, words))
    if len(openings) < 2:
        return (_anchored(Span(0, len(text)), published, lines),)
    days = _chronicled(openings, _up_to(text[: openings[0].start], near))
    if days:
        openings = [replace(o, day=day) for o, day in zip(openings, days, strict=True)]
    before = [stamp for stamp in lines if stamp.start < openings[0].start]
    whole = _anchored(Span(0, len(text)), published, before)
    found = []
    if openings[0].start > 0:
        found.append(Entry(span=Span(0, openings[0].start), day=whole.day, basis=whole.basis))
    day, basis = whole.day, whole.basis
    ends = [*(o.start for o in openings[1:]), len(text)]
    for opening, end in zip(openings, ends, strict=True):
        if opening.day is not None:
            day, basis = opening.day, "entry"
        found.append(Entry(span=Span(opening.start, end), day=day, basis=basis, chronicle=bool(days)))
    return tuple(found)


def _chronicled(openings: Sequence[_Opening], near: date | None) -> list[date]:
    """The days of a chronology: of dates alone on their lines, none of them after the telling, the oldest first.
    Nothing where the openings are others."""
    days = [o.heading.resolve(near, ahead=0) if o.heading else None for o in openings]
    known = [day for day in days if day is not None]
    return known if len(known) == len(openings) >= _CHRONICLE and known == sorted(known) else []


def _up_to(head: str, near: date | None) -> date | None:
    """The day from which the years of a chronology are counted back: the last of the one year that its title names
    ("Veldania: timeline of 2008"), else that of the telling."""
    years = {int(match.group()) for match in _YEAR.finditer(head)}
    year = years.pop() if len(years) == 1 else None
    return date(year, 12, 31) if year and near and year < near.year else near


def _openings(text: str, paragraphs: Sequence[Span], near: date | None, words: SplittingWords) -> Iterator[_Opening]:
    for number, block in enumerate(paragraphs):
        at = _OPENED.match(text, block.start).end()  # type: ignore[union-attr]
        stamp = words.stamps.at(text, at, whole_year=False)
        if stamp and stamp.end <= block.end:
            alone = _BETWEEN.match(text, stamp.end, block.end).end() == block.end  # type: ignore[union-attr]
            short = block.end - block.start <= _LONGEST and number > 0
            if (alone and short and stamp.kind is StampKind.BARE) or (stamp.timed and not alone):
                yield _Opening(block.start, stamp.resolve(near, ahead=_UPDATED), stamp if alone else None)
        elif (timed := _timed(text, at, block.end, words)) is not None:
            beside = words.stamps.at(text, _BESIDE.match(text, timed).end(), whole_year=False)  # type: ignore[union-attr]
            yield _Opening(block.start, beside.resolve(near, ahead=_UPDATED) if beside else None)


def _timed(text: str, at: int, end: int, words: SplittingWords) -> int | None:
    """Where a clock time with a zone, bracket, dash or line of its own ends, or a numbered update."""
    if numbered := words.update.match(text, at, end):
        return numbered.end()
    labelled = words.update_label.match(text, at, end)
    clock = words.stamps.clock.match(text, labelled.end() if labelled else at, end)
    if clock is None:
        return None
    rest = text[clock.end() : end].lstrip()
    return clock.end() if labelled or clock.group()[-1:].isalpha() or not rest or rest[0] in ":|-–—])" else None


def _anchored(span: Span, published: Published | None, lines: Sequence[Stamp]) -> Entry:
    """The whole report: its dateline's day where it states one, else its publication. A page may be updated after its
    publication; what was updated before the day that it is stamped with was in print by then."""
    near = published.day if published else None
    for stamp in sorted(lines, key=lambda one: one.kind is StampKind.UPDATED):
        day = stamp.resolve(near)
        if day is None or (near is not None and stamp.kind is StampKind.UPDATED and day > near):
            continue
        if day == near:
            break
        if near is None or _credible(stamp, day, near):
            return Entry(span=span, day=day, basis="dateline")
    return Entry(span=span, day=near, basis=published.basis if published else None)


def _credible(stamp: Stamp, day: date, near: date) -> bool:
    """A dateline names a day up to publication; a much older one belongs to something that the report quotes.

    A whole date printed over the report outweighs a publication date that lies before it. One with its day of the week
    that opens the text is the page's own, however far off the publication date lies: that of a page taken over later.
    """
    printed = stamp.year is not None and stamp.year >= 1000
    if printed and stamp.weekday and stamp.start == 0:
        return True
    return (-_OLDEST if printed else -1) <= (near - day).days <= _OLDEST


_OLDEST = 400
"""Days by which a dateline may precede the stamp of a page that was published again."""
