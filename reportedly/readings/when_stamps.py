"""A time and its sentence in, whether it is the day of publication that the text prints out: a stamp dates no event."""

from __future__ import annotations

from reportedly.mentions.times_expression import Named, TimeMention
from reportedly.model.reading import Interval
from reportedly.model.text import Entry, Sentence

_OF_AN_EVENT = frozenset({"compound", "nmod", "poss", "nummod"})
"""Relations of a date that names an event behind it ("the 20 July 2016 raid")."""


def is_stamp(mention: TimeMention, days: Interval | None, entry: Entry | None, sentence: Sentence) -> bool:
    """Whether a date is written in full, is the day of the telling, and stands there without a preposition: prose says
    "on Wednesday" or "on 20 July 2016" of an event, and leaves out the year of its own day."""
    core = mention.expression.core
    if not isinstance(core, Named) or not (core.year and core.month and core.day):
        return False
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
