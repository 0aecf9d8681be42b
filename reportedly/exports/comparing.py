"""Differences of ledgers, checked totals and open questions in, plain objects of JSON Lines out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from reportedly.model.difference import Difference
from reportedly.model.question import Question
from reportedly.model.tally import Tally


def difference_record(found: Difference) -> dict[str, Any]:
    """One line of ``reportedly diff``."""
    return {
        "kind": found.kind,
        "change": found.change.value,
        "before": list(found.before),
        "after": list(found.after),
        "fields": [{"field": name, "before": before, "after": after} for name, before, after in found.fields],
        "why": list(found.why),
    }


def tally_record(tally: Tally) -> dict[str, Any]:
    """One line of ``reportedly tallies``; the last day of the window is included."""
    start, end = tally.window.start, tally.window.end
    toll = tally.stated
    return {
        "claim": tally.claim,
        "report": tally.report,
        "teller": tally.teller,
        "by": [who.name for who in tally.by],
        "of": [who.name for who in tally.of],
        "measure": toll.measure.value,
        "place": tally.place.name if tally.place else None,
        "earliest": start.isoformat() if start else None,
        "latest": (end - timedelta(days=1)).isoformat() if end else None,
        "stated": {"low": toll.low, "best": toll.best, "high": toll.high, "text": toll.text},
        "held": {"low": tally.low, "best": tally.best, "high": tally.high},
        "gap": tally.gap,
        "standing": tally.standing.value,
        "incidents": list(tally.incidents),
        "open": list(tally.open),
    }


def question_record(question: Question) -> dict[str, Any]:
    """One line of ``reportedly queue``; numbers are changes, should the decision be taken."""
    return {
        "doubt": question.doubt.value,
        "verdict": question.verdict,
        "ids": list(question.ids),
        "incident": question.incident,
        "text": question.text,
        "killed": question.killed,
        "wounded": question.wounded,
        "spread": question.spread,
        "incidents": question.incidents,
    }
