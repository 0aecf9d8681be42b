"""A claim, an incident or an origin in, one flat row with typed cells out: what Parquet tables and data frames hold.

Each column has a kind and says what stands in it, in which unit. Dates are dates, lists are lists, ranges are three
whole numbers, and what is not known is ``None``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from reportedly.exports.records import claim_record, first_day, last_day
from reportedly.exports.tables import incident_row
from reportedly.model.claim import Claim
from reportedly.model.disputes import disputes
from reportedly.model.incident import Incident
from reportedly.model.words import Measure

FlatRow = dict[str, Any]


class Kind(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    REAL = "real"
    TRUTH = "truth"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The kind of a column's cells, and what they mean."""

    kind: Kind
    meaning: str


Columns = dict[str, Column]


def _text(meaning: str) -> Column:
    return Column(kind=Kind.TEXT, meaning=meaning)


def _number(meaning: str) -> Column:
    return Column(kind=Kind.NUMBER, meaning=meaning)


def _real(meaning: str) -> Column:
    return Column(kind=Kind.REAL, meaning=meaning)


def _list(meaning: str) -> Column:
    return Column(kind=Kind.LIST, meaning=meaning)


def _range(measure: Measure) -> Columns:
    """Low, best and high of a measure."""
    name = measure.value
    words = {"low": "at least so many", "best": "the best figure for the", "high": "at most so many"}
    return {f"{name}_{end}": _number(f"{told} {name}, in people") for end, told in words.items()}


_PLACED = {
    "place": _text("name of the place"),
    "place_id": _text("its id in the gazetteer"),
    "country": _text("ISO 3166-1 alpha-2 code"),
    "admin1": _text("first-level division"),
    "latitude": _real("degrees north, WGS 84"),
    "longitude": _real("degrees east, WGS 84"),
    "radius_km": _real("kilometres around the point that the words leave open"),
    "where_precision": _number("UCDP where_prec, 1 (the place itself) to 7"),
}
_DAYS = {
    "earliest": Column(kind=Kind.DAY, meaning="first possible day"),
    "latest": Column(kind=Kind.DAY, meaning="last possible day, included"),
    "date_precision": _number("UCDP date_prec, 1 (the day) to 5"),
}
_ACTORS = {"perpetrators": _list("names of those who did it"), "targets": _list("names of those it was done to")}

CLAIMS: Columns = {
    "id": _text("the claim's id"),
    "report": _text("the report's id"),
    "happening": _text("kind of happening"),
    "stance": _text("how the last teller holds it: states, alleges, denies …"),
    "hedge": _text("the words that hedge it"),
    "start": _number("first character of the claim in the report's text"),
    "end": _number("the character after its last"),
    "chain": _list("the tellers' names, from the outlet to the origin"),
    "chain_roles": _list("what the tellers are, in the same order"),
    "date_basis": _text("how the days were reached"),
    **_DAYS,
    **_PLACED,
    **_ACTORS,
    **_range(Measure.KILLED),
    "tolls": _text("every count with its measure and words, as a JSON list"),
    "weapons": _list("weapons named"),
    "denies": _list("ids of the claims that it denies"),
    "container": Column(kind=Kind.TRUTH, meaning="whether it is a round-up, which holds incidents and is none"),
}
"""The columns of the claims."""

INCIDENTS: Columns = {
    "id": _text("the incident's id"),
    "happening": _text("kind of happening"),
    **_DAYS,
    **_PLACED,
    **_ACTORS,
    **_range(Measure.KILLED),
    **_range(Measure.WOUNDED),
    "independent_sources": _number("independent origins behind it"),
    "grade": _text("Airwars grade: confirmed, fair, weak, contested or discounted"),
    "contradictions": _list("what contradicts what"),
    "reports": _list("ids of the reports that tell of it"),
    "claims": _list("ids of its claims"),
}
"""The columns of the incidents."""

ORIGINS: Columns = {
    "incident": _text("the incident's id"),
    "name": _text("the origin's name"),
    "role": _text("what the origin is"),
    "reason": _text("why its claims are one voice"),
    "counted": Column(kind=Kind.TRUTH, meaning="whether it counts as an independent origin"),
    "claims": _list("ids of its claims"),
}
"""The columns of the origins: the independent ones are counted."""


def flat_claim(claim: Claim) -> FlatRow:
    """A claim by the columns of ``CLAIMS``."""
    record = claim_record(claim)
    killed = next((toll for toll in claim.tolls if toll.measure is Measure.KILLED), None)
    kept = ("id", "report", "happening", "stance", "hedge", "start", "end", "date_basis", "date_precision")
    return {
        **{column: record[column] for column in kept},
        "chain": [teller.name for teller in claim.chain],
        "chain_roles": [teller.role.value for teller in claim.chain],
        **_days(first_day(claim.days), last_day(claim.days)),
        **_place(claim),
        **_actors(claim),
        **{f"killed_{end}": killed and getattr(killed, end) for end in ("low", "best", "high")},
        "tolls": json.dumps(record["tolls"], ensure_ascii=False),
        "weapons": list(claim.weapons),
        "denies": list(claim.denies),
        "container": claim.container,
    }


def flat_incident(incident: Incident) -> FlatRow:
    """An incident by the columns of ``INCIDENTS``."""
    flat = incident_row(incident)
    return {
        **{column: flat[column] for column in INCIDENTS if column in flat},
        **_days(first_day(incident.days), last_day(incident.days)),
        **_place(incident),
        **_actors(incident),
        "contradictions": [f"{found.kind.value}: {found.text}" for found in disputes(incident.contradictions)],
        "reports": list(incident.reports),
        "claims": list(incident.claims),
    }


def flat_origins(incident: Incident) -> Iterator[FlatRow]:
    """The origins of an incident by the columns of ``ORIGINS``."""
    for counted, found in ((True, incident.origins), (False, incident.uncounted)):
        for origin in found:
            yield {
                "incident": incident.id,
                "name": origin.name,
                "role": origin.role.value,
                "reason": origin.reason,
                "counted": counted,
                "claims": list(origin.claims),
            }


def _days(first: date | None, last: date | None) -> FlatRow:
    return {"earliest": first, "latest": last}


def _actors(of: Claim | Incident) -> FlatRow:
    return {
        "perpetrators": list(dict.fromkeys(who.name for who in of.perpetrators)),
        "targets": list(dict.fromkeys(who.name for who in of.targets)),
    }


def _place(of: Claim | Incident) -> FlatRow:
    place = of.place
    return {
        "place": place and place.name,
        "place_id": place and place.place_id,
        "country": place and place.country,
        "admin1": place and place.admin1,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "radius_km": place and place.radius_km,
        "where_precision": place and place.precision and int(place.precision),
    }
