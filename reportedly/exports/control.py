"""Places and who is said to hold them in, plain objects for lists and a map out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from reportedly.estimates.control import contested, held_on, known_by
from reportedly.model.control import Ground, Holds

Record = dict[str, Any]


def ground_record(ground: Ground) -> Record:
    """A place in a list."""
    return {
        "name": ground.place,
        "id": ground.place_id,
        "lat": ground.latitude,
        "lon": ground.longitude,
        "stands": len(ground.stands),
    }


def control_map(grounds: Iterable[Ground], on: date | None) -> Record:
    """Who is said to hold what on a day (the last of which anything is told, where none is named), and the first and
    the last day of which anything is told. Places that nobody is said to hold then are left out."""
    held = list(grounds)
    days = [day for ground in held for stand in ground.stands if (day := known_by(stand)) is not None]
    first, last = min(days, default=None), max(days, default=None)
    day = on or last
    rows = [row for ground in held if day is not None and (row := _row(ground, day)) is not None]
    return {"on": day and day.isoformat(), "first": _iso(first), "last": _iso(last), "rows": rows}


def _row(ground: Ground, day: date) -> Record | None:
    holders = held_on(ground.stands, day)
    if not holders:
        return None
    return {
        "place": ground.place,
        "id": ground.place_id,
        "lat": ground.latitude,
        "lon": ground.longitude,
        "holders": [_holder(one) for one in holders],
        "contested": contested(holders),
    }


def _holder(one: Holds) -> Record:
    return {
        "name": one.name,
        "stance": one.stance.value,
        "since": _iso(one.since),
        "as_of": _iso(one.as_of),
        "partly": one.partly,
        "origin": one.origin,
        "report": one.report,
        "claim": one.claim,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
