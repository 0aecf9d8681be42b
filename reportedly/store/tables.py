"""The tables of a ledger as queries name them. The migrations make them; a test holds the two together."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, Double, LargeBinary, MetaData, Table, Text
from sqlalchemy.sql.type_api import TypeEngine

Kind = type[TypeEngine[Any]]

METADATA = MetaData()


def _table(called: str, /, **columns: Kind) -> Table:
    return Table(called, METADATA, *(Column(column, kind) for column, kind in columns.items()))


_TOLLS: dict[str, Kind] = {
    f"{measure}_{bound}": BigInteger for measure in ("killed", "wounded") for bound in ("low", "best", "high")
}
_WHEN: dict[str, Kind] = {"start_day": Date, "end_day": Date, "date_precision": BigInteger}
_WHERE: dict[str, Kind] = {
    "place": Text,
    "place_id": Text,
    "latitude": Double,
    "longitude": Double,
    "where_precision": BigInteger,
    "country": Text,
}

ledger_version = _table("ledger_version", version=BigInteger, name=Text)
ledger_state = _table("ledger_state", name=Text, amount=BigInteger)

original = _table("original", sha256=Text, media_type=Text, size=BigInteger, packed=LargeBinary)
recipe = _table("recipe", digest=Text, frozen=Text)
run = _table("run", number=BigInteger, kind=Text, recipe=Text, started=Text, ended=Text, counts=Text)

report = _table(
    "report",
    number=BigInteger,
    id=Text,
    digest=Text,
    findings=Text,
    recipe=Text,
    run=BigInteger,
    title=Text,
    outlet=Text,
    url=Text,
    language=Text,
    published=Date,
    media_type=Text,
    original=Text,
    characters=BigInteger,
    head=Text,
    body=LargeBinary,
)
reading = _table("reading", report=Text, packed=LargeBinary)
attribution = _table(
    "attribution", report=Text, number=BigInteger, stance=Text, rule=Text, origin=Text, origin_role=Text, frozen=Text
)
claim = _table(
    "claim",
    id=Text,
    report=Text,
    number=BigInteger,
    happening=Text,
    stance=Text,
    container=Boolean,
    **_WHEN,
    **_WHERE,
    **_TOLLS,
    origin=Text,
    origin_role=Text,
    frozen=Text,
)
holding = _table(
    "holding",
    report=Text,
    number=BigInteger,
    place=Text,
    place_id=Text,
    holder=Text,
    actor_id=Text,
    state=Text,
    as_of=Date,
    frozen=Text,
)
issue = _table("issue", report=Text, number=BigInteger, code=Text, frozen=Text)
failure = _table("failure", source=Text, code=Text, frozen=Text)

incident = _table(
    "incident",
    id=Text,
    happening=Text,
    **_WHEN,
    **_WHERE,
    **_TOLLS,
    independent_sources=BigInteger,
    grade=Text,
    frozen=Text,
)
incident_claim = _table("incident_claim", incident=Text, claim=Text)
incident_alias = _table("incident_alias", alias=Text, incident=Text)
comparison = _table("comparison", left_claim=Text, right_claim=Text, score=Double, frozen=Text)
report_copy = _table("report_copy", left_report=Text, right_report=Text, containment=Double)

decision = _table("decision", number=BigInteger, hash=Text, line=Text)

report_change = _table("report_change", report=Text, revision=BigInteger)
kept_words = _table("kept_words", name=Text, packed=LargeBinary)
kept_report = _table("kept_report", number=BigInteger, id=Text, packed=LargeBinary)
kept_strand = _table("kept_strand", number=BigInteger, report=BigInteger, slip=LargeBinary, sketch=LargeBinary)
kept_page = _table("kept_page", book=BigInteger, first=BigInteger, packed=LargeBinary)
