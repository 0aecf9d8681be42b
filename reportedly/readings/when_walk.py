"""The times of a report in text order in, anchored times out: the walk that carries the date last spoken of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.lexicon.dating import Dating
from reportedly.mentions.times_expression import (
    Expression,
    Lasting,
    Named,
    Origin,
    Repeated,
    Stepped,
    TimeMention,
    Unit,
    Unplaced,
)
from reportedly.model.reading import When
from reportedly.model.text import Entry, Page
from reportedly.readings.when_calendar import Period, precision
from reportedly.readings.when_posts import post_between, stamp_behind
from reportedly.readings.when_resolve import FOCUS, TELLING, Focus, Resolved, Scene, resolve, told_nowhere
from reportedly.readings.when_stamps import is_stamp
from reportedly.readings.when_told import counts_from_telling, quoted_today, recent, said_on
from reportedly.readings.when_turn import Turn, bounds, turn_of

_NEEDS_TURN = (Named, Stepped, Lasting)
_REACH = 2  # sentences behind a date in which an hour told as done is still of that day
_STORY = timedelta(90)  # how far back a report's own story lies at most; a further day is that of its background
_BACK = timedelta(2)  # how far a story stands behind its telling where it looks back
_LISTED = 5  # characters between two days of one list (" and ")
_BEHIND = 4  # characters between a stamp and its hour (" at ")
_BESIDE = 3  # times on either side among which the day of a saying is looked for


class Walk:
    """One walk through a report. The date last spoken of is forgotten where an entry of a live blog ends."""

    def __init__(self, page: Page, lexicon: Dating, mentions: Sequence[TimeMention]) -> None:
        self.page, self.lexicon, self.mentions = page, lexicon, mentions
        self.focus: Focus | None = None
        self.paragraph = self.seat = -1  # of the focus: its paragraph and its sentence
        self.entry: Entry | None = None
        self._starts = [m.span.start for m in mentions]
        self.ahead = -1  # the sentence in which a day last lay ahead
        self.stamped = -1  # where the last stamp ends

    def read(self) -> tuple[When, ...]:
        """Every mention anchored, in text order."""
        return tuple(self._read(number) for number in range(len(self.mentions)))

    def _read(self, number: int) -> When:
        mention = self.mentions[number]
        entry = self.page.passages.anchor(mention.span.start)
        if entry != self.entry:
            self.entry, self.focus = entry, None
        focus = self.focus if mention.expression.core is not None else self._day_beside(number)
        scene = self._scene(mention, focus)
        added = self._added(mention, scene)
        if added is not None:
            entry, scene = added, replace(scene, day=added.day)
        said = self._said(number)
        if said is not None:
            found = resolve(mention.expression, replace(scene, day=said.period.start))
            found = replace(found, anchor=FOCUS if found.anchor == TELLING else found.anchor)
        else:
            found = resolve(mention.expression, scene)
        if focus is None and self._that_day(number):
            found = replace(found, days=None, period=None)
        if scene.turn is Turn.FUTURE and mention.expression.core is not None:
            self.ahead = mention.sentence
        stamp = is_stamp(mention, found.days, entry, self.page.sentences[mention.sentence]) or self._of_stamp(number)
        self.stamped = mention.span.end if stamp else self.stamped
        limit = bounds(mention, self.page.sentences[mention.sentence], self.lexicon)
        hour = said is None and _mere_hour(mention.expression) and self._day_of_sentence(number) is None
        when = _when(mention, found, entry, said or focus)
        when = replace(when, stamp=stamp, limit=limit, added=added is not None, hour=hour)
        period = self._told_of(number, found.period) if stamp_behind(self.mentions, number, self.page) is None else None
        if period is not None and not stamp and not _aside(mention.expression):
            self.focus = Focus(period=period, text=mention.text)
            self.paragraph = self._paragraph(mention)
            self.seat = mention.sentence
        return when

    def _of_stamp(self, number: int) -> bool:
        """Whether a time of day stands right behind a stamp ("Posted: Monday, 4 May 2015 5:29 PM")."""
        mention = self.mentions[number]
        behind = 0 <= self.stamped <= mention.span.start <= self.stamped + _BEHIND
        return behind and _mere_hour(mention.expression)

    def _told_of(self, number: int, period: Period | None) -> Period | None:
        """The period that is told of: for the last day of a stretch ("the quarter ended Sept. 30") the stretch."""
        before = self.mentions[number - 1] if number else None
        here = self.mentions[number]
        if period is None or not here.closes or before is None or before.sentence != here.sentence:
            return period
        core = before.expression.core
        if isinstance(core, Lasting):
            return Period(core.unit, period.start) if core.unit is Unit.YEAR else period
        return self.focus.period if self.focus and self.focus.text == before.text else period

    def _scene(self, mention: TimeMention, focus: Focus | None) -> Scene:
        turn = Turn.FUTURE if mention.ahead else Turn.OPEN
        if not mention.ahead and isinstance(mention.expression.core, _NEEDS_TURN):
            turn = turn_of(self.page.sentences[mention.sentence], self._first_of_list(mention).span, self.lexicon)
        if turn is Turn.OPEN and self.ahead == mention.sentence and _goes_on(self.page, mention):
            turn = Turn.FUTURE
        if mention.since and turn is not Turn.FUTURE:
            turn = Turn.DONE
        day = self.entry.day if self.entry else None
        return Scene(day=day, turn=turn, focus=focus, feasts=self.lexicon.feasts)

    def _first_of_list(self, mention: TimeMention) -> TimeMention:
        """The first day of the list in which a mention stands ("on 11 and 12 March"): the verb looks at all of them."""
        number = bisect_left(self._starts, mention.span.start)
        while number and _listed(self.mentions[number - 1], self.mentions[number]):
            number -= 1
        return self.mentions[number]

    def _added(self, mention: TimeMention, scene: Scene) -> Entry | None:
        """The telling a day on, where a sentence about the past gives that day its bare name: the page was added to on
        the next day. Six days ago is mostly "last Friday": of 40 such names in local news, the event told of lay at the
        stamp 30 times."""
        entry = self.entry
        if entry is None or entry.day is None or scene.turn is not Turn.PAST:
            return None
        later = entry.day + timedelta(1)
        if mention.expression.core != Named(weekday=later.isoweekday()) or self._looks_back(entry.day):
            return None
        if self._of_this_week(mention):
            return None
        return replace(entry, day=later, basis=f"{entry.basis}, added to a day later")

    def _looks_back(self, day: date) -> bool:
        """Whether a page that calls the day of its stamp by its bare name ("were killed on Tuesday") tells of days
        before: behind "last week …", the name of the next day is that of six days ago."""
        own = Named(weekday=day.isoweekday())
        if self.focus is None or self.focus.period.start > day - _BACK:
            return False
        return any(m.expression.core == own and self._scene(m, None).turn is Turn.PAST for m in self.mentions)

    def _of_this_week(self, mention: TimeMention) -> bool:
        """Whether what is told right before is of the week that ends ("the second raid this week")."""
        near = (m for m in self.mentions if 0 <= mention.sentence - m.sentence <= 1 and m.span < mention.span)
        cores = (m.expression.core for m in near)
        return any(isinstance(c, Stepped) and c.unit is Unit.WEEK and c.sign == 0 for c in cores)

    def _said(self, number: int) -> Focus | None:
        """The day on which the words of a time were said, where that is not the day of the report."""
        mention = self.mentions[number]
        if self.entry is None or self.entry.day is None or not counts_from_telling(mention.expression):
            return None
        sentence = self.page.sentences[mention.sentence]
        said = (
            said_on(mention, self._days_of(number), sentence)
            or (None if self._one_breath(number) else quoted_today(mention, self.page, self.focus))
            or self._posted(number)
        )
        return said if said is not None and recent(said, self.entry.day) else None

    def _one_breath(self, number: int) -> bool:
        """Whether the date last spoken of stands right before a time in the same sentence ("from 3 May up to this
        morning"): it is another day than that of the words."""
        before = self.mentions[number - 1] if number else None
        same = before is not None and before.sentence == self.mentions[number].sentence
        return same and before is not None and self.focus is not None and self.focus.text == before.text

    def _days_of(self, number: int) -> Iterator[tuple[TimeMention, Period]]:
        """The other times of a sentence that name a day, with it."""
        here = self.mentions[number]
        for other in self.mentions[max(0, number - _BESIDE) : number + _BESIDE + 1]:
            core = other.expression.core
            if other is here or other.sentence != here.sentence or not isinstance(core, Named):
                continue
            period = resolve(other.expression, self._scene(other, self.focus)).period
            if period is not None:
                yield other, period

    def _posted(self, number: int) -> Focus | None:
        """The day of the quoted post in which a time stands."""
        stamp = stamp_behind(self.mentions, number, self.page)
        period = resolve(stamp.expression, self._scene(stamp, self.focus)).period if stamp else None
        return Focus(period=period, text=stamp.text) if stamp and period and period.unit is Unit.DAY else None

    def _day_beside(self, number: int) -> Focus | None:
        """The day of a mere time of day: that of the nearest date in its sentence, else of its paragraph so far."""
        beside = self._day_of_sentence(number)
        if beside is not None:
            return beside
        return self.focus if self._still_there(self.mentions[number]) else None

    def _day_of_sentence(self, number: int) -> Focus | None:
        """The day that stands nearest to a time in its sentence."""
        mention = self.mentions[number]
        beside = [
            other
            for other in (*self.mentions[max(0, number - 2) : number], *self.mentions[number + 1 : number + 3])
            if other.sentence == mention.sentence
            and other.expression.core is not None
            and not post_between(other, mention, self.mentions[max(0, number - 2) : number + 3], self.page)
        ]
        for other in sorted(beside, key=lambda o: (_gap(o, mention), o.span)):
            period = resolve(other.expression, self._scene(other, self.focus)).period
            if period is not None and period.unit is Unit.DAY:
                return Focus(period=period, text=other.text)
        return None

    def _that_day(self, number: int) -> bool:
        """Whether a mere time of day is of a day that the words right behind it point back at, and that nothing tells
        ("around 11 p.m. that night")."""
        here, after = self.mentions[number], self.mentions[number + 1 : number + 2]
        near = [one for one in after if one.sentence == here.sentence and one.span.start - here.span.end <= _BEHIND]
        if not near or not _mere_hour(here.expression):
            return False
        return told_nowhere(near[0].expression, resolve(near[0].expression, self._scene(near[0], self.focus)))

    def _still_there(self, mention: TimeMention) -> bool:
        """Whether an hour is of the date last spoken of: in its paragraph, or told as done right behind it."""
        if self.paragraph == self._paragraph(mention):
            return True
        if self.focus is None or self.focus.period.unit is not Unit.DAY or mention.sentence - self.seat > _REACH:
            return False
        told = self.entry.day if self.entry else None
        if told is not None and not timedelta(0) <= told - self.focus.period.start <= _STORY:
            return False
        return turn_of(self.page.sentences[mention.sentence], mention.span, self.lexicon) is Turn.PAST

    def _paragraph(self, mention: TimeMention) -> int:
        return self.page.passages.passages[mention.sentence].paragraph


def _mere_hour(expression: Expression) -> bool:
    """Whether an expression says the time of day alone; "overnight" says which night."""
    return expression.core is None and not expression.spills


def _listed(one: TimeMention, two: TimeMention) -> bool:
    """Whether two days were read from one list: of one month, by one pattern, the second with nothing before it."""
    first, second = one.expression.core, two.expression.core
    if not isinstance(first, Named) or not isinstance(second, Named) or one.rule != two.rule or two.before:
        return False
    near = one.sentence == two.sentence and 0 < two.span.start - one.span.end <= _LISTED
    return near and bool(first.day and second.day) and first.month == second.month


def _goes_on(page: Page, mention: TimeMention) -> bool:
    """Whether a time hangs on a noun joined to what was told before in its sentence: "will hold talks on Tuesday, and a
    meeting on Friday"."""
    sentence = page.sentences[mention.sentence]
    head = sentence.head_of(mention.span)
    above = sentence.ancestors(head)[:2] if head is not None else ()
    return any(sentence.tokens[n].dep == "conj" and sentence.tokens[n].pos in ("NOUN", "PROPN") for n in above)


def _gap(one: TimeMention, two: TimeMention) -> int:
    return max(one.span.start - two.span.end, two.span.start - one.span.end)


def _aside(expression: Expression) -> bool:
    """Whether the story stays where it was: "a year earlier" and "the day before" are glances back, "today" is only
    the day of the telling, and a time of day has its date from elsewhere."""
    core = expression.core
    if core is None or isinstance(core, Repeated | Unplaced):
        return True
    return isinstance(core, Stepped) and core.sign < 0 and (core.origin is Origin.FOCUS or core.unit is Unit.YEAR)


def _when(mention: TimeMention, found: Resolved, entry: Entry | None, focus: Focus | None) -> When:
    return When(
        span=mention.span,
        text=mention.text,
        sentence=mention.sentence,
        rule=mention.rule,
        type=found.type,
        value=found.value,
        days=found.days,
        precision=precision(found.days),
        basis=_basis(mention, found, entry, focus),
        open_since=mention.since,
    )


def _basis(mention: TimeMention, found: Resolved, entry: Entry | None, focus: Focus | None) -> str:
    """In words, how the days were reached."""
    words = f'"{" ".join(f"{mention.before} {mention.text}".split())}"' if mention.leads else f'"{mention.text}"'
    anchor = found.anchor
    if found.days is None:
        return f"{words}, no day to count from" if anchor and anchor.missing else f"{words}, no calendar days"
    if anchor is None or anchor.origin is None:
        return f"{words}, as written"
    if anchor.origin is Origin.FOCUS and focus:
        return f'{words}, from "{focus.text}" ({focus.period.value})'
    return f"{words}, from publication {entry.day} ({entry.basis})" if entry else words
