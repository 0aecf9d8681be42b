"""A matched pattern in, what it says out: one builder for each word that patterns may name in ``reads``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reportedly.mentions import times_build_calendar as calendar
from reportedly.mentions import times_build_clock as clock
from reportedly.mentions import times_build_counted as counted
from reportedly.mentions import times_build_lasting as lasting
from reportedly.mentions.times_expression import Expression
from reportedly.mentions.times_found import Found


def build(found: Found) -> Expression | None:
    """What a match says, or ``None`` where its values make no time (a 45th of March)."""
    return BUILDERS[found.pattern.reads](found)


BUILDERS: Mapping[str, Callable[[Found], Expression | None]] = {
    "iso": calendar.iso,
    "slashed": calendar.slashed,
    "date_time_group": calendar.date_time_group,
    "named": calendar.named,
    "year_of_era": calendar.year_of_era,
    "year_span": calendar.year_span,
    "day_slash_month": calendar.day_slash_month,
    "decade": calendar.decade,
    "century": calendar.by_century,
    "quarter": calendar.quarter,
    "half": calendar.half,
    "stepped": counted.stepped,
    "deictic": counted.deictic,
    "overmorrow": counted.overmorrow,
    "this_unit": counted.this_unit,
    "ago": counted.ago,
    "ago_to_the_day": counted.ago_to_the_day,
    "ago_on": counted.ago_on,
    "before_last": counted.before_last,
    "hence": counted.hence,
    "beside": counted.beside,
    "year_earlier": counted.year_earlier,
    "latest_period": counted.latest_period,
    "day_side": counted.day_side,
    "day_beside": counted.day_beside,
    "counted_day": counted.counted_day,
    "lasting": lasting.lasting,
    "lasting_opening": lasting.lasting_opening,
    "lasting_one": lasting.lasting_one,
    "age": lasting.age,
    "every": lasting.every,
    "repeating": lasting.repeating,
    "year_end": counted.year_end,
    "unplaced": lasting.unplaced,
    "clock": clock.clock,
    "local_and_gmt": clock.local_and_gmt,
    "night_between": clock.night_between,
    "night_into": clock.night_into,
}
