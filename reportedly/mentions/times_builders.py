"""A matched pattern in, what it says out: one builder for each word that patterns may name in ``reads``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from reportedly.mentions.times_expression import (
    Clock,
    Core,
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
from reportedly.mentions.times_found import Found
from reportedly.mentions.times_numbers import amount, halves, ordinal, year
from reportedly.model.mention import TimeType

POINTERS: Mapping[str, Pointer] = {
    "last": Pointer.LAST,
    "this": Pointer.THIS,
    "next": Pointer.NEXT,
    "previous": Pointer.PREVIOUS,
    "following": Pointer.FOLLOWING,
    "that": Pointer.THAT,
    "latest": Pointer.LATEST,
    "recent": Pointer.LAST,
    "ordinal": Pointer.THAT,
}
STEPS: Mapping[Pointer, int] = {
    Pointer.LAST: -1,
    Pointer.THIS: 0,
    Pointer.NEXT: 1,
    Pointer.PREVIOUS: -1,
    Pointer.FOLLOWING: 1,
    Pointer.THAT: 0,
    Pointer.LATEST: 0,
}
FROM_FOCUS = frozenset({Pointer.PREVIOUS, Pointer.FOLLOWING, Pointer.THAT})

_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d:?\d\d)?")
_EDGES = ("early", "late", "mid", "earlier", "later", "edge-noun")


def build(found: Found) -> Expression | None:
    """What a match says, or ``None`` where its values make no time (a 45th of March)."""
    return BUILDERS[found.pattern.reads](found)


def iso(found: Found) -> Expression | None:
    match = _ISO.match(found.words[0].text)
    if match is None or not real(int(match[1]), int(match[2]), int(match[3])):
        return None
    clock = Clock(hour=int(match[4]), minute=int(match[5]), zone=match[7]) if match[4] else None
    return Expression(core=Named(year=int(match[1]), month=int(match[2]), day=int(match[3])), clock=clock)


def slashed(found: Found) -> Expression | None:
    """Month first with slashes, as United States reports write, unless that gives no date; day first with points."""
    match = _SLASHED.match(found.words[0].text)
    if match is None:
        return None
    first, second, number = int(match[1]), int(match[2]), century(int(match[3]))
    orders = [(second, first), (first, second)] if "/" in match[0] else [(first, second), (second, first)]
    for day, month in orders:
        if real(number, month, day):
            return Expression(core=Named(year=number, month=month, day=day))
    return None


def century(number: int) -> int:
    """A year of two digits in full: 30 to 99 are of the last century (the turning point of ISO C and POSIX is 69)."""
    if number >= 100:
        return number
    return 1900 + number if number >= 50 else 2000 + number


def real(number: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        date(number, month, day)
    except ValueError:
        return False
    return True


def named(found: Found) -> Expression | None:
    core = named_core(found)
    return Expression(core=core, edge=edge(found), approx=approx(found)) if core else None


def named_core(found: Found) -> Named | None:
    short = found.number("year", "short-year")
    number = (century(short) if short is not None else year(found.part("year"))) if found.has("year") else None
    if found.has("year") and number is None:
        return None
    if found.has("era") and int(found.value("era") or 0) < 0:
        return None
    month = found.number("month", "month", "month-short")
    day = ordinal(found.part("day")) if found.has("day") else None
    if day is not None and not real(number or 2000, month or 1, day):
        return None
    season = found.value("season")
    feast = found.value("feast")
    return Named(
        year=number,
        month=month,
        day=day,
        weekday=found.number("weekday", "weekday", "weekday-short"),
        season=str(season) if season is not None else None,
        feast=str(feast) if feast is not None else None,
        week=found.has("week"),
        pointer=pointer(found),
        year_pointer=pointer(found, "yearpointer"),
    )


def pointer(found: Found, name: str = "pointer") -> Pointer | None:
    """The pointer of a part: its last word that is one ("this coming" is next, "that same" is that)."""
    pointers = [POINTERS[s.kind] for w in found.part(name) for s in w.senses if s.kind in POINTERS]
    return pointers[-1] if pointers else None


def edge(found: Found) -> str | None:
    value = found.value("edge", *_EDGES)
    return str(value) if value in ("START", "MID", "END") else None


def approx(found: Found) -> str | None:
    value = found.value("approx", "approx", "over")
    return str(value) if value is not None else ("APPROX" if found.has("orso") else None)


def decade(found: Found) -> Expression | None:
    number = found.number("decade", "decade", "decade-word")
    if number is None:
        return None
    short = number < 100
    first = found.number("decade", "cardinal")
    if short and first is not None:
        number, short = first * 100 + number, False
    return Expression(core=Named(decade=number // 10, short=short), edge=edge(found))


def by_century(found: Found) -> Expression | None:
    number = ordinal(found.part("century"))
    if number is None or not 2 <= number <= 30 or found.has("era"):
        return None
    return Expression(core=Named(century=number - 1), edge=edge(found))


def quarter(found: Found) -> Expression | None:
    number = ordinal(found.part("quarter"))
    if number is None or not 1 <= number <= 4:
        return None
    core = Named(quarter=number, year=year(found.part("year")), year_pointer=pointer(found, "yearpointer"))
    return Expression(core=core, edge=edge(found))


def half(found: Found) -> Expression | None:
    number = 2 if found.value("half", "last") else found.number("half", "ordinal")
    if number not in (1, 2):
        return None
    core = Named(half=number, year=year(found.part("year")), year_pointer=pointer(found, "yearpointer") or Pointer.THIS)
    return Expression(core=core)


def unit_of(found: Found) -> Unit | None:
    value = found.value("unit", "unit", "units", "short-unit", "short-units")
    return Unit(value) if value is not None else None


def stepped(found: Found) -> Expression | None:
    """ "last week", "the following day", "this weekend"."""
    fixed = found.pattern.fixed
    unit = Unit(fixed["unit"]) if "unit" in fixed else unit_of(found) or Unit.DAY
    here = pointer(found) or Pointer.THIS
    if here is Pointer.THAT and unit is Unit.WEEKEND and not found.has("pointer"):
        here = Pointer.THIS
    origin = Origin.FOCUS if here in FROM_FOCUS or fixed.get("origin") else Origin.TELLING
    core = Stepped(unit=unit, steps=1, sign=STEPS[here], origin=origin)
    part = "EV" if found.part("unit") and found.part("unit")[0].value("part") else None
    return Expression(core=core, edge=edge(found), part=part)


def deictic(found: Found) -> Expression | None:
    days = found.number("deictic") or 0
    core = Stepped(unit=Unit.DAY, steps=1, sign=days)
    return Expression(core=core, edge=edge(found))


def overmorrow(found: Found) -> Expression | None:
    days = found.number("overmorrow")
    near = found.number("deictic")
    if days is None or not near or (days > 0) != (near > 0):
        return None
    return Expression(core=Stepped(unit=Unit.DAY, steps=2, sign=near))


def this_unit(found: Found) -> Expression | None:
    """ "the end of the month", "earlier in the year": the one of the telling."""
    unit = unit_of(found)
    core = Stepped(unit=unit, steps=1, sign=0) if unit else None
    return Expression(core=core, edge=edge(found)) if core else None


def count(found: Found) -> float | None:
    """The number of a ``@count`` part; ``None`` for "several"."""
    if found.has("vague"):
        return amount([w for w in found.part("vague") if w.value("couple") is not None])
    return halves(found.part("number"))


def ago(found: Found) -> Expression | None:
    return _counted(found, -1, Origin.TELLING)


def hence(found: Found) -> Expression | None:
    return _counted(found, 1, Origin.TELLING)


def beside(found: Found) -> Expression | None:
    """ "two days later", "a year earlier": counted from the date last spoken of."""
    return _counted(found, -1 if found.value("side", "earlier") else 1, Origin.FOCUS)


def _counted(found: Found, sign: int, origin: Origin) -> Expression | None:
    unit = unit_of(found)
    if unit is None:
        return None
    steps = count(found) if found.has("number") or found.has("vague") else None
    if found.has("number") and steps is None:
        return None
    return Expression(core=Stepped(unit=unit, steps=steps, sign=sign, origin=origin), approx=approx(found))


def year_earlier(found: Found) -> Expression | None:
    return Expression(core=Stepped(unit=Unit.YEAR, steps=1, sign=-1, origin=Origin.FOCUS))


def day_side(found: Found) -> Expression | None:
    """ "the day before" with nothing after it."""
    unit = unit_of(found)
    side = found.part("side")[0].text.lower()
    sign = -1 if found.part("side")[0].value("overmorrow") == -2 else 1
    del side
    return Expression(core=Stepped(unit=unit, steps=1, sign=sign, origin=Origin.FOCUS)) if unit else None


def day_beside(found: Found) -> Expression | None:
    """ "the day before last Tuesday": not anchored further than the weekday; the day is the neighbour's."""
    core = named_core(found)
    sign = -1 if found.part("before")[0].value("overmorrow") == -2 else 1
    if core is None or core.weekday is None:
        return None
    neighbour = (core.weekday - 1 + sign) % 7 + 1
    return Expression(core=Named(weekday=neighbour, pointer=core.pointer))


def counted_day(found: Found) -> Expression | None:
    """ "for the tenth day in a row" is the day of the telling."""
    return Expression(core=Stepped(unit=Unit.DAY, steps=1, sign=0))


def lasting(found: Found) -> Expression | None:
    unit = unit_of(found)
    if unit is None:
        return None
    steps = 1.0 if found.pattern.fixed.get("one") and found.value("unit", "unit", "short-unit") else None
    if found.has("number") or found.has("vague"):
        steps = count(found)
        if steps is None and found.has("number"):
            return None
        if steps is not None and found.has("ahalf"):
            steps += 0.5
    return Expression(core=Lasting(unit=unit, amount=steps, pointer=pointer(found)), approx=approx(found))


def lasting_one(found: Found) -> Expression | None:
    """ "the past week": the seven days up to the telling; "the last year" likewise."""
    unit = unit_of(found)
    core = Lasting(unit=unit, amount=1, pointer=pointer(found)) if unit else None
    return Expression(core=core, approx=approx(found)) if core else None


def every(found: Found) -> Expression | None:
    """A time that comes again, as TIMEX3 writes it: P1D, XXXX-WXX-5, XXXX-03."""
    weekday = found.number("weekday", "weekday", "weekday-short", "weekdays")
    part = found.value("part", "part", "parts")
    month = found.number("month", "month", "month-short")
    season = found.value("season")
    unit = unit_of(found)
    if weekday is not None:
        value = f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")
    elif month is not None:
        value = f"XXXX-{month:02d}"
    elif season is not None:
        value = f"XXXX-{season}"
    elif part is not None:
        value = f"XXXX-XX-XXT{part}"
    elif unit is not None:
        steps = count(found) if found.has("number") or found.has("vague") else None
        value = span_value(unit, steps or (2 if found.has("other") else ordinal(found.part("ordinal")) or 1))
    else:
        value = "XXXX-WXX-WE"
    return Expression(core=Repeated(value=value), type=TimeType.SET)


def repeating(found: Found) -> Expression | None:
    unit = found.value("repeating")
    if found.words[0].text[0].isupper():  # a newspaper's name
        return None
    return Expression(core=Repeated(value=span_value(Unit(unit), 1) if unit else "P1D"), type=TimeType.SET)


def year_end(found: Found) -> Expression | None:
    """ "by year's end": the end of the year of the telling."""
    return Expression(core=Stepped(unit=Unit.YEAR, steps=1, sign=0), edge="END", approx=approx(found))


def unplaced(found: Found) -> Expression | None:
    value = str(found.pattern.fixed["value"])
    kind = TimeType.DURATION if value.startswith("P") and "_" not in value else TimeType.DATE
    return Expression(core=Unplaced(value=value), type=kind)


def clock(found: Found) -> Expression | None:
    hour = _clock(found)
    part = found.value("part", "part", "hour-name", "hours-of")
    if part is None and hour is None:
        part = found.value("tonight") or found.value("overnight")
    if hour is None and part is None:
        return None
    return Expression(
        core=_clock_core(found), clock=hour, part=str(part) if part and hour is None else None, edge=edge(found), approx=approx(found)
    )


def _clock(found: Found) -> Clock | None:
    zone = found.value("zone")
    zone = str(zone) if zone else None
    noon = found.value("noon")
    if noon is not None:
        return Clock(hour=int(str(noon)[:2]), minute=0, zone=zone)
    if found.has("four"):
        digits = str(found.value("four"))
        return Clock(hour=int(digits[:2]), minute=int(digits[2:]), zone=zone)
    minute: int | None = None
    if found.has("clock"):
        pieces = re.split("[:.]", str(found.value("clock")))
        hour, minute = int(pieces[0]), int(pieces[1])
        if hour > 24 or minute > 59:
            return None
    elif found.has("hour"):
        hour, minute = int(found.value("hour", "hour-number", "cardinal") or 0), 0
    else:
        return None
    afternoon = found.number("mer", "meridian")
    if afternoon is None and found.value("part") in ("AF", "EV", "NI") and hour > 4:
        afternoon = 12
    if afternoon is not None:
        if not 1 <= hour <= 12 and found.has("mer"):
            return None
        hour = hour % 12 + afternoon
    return Clock(hour=hour, minute=minute, zone=zone)


def _clock_core(found: Found) -> Core | None:
    if found.has("deictic"):
        return Stepped(unit=Unit.DAY, steps=1, sign=found.number("deictic") or 0)
    if found.has("weekday") or found.has("month"):
        return named_core(found)
    if found.has("tonight"):
        return Stepped(unit=Unit.DAY, steps=1, sign=0)
    here = pointer(found)
    if here is not None and found.has("part"):
        origin = Origin.FOCUS if here in FROM_FOCUS or (here is Pointer.NEXT) else Origin.TELLING
        return Stepped(unit=Unit.DAY, steps=1, sign=STEPS[here], origin=origin)
    return None


def span_value(unit: Unit, amount: float | None) -> str:
    """A TIMEX3 duration: P3D, PT2H, P2Y6M, PXM."""
    time = "T" if unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND) else ""
    letter = unit.value[-1]
    if unit is Unit.FORTNIGHT:
        return f"P{2 * amount:g}W" if amount else "PXW"
    if amount is None:
        return f"P{time}X{letter}"
    if unit is Unit.DECADE:
        return f"P{amount * 10:g}Y"
    if unit is Unit.CENTURY:
        return f"P{amount * 100:g}Y"
    whole, rest = int(amount), amount - int(amount)
    smaller = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}.get(unit.value)
    if rest and smaller:
        first = f"{whole}{letter}" if whole else ""
        return f"P{time}{first}{round(rest * smaller[0])}{smaller[1]}"
    return f"P{time}{amount:g}{letter}"


BUILDERS: Mapping[str, Callable[[Found], Expression | None]] = {
    "iso": iso,
    "slashed": slashed,
    "named": named,
    "decade": decade,
    "century": by_century,
    "quarter": quarter,
    "half": half,
    "stepped": stepped,
    "deictic": deictic,
    "overmorrow": overmorrow,
    "this_unit": this_unit,
    "ago": ago,
    "hence": hence,
    "beside": beside,
    "year_earlier": year_earlier,
    "day_side": day_side,
    "day_beside": day_beside,
    "counted_day": counted_day,
    "lasting": lasting,
    "lasting_one": lasting_one,
    "every": every,
    "repeating": repeating,
    "year_end": year_end,
    "unplaced": unplaced,
    "clock": clock,
}
