"""An expression and its scene in, type, TIMEX3 value and days out. Pure: the telling's day is an argument."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.lexicon.dating import Feast
from reportedly.mentions.times_builders import span_value
from reportedly.mentions.times_expression import (
    Clock,
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
from reportedly.readings.when_calendar import Period, back, edge, period
from reportedly.readings.when_named import named_days
from reportedly.readings.when_turn import Turn

SHORTER_THAN_DAY = frozenset({Unit.HOUR, Unit.MINUTE, Unit.SECOND})
_SIZE = [Unit.DAY, Unit.WEEKEND, Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH, Unit.SEASON, Unit.QUARTER, Unit.HALF, Unit.YEAR]
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
    if expression.clock or expression.part:
        found = _timed(found, expression)
    if expression.edge and found.days:
        found = _with(found, days=edge(found.days, expression.edge))
    return _with(found, type=expression.type) if expression.type else found


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
    return _day_of_clock(expression, scene)


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
    if core.steps is None:
        return Resolved(type=kind, value=_REFERENCES[core.sign])
    if scene.focus and (core.origin is Origin.FOCUS or _compares(core, scene.focus.period)):
        return _from_focus(core, scene.focus.period, kind)
    if scene.day is None:
        today = core.sign == 0 and core.unit is Unit.DAY
        return Resolved(type=kind, value="PRESENT_REF" if today else _UNKNOWN.get(core.unit, "XXXX"), anchor=MISSING)
    here = _moved(core, scene.day)
    if core.unit is Unit.WEEKEND and core.sign == 0 and scene.turn is not Turn.FUTURE and here.start > scene.day:
        here = here.moved(-1)
    return Resolved(type=kind, value=here.value, days=here.days, period=here, anchor=TELLING)


def _compares(core: Stepped, focus: Period) -> bool:
    """After a quarter "a year ago" is that quarter's, and "the quarter" the same one: figures are compared so."""
    return focus.unit is Unit.QUARTER and (
        (core.unit is Unit.YEAR and core.steps == 1 and core.sign == -1) or (core.unit is Unit.QUARTER and core.sign == 0)
    )


def _moved(core: Stepped, day: date) -> Period:
    steps = (core.steps or 0) * core.sign
    if core.unit in SHORTER_THAN_DAY:
        return Period(Unit.DAY, day)
    if steps != int(steps):
        return period(Unit.MONTH if core.unit is Unit.YEAR else Unit.DAY, back(day, core.unit, steps))
    unit = Unit.YEAR if core.unit is Unit.DECADE and core.steps else core.unit
    if core.unit is Unit.DECADE:
        return period(Unit.YEAR if core.steps and core.steps >= 1 else unit, back(day, core.unit, steps))
    if core.unit in (Unit.CENTURY, Unit.MILLENNIUM):
        return period(core.unit, back(day, core.unit, steps))
    return period(unit, day).moved(int(steps))


def _from_focus(core: Stepped, focus: Period, kind: TimeType) -> Resolved:
    """Counted from the date last spoken of; a step of a longer unit keeps that date's own precision."""
    steps = (core.steps or 0) * core.sign
    if core.unit in _SIZE and focus.unit in _SIZE and _SIZE.index(core.unit) < _SIZE.index(focus.unit):
        return Resolved(type=kind, value=_UNKNOWN.get(core.unit, "XXXX"), anchor=Anchor(Origin.FOCUS, missing=True))
    if core.unit in SHORTER_THAN_DAY:
        return Resolved(type=kind, value=focus.value, days=focus.days, period=focus, anchor=FOCUS)
    if core.steps == 1 and core.unit is not Unit.YEAR:
        here = period(core.unit, focus.start).moved(int(steps))
    else:
        here = period(focus.unit, back(focus.start, core.unit, steps))
    return Resolved(type=kind, value=here.value, days=here.days, period=here, anchor=FOCUS)


def _lasting(core: Lasting, scene: Scene) -> Resolved:
    value = span_value(core.unit, core.amount)
    day = scene.day
    if core.amount is None or core.pointer is None or day is None or core.unit in SHORTER_THAN_DAY:
        return Resolved(type=TimeType.DURATION, value=value)
    if core.pointer in (Pointer.LAST, Pointer.LATEST):
        days = Interval(back(day, core.unit, -core.amount), day + timedelta(1))
        return Resolved(type=TimeType.DURATION, value=value, days=days, anchor=TELLING)
    if core.pointer is Pointer.NEXT:
        days = Interval(day, back(day, core.unit, core.amount) + timedelta(1))
        return Resolved(type=TimeType.DURATION, value=value, days=days, anchor=TELLING)
    return Resolved(type=TimeType.DURATION, value=value)


def _day_of_clock(expression: Expression, scene: Scene) -> Resolved:
    """A mere time of day: that of the date last spoken of, else of the telling."""
    if scene.focus and scene.focus.period.unit is Unit.DAY:
        here, anchor = scene.focus.period, FOCUS
    elif scene.day:
        here, anchor = Period(Unit.DAY, scene.day), TELLING
    else:
        return Resolved(type=TimeType.TIME, value="XXXX-XX-XX", anchor=MISSING)
    return Resolved(type=TimeType.TIME, value=here.value, days=here.days, period=here, anchor=anchor)


def _timed(found: Resolved, expression: Expression) -> Resolved:
    time = _clock_value(expression.clock) if expression.clock else f"T{expression.part}"
    return _with(found, type=TimeType.TIME, value=found.value + time)


def _clock_value(clock: Clock) -> str:
    if clock.minute is None:
        return f"T{clock.hour:02d}"
    return f"T{clock.hour:02d}:{clock.minute:02d}"


def _with(found: Resolved, **changes: object) -> Resolved:
    from dataclasses import replace

    return replace(found, **changes)  # type: ignore[arg-type]
