"""The counts of an incident's claims in, the same out without those of something larger: a war, a year.

A report on one incident goes on to what it is part of: "more than 300,000 have died", "last year four children died".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reportedly.estimates.count import Count
from reportedly.model.claim import Claim
from reportedly.model.words import DatePrecision

_A_WAR = 1000
_MANY_TIMES = 20
_LARGER = "many times as high as every other count, of something larger"
_LONGER = "counted over a whole year, where others date theirs to a day"
_SHARP = frozenset({DatePrecision.DAY, DatePrecision.DAYS})


def of_this(
    claims: Sequence[Claim], told: Mapping[str, Sequence[Count]], aside: Mapping[str, list[str]]
) -> dict[str, Sequence[Count]]:
    """The counts by claim without those of something larger."""
    return _of_size(_of_time(claims, told, aside), aside)


def _of_time(
    claims: Sequence[Claim], told: Mapping[str, Sequence[Count]], aside: Mapping[str, list[str]]
) -> dict[str, Sequence[Count]]:
    """The counts without those that their own words date to a whole year, where any other is dated to a day."""
    dated = {claim.id: claim.date_precision for claim in claims if claim.id in told}
    if not any(precision in _SHARP for precision in dated.values()):
        return dict(told)
    kept: dict[str, Sequence[Count]] = {}
    for claim, own in told.items():
        if dated[claim] is DatePrecision.YEAR:
            aside[claim] += [f"{count.text}: {_LONGER}" for count in own]
        else:
            kept[claim] = own
    return kept


def _of_size(told: Mapping[str, Sequence[Count]], aside: Mapping[str, list[str]]) -> dict[str, Sequence[Count]]:
    """The counts by claim without those of something larger: a thousand or more, and many times as high as every other
    count of all the victims ("more than 300,000 have died", beside a strike that killed twenty)."""
    sizes = sorted({count.number for own in told.values() for count in own if count.everyone and count.number > 1})
    ends = [high for low, high in pairwise(sizes) if high >= _A_WAR and high >= _MANY_TIMES * low]
    if not ends:
        return dict(told)
    kept: dict[str, Sequence[Count]] = {}
    for claim, own in told.items():
        aside[claim] += [f"{count.text}: {_LARGER}" for count in own if count.number >= ends[0]]
        here = [count for count in own if count.number < ends[0]]
        if here:
            kept[claim] = here
    return kept
