"""A row of UCDP GED or ACLED in, the event that it tells of out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportedly.exports.ucdp import KINDS
from reportedly.model.rival import Event, Scheme, Side
from reportedly.rivals.cells import Cells, UnreadableError
from reportedly.rivals.countries import Countries
from reportedly.rivals.parties import Parties
from reportedly.rivals.reach import GEO, LONGEST, around, reach_km


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a coder's words are looked up in."""

    parties: Parties
    countries: Countries


def event_of(scheme: Scheme, cells: Cells, line: int, known: Known) -> Event:
    """The event. Raises UnreadableError where a cell is wrong or lacks what an event needs."""
    return _EVENTS[scheme](cells, line, known)


def _ucdp(cells: Cells, line: int, known: Known) -> Event:
    first, last = cells.day("date_start"), cells.day("date_end")
    if last < first:
        raise UnreadableError(f"date_end {last} comes before date_start {first}", "put the earlier day first")
    if (last - first).days > LONGEST:
        raise UnreadableError(f"{first} to {last} is more than a year", "give the days of the event alone")
    where = cells.code("where_prec", 7)
    kind = cells.number("type_of_violence")
    return Event(
        id=cells.word("id") or f"line {line}",
        first=first,
        last=last,
        date_precision=cells.code("date_prec", 5) if cells.word("date_prec") else None,
        latitude=cells.degrees("latitude", 90),
        longitude=cells.degrees("longitude", 180),
        reach_km=reach_km(where),
        where_precision=where,
        place=cells.word("where_coordinates") or None,
        country=known.countries.of(cells.word("country")),
        sides=_sides(known.parties, cells.words("side_a"), cells.words("side_b")),
        low=cells.number("low"),
        best=cells.number("best"),
        high=cells.number("high"),
        kind=KINDS.get(kind) if kind is not None else None,
        line=line,
    )


def _acled(cells: Cells, line: int, known: Known) -> Event:
    precision, where = cells.code("time_precision", 3), GEO[cells.code("geo_precision", 3)]
    first, last = around(cells.day("event_date"), precision)
    kind = cells.word("event_type")
    under = cells.word("sub_event_type")
    one = cells.words("actor1", "assoc_actor_1")
    return Event(
        id=cells.word("event_id_cnty") or f"line {line}",
        first=first,
        last=last,
        date_precision=precision,
        latitude=cells.degrees("latitude", 90),
        longitude=cells.degrees("longitude", 180),
        reach_km=reach_km(where),
        where_precision=where,
        place=cells.word("location") or None,
        country=known.countries.of(cells.word("country"), cells.word("iso")),
        sides=_sides(known.parties, one, cells.words("actor2", "assoc_actor_2")),
        best=cells.number("fatalities"),
        kind=f"{kind}: {under}" if under else kind or None,
        line=line,
    )


_EVENTS: dict[Scheme, Callable[[Cells, int, Known], Event]] = {Scheme.UCDP: _ucdp, Scheme.ACLED: _acled}


def _sides(parties: Parties, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Side, Side]:
    return parties.theirs(one), parties.theirs(other)
