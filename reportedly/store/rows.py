"""Findings, incidents and comparisons in, the rows of their tables out: frozen, with the columns to search by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from reportedly.errors import LedgerError
from reportedly.model.claim import Attribution, Claim, Issue, Teller
from reportedly.model.control import Holding
from reportedly.model.findings import Findings, Readings
from reportedly.model.incident import Comparison, Incident
from reportedly.model.reading import HowMany, Interval, Where
from reportedly.model.text import Passages, Report
from reportedly.model.words import DatePrecision, Measure
from reportedly.store.codec import digest, freeze, pack, pack_text, plain
from reportedly.store.compared import frozen_comparison

Value = str | int | float | bool | bytes | date | None
Row = dict[str, Value]

SEAM = "\n"
"""Between the frozen parts of a report, in what is packed and in what is hashed: JSON on one line holds none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """All rows of one report, made before any is written, so that what cannot be stored stops nothing else."""

    report: Report
    head: Row
    reading: Row
    attributions: tuple[Row, ...]
    claims: tuple[Row, ...]
    issues: tuple[Row, ...]
    holdings: tuple[Row, ...]
    original: Row | None


def parcel(found: Findings, original: bytes | None) -> Parcel:
    """The rows of one report and the bytes it was read from. ``number``, ``recipe`` and ``run`` are set on writing.

    Raises LedgerError where the findings contradict themselves or cannot be stored.
    """
    report = found.report
    _check(found, original)
    passages, readings = freeze(found.passages, Passages), freeze(found.readings, Readings)
    claims = tuple(claim_row(claim, number) for number, claim in enumerate(found.claims))
    attributions = tuple(_attribution(report.id, number, a) for number, a in enumerate(found.attributions))
    issues = tuple(_issue(report.id, number, issue) for number, issue in enumerate(found.issues))
    head = report_row(report)
    holdings = tuple(_holding(report.id, number, holding) for number, holding in enumerate(found.holdings))
    rows = (*attributions, *claims, *issues, *holdings)
    frozen = [str(head["head"]), passages, readings, *(str(row["frozen"]) for row in rows)]
    return Parcel(
        report=report,
        head=head | {"findings": findings_digest(frozen)},
        reading={"report": report.id, "packed": pack(f"{passages}{SEAM}{readings}".encode())},
        attributions=attributions,
        claims=claims,
        issues=issues,
        holdings=holdings,
        original=None if original is None else original_row(original, report.media_type),
    )


def findings_digest(frozen: list[str]) -> str:
    """One sha256 over a report's head and all that was found in it: passages, readings, attributions, claims, issues,
    holdings, in this order."""
    return digest(SEAM.join(frozen))


def check_id(report: Report) -> None:
    """Raises LedgerError where the report's id holds what no database keeps in a key."""
    if plain(report.id) != report.id:
        raise _unfit(report, "its id holds NUL or half a character", "give the report another id")


def frozen_head(report: Report) -> str:
    """The report without its text, as JSON."""
    return freeze(replace(report, text=""), Report)


def report_row(report: Report) -> Row:
    """The row of a report, as far as it follows from the report alone."""
    return report_columns(report) | {"head": frozen_head(report), "body": pack_text(report.text)}


def report_columns(report: Report) -> Row:
    """The columns to search reports by."""
    return _columns(
        {
            "id": report.id,
            "digest": report.digest,
            "title": report.title,
            "outlet": report.outlet,
            "url": report.url,
            "language": report.language,
            "published": report.published.day if report.published else None,
            "media_type": report.media_type,
            "original": report.original,
            "characters": len(report.text),
        }
    )


def original_row(content: bytes, media_type: str) -> Row:
    """The bytes of a report, packed, under their sha256."""
    return _columns(
        {"sha256": digest(content), "media_type": media_type, "size": len(content), "packed": pack(content)}
    )


def claim_row(claim: Claim, number: int) -> Row:
    """The row of a claim. ``number`` is its place among the claims of its report."""
    return claim_columns(claim, number) | {"frozen": freeze(claim, Claim)}


def claim_columns(claim: Claim, number: int) -> Row:
    """The columns to search claims by."""
    return _columns(
        {
            "id": claim.id,
            "report": claim.report,
            "number": number,
            "happening": claim.happening.value,
            "stance": claim.stance.value,
            "container": claim.container,
            **_when(claim.days, claim.date_precision),
            **_where(claim.place),
            **_toll("killed", _said(claim, Measure.KILLED)),
            **_toll("wounded", _said(claim, Measure.WOUNDED)),
            **_origin(claim.chain),
        }
    )


def incident_row(incident: Incident) -> Row:
    """The columns of an incident."""
    return _columns(
        {
            "id": incident.id,
            "happening": incident.happening.value,
            **_when(incident.days, incident.date_precision),
            **_where(incident.place),
            **_toll("killed", _estimated(incident, Measure.KILLED)),
            **_toll("wounded", _estimated(incident, Measure.WOUNDED)),
            "independent_sources": incident.independent_sources,
            "grade": incident.grade.value,
            "frozen": freeze(incident, Incident),
        }
    )


def comparison_row(comparison: Comparison) -> Row:
    """The columns of a comparison."""
    return _columns(
        {
            "left_claim": comparison.left,
            "right_claim": comparison.right,
            "score": comparison.score,
            "frozen": frozen_comparison(comparison),
        }
    )


Bounds = tuple[int | None, int | None, int | None]

LARGEST = 2**63 - 1
"""The largest number that a column holds. What is larger stands in ``frozen`` alone."""


def _check(found: Findings, original: bytes | None) -> None:
    report = found.report
    ids = [claim.id for claim in found.claims]
    twice = sorted({claim for claim in ids if ids.count(claim) > 1}) if len(set(ids)) < len(ids) else []
    if twice:
        raise _unfit(report, f"two of its claims have the id {twice[0]}", "make the recipe's claims tell them apart")
    unkeepable = [claim for claim in ids if plain(claim) != claim]
    if unkeepable:
        raise _unfit(report, "a claim's id holds NUL or half a character", "look at the recipe's claims")
    strangers = [claim.id for claim in found.claims if claim.report != report.id]
    if strangers:
        raise _unfit(report, f"the claim {strangers[0]} names another report", "look at the recipe's claims")
    if original is not None and report.original not in (None, digest(original)):
        raise _unfit(report, "its original is not the bytes that came with it", "read the report again")


def _unfit(report: Report, what: str, mend: str) -> LedgerError:
    return LedgerError(f"the report cannot be stored: {what}", where=report.id, mend=mend, code="report-unfit")


def _columns(row: Row) -> Row:
    """The row with every text as a column can hold it."""
    return {name: plain(value) if isinstance(value, str) else value for name, value in row.items()}


def _attribution(report: str, number: int, attribution: Attribution) -> Row:
    return _columns(
        {
            "report": report,
            "number": number,
            "stance": attribution.stance.value,
            "rule": attribution.rule,
            **_origin(attribution.chain),
            "frozen": freeze(attribution, Attribution),
        }
    )


def _issue(report: str, number: int, issue: Issue) -> Row:
    return _columns({"report": report, "number": number, "code": issue.code, "frozen": freeze(issue, Issue)})


def _holding(report: str, number: int, holding: Holding) -> Row:
    return _columns(
        {
            "report": report,
            "number": number,
            "place": holding.place.name,
            "place_id": holding.place.place_id,
            "holder": holding.holder.name,
            "actor_id": holding.holder.actor_id,
            "state": holding.state.value,
            "as_of": holding.as_of,
            "frozen": freeze(holding, Holding),
        }
    )


def _when(days: Interval | None, precision: DatePrecision | None) -> Row:
    return {
        "start_day": days.start if days else None,
        "end_day": days.end if days else None,
        "date_precision": None if precision is None else int(precision),
    }


def _where(place: Where | None) -> Row:
    return {
        "place": place.name if place else None,
        "place_id": place.place_id if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "where_precision": int(place.precision) if place and place.precision is not None else None,
        "country": place.country if place else None,
    }


def _said(claim: Claim, measure: Measure) -> Bounds:
    """The first toll of the measure that is a whole of its own: no part of another, no running total."""
    for toll in claim.tolls:
        if toll.measure is measure and toll.part_of is None and not toll.cumulative:
            return _bounds(toll)
    return None, None, None


def _bounds(toll: HowMany) -> Bounds:
    return toll.low, toll.best, toll.high


def _estimated(incident: Incident, measure: Measure) -> Bounds:
    estimate = incident.estimate(measure)
    return (estimate.low, estimate.best, estimate.high) if estimate else (None, None, None)


def _toll(measure: str, bounds: Bounds) -> Row:
    fit = (None if bound is not None and abs(bound) > LARGEST else bound for bound in bounds)
    return {f"{measure}_{name}": bound for name, bound in zip(("low", "best", "high"), fit, strict=True)}


def _origin(chain: tuple[Teller, ...]) -> Row:
    origin = chain[-1] if chain else None
    return {"origin": origin.name if origin else None, "origin_role": origin.role.value if origin else None}
