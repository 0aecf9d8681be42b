"""A claim and its report in, a schema.org ``Claim`` (JSON-LD) out.

Whether a claim is true is a judgement that no reader of texts can make: no ``ClaimReview`` and no rating is written.
Source: schema.org, types Claim, NewsArticle, Event, Place.
"""

from __future__ import annotations

from typing import Any

from reportedly.exports.iris import iri, web
from reportedly.exports.records import first_day, last_day
from reportedly.exports.walk import quoted
from reportedly.model.claim import Claim, Teller
from reportedly.model.reading import Where
from reportedly.model.text import Report
from reportedly.model.words import Role

Record = dict[str, Any]

CONTEXT = "https://schema.org"

_BODIES = frozenset({Role.OUTLET, Role.AGENCY, Role.MEDIA, Role.MONITOR, Role.ARMED_GROUP})


def dataset(notes: tuple[str, ...]) -> Record:
    """What the document says of itself: the first node of its graph."""
    made: Record = {"@id": iri("dataset"), "@type": "Dataset", "name": "Claims of a reportedly ledger"}
    return made | ({"creditText": " ".join(notes)} if notes else {})


def schema_claim(claim: Claim, report: Report) -> Record:
    """The claim: its words, whose word it is in the end, where it appeared and what it is about."""
    words = quoted(claim, report)
    return _said(
        {
            "@id": iri("claim", claim.id),
            "@type": "Claim",
            "name": f"{claim.happening.value}, {claim.id}",
            "text": words or None,
            "author": _author(claim.chain[-1]) if claim.chain else None,
            "appearance": _article(report),
            "about": _event(claim),
        }
    )


def _said(record: Record) -> Record:
    return {key: value for key, value in record.items() if value is not None}


def _author(teller: Teller) -> Record | str | None:
    """The last link of the chain: a body where that is known; else its name and role in words, since whether it is a
    person is not always told."""
    if teller.name is None:
        return None
    if teller.role in _BODIES and not teller.anonymous:
        return {"@type": "Organization", "name": teller.name}
    return f"{teller.name} ({teller.role.value})"


def _article(report: Report) -> Record:
    return _said(
        {
            "@id": iri("report", report.id),
            "@type": "NewsArticle",
            "headline": report.title,
            "url": web(report.url),
            "inLanguage": report.language,
            "datePublished": report.published and report.published.day,
            "publisher": {"@type": "Organization", "name": report.outlet} if report.outlet else None,
        }
    )


def _event(claim: Claim) -> Record:
    return _said(
        {
            "@type": "Event",
            "name": claim.happening.value,
            "startDate": first_day(claim.days),
            "endDate": last_day(claim.days),
            "location": claim.place and _place(claim.place),
        }
    )


def _place(place: Where) -> Record:
    known = place.latitude is not None and place.longitude is not None
    point = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude} if known else None
    return _said({"@type": "Place", "name": place.name, "geo": point})
