"""An incident in, one flat row of a CSV file out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from reportedly.exports.records import first_day, last_day
from reportedly.model.disputes import disputes
from reportedly.model.incident import Incident
from reportedly.model.reading import Who
from reportedly.model.words import Measure

Row = dict[str, object]

_STARTS_FORMULA = frozenset({"=", "+", "-", "@", "\t", "\r"})


def incident_row(incident: Incident) -> Row:
    """The columns of ``export --format csv``; lists are joined by "; ", what is not known is empty."""
    place = incident.place
    return {
        "id": incident.id,
        "happening": incident.happening.value,
        "earliest": first_day(incident.days),
        "latest": last_day(incident.days),
        "date_precision": incident.date_precision and int(incident.date_precision),
        "place": place and place.name,
        "country": place and place.country,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "radius_km": place and place.radius_km,
        "where_precision": place and place.precision and int(place.precision),
        "perpetrators": names(incident.perpetrators),
        "targets": names(incident.targets),
        **_range(incident, Measure.KILLED),
        **_range(incident, Measure.WOUNDED),
        "independent_sources": incident.independent_sources,
        "origins": "; ".join(o.name for o in incident.origins),
        "grade": incident.grade.value,
        "contradictions": "; ".join(f"{c.kind.value}: {c.text}" for c in disputes(incident.contradictions)),
        "reports": "; ".join(incident.reports),
        "claims": "; ".join(incident.claims),
    }


def names(actors: Iterable[Who]) -> str:
    """The actors' names, each once, joined as the field joins lists."""
    return "; ".join(dict.fromkeys(who.name for who in actors))


def csv_line(cells: Iterable[object]) -> str:
    """One line of CSV (RFC 4180 quoting), without its end. A cell that a spreadsheet would run as a formula is
    kept from it by a leading apostrophe."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(["" if c is None else _harmless(c) for c in cells])
    return line.getvalue().removesuffix("\r\n")


def _harmless(cell: object) -> str:
    """Numbers are left as they are: only words can be formulas."""
    words = str(cell)
    return f"'{words}" if isinstance(cell, str) and words[:1] in _STARTS_FORMULA else words


def _range(incident: Incident, measure: Measure) -> Row:
    found = incident.estimate(measure)
    name = measure.value
    return {
        f"{name}_low": found and found.low,
        f"{name}_best": found and found.best,
        f"{name}_high": found and found.high,
    }
