"""Anchored times in, what about them is not settled out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reportedly.mentions.times_expression import Named, Pointer, TimeMention
from reportedly.model.claim import Issue
from reportedly.model.reading import When
from reportedly.model.text import Page


def time_issues(page: Page, mentions: Sequence[TimeMention], whens: Sequence[When]) -> tuple[Issue, ...]:
    """Every open question about the times, in text order."""
    return tuple(issue for mention, when in zip(mentions, whens, strict=True) for issue in _issues(page, mention, when))


def _issues(page: Page, mention: TimeMention, when: When) -> Iterator[Issue]:
    entry = page.passages.anchor(when.span.start)
    told = entry.day if entry else None
    if told is None and when.basis.endswith("no day to count from"):
        yield _issue(
            page, when, "time-unanchored", f'"{when.text}" has no day to count from', "give the report its date"
        )
    core = mention.expression.core
    if not isinstance(core, Named):
        return
    day = when.days.start if when.days else None
    if core.weekday and core.day and day and day.isoweekday() != core.weekday:
        text = f'"{when.text}": {day.isoformat()} is not that day of the week'
        yield _issue(page, when, "time-weekday", text, "one of the two is wrong; the date was kept")
    if core.weekday and not core.day and told and core.pointer in (Pointer.LAST, Pointer.NEXT) and _near(core, told):
        text = f'"{when.text}", told on {told.isoformat()}, may be of that week or of the one beside it'
        yield _issue(page, when, "time-two-readings", text, "the week beside was taken")


def _near(core: Named, told: date) -> bool:
    """Whether the telling's own week has such a day on the side that is pointed to."""
    weekday = core.weekday or 0
    return weekday < told.isoweekday() if core.pointer is Pointer.LAST else weekday > told.isoweekday()


def _issue(page: Page, when: When, code: str, message: str, hint: str) -> Issue:
    return Issue(code=code, message=message, report=page.report.id, span=when.span, hint=hint)
