"""A ledger's view in, three Parquet tables out: claims, incidents and origins.

Dates are dates, lists are lists, and what is not known is null. The same ledger gives the same bytes with the same
version of pyarrow, which is an extra: ``pip install reportedly[parquet]``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from itertools import islice
from typing import Any

from reportedly.errors import LedgerError, MissingError
from reportedly.exports.asked import Asked
from reportedly.exports.lines import whole
from reportedly.exports.parts import Part
from reportedly.exports.records import claim_record, first_day, last_day
from reportedly.exports.tables import incident_row
from reportedly.exports.walk import Exported
from reportedly.model.claim import Claim
from reportedly.model.incident import Incident
from reportedly.model.words import Measure

Record = dict[str, Any]

_TEXT, _DAY, _NUMBER, _REAL, _TRUTH, _LIST = "string", "date32", "int64", "float64", "bool", "list"

_PLACE = {"place": _TEXT, "place_id": _TEXT, "country": _TEXT, "admin1": _TEXT, "latitude": _REAL, "longitude": _REAL}
_PLACED = {**_PLACE, "radius_km": _REAL, "where_precision": _NUMBER}
_DAYS = {"earliest": _DAY, "latest": _DAY, "date_precision": _NUMBER}
_WHO = {"perpetrators": _LIST, "targets": _LIST}

CLAIMS = {
    **dict.fromkeys(("id", "report", "happening", "stance", "hedge"), _TEXT),
    **{"start": _NUMBER, "end": _NUMBER, "chain": _LIST, "chain_roles": _LIST, "date_basis": _TEXT},
    **_DAYS,
    **_PLACED,
    **_WHO,
    **dict.fromkeys(("killed_low", "killed_best", "killed_high"), _NUMBER),
    **{"tolls": _TEXT, "weapons": _LIST, "denies": _LIST, "container": _TRUTH},
}
"""The columns of the claims; ``tolls`` is the JSON list of the interface, with every measure and its words."""

INCIDENTS = {
    **dict.fromkeys(("id", "happening"), _TEXT),
    **_DAYS,
    **_PLACED,
    **_WHO,
    **{f"{m.value}_{end}": _NUMBER for m in (Measure.KILLED, Measure.WOUNDED) for end in ("low", "best", "high")},
    **{"independent_sources": _NUMBER, "grade": _TEXT, "contradictions": _LIST, "reports": _LIST, "claims": _LIST},
}
"""The columns of the incidents."""

ORIGINS = {**dict.fromkeys(("incident", "name", "role", "reason"), _TEXT), "counted": _TRUTH, "claims": _LIST}
"""The columns of the origins: the independent ones are counted."""

_BATCH = 10_000
"""Rows held at a time."""


def parquet_parts(view: Exported, asked: Asked) -> Iterator[Part]:
    """The three files. Raises MissingError without pyarrow."""
    yield _file("claims.parquet", CLAIMS, (_claim(claim) for claim in view.claims()), asked)
    yield _file("incidents.parquet", INCIDENTS, (_incident(incident) for incident in view.incidents()), asked)
    yield _file("origins.parquet", ORIGINS, (row for i in view.incidents() for row in _origins(i)), asked)


def _file(name: str, columns: dict[str, str], rows: Iterable[Record], asked: Asked) -> Part:
    pa, pq = _pyarrow()
    kinds = {_TEXT: pa.string(), _DAY: pa.date32(), _NUMBER: pa.int64(), _REAL: pa.float64(), _TRUTH: pa.bool_()}
    kinds[_LIST] = pa.list_(pa.string())
    notes = {"reportedly.notes": json.dumps(asked.notes, ensure_ascii=False)}
    schema = pa.schema([(column, kinds[kind]) for column, kind in columns.items()], metadata=notes)
    out, waiting, written = BytesIO(), iter(rows), 0
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(islice(waiting, _BATCH)):
            writer.write_table(pa.Table.from_pylist([_clean(row) for row in batch], schema=schema))
            written += len(batch)
    if pq.read_metadata(BytesIO(out.getvalue())).num_rows != written:
        raise LedgerError(f"{name} does not read back", code="export-check")
    return Part(name=name, content=(out.getvalue(),))


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingError(
            "Parquet files need pyarrow, which is not installed",
            mend="pip install 'reportedly[parquet]'",
            code="no-pyarrow",
        ) from error
    return pyarrow, pyarrow.parquet


def _clean(row: Record) -> Record:
    return {k: whole(v) if isinstance(v, str) else _listed(v) if isinstance(v, list) else v for k, v in row.items()}


def _listed(texts: list[str | None]) -> list[str | None]:
    return [text if text is None else whole(text) for text in texts]


def _claim(claim: Claim) -> Record:
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


def _incident(incident: Incident) -> Record:
    flat = incident_row(incident)
    return {
        **{column: flat[column] for column in INCIDENTS if column in flat},
        **_days(first_day(incident.days), last_day(incident.days)),
        **_place(incident),
        **_actors(incident),
        "contradictions": [f"{found.kind.value}: {found.text}" for found in incident.contradictions],
        "reports": list(incident.reports),
        "claims": list(incident.claims),
    }


def _origins(incident: Incident) -> Iterator[Record]:
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


def _days(first: date | None, last: date | None) -> Record:
    return {"earliest": first, "latest": last}


def _actors(of: Claim | Incident) -> Record:
    return {
        "perpetrators": list(dict.fromkeys(who.name for who in of.perpetrators)),
        "targets": list(dict.fromkeys(who.name for who in of.targets)),
    }


def _place(of: Claim | Incident) -> Record:
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
