"""What was browsed in, the plain object that the desk's page draws out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from reportedly.model.browsing import Bin, Bounds, Browsed, Cell, Gist
from reportedly.model.reading import Interval

Record = dict[str, Any]


def browsed_record(found: Browsed) -> Record:
    """A page of incidents with timeline, map and counts. Days are ISO dates, both included."""
    return {
        "total": found.total,
        "matching": found.matching,
        "rows": [gist_record(gist) for gist in found.rows],
        "timeline": {"unit": found.unit, "bins": [_bin(one) for one in found.bins]},
        "map": {"cells": [_cell(one) for one in found.cells], "cell": found.cell, "unplaced": found.unplaced},
        "facets": {
            "kind": dict(found.facets.kinds),
            "side": dict(found.facets.sides),
            "grade": dict(found.facets.grades),
            "country": dict(found.facets.countries),
        },
        "undated": found.undated,
    }


def gist_record(gist: Gist) -> Record:
    """One line of the list."""
    first, last = _days(gist.days)
    return {
        "id": gist.id,
        "kind": gist.happening.value,
        "kind_name": named(gist.happening.value),
        "from": _iso(first),
        "to": _iso(last),
        "day_precision": gist.date_precision and int(gist.date_precision),
        "place": gist.place,
        "country": gist.country,
        "lat": gist.latitude,
        "lon": gist.longitude,
        "radius_km": gist.radius_km,
        "killed": gist.killed and list(gist.killed),
        "wounded": gist.wounded and list(gist.wounded),
        "by": list(dict.fromkeys(gist.by)),
        "against": list(dict.fromkeys(gist.against)),
        "origins": gist.origins,
        "reports": gist.reports,
        "grade": gist.grade.value,
        "contested": gist.disputes,
        "total": gist.total,
        "summary": summary(gist),
    }


def named(code: str) -> str:
    """A code of the interface as people read it: "air-strike" is "Air strike"."""
    return code.replace("-", " ").capitalize()


def summary(gist: Gist) -> str:
    """The incident in a line: "Air strike, Dolvi, 2024-05-06: 12–19 killed"."""
    head = ", ".join(filter(None, (named(gist.happening.value), gist.place, _shown(gist.days))))
    tolls = [
        f"{numbers} {what}" for what in ("killed", "wounded") if (numbers := _range(getattr(gist, what))) is not None
    ]
    return f"{head}: {', '.join(tolls)}" if tolls else head


def _range(bounds: Bounds | None) -> str | None:
    """A range in words: "17", "12–19", "at least 3", "some"."""
    if bounds is None:
        return None
    low, best, high = bounds
    if low is not None and high is not None:
        return str(low) if low == high else f"{low}–{high}"
    if low is not None:
        return f"at least {low}"
    return f"at most {high}" if high is not None else "some" if best is None else str(best)


def _shown(days: Interval | None) -> str | None:
    first, last = _days(days)
    if first is None or last is None:
        return f"by {last}" if last else f"from {first}" if first else None
    return str(first) if first == last else f"{first} – {last}"


def _days(days: Interval | None) -> tuple[date | None, date | None]:
    if days is None:
        return None, None
    return days.start, days.end - timedelta(days=1) if days.end else None


def _bin(one: Bin) -> Record:
    return {"from": one.first.isoformat(), "to": one.last.isoformat(), "count": one.count, "killed": one.killed}


def _cell(one: Cell) -> Record:
    record: Record = {"lat": one.latitude, "lon": one.longitude, "count": one.count, "killed": one.killed}
    return record if one.id is None else record | {"id": one.id}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def counted(pairs: Iterable[tuple[str, int]]) -> list[Record]:
    """Counts by name, most first."""
    return [{"name": name, "count": count} for name, count in pairs]
