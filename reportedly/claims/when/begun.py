"""A frame, a time of its sentence and the end of the telling in, the days out of what began then and lasts.

"Raids that began on Friday have killed 24" counts from Friday up to the telling: the perfect says that it goes on, and
so it does of "for three years the MLF has been raiding villages". "The clash that began on Friday left three dead" is
told as over, and of Friday.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from reportedly.claims.frames.assertion import clause_head, in_past_perfect, in_perfect, perfect_helpers
from reportedly.claims.frames.frames import Frame
from reportedly.claims.when.seats import within_event
from reportedly.lexicon.modality import Modality
from reportedly.mentions.times_expression import Unit
from reportedly.model.mention import TimeType
from reportedly.model.reading import Interval, When
from reportedly.readings.when_calendar import back

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR}


def begun(frame: Frame, time: When, until: date | None, modality: Modality) -> Interval | None:
    """The days from a time up to the telling, where it is the first of a happening of the frame that a perfect tells
    of; ``None`` where it is not."""
    days, head = time.days, frame.sentence.head_of(time.span)
    if head is None or until is None or days is None or days.start is None or days.start >= until:
        return None
    verb = clause_head(frame.sentence, head)
    if frame.sentence.tokens[verb].lemma.lower() not in modality.beginning or not within_event(frame, time.span):
        return None
    lasts = (t.clause for t in frame.triggers if t.clause != verb)
    return Interval(days.start, until) if any(_goes_on(frame, clause) for clause in lasts) else None


def lasted(frame: Frame, times: Sequence[When], until: date | None, modality: Modality) -> tuple[When, Interval] | None:
    """A length behind "for" on a perfect of the frame ("for three years the MLF has been raiding villages"), with the
    days from so long ago up to the telling."""
    sentence = frame.sentence
    for time in times:
        match = _LENGTH.fullmatch(time.value) if time.type is TimeType.DURATION and time.days is None else None
        head = sentence.head_of(time.span)
        if match is None or head is None or until is None:
            continue
        seat = sentence.tokens[head].head
        verb = clause_head(sentence, head)
        led = sentence.tokens[seat].dep == "prep" and sentence.tokens[seat].text.lower() in modality.lasting_for
        if led and sentence.tokens[seat].head == verb and _has_gone_on(frame, verb) and _own(frame, verb):
            return time, Interval(back(until, _UNITS[match[2]], -int(match[1])), until)
    return None


def _has_gone_on(frame: Frame, verb: int) -> bool:
    """Whether a verb is in the finite present perfect ("has raided", unlike "claims to have raided")."""
    return any(helper.tag in {"VBP", "VBZ"} for helper in perfect_helpers(frame.sentence, verb))


def _own(frame: Frame, verb: int) -> bool:
    """Whether a frame is told by a verb, or by what stands below it."""
    return bool({t.clause for t in frame.triggers} & {verb, *frame.sentence.subtree(verb)})


def _goes_on(frame: Frame, clause: int) -> bool:
    """Whether a clause is in the present perfect."""
    return in_perfect(frame.sentence, clause) and not in_past_perfect(frame.sentence, clause)
