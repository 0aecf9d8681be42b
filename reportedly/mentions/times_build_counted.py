"""A match that counts from the telling or from the date last spoken of in, what it says out."""

from __future__ import annotations

from dataclasses import replace

from reportedly.mentions.times_build_calendar import named_core
from reportedly.mentions.times_expression import Expression, Origin, Pointer, Stepped, Unit, Unplaced
from reportedly.mentions.times_found import Found
from reportedly.mentions.times_parts import FROM_FOCUS, STEPS, approx, count, edge, pointer, unit_of

_AGES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
"""What a day stands for where an age is meant."""


def stepped(found: Found) -> Expression | None:
    """ "last week", "the following day", "this weekend"."""
    fixed = found.pattern.fixed
    unit = Unit(str(fixed["unit"])) if "unit" in fixed else unit_of(found) or Unit.DAY
    here = pointer(found) or Pointer.THIS
    story = here in FROM_FOCUS or (here is Pointer.NEXT and unit is Unit.DAY)  # "the next day" is the story's
    origin = Origin.FOCUS if story or fixed.get("origin") else Origin.TELLING
    core = Stepped(unit=unit, steps=1, sign=STEPS[here], origin=origin, compares=here is Pointer.LATEST)
    part = "EV" if found.part("unit") and found.part("unit")[0].value("part") else None
    return Expression(core=core, edge=edge(found), part=part)


def deictic(found: Found) -> Expression | None:
    """ "today", "yesterday". "Today's youth", "the world of tomorrow" are of an age and of no day."""
    days = found.number("deictic") or 0
    if _of_an_age(found):
        return Expression(core=Unplaced(value=_AGES[days]))
    core = Stepped(unit=Unit.DAY, steps=1, sign=days)
    return Expression(core=core, edge=edge(found))


def _of_an_age(found: Found) -> bool:
    owner = len(found.after) > 2 and found.after[1].has("owning") and found.after[2].has("of-an-age")
    owned = len(found.before) > 1 and found.led("genitive") and found.before[-2].has("of-an-age")
    return owner or owned


def overmorrow(found: Found) -> Expression | None:
    days = found.number("overmorrow")
    near = found.number("deictic")
    if days is None or not near or (days > 0) != (near > 0):
        return None
    return Expression(core=Stepped(unit=Unit.DAY, steps=2, sign=near))


def this_unit(found: Found) -> Expression | None:
    """ "the end of the month", "earlier in the year": the one of the telling; "earlier in the day" is of the day last
    spoken of."""
    unit = unit_of(found)
    bare = bool(found.pattern.fixed.get("bare"))
    origin = Origin.FOCUS if unit is Unit.DAY else Origin.TELLING
    core = Stepped(unit=unit, steps=1, sign=0, compares=bare, origin=origin) if unit else None
    return Expression(core=core, edge=edge(found)) if core else None


def ago(found: Found) -> Expression | None:
    return _counted(found, -1, Origin.TELLING, compares=True)


def ago_to_the_day(found: Found) -> Expression | None:
    """ "a week ago today": the same day of the week, counted in days."""
    unit, steps, beside = unit_of(found), count(found), found.number("deictic")
    days = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}.get(unit) if unit else None
    if days is None or not steps or beside is None:
        return None
    return Expression(core=Stepped(unit=Unit.DAY, steps=steps * days - beside, sign=-1), approx=approx(found))


def ago_on(found: Found) -> Expression | None:
    """ "a week ago on Tuesday": that day of the week so many weeks back."""
    core, steps = named_core(found), count(found)
    if core is None or core.weekday is None or not steps or steps != int(steps):
        return None
    return Expression(core=replace(core, shift=-7 * int(steps)))


def before_last(found: Found) -> Expression | None:
    """ "the week before last" is two weeks back; "the night before last" the one before last night."""
    part = found.value("unit", "part")
    if part is not None:
        return Expression(core=Stepped(unit=Unit.DAY, steps=2, sign=-1), part=str(part))
    unit = unit_of(found) or (Unit.WEEKEND if found.value("unit", "weekend") is not None else None)
    return Expression(core=Stepped(unit=unit, steps=2, sign=-1)) if unit else None


def hence(found: Found) -> Expression | None:
    return _counted(found, 1, Origin.TELLING)


def beside(found: Found) -> Expression | None:
    """ "two days later", "a year earlier": counted from the date last spoken of."""
    before = found.value("side", "earlier") is not None or found.value("side", "overmorrow") == -2
    return _counted(found, -1 if before else 1, Origin.FOCUS)


def _counted(found: Found, sign: int, origin: Origin, *, compares: bool = False) -> Expression | None:
    unit = unit_of(found)
    if unit is None:
        return None
    steps = count(found) if found.has("number") or found.has("vague") else None
    if found.has("number") and steps is None:
        return None
    if steps is not None and found.has("ahalf"):
        steps += 0.5
    return Expression(
        core=Stepped(unit=unit, steps=steps, sign=sign, origin=origin, compares=compares), approx=approx(found)
    )


def year_earlier(_: Found) -> Expression | None:
    """ "the year-earlier period": the same period a year before the date last spoken of."""
    return Expression(core=Stepped(unit=Unit.YEAR, steps=1, sign=-1, origin=Origin.FOCUS))


def latest_period(_: Found) -> Expression | None:
    """ "the latest period": the quarter of which figures were told last, else no calendar days."""
    return Expression(core=Stepped(unit=Unit.QUARTER, steps=None, sign=0, compares=True))


def day_side(found: Found) -> Expression | None:
    """ "the day before", "the night before" with nothing after it."""
    sign = -1 if found.value("side", "overmorrow") == -2 else 1
    part = found.value("unit", "part")
    if part is not None:
        return Expression(core=Stepped(unit=Unit.DAY, steps=1, sign=sign, origin=Origin.FOCUS), part=str(part))
    unit = unit_of(found)
    return Expression(core=Stepped(unit=unit, steps=1, sign=sign, origin=Origin.FOCUS)) if unit else None


def day_beside(found: Found) -> Expression | None:
    """ "the day before last Tuesday"."""
    core = named_core(found)
    sign = -1 if found.value("before", "overmorrow") == -2 else 1
    return Expression(core=replace(core, shift=sign)) if core and core.weekday else None


def counted_day(found: Found) -> Expression | None:
    """ "for the tenth day in a row" is the day of the telling, "for a third straight week" its week, and "for a second
    consecutive night" the night that ended on it."""
    part = found.value("unit", "part")
    if part is not None:
        return Expression(core=Stepped(unit=Unit.DAY, steps=1, sign=-1), part=str(part), spills=True)
    return Expression(core=Stepped(unit=unit_of(found) or Unit.DAY, steps=1, sign=0))


def year_end(found: Found) -> Expression | None:
    """ "by year's end": the end of the year of the telling."""
    return Expression(core=Stepped(unit=Unit.YEAR, steps=1, sign=0), edge="END", approx=approx(found))
