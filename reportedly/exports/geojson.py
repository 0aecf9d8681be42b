"""Incidents in, a GeoJSON feature collection out, a feature a line (RFC 7946: longitude first, WGS 84).

A place that is not known gives ``"geometry": null`` and never a centroid; the precision and the radius of the point
stand in the properties.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from reportedly.exports.tables import incident_row
from reportedly.model.incident import Incident


def geojson_lines(incidents: Iterable[Incident]) -> Iterator[str]:
    """The lines of the collection."""
    yield '{"type": "FeatureCollection", "features": ['
    waiting: str | None = None
    for incident in incidents:
        if waiting is not None:
            yield waiting + ","
        waiting = json.dumps(_feature(incident), ensure_ascii=False, default=str)
    if waiting is not None:
        yield waiting
    yield "]}"


def _feature(incident: Incident) -> dict[str, object]:
    place = incident.place
    known = place is not None and place.latitude is not None and place.longitude is not None
    point = {"type": "Point", "coordinates": [place.longitude, place.latitude]} if place and known else None
    row = incident_row(incident)
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": point,
        "properties": {k: v for k, v in row.items() if k not in {"id", "latitude", "longitude"}},
    }
