"""``/api/incidents``: the list with its timeline and map, one incident, why it says what it says."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from reportedly.ledger import record
from reportedly.model.browsing import Frame, SortKey, Wanted
from reportedly.model.incident import Incident
from reportedly.web.answers import Answer, RefusedError
from reportedly.web.desk import Desk
from reportedly.web.explained import explained

Words = Annotated[list[str] | None, Query()]


def routes(desk: Desk) -> APIRouter:
    """The routes of incidents."""
    router = APIRouter(prefix="/api/incidents", tags=["incidents"])

    @router.get("", summary="Incidents that are wanted, with their timeline, map and counts")
    def incidents(
        q: Annotated[str | None, Query(max_length=400, description="words of the reports")] = None,
        first: Annotated[date | None, Query(alias="from", description="first day")] = None,
        last: Annotated[date | None, Query(alias="to", description="last day, included")] = None,
        box: Annotated[str | None, Query(description="west,south,east,north in degrees")] = None,
        view: Annotated[str | None, Query(description="the part of the map that is looked at, as box")] = None,
        kind: Words = None,
        side: Words = None,
        grade: Words = None,
        country: Words = None,
        contested: bool = False,
        single: bool = False,
        killed: Annotated[int | None, Query(ge=0, le=2**53)] = None,
        origins: Annotated[int | None, Query(ge=0, le=2**53)] = None,
        sort: Annotated[str, Query(description="when, killed, …; with - before it the largest first")] = "when",
        offset: Annotated[int, Query(ge=0, le=2**53)] = 0,
        limit: Annotated[int, Query(ge=0, le=500)] = 100,
        cell: Annotated[float | None, Query(gt=0, le=180, description="degrees of a map's cell")] = None,
    ) -> Answer:
        wanted = Wanted(
            words=q,
            first=first,
            last=last,
            box=_frame("box", box),
            seen=_frame("view", view),
            kinds=tuple(kind or ()),
            sides=tuple(side or ()),
            grades=tuple(grade or ()),
            countries=tuple(country or ()),
            contested=contested,
            single=single,
            least_killed=killed,
            least_origins=origins,
            sort=_key(sort.removeprefix("-")),
            descending=sort.startswith("-"),
            offset=offset,
            limit=limit,
            cell=cell,
        )
        return Answer({"revision": desk.ledger.revision(), **record(desk.ledger.browse(wanted))})

    @router.get("/{id}", summary="One incident, laid out")
    def incident(id: str) -> Answer:
        return Answer(record(desk.ledger.sheet(_incident(desk, id).id)))

    @router.get("/{id}/why", summary="Why an incident says what it says")
    def why(id: str) -> Answer:
        return Answer(explained(desk.ledger.why(_incident(desk, id).id)))

    return router


def _incident(desk: Desk, id_: str) -> Incident:
    found = desk.ledger.show(id_) if "#" not in id_ else None
    if not isinstance(found, Incident):
        raise RefusedError(404, "the ledger holds no incident of this id", mend="look for it in the list of incidents")
    return found


def _key(word: str) -> SortKey:
    try:
        return SortKey(word)
    except ValueError:
        raise RefusedError(
            422, "incidents are not sorted by this", "query.sort", f"one of {', '.join(SortKey)}"
        ) from None


def _frame(name: str, text: str | None) -> Frame | None:
    if text is None:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise RefusedError(
            422, "four numbers are wanted", f"query.{name}", "west,south,east,north in degrees"
        ) from None
    return Frame(west=west, south=south, east=east, north=north)
