"""An incident in, one row of a table with HXL hashtags out.

Tags: HXL 1.1 hashtag dictionary; sides, sources and descriptions as OCHA tags UCDP GED on the Humanitarian Data
Exchange. ``+min`` and ``+max`` are the ends of a range, the tag without them its best figure.
"""

from __future__ import annotations

from reportedly.exports.countries import country
from reportedly.exports.records import first_day, last_day
from reportedly.exports.tables import Row, names
from reportedly.model.disputes import disputes
from reportedly.model.incident import Incident
from reportedly.model.words import Measure

TAGS: dict[str, str] = {
    "incident": "#event+id",
    "happening": "#event+type",
    "date_start": "#date+start",
    "date_end": "#date+end",
    "date_precision": "#date+precision",
    "country": "#country+name",
    "country_code": "#country+code+v_iso2",
    "adm1": "#adm1+name",
    "place": "#loc+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "radius_km": "#geo+radius",
    "side_a": "#group+name+first",
    "side_b": "#group+name+second",
    "killed_low": "#affected+killed+min",
    "killed": "#affected+killed",
    "killed_high": "#affected+killed+max",
    "wounded_low": "#affected+injured+min",
    "wounded": "#affected+injured",
    "wounded_high": "#affected+injured+max",
    "displaced": "#affected+displaced",
    "independent_sources": "#meta+source+num",
    "sources": "#meta+source",
    "grade": "#status+grade",
    "contradictions": "#description+contradictions",
}
"""The columns in their order, each with its hashtag and attributes."""


def hxl_row(incident: Incident) -> Row:
    """The columns of :data:`TAGS`; what is not known is empty."""
    place, displaced = incident.place, incident.estimate(Measure.DISPLACED)
    where = country(place.country) if place else None
    return {
        "incident": incident.id,
        "happening": incident.happening.value,
        "date_start": first_day(incident.days),
        "date_end": last_day(incident.days),
        "date_precision": incident.date_precision and int(incident.date_precision),
        "country": where and where.name,
        "country_code": where and where.alpha2,
        "adm1": place and place.admin1,
        "place": place and place.name,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
        "radius_km": place and place.radius_km,
        "side_a": names(incident.perpetrators),
        "side_b": names(incident.targets),
        **_range(incident, Measure.KILLED),
        **_range(incident, Measure.WOUNDED),
        "displaced": displaced and displaced.best,
        "independent_sources": incident.independent_sources,
        "sources": "; ".join(origin.name for origin in incident.origins),
        "grade": incident.grade.value,
        "contradictions": "; ".join(f"{found.kind.value}: {found.text}" for found in disputes(incident.contradictions)),
    }


def _range(incident: Incident, measure: Measure) -> Row:
    found, name = incident.estimate(measure), measure.value
    return {
        f"{name}_low": found and found.low,
        name: found and found.best,
        f"{name}_high": found and found.high,
    }
