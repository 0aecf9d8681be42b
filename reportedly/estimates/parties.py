"""Claims with their reports in, the claims with the parties of that day out: a mouth counts for the party that held it
when the report was published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from reportedly.lexicon.mouths import Mouths
from reportedly.model.claim import Claim, Teller
from reportedly.model.text import Report


def on_the_day(claims: Iterable[Claim], reports: Mapping[str, Report], mouths: Mouths) -> list[Claim]:
    """The claims, their tellers' sides as they were on the day of the report; unchanged where that day is unknown."""
    return [_dated(claim, reports.get(claim.report), mouths) for claim in claims]


def _dated(claim: Claim, report: Report | None, mouths: Mouths) -> Claim:
    if report is None or report.published is None or not any(t.actor_id in mouths.held for t in claim.chain):
        return claim
    day = report.published.day
    return replace(claim, chain=tuple(_held(teller, mouths, day) for teller in claim.chain))


def _held(teller: Teller, mouths: Mouths, day: date) -> Teller:
    if teller.actor_id is None or teller.actor_id not in mouths.held:
        return teller
    return replace(teller, side=mouths.side(teller.actor_id, teller.side, day))
