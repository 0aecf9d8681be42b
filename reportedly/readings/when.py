"""A page in, its times out: type, TIMEX3 value, and the days that each can mean, anchored on the entry's day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.lexicon.dating import Dating
from reportedly.mentions.times import spot_times
from reportedly.mentions.times_expression import Expression, Origin, Stepped, TimeMention, Unit
from reportedly.model.claim import Issue
from reportedly.model.reading import When
from reportedly.model.text import Entry, Page
from reportedly.readings.when_calendar import precision
from reportedly.readings.when_resolve import Focus, Resolved, Scene, resolve
from reportedly.readings.when_turn import Turn, turn_of


class TimeReader:
    """Finds the times of a report and anchors them. Set up once with the dating words of a language."""

    def __init__(self, lexicon: Dating) -> None:
        self.lexicon = lexicon

    def read(self, page: Page) -> tuple[tuple[When, ...], tuple[Issue, ...]]:
        """The times in text order, and what could not be settled."""
        mentions = spot_times(page, self.lexicon)
        walk = _Walk(page, self.lexicon)
        whens = tuple(walk.read(mention) for mention in mentions)
        return whens, tuple(walk.issues)


class _Walk:
    """One walk through a report: carries the date last spoken of from time to time, entry by entry."""

    def __init__(self, page: Page, lexicon: Dating) -> None:
        self.page, self.lexicon = page, lexicon
        self.focus: Focus | None = None
        self.entry: Entry | None = None
        self.issues: list[Issue] = []

    def read(self, mention: TimeMention) -> When:
        entry = self.page.passages.anchor(mention.span.start)
        if entry != self.entry:
            self.entry, self.focus = entry, None
        scene = Scene(
            day=entry.day if entry else None, turn=self._turn(mention), focus=self.focus, feasts=self.lexicon.feasts
        )
        found = resolve(mention.expression, scene)
        when = self._when(mention, found, entry)
        if found.period is not None and not _looks_back(mention.expression):
            self.focus = Focus(period=found.period, text=mention.text)
        return when

    def _turn(self, mention: TimeMention) -> Turn:
        sentence = self.page.sentences[mention.sentence]
        return turn_of(sentence, mention.span, self.lexicon)

    def _when(self, mention: TimeMention, found: Resolved, entry: Entry | None) -> When:
        return When(
            span=mention.span,
            text=mention.text,
            sentence=mention.sentence,
            rule=mention.rule,
            type=found.type,
            value=found.value,
            days=found.days,
            precision=precision(found.days),
            basis=self._basis(mention, found, entry),
            open_since=mention.since,
        )

    def _basis(self, mention: TimeMention, found: Resolved, entry: Entry | None) -> str:
        words = f'"{mention.text}"'
        if found.days is None:
            return f"{words}, no day to count from" if found.anchor and found.anchor.missing else f"{words}, no calendar days"
        if found.anchor is None or found.anchor.origin is None:
            return f"{words}, as written"
        if found.anchor.origin is Origin.FOCUS and self.focus:
            return f'{words}, from "{self.focus.text}" ({self.focus.period.value})'
        return f"{words}, from publication {entry.day} ({entry.basis})" if entry else words


def _looks_back(expression: Expression) -> bool:
    """ "a year earlier", "the day before" are asides: the story stays at the date that they are counted from."""
    core = expression.core
    return isinstance(core, Stepped) and (core.origin is Origin.FOCUS or core.unit is Unit.YEAR) and core.sign < 0
