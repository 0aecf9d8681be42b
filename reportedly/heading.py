"""A report whose headline stands below its text in, the same with the headline on top out, and what was found put back.

A report is read from its headline down; its offsets count from the first letter of its text. So it is turned for the
reading, and every span of the findings is turned back.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any

from reportedly.model.findings import Findings
from reportedly.model.text import BELOW, Passage, Passages, Report, Span


@dataclass(frozen=True, slots=True)
class _Turn:
    """``top`` are the characters that stand above the body while it is read; ``body`` those of the body."""

    top: int
    body: int

    def back(self, span: Span) -> Span:
        """The span of the turned report in the report as it is."""
        if span.end <= self.top and span.start < self.top:
            return Span(span.start + self.body + len(BELOW), span.end + self.body + len(BELOW))
        return Span(max(0, span.start - self.top), max(0, span.end - self.top))


def on_top(report: Report) -> Report:
    """The report as it is read: with its headline on top."""
    if report.headline is None:
        return report
    words = report.headline.of(report.text)
    top = len(words) + len(BELOW)
    boilerplate = tuple(Span(span.start + top, span.end + top) for span in report.boilerplate)
    return replace(report, text=f"{words}{BELOW}{report.body}", title=words, headline=None, boilerplate=boilerplate)


def put_back(found: Findings, report: Report) -> Findings:
    """What was found in the turned report, with the offsets of the report itself."""
    if report.headline is None:
        return found
    turn = _Turn(top=report.headline.end - report.headline.start + len(BELOW), body=len(report.body))
    turned: Findings = _turned(found, turn)
    return replace(turned, report=report, passages=_ordered(turned.passages))


def _ordered(passages: Passages) -> Passages:
    """The passages in the order of the text: those of the headline last."""
    ordered = sorted(passages.passages, key=lambda passage: passage.span)
    return replace(passages, passages=tuple(_numbered(number, passage) for number, passage in enumerate(ordered)))


def _numbered(number: int, passage: Passage) -> Passage:
    return replace(passage, number=number)


def _turned(value: Any, turn: _Turn) -> Any:
    """The value with every span in it turned back; itself where it holds none."""
    if type(value) is Span:
        return turn.back(value)
    if type(value) is tuple:
        items = tuple(_turned(item, turn) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    now = {name: getattr(value, name) for name in _names(value.__class__)}
    new = {name: turned for name, old in now.items() if (turned := _turned(old, turn)) is not old}
    return replace(value, **new) if new else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass."""
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
