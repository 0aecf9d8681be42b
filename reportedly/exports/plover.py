"""An incident and what was told of it in, one event record of PLOVER (JSON Lines) out.

PLOVER codes who did what to whom: an incident without a first day, without a named doer or of a kind that it has no
category for has no record; the reason is counted. Codes: PLOVER Manual of the Open Event Data Alliance, tables of
event categories, modes, contexts, sectors and JSON fields. Fields of our own stand under ``reportedly``.
"""

from __future__ import annotations

from typing import Any

from reportedly.exports.countries import country
from reportedly.exports.records import first_day, last_day
from reportedly.exports.sides import country_of
from reportedly.exports.walk import Told
from reportedly.model.disputes import disputes
from reportedly.model.incident import Incident
from reportedly.model.reading import Where, Who
from reportedly.model.text import Report
from reportedly.model.words import Happening, Measure, WherePrecision

Record = dict[str, Any]
Code = tuple[str, tuple[str, ...], tuple[str, ...]]
"""Category, modes and contexts."""


def _assault(*modes: str, contexts: tuple[str, ...] = ()) -> Code:
    return ("ASSAULT", modes, contexts)


_CODES: dict[Happening, Code] = {
    Happening.AIR_STRIKE: _assault("aerial"),
    Happening.SHELLING: _assault("heavy-weapons"),
    Happening.MISSILE_STRIKE: _assault("heavy-weapons"),
    Happening.BOMBING: _assault("explosives"),
    Happening.LANDMINE: _assault("explosives"),
    Happening.SUICIDE_BOMBING: _assault("suicide-attack"),
    Happening.ARMED_CLASH: _assault(),
    Happening.AMBUSH: _assault(),
    Happening.ASSASSINATION: _assault("targeted"),
    Happening.EXECUTION: _assault(),
    Happening.MASSACRE: _assault(),
    Happening.OTHER_VIOLENCE: _assault(),
    Happening.AIRCRAFT_LOST: _assault(),
    Happening.TERRITORY_GAINED: _assault(),
    Happening.CHEMICAL_ATTACK: _assault("unconventional", contexts=("cbrn",)),
    Happening.ABDUCTION: _assault("abduct"),
    Happening.HERITAGE_DAMAGE: _assault("destroy"),
    Happening.INFRASTRUCTURE_DAMAGE: _assault("destroy"),
    Happening.ARREST: ("COERCE", ("arrest",), ()),
    Happening.SIEGE: ("COERCE", ("restrict",), ()),
    Happening.ADVANCE: ("MOBILIZE", ("troops",), ()),
    Happening.DEPLOYMENT: ("MOBILIZE", ("troops",), ()),
    Happening.WITHDRAWAL: ("RETREAT", ("withdraw",), ()),
}
_QUADS = {"ASSAULT": 4, "COERCE": 4, "MOBILIZE": 4, "RETREAT": 2}
"""1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""

_SCALES = {"ASSAULT": -9.3, "COERCE": -7.2, "MOBILIZE": -5.3, "RETREAT": 7.6}
"""Conflict and cooperation scores of the manual."""

_SECTORS = {
    **dict.fromkeys(("military", "air-force"), "MIL"),
    **dict.fromkeys(("state", "government"), "GOV"),
    "police": "COP",
    "armed-group": "REB",
    "party": "PTY",
    **dict.fromkeys(("civilians", "civilian", "children", "women", "people", "person"), "CVL"),
    **dict.fromkeys(("medics", "medical"), "MED"),
    "journalists": "JRN",
}
_RESOLUTIONS = {
    WherePrecision.EXACT: 4,
    WherePrecision.NEAR: 4,
    WherePrecision.DISTRICT: 3,
    WherePrecision.PROVINCE: 2,
    WherePrecision.COUNTRY: 1,
}
"""4 city, 3 district, 2 province, 1 country."""

_NO_EVENT = "the dead are told of only in running totals and round-ups, which are no event"
_NO_DAY = "no first day is known"
_NO_ACTOR = "nobody is named who did it, and PLOVER codes no event without"
_NO_CATEGORY = "PLOVER has no category for what is told"


def plover_record(incident: Incident, told: Told) -> Record | str:
    """The record, or the reason why there is none."""
    day, last = first_day(incident.days), last_day(incident.days)
    code = _CODES.get(incident.happening)
    if code is None:
        return _NO_CATEGORY
    if told.only_totals:
        return _NO_EVENT
    if day is None:
        return _NO_DAY
    if not incident.perpetrators:
        return _NO_ACTOR
    both = incident.happening is Happening.ARMED_CLASH  # in a fight both sides are actors
    made: Record = {
        "id": incident.id,
        "has_event": True,
        "date": day,
        "enddate": last if last != day else None,
        "actor": [_entity(who) for who in (*incident.perpetrators, *(incident.targets if both else ()))],
        "recipient": [] if both else [_entity(who) for who in incident.targets],
        "event": [code[0]],
        "mode": list(code[1]),
        "context": list(code[2]),
        "quad_code": _QUADS[code[0]],
        "event_scale": _SCALES[code[0]],
        "size": _size(incident),
        "event_loc": incident.place and _location(incident.place),
        "event_text": [words for words in (told.quote(claim) for claim in told.claims) if words],
        "cite_info": _cite(told.reports),
        "coder": "reportedly",
        "reportedly": _ours(incident),
    }
    return _said(made)


def _said(record: Record) -> Record:
    """Only the fields that say something."""
    return {key: value for key, value in record.items() if value not in (None, [], {})}


def _entity(who: Who) -> Record:
    home = country(country_of(who))
    return _said(
        {
            "code": "IGO" if who.kind in {"international", "coalition"} else home and (home.alpha3 or home.alpha2),
            "sector": "UAF" if who.described and who.kind == "armed-group" else _SECTORS.get(who.kind),
            "entity_text": who.text,
            "identifier_id": who.actor_id,
            "identifier_text": who.name,
        }
    )


def _size(incident: Incident) -> Record:
    """Numbers; a code such as ">=20" or "12-19" where the reports give a range and no best."""
    fields = (("dead", Measure.KILLED), ("injured", Measure.WOUNDED), ("arrested", Measure.ARRESTED))
    return _said({field: _number(incident, measure) for field, measure in fields})


def _number(incident: Incident, measure: Measure) -> int | str | None:
    found = incident.estimate(measure)
    if found is None or found.best is not None:
        return found.best if found else None
    if found.low is not None:
        return f">={found.low}" if found.high is None else f"{found.low}-{found.high}"
    return None if found.high is None else f"<={found.high}"


def _location(place: Where) -> Record:
    where = country(place.country)
    geonames = place.place_id.removeprefix("geonames:") if place.place_id else ""
    return _said(
        {
            "extracted_place": place.text,
            "resolved_place": place.name,
            "geonameid": geonames if geonames.isdigit() else None,
            "lat": place.latitude,
            "lon": place.longitude,
            "province": place.admin1,
            "country": where and where.name,
            "country_code": where and (where.alpha3 or where.alpha2),
            "resolution": place.precision and _RESOLUTIONS.get(place.precision),
        }
    )


def _cite(reports: tuple[Report, ...]) -> Record:
    """The report that was printed first; the others are named under ``reportedly``."""
    ordered = sorted(reports, key=lambda r: (r.published.day.isoformat() if r.published else "9999", r.id))
    return _said(_cited(ordered[0])) if ordered else {}


def _cited(report: Report) -> Record:
    return {
        "citation": report.id,
        "title": report.title,
        "publication": report.outlet,
        "url": report.url,
        "language": report.language,
    }


def _ours(incident: Incident) -> Record:
    return {
        "reports": list(incident.reports),
        "origins": [origin.name for origin in incident.origins],
        "grade": incident.grade.value,
        "contradictions": [found.text for found in disputes(incident.contradictions)],
    }
