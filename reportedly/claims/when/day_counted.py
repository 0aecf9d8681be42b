"""A frame, the times of its sentence and the day chosen for it in, the day counted from that one out: "a week after the
raid of 3 May", "killed six on Thursday, a day after a raid left nine dead"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from reportedly.claims.frames.frames import Frame
from reportedly.claims.when.of_the_hurt import dying_verb
from reportedly.lexicon.modality import Modality
from reportedly.model.mention import TimeType
from reportedly.model.reading import Interval, When
from reportedly.model.text import Sentence, Span
from reportedly.model.words import DatePrecision

_LENGTH = re.compile(r"P(\d+|X)([DWMY])")
_UNIT: Mapping[str, tuple[int, int]] = {"D": (1, 0), "W": (7, 1), "M": (30, 10), "Y": (365, 90)}
"""Days in a unit, and how many more or fewer so many of it may be."""
_SOME: Mapping[str, tuple[int, int]] = {"D": (2, 13), "W": (10, 60), "M": (45, 360), "Y": (500, 3_650)}
"""The fewest and the most days of units without a number ("days after", "months after")."""


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})

Steps = tuple[timedelta, timedelta]
"""Between which days something lies, counted from another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The days, the length that was counted, and the day from which."""

    days: Interval
    length: When
    anchor: When


@dataclass(frozen=True, slots=True)
class _Join:
    """The side on which "after" (1) or "before" (-1) puts what stands before it, and the tokens it governs."""

    side: int
    inside: frozenset[int]


def counted(frame: Frame, times: Sequence[When], anchor: When | None, modality: Modality) -> Counted | None:
    """The day of a frame that lies so long after or before another event, whose date was chosen, or the other way
    round: the day itself where days are counted, more of them the longer the unit is."""
    if anchor is None or anchor.days is None or anchor.days.start is None or anchor.precision is not DatePrecision.DAY:
        return None
    for length in times:
        match = _LENGTH.fullmatch(length.value) if length.type is TimeType.DURATION else None
        join = _join(frame.sentence, length.span, modality) if match else None
        if match is None or join is None:
            continue
        side = _side(frame, anchor.span, join, modality)
        if not side:
            continue
        days = stepped(anchor.days, _steps(match, side))
        return Counted(days=days, length=length, anchor=anchor)
    return None


def stepped(days: Interval, steps: Steps) -> Interval:
    """A day and the days between which it lies from another in, the days that are meant out."""
    assert days.start is not None and days.end is not None
    return Interval(days.start + steps[0], days.end + steps[1])


def _steps(length: re.Match[str], side: int) -> Steps:
    """The least and the most days of a length, in time's order: before an event (-1) the most comes first."""
    if length[1] == "X":
        fewest, most = _SOME[length[2]]
    else:
        unit, loose = _UNIT[length[2]]
        fewest, most = int(length[1]) * unit - loose, int(length[1]) * unit + loose
    first, last = sorted((side * fewest, side * most))
    return timedelta(first), timedelta(last)


def days_from(frame: Frame, times: Sequence[When], modality: Modality) -> Steps | None:
    """How far a frame lies from another one of its sentence that is counted from it: "the raid came a day after shells
    hit Dolvi" (the shells: a day before)."""
    for length in times:
        match = _LENGTH.fullmatch(length.value) if length.type is TimeType.DURATION else None
        join = _join(frame.sentence, length.span, modality) if match else None
        if match and join and frame.heads and set(frame.heads) <= join.inside:
            return _steps(match, -join.side)
    return None


def _join(sentence: Sentence, length: Span, modality: Modality) -> _Join | None:
    """The word behind a length that counts it from another event, with all that it governs."""
    number = sentence.at(length.end + 1)
    if number is None:
        return None
    word = sentence.tokens[number].text.lower()
    side = 1 if word in modality.after else -1 if word in modality.before else 0
    above = sentence.tokens[number].head  # a clause that stands behind, or what the word hangs on
    held = sentence.tokens[number].dep == "prep" and (above < number or _has_subject(sentence, above))
    carrier = number if held else above
    inside = frozenset(n for n in sentence.subtree(carrier) if n >= number)
    return _Join(side, inside) if side else None


def _has_subject(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a subject of its own: what a preposition before it brings is none ("two weeks after the raid
    police arrested him"; "days after a raid left nine dead")."""
    return any(sentence.tokens[c].dep in _SUBJECTS for c in sentence.children[verb])


def _side(frame: Frame, anchor: Span, join: _Join, modality: Modality) -> int:
    """1 where the frame lies after its anchor, -1 where before, 0 where the two are not on both sides of the word. Of a
    death and the hurt that led to it the hurt counts ("died on Thursday, three days after he was shot")."""
    head = frame.sentence.head_of(anchor)
    if head is None:
        return 0
    deeds = set(frame.heads) - {dying_verb(frame, anchor, modality)}
    under = bool(deeds) and deeds <= join.inside
    if head in join.inside:
        return 0 if under else join.side
    return -join.side if under else 0
