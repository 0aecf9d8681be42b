"""A view of a ledger and the name of a form in, the lines of a file out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Protocol

from reportedly.exports.geojson import geojson_lines
from reportedly.exports.records import incident_record
from reportedly.exports.tables import csv_line, incident_row
from reportedly.exports.ucdp import COLUMNS, Told, ucdp_row
from reportedly.lexicon.places import load_countries
from reportedly.model.claim import Claim
from reportedly.model.incident import Incident
from reportedly.model.text import Report


class Exported(Protocol):
    """What an export walks over: the read side of a ledger."""

    def incidents(self) -> Iterator[Incident]: ...

    def claim(self, id_: str) -> Claim: ...

    def report(self, id_: str) -> Report: ...


def write(form: str, view: Exported) -> Iterator[str]:
    """The lines of the file, without line ends. The same ledger gives the same lines."""
    return FORMS[form](view)


def _jsonl(view: Exported) -> Iterator[str]:
    for incident in view.incidents():
        yield json.dumps(incident_record(incident), ensure_ascii=False)


def _csv(view: Exported) -> Iterator[str]:
    heads: tuple[str, ...] | None = None
    for incident in view.incidents():
        row = incident_row(incident)
        if heads is None:
            heads = tuple(row)
            yield csv_line(heads)
        yield csv_line(row.values())


def _ucdp(view: Exported) -> Iterator[str]:
    yield csv_line(COLUMNS)
    countries = {line.country: line.name for line in load_countries() if line.country}
    number = 0
    for incident in view.incidents():
        row = ucdp_row(incident, _told(view, incident), number + 1, countries)
        if row is not None:
            number += 1
            yield csv_line(row[column] for column in COLUMNS)


def _told(view: Exported, incident: Incident) -> Told:
    return Told(
        reports=tuple(view.report(r) for r in incident.reports), claims=tuple(view.claim(c) for c in incident.claims)
    )


def _geojson(view: Exported) -> Iterator[str]:
    return geojson_lines(view.incidents())


FORMS: dict[str, Callable[[Exported], Iterator[str]]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "ucdp": _ucdp,
    "geojson": _geojson,
}


CANNOT_HOLD = {
    "jsonl": "nothing is left out but the explanations: see `reportedly why`",
    "csv": "measures other than killed and wounded, the words and the explanations are left out",
    "ucdp": "incidents without a figure of deaths, running totals and round-ups are left out; UCDP's own ids of "
    "conflicts, dyads and sides stay empty",
    "geojson": "measures other than killed and wounded are left out; a place that is not known has no geometry",
}
"""What each form has no room for, in words."""
