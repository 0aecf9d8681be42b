"""The rows of a sheet in, each origin's figures over the days of publication out, with what superseded what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from reportedly.estimates.figures import SUPERSEDED
from reportedly.estimates.positions import fullness
from reportedly.model.claim import Claim
from reportedly.model.incident import Estimate, Incident
from reportedly.model.reading import HowMany
from reportedly.model.sheet import Revision, Row
from reportedly.model.words import Measure


def revisions(
    incident: Incident, rows: tuple[Row, ...], claims: Mapping[str, Claim], published: Mapping[str, date]
) -> tuple[Revision, ...]:
    """By measure, row and day. Figures are those that an estimate rests on or for which it says that the same origin
    gave a later one; others are no origin's figure of the whole."""
    found = [
        revision
        for estimate in incident.estimates
        for row in rows
        for revision in _of_row(estimate, row, claims, published)
    ]
    order = list(Measure)
    return tuple(sorted(found, key=lambda r: (order.index(r.measure), r.row, r.day or date.min, r.report, r.claim)))


def _of_row(
    estimate: Estimate, row: Row, claims: Mapping[str, Claim], published: Mapping[str, date]
) -> Iterator[Revision]:
    """One revision for each report and figure, given by its fullest claim."""
    replaced = {claim: why for claim, why in estimate.set_aside if SUPERSEDED in why}
    own = sorted((claims[c] for c in row.origin.claims if c in claims), key=fullness)
    current = next((claim.id for claim in _latest(own, published) if claim.id in estimate.claims), None)
    seen = set()
    for claim in own:
        toll = _whole(claim, estimate.measure)
        if toll is None or (claim.id not in estimate.claims and claim.id not in replaced):
            continue
        key = (claim.report, toll.low, toll.best, toll.high, claim.id in replaced)
        if key in seen:
            continue
        seen.add(key)
        why = replaced.get(claim.id)
        yield Revision(
            measure=estimate.measure,
            day=published.get(claim.report),
            origin=row.origin.name,
            row=row.number,
            low=toll.low,
            best=toll.best,
            high=toll.high,
            words=toll.text,
            claim=claim.id,
            report=claim.report,
            superseded=why is not None,
            by=current if why is not None else None,
            why=why,
        )


def _latest(claims: list[Claim], published: Mapping[str, date]) -> list[Claim]:
    return sorted(claims, key=lambda claim: published.get(claim.report, date.min), reverse=True)


def _whole(claim: Claim, measure: Measure) -> HowMany | None:
    """The largest count of a claim that is no part of another."""
    tolls = [toll for toll in claim.tolls if toll.measure is measure and toll.part_of is None]
    return max(tolls, key=lambda toll: (not toll.cumulative, *_size(toll)), default=None)


def _size(toll: HowMany) -> tuple[int, int]:
    return max(toll.best or 0, toll.low or 0, toll.high or 0), -toll.span.start
