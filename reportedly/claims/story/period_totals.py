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
from reportedly.model.words import Happening

CLOSED = frozenset({f"{TABLE}/period-total", f"{TABLE}/past-window"})
"""Lines that make a number the total of a period; one "so far this year" goes on, and news may follow it."""
SHORTEST = timedelta(days=25)
GAP = 500
"""Characters between two claims of one list of figures: a sentence or two may tell of something else."""


def of_period(draft: Draft, before: Sequence[Draft]) -> Draft:
    """The draft with the period of the figures told before it (nearest last), of which it gives some more."""
    if draft.dated or draft.claim.container or not draft.claim.tolls:
        return draft
    counted = [d.claim for d in before if d.claim.tolls]
    if not counted or not all(_is_total(claim) for claim in counted):
        return draft
    if draft.claim.span.start - counted[-1].span.end > GAP:
        return draft
    return _taken(draft, max(counted, key=_end))


def _end(claim: Claim) -> date:
    """The last day of a period: an earlier one is only compared with."""
    return claim.days.end if claim.days is not None and claim.days.end is not None else date.min


def _is_total(claim: Claim) -> bool:
    """Whether all that a claim counts is the total of a month or more."""
    days = claim.days
    if days is None or days.start is None or days.end is None or days.end - days.start < SHORTEST:
        return False
    return bool(claim.tolls) and all(t.cumulative and CLOSED.intersection(t.also) for t in claim.tolls)


def _taken(draft: Draft, source: Claim) -> Draft:
    also = tuple(sorted(CLOSED.intersection(source.tolls[0].also)))
    tolls = draft.claim.tolls
    if not _of_one(draft):
        tolls = tuple(replace(t, cumulative=True, since=source.tolls[0].since, also=(*t.also, *also)) for t in tolls)
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
