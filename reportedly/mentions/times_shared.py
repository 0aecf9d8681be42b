"""Spotted times in, the same with what a neighbour says for both: "on 3 March and 5 April 2016" is one year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.mentions.times_expression import Named, TimeMention

_NEAR = 8  # characters between two dates of one list ("3 March and 5 April 2016")


def with_shared_years(mentions: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """Days and months without a year take the year of the date that follows at once, in the same sentence."""
    found = list(mentions)
    for number in range(len(found) - 2, -1, -1):
        year = _year_for(found[number], found[number + 1])
        if year is not None:
            core = found[number].expression.core
            assert isinstance(core, Named)
            expression = replace(found[number].expression, core=replace(core, year=year))
            found[number] = replace(found[number], expression=expression)
    return tuple(found)


def _year_for(one: TimeMention, two: TimeMention) -> int | None:
    first, second = one.expression.core, two.expression.core
    if not isinstance(first, Named) or not isinstance(second, Named) or one.sentence != two.sentence:
        return None
    if first.year or not first.month or first.pointer or first.year_pointer or not second.year or not second.month:
        return None
    if not 0 < two.span.start - one.span.end <= _NEAR:
        return None
    later = (first.month, first.day or 1) > (second.month, second.day or 31)
    return second.year - 1 if later else second.year
