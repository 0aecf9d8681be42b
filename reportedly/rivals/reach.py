"""Codes of precision in, the days and kilometres that they leave open out.

UCDP GED Codebook 24.1: where_prec 1 is the place itself, 2 lies within some 25 km of it, 3 and 4 are the centres of a
second- and a first-level division, 5 of a part of a country, 6 of a country, 7 is at sea or in the air. ACLED Codebook:
time_precision 2 is the middle of a week, 3 of a month; geo_precision 2 is near a town, 3 a larger region.
"""

from __future__ import annotations

from datetime import date, timedelta

from reportedly.incidents.sketches import REACH
from reportedly.model.words import WherePrecision

OPEN_DAYS = {1: 0, 2: 3, 3: 15}
"""Days before and after an ACLED date that its time_precision leaves open."""

GEO = {1: WherePrecision.EXACT, 2: WherePrecision.NEAR, 3: WherePrecision.PROVINCE}
"""ACLED's geo_precision as UCDP's where_prec."""

LONGEST = 366
"""Days; what is dated to more than a year cannot be matched by day."""


def around(day: date, precision: int) -> tuple[date, date]:
    """First and last day that ACLED's date and time_precision leave open."""
    slack = timedelta(days=OPEN_DAYS[precision])
    return day - slack, day + slack


def reach_km(precision: int) -> float:
    """Kilometres around a point that a UCDP where_prec leaves open."""
    return REACH[WherePrecision(precision)]
