"""A time and its sentence in, whether it is the day of publication that the text prints out: a stamp dates no event."""

from __future__ import annotations

from reportedly.mentions.times_expression import Named, TimeMention
from reportedly.model.reading import Interval
from reportedly.model.text import Entry, Sentence

_OF_AN_EVENT = frozenset({"compound", "nmod", "poss", "nummod"})
"""Relations of a date that names an event behind it ("the 20 July 2016 raid")."""

_MARKS = " :(-\N{EN DASH}\N{EM DASH}"
"""What parts a dateline from what is told."""

_PLACE = 40
"""Characters of the longest place before the day of a dateline."""


def is_stamp(mention: TimeMention, days: Interval | None, entry: Entry | None, sentence: Sentence) -> bool:
    """Whether a date is written in full, is the day of the telling, and stands there without a preposition: prose says
    "on Wednesday" or "on 20 July 2016" of an event, and leaves out the year of its own day."""
    core = mention.expression.core
    if not isinstance(core, Named) or not (core.month and core.day):
        return False
    if not core.year:
        return _in_dateline(mention, days, entry, sentence)
    if mention.printed:
        return True
    if mention.leads:
        return False
    if entry is None or days is None or days.start != entry.day:
        return False
    head = sentence.head_of(mention.span)
    if head is None:
        return True
    token = sentence.tokens[head]
    return token.dep not in _OF_AN_EVENT or sentence.tokens[token.head].start < token.start


def _in_dateline(mention: TimeMention, days: Interval | None, entry: Entry | None, sentence: Sentence) -> bool:
    """Whether a day of the telling, or the one before, stands behind a place at the head of a sentence, and a new
    sentence begins behind it: the place is in capitals ("DOLVI, May 10 Shells fell on a market"), or a mark parts the
    line from what is told ("Dolvi (Veldania), May 10: Shells fell", "Dolvi, May 10 (Northwire) Shells fell")."""
    before = sentence.text[: mention.span.start - sentence.span.start]
    behind = sentence.text[mention.span.end - sentence.span.start :].lstrip(" ,.")
    if mention.leads or len(before) > _PLACE or not behind.lstrip(_MARKS)[:1].isupper():
        return False
    parted = behind[:1] in _MARKS.strip() and _all_names(before)
    if not before.isupper() and not parted:
        return False
    return bool(entry and entry.day and days and days.start and 0 <= (entry.day - days.start).days <= 1)


def _all_names(text: str) -> bool:
    """Whether every word begins with a capital, and there is one."""
    words = [word.strip("(),.") for word in text.split()]
    return bool(words) and all(word[:1].isupper() for word in words if word)
