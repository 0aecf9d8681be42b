"""A frame, a time of its sentence and the end of the telling in, the days out of what began then and lasts.

"Raids that began on Friday have killed 24" counts from Friday up to the telling: the perfect says that it goes on. "The
clash that began on Friday left three dead" is told as over, and of Friday.
"""

from __future__ import annotations

from datetime import date

from reportedly.claims.frames.assertion import clause_head, in_past_perfect, in_perfect
from reportedly.claims.frames.frames import Frame
from reportedly.claims.when.seats import within_event
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Interval, When


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


def _goes_on(frame: Frame, clause: int) -> bool:
    """Whether a clause is in the present perfect."""
    return in_perfect(frame.sentence, clause) and not in_past_perfect(frame.sentence, clause)
