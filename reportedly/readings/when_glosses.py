"""Anchored times in, the same with what an editor's bracket says of them out: "last Friday [17 November]"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model.mention import TimeType
from reportedly.model.reading import When
from reportedly.model.text import Page
from reportedly.model.words import DatePrecision

_OPENINGS = {"[": "]", "(": ")"}


def with_glosses(page: Page, whens: Sequence[When]) -> tuple[When, ...]:
    """The times, where a bracket behind one gives its day with the day of that bracket: who set it knew the day."""
    found = list(whens)
    for number in range(len(found) - 1):
        one, two = found[number], found[number + 1]
        if two.type is TimeType.DATE and two.precision is DatePrecision.DAY and _glossed(page.report.text, one, two):
            found[number] = _set(one, two)
    return tuple(found)


def _glossed(text: str, one: When, two: When) -> bool:
    opening = text[one.span.end : two.span.start].strip()
    return opening in _OPENINGS and text[two.span.end :].startswith(_OPENINGS[opening])


def _set(one: When, two: When) -> When:
    if one.type not in (TimeType.DATE, TimeType.TIME) or one.days == two.days:
        return one
    time = one.value[one.value.find("T") :] if one.type is TimeType.TIME and "T" in one.value else ""
    return replace(
        one,
        value=two.value + time,
        days=two.days,
        precision=two.precision,
        basis=f'"{one.text}", set by the bracket "{two.text}"',
    )
