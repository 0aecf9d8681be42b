"""An incident and what was told of it in, one row of the UCDP GED layout (49 columns) out.

What the layout cannot hold is left out of the row: an incident without a single death is no UCDP event, and ranges
other than of deaths have no column. Ids of conflicts, dyads and sides are UCDP's own and stay empty. Codes: UCDP GED
Codebook 24.1.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.exports.records import first_day, last_day
from reportedly.exports.sides import GROUP, STATE, is_civil
from reportedly.exports.tables import Row, names
from reportedly.exports.walk import Told
from reportedly.model.incident import Estimate, Incident
from reportedly.model.reading import Where, Who
from reportedly.model.words import Measure

_NAMES = """
    id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name
    dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b
    number_of_sources source_article source_office source_date source_headline source_original where_prec
    where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id
    region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best
    high low gwnoa gwnob
"""
COLUMNS = tuple(_NAMES.split())
"""The columns of UCDP GED, in its order."""

NO_EVENT = "no death is stated with a figure, or only in running totals and round-ups"
"""Why an incident has no row."""

KINDS = {1: "state-based", 2: "non-state", 3: "one-sided"}
"""The codes of type_of_violence, in the codebook's words."""


def ucdp_row(incident: Incident, told: Told, number: int, countries: Mapping[str, str]) -> Row | None:
    """The row, or ``None`` where no death is stated with a figure, or only in running totals and round-ups, which are
    no event. ``countries`` are names by ISO code."""
    killed = incident.estimate(Measure.KILLED)
    if killed is None or _best(killed) < 1 or told.only_totals:
        return None
    start, end = first_day(incident.days), last_day(incident.days)
    clear = start is not None and start == end and bool(incident.perpetrators)
    row: Row = dict.fromkeys(COLUMNS)
    row.update(
        id=number,
        relid=incident.id,
        year=(start or end) and (start or end).year,  # type: ignore[union-attr]
        code_status="Unchecked",
        type_of_violence=type_of_violence(incident.perpetrators, incident.targets),
        side_a=names(incident.perpetrators) or None,
        side_b=names(incident.targets) or None,
        number_of_sources=incident.independent_sources,
        **_sources(incident, told),
        **_where(incident.place, countries),
        event_clarity=1 if clear else 2,
        date_prec=incident.date_precision and int(incident.date_precision),
        date_start=start,
        date_end=end,
        **_deaths(incident, killed),
    )
    return row


def type_of_violence(perpetrators: tuple[Who, ...], targets: tuple[Who, ...]) -> int | None:
    """1 state-based, 2 non-state, 3 one-sided; ``None`` where the sides are not known."""
    sides = {w.kind for w in perpetrators} | {w.kind for w in targets}
    if targets and all(is_civil(w) for w in targets) and any(w.kind in STATE | GROUP for w in perpetrators):
        return 3
    if sides & STATE and sides & GROUP:
        return 1
    civil = any(is_civil(w) for w in (*perpetrators, *targets))
    if sides & GROUP and perpetrators and targets and not civil and not sides & STATE:
        return 2
    return None


def priogrid(latitude: float, longitude: float) -> int:
    """The cell of the PRIO grid: half a degree wide, 720 columns, numbered from 90°S 180°W."""
    row = min(int((latitude + 90) * 2), 359)
    column = min(int((longitude + 180) * 2), 719)
    return row * 720 + column + 1


def _best(killed: Estimate) -> int:
    return killed.best if killed.best is not None else killed.low or 0


def deaths(killed: Estimate) -> tuple[int, int, int]:
    """Low, best and high, as the codebook asks for all three: where no best is stated, the low is the best."""
    best = _best(killed)
    return min(best, killed.low if killed.low is not None else best), best, max(best, killed.high or best)


def _deaths(incident: Incident, killed: Estimate) -> Row:
    low, best, high = deaths(killed)
    civil = bool(incident.targets) and all(is_civil(w) for w in incident.targets)
    return {
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": best if civil else 0,
        "deaths_unknown": 0 if civil else best,
        "best": best,
        "high": high,
        "low": low,
    }


def _sources(incident: Incident, told: Told) -> Row:
    reports = sorted(told.reports, key=lambda r: (r.published.day.isoformat() if r.published else "9999", r.id))
    cited = [f'"{r.outlet or "unknown"},{r.published.day if r.published else ""},{r.title or ""}"' for r in reports]
    first = reports[0] if reports else None
    return {
        "source_article": ";".join(cited),
        "source_office": first and first.outlet,
        "source_date": first and first.published and first.published.day,
        "source_headline": first and first.title,
        "source_original": "; ".join(o.name for o in incident.origins) or None,
    }


def _where(place: Where | None, countries: Mapping[str, str]) -> Row:
    if place is None:
        return {}
    row: Row = {
        "where_prec": place.precision and int(place.precision),
        "where_coordinates": place.name,
        "where_description": place.text,
        "adm_1": place.admin1,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": countries.get(place.country or "", place.country),
    }
    if place.latitude is not None and place.longitude is not None:
        row["geom_wkt"] = f"POINT ({place.longitude} {place.latitude})"
        row["priogrid_gid"] = priogrid(place.latitude, place.longitude)
    return row
