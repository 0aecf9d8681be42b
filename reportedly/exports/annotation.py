"""A claim and its report in, a W3C Web Annotation out: the claim as body, the words that it rests on as targets.

Source: W3C Recommendation *Web Annotation Data Model*, 2017: selectors of one target are ways to find the same words;
positions count Unicode code points. Positions refer to the report's text as it was read, not to its page on the web,
so the target is the text and ``via`` names the page.
"""

from __future__ import annotations

import json
from typing import Any

from reportedly.exports.iris import iri, web
from reportedly.exports.records import claim_record
from reportedly.model.claim import Claim
from reportedly.model.text import Report, Span

Record = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_AROUND = 32
"""Code points of prefix and suffix that tell equal words of one text apart."""


def page_head(notes: tuple[str, ...]) -> Record:
    """The members of the page before its annotations."""
    label = ["Claims of a reportedly ledger", *notes]
    whole = {"id": iri("annotations"), "type": "AnnotationCollection", "label": label}
    return {"@context": CONTEXT, "id": iri("annotations", "1"), "type": "AnnotationPage", "partOf": whole}


def annotation(claim: Claim, report: Report, digest: str) -> Record:
    """The annotation of one claim. Targets are the claim's own words, then those of its evidence."""
    spans = list(dict.fromkeys((claim.span, *claim.evidence)))
    return {
        "id": iri("claim", claim.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": claim.happening.value},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": json.dumps(claim_record(claim), ensure_ascii=False, default=str),
            },
        ],
        "target": [{"source": _source(report, digest), "selector": _selectors(span, report.text)} for span in spans],
    }


def _source(report: Report, digest: str) -> Record:
    made: Record = {"id": iri("report", report.id, digest), "type": "Text", "format": "text/plain"}
    if report.language:
        made["language"] = report.language
    page = web(report.url)
    return made | ({"via": page} if page else {})


def _selectors(span: Span, text: str) -> list[Record]:
    """The position; with it the words and their neighbours, where the report is shown."""
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    if not text:
        return [position]
    words = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    return [position, words]
