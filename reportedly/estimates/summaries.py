"""The counts of an incident's claims in, the figure by which each report itself sums up its sources out.

A report that gives a toll in its own voice before it cites anyone has weighed those whom it goes on to cite. So its
figure governs what the report says: what it closes stays closed, and the sources fill what it leaves open. "At least
four", and then a source with three and one with five, is four to five; "between five and eight" is five to eight,
whoever says five.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.estimates.count import Count, together
from reportedly.estimates.counts import Sheet
from reportedly.estimates.figures import Figure
from reportedly.estimates.voices import Standing, Voice
from reportedly.model.claim import Claim


def summaries(claims: Sequence[Claim], told: Sheet, voices: Mapping[str, Voice]) -> Mapping[str, Count]:
    """For each report whose first count of all the victims has no source, that count."""
    own: dict[str, list[Count]] = {}
    sourced = set()
    ordered = [
        c for c in sorted(claims, key=lambda c: (c.report, c.span.start, c.span.end, c.id)) if c.id in told.counts
    ]
    sums = [(claim, together(told.counts[claim.id])) for claim in ordered]
    whole = {claim.report for claim, count in sums if count.everyone}
    for claim, count in sums:
        if not (count.everyone or (claim.report not in whole and count.number > 1)):
            continue
        if voices[claim.id].standing is not Standing.SOURCE:
            own.setdefault(claim.report, []).append(count)
        elif claim.report not in own:
            sourced.add(claim.report)
    return {report: _closed(counts) for report, counts in own.items() if report not in sourced}


def _closed(counts: Sequence[Count]) -> Count:
    """The first count, its open end closed by what the report goes on to state itself: "at least 32", and then
    "reportedly up to 40", is 32 to 40, and "reportedly up to 20", and then "17", is 17 to 20."""
    first = counts[0]
    if _is_ceiling(first):
        floors = [n.low for n in counts[1:] if n.everyone and n.low is not None and n.low < first.number]
        return first._replace(low=min(floors)) if floors else first
    tops = [count.high for count in counts[1:] if _is_ceiling(count) and (count.high or 0) > first.number]
    return first._replace(high=min(tops)) if first.high is None and tops else first  # type: ignore[type-var]


def _is_ceiling(count: Count) -> bool:
    return count.low is None and count.best is None and count.high is not None


def narrowed(figure: Figure, summary: Count | None) -> Figure:
    """The figure of a source as its report leaves it: inside the ends that the report's own summary closes. An exact
    number closes only the lower end: lower counts came earlier, but a higher one may have come later."""
    if summary is None:
        return figure
    floor = _floor(summary)
    if floor is not None and max(figure.number or 0, figure.high or 0) < floor:
        return _overtaken(figure, summary)
    ceiling = None if summary.low == summary.high else summary.high
    number, aside = figure.number, figure.set_aside
    if number is not None and number != _at_least(_at_most(number, ceiling), floor):
        why = f"{number}, which its report, summing up, does not hold to ({summary.text})"
        aside = (*aside, *((claim, why) for claim in figure.claims))
    return figure._replace(
        low=floor if floor is not None else _at_most(figure.low, ceiling),
        best=_at_least(_at_most(figure.best, ceiling), floor),
        high=ceiling if ceiling is not None else _at_least(figure.high, floor),
        set_aside=aside,
    )


def _floor(summary: Count) -> int | None:
    """The lowest that a summary leaves open: "more than 50" are 51 at least."""
    return summary.low + 1 if summary.passed and summary.low is not None else summary.low


def _at_most(number: int | None, ceiling: int | None) -> int | None:
    return number if number is None or ceiling is None else min(number, ceiling)


def _at_least(number: int | None, floor: int | None) -> int | None:
    return number if number is None or floor is None else max(number, floor)


def _overtaken(figure: Figure, summary: Count) -> Figure:
    """A figure wholly below the floor came earlier: its report's own count stands in its place, open ends and all."""
    why = f"{figure.number}, which its report, summing up, does not hold to ({summary.text})"
    aside = (*figure.set_aside, *((claim, why) for claim in figure.claims))
    return figure._replace(low=summary.low, best=summary.best, high=summary.high, set_aside=aside)
