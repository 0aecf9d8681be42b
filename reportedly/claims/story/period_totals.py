"""A draft of a claim and those told before it in, the draft out as a part of a period's figures where the report gives
such figures: "A total of 844 people were killed in July. … Karsk was worst hit, with 335 killed."

Monthly reports of monitors name their period once, at the head; all that follows is of it, until a claim has a day of
its own. A report that opens with a happening and adds what the year has cost is none of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.drafts import TAKEN_OVER, Draft, violent
from reportedly.lexicon.counting import TABLE
from reportedly.model.claim import Claim, Note
from reportedly.model.reading import HowMany, Interval
from reportedly.model.words import Happening, Measure

PERIOD_TOTAL = f"{TABLE}/period-total"
CLOSED = frozenset({PERIOD_TOTAL, f"{TABLE}/past-window"})
"""Lines that make a number the total of a period; one "so far this year" goes on, and news may follow it."""
SHORTEST = timedelta(days=25)
GAP = 500
"""Characters between two claims of one list of figures: a sentence or two may tell of something else."""


def of_period(draft: Draft, before: Sequence[Draft]) -> Draft:
    """The draft with the period of the figures told before it (nearest last), of which it gives some more."""
    if draft.dated or draft.claim.container or not draft.claim.tolls:
        return draft
    told = [d.claim for d in before if _gives(d) or (d.claim.tolls and not _foretells(d, [*before, draft]))]
    totals = [claim for claim in told if _is_total(claim)]
    if not totals or totals[0] is not told[0] or not all(_runs(claim) for claim in told):
        return draft
    if draft.claim.span.start - told[-1].span.end > GAP:
        return draft
    return _taken(draft, max(totals, key=lambda claim: _end(claim, draft.claim)))


def _gives(draft: Draft) -> bool:
    """Whether a claim counts nobody and only names the period of a toll ("the report documents the toll of torture from
    March 2011 until June 2017")."""
    return not draft.claim.tolls and draft.vague and draft.dated and _is_long(draft.claim.days)


def _foretells(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether an undated claim, a headline, gives the figure of one told after it."""
    ours = _figures(draft.claim)
    return not draft.dated and any(d.claim is not draft.claim and ours & _figures(d.claim) for d in others)


def _figures(claim: Claim) -> frozenset[tuple[Measure, int]]:
    figures = ((t.measure, _figure(t)) for t in claim.tolls if t.part_of is None)
    return frozenset((measure, figure) for measure, figure in figures if figure is not None)


def _figure(toll: HowMany) -> int | None:
    return toll.best if toll.best is not None else toll.low


def _end(claim: Claim, draft: Claim) -> tuple[bool, date]:
    """The last day of a period: an earlier one is only compared with, and one that runs up to the telling goes on."""
    end = claim.days.end if claim.days is not None else None
    telling = draft.days.end if draft.days is not None else None
    return end is None or end != telling, end or date.min


def _runs(claim: Claim) -> bool:
    """Whether all that a claim counts are running totals."""
    return all(t.cumulative or _figure(t) is None for t in claim.tolls)


def _is_total(claim: Claim) -> bool:
    """Whether all that a claim counts is the total of a month or more, or of days over which somebody kept count."""
    closed = any(CLOSED.intersection(t.also) for t in claim.tolls)
    if not claim.tolls:
        return _is_long(claim.days)
    kept = any(t.since is not None for t in claim.tolls) or _is_long(claim.days)
    return closed and kept and _runs(claim)


def _is_long(days: Interval | None) -> bool:
    return days is not None and days.start is not None and days.end is not None and days.end - days.start >= SHORTEST


def _taken(draft: Draft, source: Claim) -> Draft:
    also = tuple(sorted({mark for t in source.tolls for mark in CLOSED.intersection(t.also)})) or (PERIOD_TOTAL,)
    since = next((t.since for t in source.tolls if t.since is not None), None)
    tolls = draft.claim.tolls
    if not _of_one(draft):
        tolls = tuple(replace(t, cumulative=True, since=since, also=(*t.also, *also)) for t in tolls)
    note = Note(field="when", rule=TAKEN_OVER, text=f"figures of the same period ({source.id})", span=source.span)
    claim = replace(
        draft.claim,
        days=source.days,
        date_precision=source.date_precision,
        date_basis=source.date_basis,
        tolls=tolls,
        notes=(*draft.claim.notes, note),
    )
    return replace(draft, claim=claim, dated=True, ground=True)


def _of_one(draft: Draft) -> bool:
    """Whether a claim says how it was done ("a bomb killed 12"), and so may be one happening of the period."""
    return violent(draft.claim) and not draft.vague and draft.claim.happening is not Happening.ARMED_CLASH
