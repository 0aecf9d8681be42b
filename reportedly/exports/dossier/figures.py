"""A sheet in, how its figures moved out: a drawing of each origin's figures, and a table of them by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from reportedly.exports.dossier.anchors import Anchors
from reportedly.exports.dossier.drawing import drawing, scrolled, text
from reportedly.exports.dossier.html import Html, cut, join, tag
from reportedly.exports.dossier.wording import figure, kind, short_day
from reportedly.model.incident import Estimate
from reportedly.model.sheet import Revision, Sheet
from reportedly.model.words import Measure

_DRAWN = frozenset(
    {
        Measure.KILLED,
        Measure.WOUNDED,
        Measure.MISSING,
        Measure.CAPTURED,
        Measure.ABDUCTED,
        Measure.ARRESTED,
        Measure.DISPLACED,
        Measure.EVACUATED,
        Measure.CASUALTIES,
    }
)
_WIDTH, _LEFT, _RIGHT, _STEP, _TOP, _FOOT = 680, 214, 50, 27, 34, 34
_NAMED = 28  # letters of an origin's name
_MOST_DAYS = 8
_INK = "#1c1b19"


class _Line(NamedTuple):
    """An origin's figures of one measure, oldest first."""

    number: int
    origin: str
    counted: bool
    figures: tuple[Revision, ...]


def revisions(sheet: Sheet, at: Anchors) -> Html:
    """For every measure of people a drawing and a table; all others in one table."""
    parts = []
    others = []
    for estimate in sheet.incident.estimates:
        lines = _lines(sheet, estimate.measure)
        if lines and estimate.measure in _DRAWN:
            name = kind(estimate.measure.value)
            parts.append(tag("h4", f"{name}: {figure(estimate.low, estimate.best, estimate.high)}"))
            parts += [_drawing(estimate, lines), _table(lines, at, name)]
        elif lines:
            others.append((estimate, lines))
    if others:
        parts += [tag("h4", "Other counts"), _others(others, at)]
    return join(parts) if parts else tag("p", "No report gives a figure.")


def _others(found: Sequence[tuple[Estimate, Sequence[_Line]]], at: Anchors) -> Html:
    """Counts of things in one table, the days beside the figures."""
    names = ("What", "Origin", "Figures by day of publication")
    head = tag("tr", *(tag("th", name, scope="col") for name in names))
    rows = (
        tag("tr", tag("th", kind(one.measure.value), scope="row"), tag("td", _called(line)),
            tag("td", *_figures(line.figures, at, dated=True)))
        for one, lines in found
        for line in lines
    )  # fmt: skip
    return scrolled(tag("table", tag("thead", head), tag("tbody", *rows), class_="days"), "Other counts")


def _lines(sheet: Sheet, measure: Measure) -> list[_Line]:
    found = []
    for row in sheet.rows:
        own = tuple(r for r in sheet.revisions if r.row == row.number and r.measure is measure)
        if own:
            found.append(_Line(row.number, row.origin.name, row.counted, own))
    return found


def _table(lines: Sequence[_Line], at: Anchors, name: str) -> Html:
    """A column for every day of publication; where there are many days, the days stand in the cells."""
    told = sorted({r.day for line in lines for r in line.figures}, key=lambda d: d or date.min)
    if len(told) > _MOST_DAYS:
        head = tag("tr", tag("th", "Origin", scope="col"), tag("th", "Figures by day of publication", scope="col"))
        rows = [tag("tr", _name(line), tag("td", *_figures(line.figures, at, dated=True))) for line in lines]
    else:
        days = (tag("th", short_day(day), scope="col") for day in told)
        head = tag("tr", tag("th", "Origin", scope="col"), *days)
        rows = [tag("tr", _name(line), *(_day(line, day, at) for day in told)) for line in lines]
    caption = tag("caption", f"{name}, by day of publication")
    return scrolled(tag("table", caption, tag("thead", head), tag("tbody", *rows), class_="days"), f"{name} by day")


def _name(line: _Line) -> Html:
    return tag("th", _called(line), scope="row")


def _called(line: _Line) -> Html:
    return join((tag("span", str(line.number), class_="number"), tag("bdi", line.origin)))


def _day(line: _Line, day: date | None, at: Anchors) -> Html:
    own = [revision for revision in line.figures if revision.day == day]
    return tag("td", *_figures(own, at, dated=False)) if own else tag("td", class_="empty")


def _figures(own: Sequence[Revision], at: Anchors, *, dated: bool) -> list[Html]:
    """Equal figures of one day once, each with the quotes that give it."""
    groups: dict[tuple[object, ...], list[Revision]] = {}
    for one in own:
        groups.setdefault((one.day, one.low, one.best, one.high, one.superseded), []).append(one)
    return [_figure(group, at, dated=dated) for group in groups.values()]


def _figure(group: Sequence[Revision], at: Anchors, *, dated: bool) -> Html:
    first = group[0]
    shown = _range(first)
    refs = join((at.number(one.claim) for one in group), " ")
    return tag(
        "div",
        f"{short_day(first.day)}: " if dated else None,
        tag("s", shown) if first.superseded else tag("span", shown),
        " ",
        refs,
        tag("span", first.why, class_="reason") if first.why else None,
        class_="said aside" if first.superseded else "said",
    )


def _range(one: Revision) -> str:
    if one.low is None and one.best is None and one.high is None:
        return one.words
    return figure(one.low, one.best, one.high)


def _drawing(estimate: Estimate, lines: Sequence[_Line]) -> Html:
    """A row for each origin: its last figure full, earlier ones hollow, the estimate's range as a band behind."""
    most = max([1, *(n for line in lines for r in line.figures for n in _ends(r)), *_of(estimate)])
    span = _WIDTH - _LEFT - _RIGHT
    across = _Scale(most, span)
    height = _TOP + _STEP * len(lines) + _FOOT
    marks = [*_band(estimate, across, height), *_axis(most, across, height)]
    for place, line in enumerate(lines):
        marks += _row(line, across, _TOP + _STEP * place + _STEP // 2)
    name = f"{kind(estimate.measure.value)}: the figures of {len(lines)} voices"
    return drawing(name, marks, class_="figures", width=_WIDTH, height=height)


class _Scale(NamedTuple):
    """Numbers to places across the drawing."""

    most: int
    span: int

    def __call__(self, number: int) -> float:
        return round(_LEFT + self.span * number / self.most, 1)


def _ends(one: Revision) -> list[int]:
    return [number for number in (one.low, one.best, one.high) if number is not None]


def _of(estimate: Estimate) -> list[int]:
    return [number for number in (estimate.low, estimate.best, estimate.high) if number is not None]


def _band(estimate: Estimate, across: _Scale, height: int) -> list[Html]:
    """The range from low to high (to the edge where it is open), and the best figure as a line."""
    left = across(estimate.low) if estimate.low is not None else across(0)
    right = across(estimate.high) if estimate.high is not None else float(_WIDTH - _RIGHT)
    bottom = height - _FOOT
    band = tag("rect", x=left, y=_TOP - 6, width=max(round(right - left, 1), 2), height=bottom - _TOP + 10,
               class_="band", fill="#e6edf5")  # fmt: skip
    if estimate.best is None:
        return [band]
    at = across(estimate.best)
    best = tag("line", x1=at, x2=at, y1=_TOP - 10, y2=bottom + 4, class_="best", stroke="#1d4f7c", stroke_width=1.5)
    label = text(at, _TOP - 16, f"best {estimate.best:,}", "best-label", ink="#1d4f7c", end="middle")
    return [band, best, label]


def _axis(most: int, across: _Scale, height: int) -> list[Html]:
    bottom = height - _FOOT + 4
    line = tag("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=bottom, y2=bottom, class_="axis", stroke="#8a857c")
    ticks = []
    for number in _ticks(most):
        at = across(number)
        ticks.append(tag("line", x1=at, x2=at, y1=bottom, y2=bottom + 5, class_="axis", stroke="#8a857c"))
        ticks.append(text(at, bottom + 19, f"{number:,}", "tick", end="middle"))
    return [line, *ticks]


def _ticks(most: int) -> range:
    """At most six round numbers from 0."""
    step = next(s * 10**p for p in range(9) for s in (1, 2, 5) if most / (s * 10**p) <= 6)
    return range(0, most + 1, step)


def _row(line: _Line, across: _Scale, y: int) -> list[Html]:
    ink = "#1f4e79" if line.counted else "#6b665d"
    last = [r for r in line.figures if not r.superseded]
    first = [r for r in line.figures if r.superseded]
    marks = [
        text(_LEFT - 14, y + 4, f"{line.number}. {cut(line.origin, _NAMED)}", "name", ink=_INK, end="end"),
        tag("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=y, y2=y, class_="rule", stroke="#dedad1", stroke_dasharray="1 4"),
    ]
    for one in (*first, *last):
        marks += _mark(one, across, y, ink)
    numbers = [n for r in last for n in (_number(r),) if n is not None]
    if first and numbers:
        start = min((n for r in first for n in (_number(r),) if n is not None), default=None)
        if start is not None and start != max(numbers):
            marks.append(_arrow(across(start), across(max(numbers)), y))
    if numbers:
        marks.append(text(across(max(numbers)) + 11, y + 4, f"{max(numbers):,}", "value", ink=_INK))
    return marks


def _mark(one: Revision, across: _Scale, y: int, ink: str) -> list[Html]:
    number = _number(one)
    if number is None:
        return []
    title = tag("title", f"{_range(one)}, published {short_day(one.day)}")
    if one.superseded:
        return [tag("circle", title, cx=across(number), cy=y, r=5, class_="old", fill="#ffffff", stroke="#6b665d",
                    stroke_width=1.5)]  # fmt: skip
    marks = []
    ends = _ends(one)
    if min(ends) != max(ends):
        marks.append(tag("line", x1=across(min(ends)), x2=across(max(ends)), y1=y, y2=y, class_="reach", stroke=ink,
                         stroke_width=3))  # fmt: skip
    return [*marks, tag("circle", title, cx=across(number), cy=y, r=5.5, class_="new", fill=ink)]


def _number(one: Revision) -> int | None:
    return next((n for n in (one.best, one.low, one.high) if n is not None), None)


def _arrow(start: float, end: float, y: int) -> Html:
    """From an earlier figure to the one that took its place."""
    way = 1 if end > start else -1
    tip = round(end - way * 8, 1)
    path = f"M{round(start + way * 6, 1)} {y}H{tip}m{-way * 5} -3.5l{way * 5} 3.5l{-way * 5} 3.5"
    return tag("path", d=path, class_="arrow", fill="none", stroke="#6b665d", stroke_width=1.3)
