"""Anchored times in, the same with what an editor's bracket says of them out: "last Friday [17 November]"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from reportedly.mentions.times_expression import TimeMention
from reportedly.model.mention import TimeType
from reportedly.model.reading import When
from reportedly.model.text import Page
from reportedly.model.words import DatePrecision

_OPENINGS = {"[": "]", "(": ")"}
_NEAR = 30
"""Characters behind a time within which an editor's doubt of it stands."""


def with_glosses(page: Page, whens: Sequence[When]) -> tuple[When, ...]:
    """The times, where a bracket behind one gives its day with the day of that bracket: who set it knew the day."""
    found = list(whens)
    for number in range(len(found) - 1):
        one, two = found[number], found[number + 1]
        if two.type is TimeType.DATE and two.precision is DatePrecision.DAY and _glossed(page.report.text, one, two):
            found[number] = _set(one, two)
    return tuple(found)


def undoubted(page: Page, mentions: Sequence[TimeMention], doubts: Set[str]) -> list[TimeMention]:
    """The mentions without those behind which an editor says that they cannot be so ("on Thursday [as received]")."""
    return [mention for mention in mentions if not _doubted(page.report.text[mention.span.end :], doubts)]


def _doubted(behind: str, doubts: Set[str]) -> bool:
    opening = behind[:_NEAR].lstrip()
    closing = _OPENINGS.get(opening[:1])
    return closing is not None and opening[1:].partition(closing)[0].strip().lower() in doubts


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
