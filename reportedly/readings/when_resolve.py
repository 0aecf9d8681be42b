"""An expression and its scene in, type, TIMEX3 value and days out. Pure: the telling's day is an argument."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.lexicon.dating import Feast
from reportedly.mentions.times_duration import span_value
from reportedly.mentions.times_expression import (
    Expression,
    Lasting,
    Named,
    Origin,
    Pointer,
    Repeated,
    Stepped,
    Unit,
    Unplaced,
)
from reportedly.model.mention import TimeType
from reportedly.model.reading import Interval
from reportedly.readings.when_calendar import Period, back, period
from reportedly.readings.when_edges import edged
from reportedly.readings.when_named import named_days
from reportedly.readings.when_turn import Turn

SHORTER_THAN_DAY = frozenset({Unit.HOUR, Unit.MINUTE, Unit.SECOND})
_SIZE = [Unit.DAY, Unit.WEEKEND, Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH, Unit.SEASON, Unit.QUARTER, Unit.HALF, Unit.YEAR]
FEWER: Mapping[Unit, float] = {
    Unit.SECOND: 59,
    Unit.MINUTE: 59,
    Unit.HOUR: 23,
    Unit.DAY: 6,
    Unit.WEEK: 4,
    Unit.MONTH: 11,
}
"""The most that a number which is not said can be ("the past few days"): one less than the next longer unit holds.
"Years" have no such bound."""

_WEEKS = {Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_HALF_WEEK = timedelta(3)

_EARLIER_LATER = frozenset({"EARLIER", "LATER"})
_UNKNOWN = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEK: "XXXX-WXX",
    Unit.FORTNIGHT: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.HALF: "XXXX-HX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}
_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The date last spoken of, and its words."""

    period: Period
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """From where a time is read: the day of the telling, where the verb looks, and the date last spoken of."""

    day: date | None
    turn: Turn
    focus: Focus | None
    feasts: Mapping[str, Feast]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What an expression means in its scene. ``period`` is the calendar period, where it is one; ``anchor`` says what
    it was counted from."""

    type: TimeType
    value: str
    days: Interval | None = None
    period: Period | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the days were counted from: nothing (as written), the telling, or the date last spoken of."""

    origin: Origin | None
    missing: bool = False


WRITTEN = Anchor(None)
TELLING = Anchor(Origin.TELLING)
FOCUS = Anchor(Origin.FOCUS)
MISSING = Anchor(Origin.TELLING, missing=True)


def resolve(expression: Expression, scene: Scene) -> Resolved:
    """The type, value and days of an expression. Days are ``None`` where nothing anchors it or it has none."""
    try:
        found = _core(expression, scene)
    except (ValueError, OverflowError):  # outside the years of the calendar
        return Resolved(type=expression.type or TimeType.DATE, value="XXXX", anchor=WRITTEN)
    if told_nowhere(expression, found):
        found = replace(found, days=None, period=None, anchor=Anchor(Origin.FOCUS, missing=True))
    if expression.clock or expression.part:
        found = _timed(found, expression)
    if expression.edge and found.days:
        found = replace(found, days=edged(found.days, expression.edge, _now(found, scene)))
    return replace(found, type=expression.type) if expression.type else found


def told_nowhere(expression: Expression, found: Resolved) -> bool:
    """Whether words point back at a day ("that night", "in the middle of the day") of which nothing was told: it is not
    that of the report. "Later in the day" mostly is."""
    core = expression.core
    points = isinstance(core, Stepped) and core.origin is Origin.FOCUS and core.unit is Unit.DAY and not core.sign
    nowhere = found.anchor is not None and (found.anchor == TELLING or found.anchor.missing)
    return points and nowhere and expression.edge not in _EARLIER_LATER


def _now(found: Resolved, scene: Scene) -> date | None:
    """The day up to which "earlier" reaches: of the telling, or that of the story ("earlier that month")."""
    told_of = scene.focus.period if scene.focus and found.anchor == FOCUS else None
    return told_of.start if told_of is not None and told_of.unit is Unit.DAY else scene.day


def _core(expression: Expression, scene: Scene) -> Resolved:
    core = expression.core
    if isinstance(core, Named):
        return _named(core, scene)
    if isinstance(core, Stepped):
        return _stepped(core, scene)
    if isinstance(core, Lasting):
        return _lasting(core, scene)
    if isinstance(core, Repeated):
        return Resolved(type=TimeType.SET, value=core.value)
    if isinstance(core, Unplaced):
        return Resolved(type=TimeType.DATE, value=core.value)
    return _day_of_clock(scene)


def _named(core: Named, scene: Scene) -> Resolved:
    made = named_days(core, scene.day, scene.turn, scene.focus.period if scene.focus else None, scene.feasts)
    anchor = WRITTEN if core.year or core.decade or core.century else TELLING
    if core.pointer in (Pointer.PREVIOUS, Pointer.FOLLOWING, Pointer.THAT) and scene.focus:
        anchor = FOCUS
    if made.days is None and anchor is TELLING:
        anchor = MISSING
    return Resolved(type=TimeType.DATE, value=made.value, days=made.days, period=made.period, anchor=anchor)


def _stepped(core: Stepped, scene: Scene) -> Resolved:
    kind = TimeType.TIME if core.unit in SHORTER_THAN_DAY else TimeType.DATE
    if core.steps is None and core.compares and scene.focus and scene.focus.period.unit is Unit.QUARTER:
        here = scene.focus.period
        return Resolved(type=kind, value=here.value, days=here.days, period=here, anchor=FOCUS)
    if core.steps is None:
        days = _vaguely(core, scene.day)
        return Resolved(type=kind, value=_REFERENCES[core.sign], days=days, anchor=TELLING if days else None)
    if scene.focus and (core.origin is Origin.FOCUS or _compares(core, scene.focus.period)):
        found = _from_focus(core, scene.focus.period, kind)
        return found if not _not_yet(found, scene) else Resolved(type=kind, value=_UNKNOWN.get(core.unit, "XXXX"))
    if core.origin is Origin.FOCUS and core.sign > 0 and scene.turn is not Turn.FUTURE:
        return Resolved(type=kind, value=_UNKNOWN.get(core.unit, "XXXX"), anchor=Anchor(Origin.FOCUS, missing=True))
    if scene.day is None:
        today = core.sign == 0 and core.unit is Unit.DAY
        return Resolved(type=kind, value="PRESENT_REF" if today else _UNKNOWN.get(core.unit, "XXXX"), anchor=MISSING)
    here = _moved(core, scene.day)
    if core.unit is Unit.WEEKEND and core.sign == 0 and scene.turn is not Turn.FUTURE and here.start > scene.day:
        here = here.moved(-1)
    if core.unit is Unit.QUARTER and core.compares:  # figures are those of the quarter that is over
        here = here.moved(-1)
    days = _around(core, scene.day) or here.days
    return Resolved(type=kind, value=here.value, days=days, period=here, anchor=TELLING)


def _around(core: Stepped, day: date) -> Interval | None:
    """The days of "two weeks ago": that day so many weeks back, and half a week on either side, for a round number of
    weeks is no exact one. They are not those of a calendar week, which the value names as TimeML has it."""
    if core.unit not in _WEEKS or core.sign >= 0 or not core.compares or not core.steps:
        return None
    middle = day + core.sign * timedelta(_WEEKS[core.unit] * core.steps)
    return Interval(middle - _HALF_WEEK, middle + _HALF_WEEK + timedelta(1))


def _not_yet(found: Resolved, scene: Scene) -> bool:
    """Whether a sentence about the past would tell of a day after the telling: it is not the date last spoken of
    that it counts from."""
    ahead = scene.day is not None and found.period is not None and found.period.start > scene.day
    return ahead and scene.turn in (Turn.PAST, Turn.DONE)


def _vaguely(core: Stepped, day: date | None) -> Interval | None:
    """The days of "several days ago": at least two of the unit back, and fewer than the next longer one holds."""
    most = FEWER.get(core.unit)
    if day is None or most is None or core.sign >= 0 or core.origin is Origin.FOCUS:
        return None
    if core.unit in SHORTER_THAN_DAY:
        return Interval(day - timedelta(core.unit is Unit.HOUR), day + timedelta(1))
    return Interval(back(day, core.unit, -most), back(day, core.unit, -2) + timedelta(1))


def _compares(core: Stepped, focus: Period) -> bool:
    """After a quarter "a year ago" is that quarter's, and "the quarter" the same one: figures are compared so."""
    return core.compares and core.steps == 1 and focus.unit is Unit.QUARTER and core.unit in (Unit.YEAR, Unit.QUARTER)


def _moved(core: Stepped, day: date) -> Period:
    """So many units from a day, as precise as the unit; decades are as precise as a year ("a decade ago")."""
    steps = (core.steps or 0) * core.sign
    if core.unit in SHORTER_THAN_DAY:
        return Period(Unit.DAY, day)
    if core.unit is Unit.FORTNIGHT:
        return period(Unit.WEEK, day).moved(int(2 * steps))
    if steps != int(steps):  # "a year and a half ago"
        if core.unit is Unit.MONTH:
            return period(Unit.WEEK, back(day, Unit.MONTH, int(steps)) + core.sign * timedelta(15))
        return period(Unit.MONTH if core.unit is Unit.YEAR else Unit.DAY, back(day, core.unit, steps))
    if core.unit in (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM):
        return period(Unit.YEAR if core.compares else core.unit, back(day, core.unit, steps))
    return period(core.unit, day).moved(int(steps))


def _from_focus(core: Stepped, focus: Period, kind: TimeType) -> Resolved:
    """Counted from the date last spoken of; a step of a longer unit keeps that date's own precision."""
    steps = (core.steps or 0) * core.sign
    if core.unit in _SIZE and focus.unit in _SIZE and _SIZE.index(core.unit) < _SIZE.index(focus.unit):
        return Resolved(type=kind, value=_UNKNOWN.get(core.unit, "XXXX"), anchor=Anchor(Origin.FOCUS, missing=True))
    if core.unit in SHORTER_THAN_DAY:
        return Resolved(type=kind, value=focus.value, days=focus.days, period=focus, anchor=FOCUS)
    if core.steps == 1 and (core.unit is not Unit.YEAR or core.sign >= 0):
        here = period(core.unit, focus.start).moved(int(steps))
    else:
        here = period(focus.unit, back(focus.start, core.unit, steps))
    return Resolved(type=kind, value=here.value, days=here.days, period=here, anchor=FOCUS)


def _lasting(core: Lasting, scene: Scene) -> Resolved:
    if core.pointer is Pointer.NEXT and core.amount == 1 and scene.turn is Turn.PAST and scene.focus:
        step = Stepped(unit=core.unit, steps=1, sign=1, origin=Origin.FOCUS)  # "The next week the town fell"
        return _from_focus(step, scene.focus.period, TimeType.DATE)
    value = span_value(core.unit, core.amount)
    day = scene.day
    amount = core.amount or FEWER.get(core.unit)
    if amount is None or core.pointer is None or day is None:
        return Resolved(type=TimeType.DURATION, value=value)
    if core.pointer in (Pointer.LAST, Pointer.LATEST):
        days = Interval(_before(day, core.unit, amount), day + timedelta(1))
        return Resolved(type=TimeType.DURATION, value=value, days=days, anchor=TELLING)
    if core.pointer is Pointer.NEXT:
        days = Interval(day, day + (day - _before(day, core.unit, amount)) + timedelta(1))
        return Resolved(type=TimeType.DURATION, value=value, days=days, anchor=TELLING)
    return Resolved(type=TimeType.DURATION, value=value)


def _before(day: date, unit: Unit, amount: float) -> date:
    """The day so long before; hours reach into the day on which they began."""
    if unit in SHORTER_THAN_DAY:
        hours = amount / {Unit.HOUR: 1, Unit.MINUTE: 60, Unit.SECOND: 3600}[unit]
        return day - timedelta(math.ceil(hours / 24))
    return back(day, unit, -amount)


def _day_of_clock(scene: Scene) -> Resolved:
    """A mere time of day: that of the date last spoken of, else of the telling."""
    if scene.focus and scene.focus.period.unit is Unit.DAY:
        here, anchor = scene.focus.period, FOCUS
    elif scene.day:
        here, anchor = Period(Unit.DAY, scene.day), TELLING
    else:
        return Resolved(type=TimeType.TIME, value="XXXX-XX-XX", anchor=MISSING)
    return Resolved(type=TimeType.TIME, value=here.value, days=here.days, period=here, anchor=anchor)


def _timed(found: Resolved, expression: Expression) -> Resolved:
    """The time of day added to its day; "overnight" runs into the next day."""
    time = expression.clock.value if expression.clock else f"T{expression.part}"
    day = "XXXX-XX-XX" if found.value in _REFERENCES.values() else found.value
    days = found.days
    if expression.spills and days and days.end:
        days = Interval(days.start, days.end + timedelta(1))
    return replace(found, type=TimeType.TIME, value=day + time, days=days)
