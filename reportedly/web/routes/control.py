"""``/api/places``, ``/api/control`` and ``/api/tallies``: who is said to hold what, and stated totals checked."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from reportedly.ledger import record
from reportedly.web.answers import Answer
from reportedly.web.desk import Desk

MOST = 500
"""Places that are listed."""


def routes(desk: Desk) -> APIRouter:
    """The routes of control and tallies."""
    router = APIRouter(prefix="/api", tags=["control"])

    @router.get("/places", summary="Places that are said to be held, those most is told of first")
    def places(q: Annotated[str, Query(max_length=200)] = "") -> Answer:
        wanted = q.strip().casefold()
        found = [ground for ground in desk.ledger.grounds() if wanted in ground.place.casefold()]
        return Answer({"total": len(found), "rows": [record(ground) for ground in found[:MOST]]})

    @router.get("/control", summary="Who is said to hold a place, by day")
    def control(place: Annotated[str, Query(min_length=1, max_length=200)]) -> Answer:
        found = desk.ledger.control(place)
        holders = [one._asdict() for one in found.holders]
        return Answer(
            {"names": list(found.names), "stands": [record(stand) for stand in found.stands], "holders": holders}
        )

    @router.get("/control/map", summary="Who is said to hold what on a day")
    def control_map(on: date | None = None) -> Answer:
        return Answer(desk.ledger.control_map(on))

    @router.get("/tallies", summary="Stated running totals beside what the incidents add up to")
    def tallies() -> Answer:
        return Answer({"rows": [record(tally) for tally in desk.ledger.tallies()]})

    return router
