"""Claims with their reports in, the claims with the parties of that day out: a mouth counts for the party that held it
when the report was published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from reportedly.lexicon.mouths import Mouths
from reportedly.model.claim import Claim, Teller
from reportedly.model.text import Report
from reportedly.model.words import Role


def on_the_day(claims: Iterable[Claim], reports: Mapping[str, Report], mouths: Mouths) -> list[Claim]:
    """The claims, their tellers' sides as they were on the day of the report (unchanged where that day is unknown), and
    those of soldiers whom the report gives no army."""
    return _in_their_army([_dated(claim, reports.get(claim.report), mouths) for claim in claims])


def _dated(claim: Claim, report: Report | None, mouths: Mouths) -> Claim:
    if report is None or report.published is None or not any(t.actor_id in mouths.held for t in claim.chain):
        return claim
    day = report.published.day
    return replace(claim, chain=tuple(_held(teller, mouths, day) for teller in claim.chain))


def _held(teller: Teller, mouths: Mouths, day: date) -> Teller:
    if teller.actor_id is None or teller.actor_id not in mouths.held:
        return teller
    return replace(teller, side=mouths.side(teller.actor_id, teller.side, day))


def _in_their_army(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, where officers and soldiers without a side ("Col. Arvel Tesh", "soldiers") speak for the army of
    which their report tells, if it tells of one only."""
    armies: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        armies[claim.report] |= {teller.side for teller in claim.chain if teller.side and teller.role is Role.MILITARY}
        parties = (*claim.perpetrators, *claim.targets)
        armies[claim.report] |= {who.side for who in parties if who.side and who.role is Role.MILITARY}
    return [_enlisted(claim, armies[claim.report]) for claim in claims]


def _enlisted(claim: Claim, armies: Collection[str]) -> Claim:
    if len(armies) != 1 or not any(_without_army(teller) for teller in claim.chain):
        return claim
    (side,) = armies
    chain = tuple(replace(teller, side=side) if _without_army(teller) else teller for teller in claim.chain)
    return replace(claim, chain=chain)


def _without_army(teller: Teller) -> bool:
    return teller.role is Role.MILITARY and teller.side is None and teller.actor_id is None
