"""Incidents and what was told of them in, entities of FollowTheMoney (JSON Lines) out.

An incident is an ``Event``, a report an ``Article``, a party an ``Organization`` (a state's a ``PublicBody``), a teller
a ``Mention`` in its report, a place an ``Address``. Dates are cut to what is known, as FollowTheMoney has it: a month
is ``2031-04``. People who are only described ("two men") are no entities and stand in the notes. Source: the schema
files of followthemoney.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha1
from typing import Any

from reportedly.exports.countries import country
from reportedly.exports.iris import web
from reportedly.exports.records import first_day, last_day
from reportedly.exports.sides import country_of
from reportedly.exports.walk import Exported, Told, told
from reportedly.ids import short
from reportedly.model.claim import Claim
from reportedly.model.disputes import disputes
from reportedly.model.incident import Estimate, Incident
from reportedly.model.reading import Where, Who
from reportedly.model.text import Report
from reportedly.model.words import DatePrecision

Record = dict[str, Any]

_PUBLIC = frozenset({"state", "government", "military", "police", "air-force"})
_LETTERS = {DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}
"""How many letters of an ISO date are known."""


def entities(view: Exported) -> Iterator[Record]:
    """Every entity once, before the events that point at it."""
    seen: set[str] = set()
    for incident in view.incidents():
        of = told(view, incident)
        for entity in (*_articles(of), *_mentions(of), *_parties(incident), *_addresses(incident)):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield entity
        yield _event(incident, of)


def _entity(id_: str, schema: str, **properties: object) -> Record:
    """An entity: every property is a list of texts, and one that says nothing is left out."""
    kept: dict[str, list[str]] = {}
    for name, value in properties.items():
        listed = value if isinstance(value, (list, tuple)) else [value]
        texts = list(dict.fromkeys(str(v) for v in listed if v is not None and str(v).strip()))
        if texts:
            kept[name] = texts
    return {"id": id_, "schema": schema, "properties": kept}


def _event(incident: Incident, of: Told) -> Record:
    start, end = first_day(incident.days), last_day(incident.days)
    place = incident.place
    return _entity(
        _id("incident", incident.id),
        "Event",
        name=_name(incident),
        startDate=_date(start, incident.date_precision),
        endDate=_date(end, incident.date_precision),
        date=_date(start, incident.date_precision) if start == end else None,
        location=place and place.name,
        addressEntity=[address["id"] for address in _addresses(incident)],
        country=_country(place.country if place else None),
        involved=[party["id"] for party in _parties(incident)],
        recordId=incident.id,
        keywords=[incident.happening.value, incident.grade.value],
        summary=[_toll(estimate) for estimate in incident.estimates],
        notes=list(_notes(incident)),
        proof=[_id("report", report.id) for report in of.reports],
        publisher=[report.outlet for report in of.reports],
    )


def _name(incident: Incident) -> str:
    where = f" in {incident.place.name}" if incident.place else ""
    return f"{incident.happening.value}{where}"


def _toll(estimate: Estimate) -> str:
    ends = "–".join("?" if n is None else str(n) for n in (estimate.low, estimate.high))
    best = "" if estimate.best is None else f"{estimate.best} "
    return f"{estimate.measure.value}: {best}({ends}), policy {estimate.policy}"


def _notes(incident: Incident) -> Iterator[str]:
    """What has no property: origins, people who are only described, contradictions."""
    for origin in incident.origins:
        yield f"origin: {origin.name} ({origin.role.value})"
    for who in (*incident.perpetrators, *incident.targets):
        if not _is_party(who):
            yield f"also: {who.name} ({who.kind})"
    for found in disputes(incident.contradictions):
        yield f"{found.kind.value}: {found.text}"


def _articles(of: Told) -> Iterator[Record]:
    for report in of.reports:
        yield _entity(
            _id("report", report.id),
            "Article",
            fileName=f"{report.id}.txt",
            title=report.title,
            publisher=report.outlet,
            publishedAt=report.published and report.published.day,
            sourceUrl=web(report.url),
            contentHash=_sha1(report),
        )


def _sha1(report: Report) -> str | None:
    """FollowTheMoney's checksum of a text that is shown. It names the file and guards nothing."""
    body = report.text.encode("utf-8", "surrogatepass")
    return sha1(body, usedforsecurity=False).hexdigest() if body else None


def _mentions(of: Told) -> Iterator[Record]:
    """The named tellers of the claims, each once a report."""
    for claim in of.claims:
        for name in _named(claim):
            yield _entity(
                _id("mention", claim.report, name), "Mention", document=_id("report", claim.report), name=name
            )


def _named(claim: Claim) -> Iterator[str]:
    for teller in claim.chain:
        for mouth in (teller, *teller.beside):
            if mouth.name and not mouth.anonymous:
                yield mouth.name


def _parties(incident: Incident) -> Iterator[Record]:
    for who in (*incident.perpetrators, *incident.targets):
        if _is_party(who):
            schema = "PublicBody" if who.kind in _PUBLIC else "Organization"
            yield _entity(
                _id("party", who.actor_id or who.name), schema, name=who.name, country=_country(country_of(who))
            )


def _is_party(who: Who) -> bool:
    return not who.described and who.kind != "person"


def _addresses(incident: Incident) -> Iterator[Record]:
    if incident.place is not None:
        yield _address(incident.place)


def _address(place: Where) -> Record:
    point = (place.latitude, place.longitude)
    where = country(place.country)
    full = ", ".join(filter(None, (place.name, place.admin1, where.name if where else None)))
    return _entity(
        _id("place", full, str(point)),
        "Address",
        full=full,
        city=place.name,
        region=place.admin1,
        country=_country(place.country),
        latitude=point[0],
        longitude=point[1],
    )


def _country(alpha2: str | None) -> str | None:
    """FollowTheMoney's code: ISO 3166-1 alpha-2 in small letters; an invented country has none."""
    known = country(alpha2)
    return known.alpha2.lower() if known and known.alpha3 else None


def _date(day: date | None, precision: DatePrecision | None) -> str | None:
    return day.isoformat()[: _LETTERS.get(precision, 10) if precision else 10] if day else None


def _id(kind: str, *parts: str) -> str:
    return f"reportedly-{kind}-{short(*parts, size=20)}"
