"""A marked report, how a claim stands, and heads of reports in, plain objects out."""

from __future__ import annotations

from typing import Any

from reportedly.exports.records import issue_record
from reportedly.model.marks import Head, MarkedReport, MarkedWords, Stood
from reportedly.model.review import Review
from reportedly.model.text import Passage, PassageKind, Report

Record = dict[str, Any]


def marked_record(found: MarkedReport) -> Record:
    """One report with everything that was found in it. Offsets count Unicode code points of ``text``, where a headline
    that was given apart stands last."""
    report = found.report
    return {
        "id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published and report.published.day.isoformat(),
        "published_basis": report.published and report.published.basis,
        "url": report.url,
        "language": report.language,
        "text": report.text,
        "headline": report.headline and [report.headline.start, report.headline.end],
        "head": dict(report.bases),
        "marks": [_mark(one) for one in found.marks],
        "passages": [_passage(one, report) for one in found.passages.passages],
        "boilerplate": [[span.start, span.end] for span in report.boilerplate],
        "claims": list(found.claims),
        "incidents": dict(found.incidents),
        "issues": [issue_record(issue) for issue in found.issues],
        "original": found.original
        and {
            "media_type": found.original.media_type,
            "size": found.original.size,
            "sha256": found.original.sha256,
        },
    }


def head_record(found: Head) -> Record:
    """A report in a list."""
    return {
        "id": found.id,
        "title": found.title,
        "outlet": found.outlet,
        "published": found.published and found.published.isoformat(),
        "url": found.url,
        "language": found.language,
        "characters": found.characters,
        "claims": found.claims,
        "words": found.words,
    }


def stood_record(found: Stood) -> Record:
    """How a claim stands in the ledger."""
    return {"incident": found.incident, "quote": found.quote, "ruling": found.ruling and _ruling(found.ruling)}


def _ruling(review: Review) -> Record:
    return {
        "ruling": review.ruling.value,
        "by": review.by,
        "note": review.note,
        "decision": review.decision,
        "corrections": {correction.field: correction.value for correction in review.corrections},
    }


def _mark(one: MarkedWords) -> Record:
    found: Record = {
        "start": one.span.start,
        "end": one.span.end,
        "kind": one.kind.value,
        "label": one.label,
        "text": one.text,
    }
    if one.claim is not None:
        found["claim"] = one.claim
    if one.attribution is not None:
        found["attribution"] = one.attribution
    return found


def _passage(one: Passage, report: Report) -> Record:
    furniture = one.kind is PassageKind.BOILERPLATE or any(span.covers(one.span) for span in report.boilerplate)
    return {"start": one.span.start, "end": one.span.end, "kind": one.kind.value, "boilerplate": furniture}
