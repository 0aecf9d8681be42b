"""Incidents in, a GeoJSON feature collection out, a feature a line (RFC 7946: longitude first, WGS 84).

A place that is not known gives ``"geometry": null`` and never a centroid; the precision and the radius of the point
stand in the properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.exports.lines import json_document
from reportedly.exports.tables import incident_row
from reportedly.model.incident import Incident


def geojson_lines(incidents: Iterable[Incident], notes: tuple[str, ...] = ()) -> Iterator[str]:
    """The lines of the collection; whom to credit stands in a member of its own, which RFC 7946 allows."""
    head = {"type": "FeatureCollection"} | ({"notes": list(notes)} if notes else {})
    return json_document(head, "features", (_feature(incident) for incident in incidents))


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
