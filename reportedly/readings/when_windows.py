"""Anchored times in, the same with their windows out: "since Wednesday", "between 3 and 7 March", "the first ten days
of March"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from reportedly.lexicon.dating import Dating
from reportedly.mentions.times_expression import Lasting, Named, TimeMention
from reportedly.model.reading import Interval, When
from reportedly.model.text import Page
from reportedly.readings.when_calendar import back, precision
from reportedly.readings.when_resolve import SHORTER_THAN_DAY

_BESIDE = 8  # characters between a stretch and what it is a stretch of ("the first ten days of the year")
_FAR = 24  # characters between two times that one word may join


def with_windows(
    page: Page, mentions: Sequence[TimeMention], whens: Sequence[When], lexicon: Dating
) -> tuple[When, ...]:
    """The times with their windows. Two joined times get one window, from the first day of one to the last of
    the other."""
    found = [_since(page, when) for when in whens]
    for number in range(len(found) - 1):
        found[number : number + 2] = _sliced(mentions[number], found[number], found[number + 1])
    for number in range(len(found) - 1):
        one, two = found[number], found[number + 1]
        if one.sentence != two.sentence:
            continue
        pair = mentions[number : number + 2]
        if not (
            _joined(page, pair[0], two, lexicon) or _next_days(pair, one, two) or _next_weekdays(page, pair, one, two)
        ):
            continue
        one = found[number] = _in_order(page, mentions[number : number + 2], one, two)
        window = _between(one, two)
        if window is not None:
            found[number], found[number + 1] = replace(one, window=window), replace(two, window=window)
    return tuple(found)


def _sliced(mention: TimeMention, one: When, two: When) -> list[When]:
    """ "the first three months" of "2015": their days, as the window of both. "The last ten days of
    Ramadan" are not those before the telling, and have no days by themselves."""
    core = mention.expression.core
    days = two.days
    if not isinstance(core, Lasting) or core.place is None or not core.amount or core.unit in SHORTER_THAN_DAY:
        return [one, two]
    if days is None or days.start is None or days.end is None or not 0 < two.span.start - one.span.end <= _BESIDE:
        return [one, two]
    if core.place > 0:
        part = Interval(days.start, min(days.end, back(days.start, core.unit, core.amount)))
    else:
        part = Interval(max(days.start, back(days.end, core.unit, -core.amount)), days.end)
    own = part if core.place > 0 else None
    one = replace(one, days=own, precision=precision(own), window=part, basis=f'"{one.text}", of "{two.text}"')
    return [one, replace(two, window=part, basis=f'"{one.text}", of {two.basis}')]


def _in_order(page: Page, pair: Sequence[TimeMention], one: When, two: When) -> When:
    """The first of two joined times, a week back where it is a day of the week that would lie behind the second
    ("between Friday evening and Saturday morning", told on a Friday)."""
    late = one.days and two.days and one.days.start and two.days.start and one.days.start > two.days.start
    if not late or page.passages.anchor(one.span.start) is None or not all(_bare_weekday(m) for m in pair):
        return one
    assert one.days is not None and one.days.start is not None and one.days.end is not None
    week = timedelta(7)
    start = one.days.start - week
    value = start.isoformat() + one.value[len("2016-03-18") :]
    return replace(one, value=value, days=Interval(start, one.days.end - week))


def _bare_weekday(mention: TimeMention) -> bool:
    core = mention.expression.core
    return _weekday(mention) and isinstance(core, Named) and core.pointer is None


def _weekday(mention: TimeMention) -> bool:
    """Whether a time is a day of the week alone, "last" before it or not."""
    core = mention.expression.core
    return isinstance(core, Named) and core.weekday is not None and not core.day


def _since(page: Page, when: When) -> When:
    """From the first day of a "since" to the telling, that day included."""
    entry = page.passages.anchor(when.span.start)
    if not when.open_since or when.days is None or when.days.start is None or entry is None or entry.day is None:
        return when
    end = entry.day + timedelta(1)
    return replace(when, window=Interval(when.days.start, end)) if when.days.start < end else when


def _joined(page: Page, one: TimeMention, two: When, lexicon: Dating) -> bool:
    gap = two.span.start - one.span.end
    if not 0 < gap <= _FAR:
        return False
    between = page.report.text[one.span.end : two.span.start].strip().lower()
    return any(between in joint.joins and (not joint.opens or one.before in joint.opens) for joint in lexicon.joints)


def _next_days(pair: Sequence[TimeMention], one: When, two: When) -> bool:
    """Whether two days of one list follow each other ("on 11 and 12 March")."""
    cores = [m.expression.core for m in pair]
    listed = all(isinstance(c, Named) and c.day and not pair[1].before for c in cores) and pair[0].rule == pair[1].rule
    if not listed or one.days is None or two.days is None or two.span.start - one.span.end > _BESIDE:
        return False
    return one.days.end == two.days.start


def _next_weekdays(page: Page, pair: Sequence[TimeMention], one: When, two: When) -> bool:
    """Whether two days of the week are joined and follow each other ("on Thursday and Friday", "last Thursday and
    Friday")."""
    if one.days is None or two.days is None or one.days.end != two.days.start:
        return False
    if not (_weekday(pair[0]) and _bare_weekday(pair[1])):
        return False
    sentence = page.sentences[one.sentence]
    first, second = sentence.head_of(one.span), sentence.head_of(two.span)
    if first is None or second is None:
        return False
    joined = sentence.tokens[second].dep == "conj" and sentence.tokens[second].head == first
    return joined and two.span.start - one.span.end <= _BESIDE


def _between(one: When, two: When) -> Interval | None:
    if one.days is None or two.days is None or one.days.start is None or two.days.end is None:
        return None
    return Interval(one.days.start, two.days.end) if one.days.start < two.days.end else None
