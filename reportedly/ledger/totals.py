"""A view of a ledger in, the running totals its claims state beside what its incidents add up to out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportedly.incidents.reviewing import reviewed
from reportedly.incidents.tallying import OF_PEOPLE, Stated, tallies, totals
from reportedly.ledger.ruled import rulings
from reportedly.lexicon.estimating import counted
from reportedly.model.reading import HowMany
from reportedly.model.tally import Tally
from reportedly.store import View


def checked(view: View) -> Iterator[Tally]:
    """Every total, by actor and measure. Rejected claims state none, corrected ones what they were corrected to."""
    reviews = tuple(rulings(view).reviews.values())
    groups: dict[str, list[HowMany]] = {}
    found: list[Stated] = []
    printed: dict[str, date | None] = {}
    for claim in reviewed(view.claims(), reviews) if reviews else view.claims():
        for toll in claim.tolls:
            if toll.whom and toll.measure in OF_PEOPLE and not toll.cumulative:
                groups.setdefault(claim.id, []).append(toll)
        if totals(claim):
            if claim.report not in printed:
                published = view.report(claim.report).published
                printed[claim.report] = published.day if published else None
            found.append(Stated(claim, printed[claim.report]))
    if found:
        told_singly = [one for one in view.incidents() if not one.total]
        yield from tallies(found, told_singly, counted(), groups)
