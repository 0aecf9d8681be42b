"""Incidents in short for tests: each is one of Veldania unless a test says otherwise."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from reportedly.browsing.browse import browse
from reportedly.browsing.columns import Columns, columns
from reportedly.browsing.ordering import ordered
from reportedly.model.browsing import Browsed, Gist, Wanted
from reportedly.model.reading import Interval
from reportedly.model.words import DatePrecision, Grade, Happening


def gist(name: str, day: date | None = date(2024, 5, 6), **said: Any) -> Gist:
    """An incident of one day at Dolvi."""
    known: dict[str, Any] = {
        "happening": Happening.SHELLING,
        "days": Interval(day, day + timedelta(days=1)) if day else None,
        "date_precision": DatePrecision.DAY if day else None,
        "place": "Dolvi",
        "country": "XV",
        "latitude": 41.0,
        "longitude": 61.0,
        "radius_km": None,
        "killed": None,
        "wounded": None,
        "by": (),
        "against": (),
        "sides": (),
        "origins": 1,
        "reports": 1,
        "numbers": (),
        "grade": Grade.WEAK,
        "disputes": 0,
    }
    return Gist(id=name, **(known | said))


def asked(held: Columns, wanted: Wanted, *told: int) -> Browsed:
    """What is wanted; ``told`` are the numbers of reports that hold the wanted words."""
    from reportedly.browsing.narrowing import telling

    order = ordered(held, wanted.sort, descending=wanted.descending)
    return browse(held, wanted, order, telling(held, told) if wanted.words else None)


def ids(found: Browsed) -> list[str]:
    """The incidents of the page."""
    return [row.id for row in found.rows]


__all__ = ["asked", "columns", "gist", "ids"]
