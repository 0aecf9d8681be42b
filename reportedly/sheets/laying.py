"""An incident, what it rests on and the finding on its origins in, its sheet out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from reportedly.estimates.credibility import credibility
from reportedly.incidents.independence import Evidence, path
from reportedly.model.claim import Claim
from reportedly.model.incident import Incident
from reportedly.model.independence import Finding
from reportedly.model.reading import Where
from reportedly.model.sheet import Credible, Quotation, Sheet, Spot
from reportedly.model.text import Report
from reportedly.sheets.chains import chain
from reportedly.sheets.disputes import Disputes
from reportedly.sheets.matrix import rows
from reportedly.sheets.revisions import revisions


def lay(incident: Incident, evidence: Evidence, finding: Finding) -> Sheet:
    """The sheet of an incident. Nothing is judged here: what is set aside, superseded, contradicted or one origin
    stands in the incident and the finding, and is only laid side by side."""
    claims = {id_: evidence.claims[id_] for id_ in incident.claims if id_ in evidence.claims}
    days = {name: report.published.day for name, report in evidence.reports.items() if report.published}
    laid = rows(incident, claims, days, Disputes(incident))
    home = {claim: row.number for row in reversed(laid) for claim in row.origin.claims}
    return Sheet(
        incident=incident,
        rows=laid,
        chain=chain(laid, claims, evidence.reports, evidence.copies, finding),
        revisions=revisions(incident, laid, claims, days),
        spots=_spots(incident, claims),
        credible=_credible(incident),
        quotes=_quotes(claims, evidence.reports, days, home),
        apart=finding.apart,
        doubts=finding.doubts,
        narrowest=finding.narrowest,
    )


def _spots(incident: Incident, claims: Mapping[str, Claim]) -> tuple[Spot, ...]:
    """The places that the claims name, the incident's own first, then by how many claims name them."""
    told: dict[str, list[str]] = {}
    first: dict[str, Where] = {}
    for claim in claims.values():
        if claim.place is not None:
            key = _key(claim.place)
            told.setdefault(key, []).append(claim.id)
            if key not in first or _sharper(claim.place, first[key]):
                first[key] = claim.place
    own = _key(incident.place) if incident.place else None
    if incident.place is not None and own is not None:
        told.setdefault(own, [])
        first[own] = incident.place
    order = sorted(told, key=lambda key: (key != own, -len(told[key]), key))
    return tuple(Spot(where=first[key], claims=tuple(told[key]), chosen=key == own) for key in order)


def _key(where: Where) -> str:
    return where.place_id or where.name


def _sharper(where: Where, other: Where) -> bool:
    """Whether a place is stated more precisely than another of the same id ("in Dolvi", "near Dolvi")."""
    return (where.precision or 9, where.radius_km or 0.0) < (other.precision or 9, other.radius_km or 0.0)


def _credible(incident: Incident) -> Credible:
    rated = credibility(incident.origins, incident.contradictions, incident.grade)
    return Credible(step=int(rated.step), name=rated.step.name.lower().replace("_", " "), reason=rated.reason)


def _quotes(
    claims: Mapping[str, Claim], reports: Mapping[str, Report], days: Mapping[str, date], home: Mapping[str, int]
) -> tuple[Quotation, ...]:
    """The words of every claim, by day of publication, report and where they stand in it."""
    ordered = sorted(claims.values(), key=lambda c: (days.get(c.report, date.max), c.report, c.span, c.id))
    return tuple(_quote(claim, reports[claim.report], home.get(claim.id)) for claim in _held(ordered, reports))


def _held(claims: Sequence[Claim], reports: Mapping[str, Report]) -> Sequence[Claim]:
    return [claim for claim in claims if claim.report in reports]


def _quote(claim: Claim, report: Report, row: int | None) -> Quotation:
    return Quotation(
        claim=claim.id,
        report=report.id,
        outlet=report.outlet,
        title=report.title,
        published=report.published.day if report.published else None,
        url=report.url,
        span=claim.span,
        text=claim.span.of(report.text),
        text_sha256=report.digest,
        original_sha256=report.original,
        happening=claim.happening,
        stance=claim.stance,
        hedge=claim.hedge,
        path=path(claim.chain),
        row=row,
    )
