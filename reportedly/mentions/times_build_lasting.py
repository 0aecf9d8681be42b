"""A match that names a stretch of time, a time that comes again or no calendar at all in, what it says out."""

from __future__ import annotations

from reportedly.mentions.times_duration import span_value
from reportedly.mentions.times_expression import Expression, Lasting, Pointer, Repeated, Unit, Unplaced
from reportedly.mentions.times_found import Found
from reportedly.mentions.times_numbers import ordinal
from reportedly.mentions.times_parts import approx, count, pointer, unit_of
from reportedly.model.mention import TimeType


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
    core = Lasting(unit=unit, amount=steps, pointer=pointer(found), place=_place(found))
    return Expression(core=core, approx=approx(found))


def _place(found: Found) -> int | None:
    """Whether a stretch is the first or the last of what follows ("the first ten days of March")."""
    if not found.followed("genitive"):
        return None
    if found.value("pointer", "last") is not None:
        return -1
    return 1 if found.value("pointer", "ordinal") == 1 else None


def lasting_one(found: Found) -> Expression | None:
    """ "the past week": the seven days up to the telling; "the last year" likewise."""
    unit = unit_of(found)
    core = Lasting(unit=unit, amount=1, pointer=pointer(found)) if unit else None
    return Expression(core=core, approx=approx(found)) if core else None


def lasting_opening(found: Found) -> Expression | None:
    """ "the first week of the war", "the last days of the siege": how long; when it was is not said."""
    unit = unit_of(found)
    amount = 1 if unit and found.value("unit", "unit", "short-unit") is not None else None
    return Expression(core=Lasting(unit=unit, amount=amount), approx=approx(found)) if unit else None


def age(found: Found) -> Expression | None:
    """ "in its third week": how long something has been going on, up to the telling."""
    unit, number = unit_of(found), ordinal(found.part("ordinal"))
    return Expression(core=Lasting(unit=unit, amount=number, pointer=Pointer.LAST)) if unit and number else None


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
    return Expression(core=Repeated(value=span_value(Unit(str(unit)), 1) if unit else "P1D"), type=TimeType.SET)


def unplaced(found: Found) -> Expression | None:
    value = str(found.pattern.fixed["value"])
    kind = TimeType.DURATION if value.startswith("P") and "_" not in value else TimeType.DATE
    return Expression(core=Unplaced(value=value), type=kind)
