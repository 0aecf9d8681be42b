"""A match that names a time of day in, what it says out: hours and parts of the day, with a date that stands there."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.mentions.times_build_calendar import named_core
from reportedly.mentions.times_expression import Clock, Core, Expression, Origin, Pointer, Stepped, Unit
from reportedly.mentions.times_found import Found
from reportedly.mentions.times_numbers import ordinal
from reportedly.mentions.times_parts import FROM_FOCUS, STEPS, approx, edge, pointer

_HALF_DAY = 12
"""Hours: two clocks never differ by more on the same day."""


def clock(found: Found) -> Expression | None:
    hour = _clock(found)
    part = found.value("part", "part", "parts", "hour-name", "hours-of")
    if part is None and hour is None:
        part = found.value("tonight") or found.value("overnight")
    if hour is None and part is None:
        return None
    return Expression(
        core=_clock_core(found),
        clock=hour,
        part=str(part) if part and hour is None else None,
        spills=found.has("overnight"),
        edge=edge(found),
        approx=approx(found),
    )


def local_and_gmt(found: Found) -> Expression | None:
    """ "2230 [0230 GMT on 12 January]": an evening hour beside a morning one elsewhere is of the day before."""
    hour = _clock(found)
    core = named_core(found) if found.has("month") else None
    if hour is None or (core is None and found.has("month")):
        return None
    if core is not None:
        ahead = hour.hour - _hour_of(found, "gmt")
        core = replace(core, shift=-1 if ahead > _HALF_DAY else 1 if ahead < -_HALF_DAY else 0)
    return Expression(core=core, clock=hour, approx=approx(found))


def _hour_of(found: Found, name: str) -> int:
    return int(str(found.value(name, "four", "clock")).replace(".", ":").replace(":", "")[:-2] or 0)


def night_between(found: Found) -> Expression | None:
    """ "the night of 21 to 22 March", "overnight Monday to Tuesday": the night that begins on the first day."""
    core = named_core(found)
    if core is None or (core.weekday is not None and not _neighbours(core.weekday, found)):
        return None
    second = ordinal(found.part("second"))
    if core.day is not None and second not in (core.day + 1, 1):
        return None
    part = found.value("part", "part", "parts") or found.value("overnight")
    return Expression(core=core, part=str(part), spills=True) if part else None


def _neighbours(weekday: int, found: Found) -> bool:
    return found.number("second", "weekday", "weekday-short") == weekday % 7 + 1


def night_into(found: Found) -> Expression | None:
    """ "overnight into Friday": the night that ends on that day."""
    core = named_core(found)
    part = found.value("part") or found.value("overnight")
    return Expression(core=replace(core, shift=-1), part=str(part), spills=True) if core and part else None


def _clock(found: Found) -> Clock | None:
    zone = found.value("zone")
    zone = str(zone) if zone else None
    noon = found.value("noon")
    if noon is not None:
        return Clock(hour=int(str(noon)[:2]), minute=0, zone=zone)
    if found.has("four"):
        return _military(found, zone)
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


def _military(found: Found, zone: str | None) -> Clock | None:
    """ "2330", "0530 GMT", "1130 am"."""
    digits = str(found.value("four", "four", "three"))
    hour, minute = int(digits[:-2]), int(digits[-2:])
    afternoon = found.number("mer", "meridian")
    if afternoon is None:
        return Clock(hour=hour, minute=minute, zone=zone)
    return Clock(hour=hour % 12 + afternoon, minute=minute, zone=zone) if 1 <= hour <= 12 else None


def _clock_core(found: Found) -> Core | None:
    if found.has("deictic"):
        return Stepped(unit=Unit.DAY, steps=1, sign=found.number("deictic") or 0)
    if found.has("weekday") or found.has("month"):
        return named_core(found)
    if found.has("tonight"):
        return Stepped(unit=Unit.DAY, steps=1, sign=0)
    if found.has("overnight"):
        return Stepped(unit=Unit.DAY, steps=1, sign=-1)
    here = pointer(found)
    if here is not None and found.has("part"):
        origin = Origin.FOCUS if here in FROM_FOCUS or (here is Pointer.NEXT) else Origin.TELLING
        return Stepped(unit=Unit.DAY, steps=1, sign=STEPS[here], origin=origin)
    return None
