"""A report's times in, the day that its story has reached at a sentence out.

A plain past goes on where the story stands: "Yesterday morning gunmen stopped a bus. Five passengers were hurt." A
perfect ("had been killed") steps out of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from reportedly.claims.frames.assertion import in_perfect
from reportedly.claims.frames.frames import Frame
from reportedly.claims.frames.hanging import hangs_on, news_came
from reportedly.claims.when.at_law import court_day
from reportedly.claims.when.lives import of_a_life
from reportedly.claims.when.settings import opening
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution
from reportedly.model.mention import TimeType
from reportedly.model.reading import When
from reportedly.model.text import Page, PassageKind
from reportedly.model.words import DatePrecision

REACH = 3
"""How many sentences on a day is still that of the story, where none of them names another."""

_DAYS = frozenset({DatePrecision.DAY, DatePrecision.DAYS})
_NIGHT = timedelta(days=2)
_TYPES = frozenset({TimeType.DATE, TimeType.TIME})


@dataclass(frozen=True, slots=True, kw_only=True)
class Narration:
    """The times of a report that move its story."""

    page: Page
    times: tuple[When, ...]

    def reached(self, frame: Frame, *, ahead: bool = False) -> When | None:
        """The day last named before a frame's sentence, in its paragraph and near; with ``ahead`` the first named after
        it. ``None`` for a perfect."""
        if any(in_perfect(frame.sentence, t.clause) for t in frame.triggers):
            return None
        here = frame.sentence.number
        there = [t for t in self.times if 0 < (t.sentence - here if ahead else here - t.sentence) <= REACH]
        there = [t for t in there if self._paragraph(t.sentence) == self._paragraph(here) and not (ahead and _long(t))]
        return (there[0] if ahead else there[-1]) if there else None

    def _paragraph(self, sentence: int) -> int:
        return self.page.passages.passages[sentence].paragraph


def narration(page: Page, times: Sequence[When], attributions: Sequence[Attribution], modality: Modality) -> Narration:
    """The times that can be those of a story: days that date no saying and nothing done in court, open no window and
    are no stamp."""
    cues = tuple(span for a in attributions for span in a.cue)
    moving = (
        t
        for t in times
        if t.precision in _DAYS
        and (t.type in _TYPES or _hours(t))
        and not (t.open_since or t.stamp or t.hour)
        and not _ahead(page, t)
        if page.sentences[t.sentence].passage.kind is PassageKind.SENTENCE
        if not hangs_on(page.sentences[t.sentence], t.span, cues)
        if opening(page.sentences[t.sentence], t.span, modality) is None
        if not news_came(page.sentences[t.sentence], t.span, modality)
        if not court_day(page.sentences[t.sentence], t.span, modality)
        if not of_a_life(page.sentences[t.sentence], t.span, modality)
    )
    return Narration(page=page, times=tuple(moving))


def _hours(time: When) -> bool:
    """Whether a length is that of a day and a night ("in the last 24 hours"): what goes on there happened in it."""
    return time.type is TimeType.DURATION and bool(time.days and time.days.start) and not _long(time)


def _long(time: When) -> bool:
    """Whether a time is longer than a night: a report looks back with it ("Earlier this week")."""
    days = time.days
    return days is not None and days.start is not None and days.end is not None and days.end - days.start > _NIGHT


def _ahead(page: Page, time: When) -> bool:
    """Whether a day lies after the telling: what is to come moves no story of what happened."""
    entry = page.passages.anchor(time.span.start)
    ahead = bool(entry and entry.day and time.days and time.days.start and time.days.start > entry.day)
    return ahead and not time.added
