"""A view of a ledger in, the running totals its claims state beside what its incidents add up to out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportedly.incidents.reviewing import reviewed
from reportedly.incidents.tallying import Stated, tallies, totals
from reportedly.incidents.tasks import alone
from reportedly.ledger.ruled import rulings
from reportedly.model.tally import Tally
from reportedly.store import View


def checked(view: View) -> Iterator[Tally]:
    """Every total, by actor and measure. Rejected claims state none, corrected ones what they were corrected to."""
    reviews = tuple(rulings(view).reviews.values())
    sums: set[str] = set()
    found: list[Stated] = []
    printed: dict[str, date | None] = {}
    for claim in reviewed(view.claims(), reviews) if reviews else view.claims():
        if alone(claim):
            sums.add(claim.id)
        if totals(claim):
            if claim.report not in printed:
                published = view.report(claim.report).published
                printed[claim.report] = published.day if published else None
            found.append(Stated(claim, printed[claim.report]))
    if found:
        told_singly = [one for one in view.incidents() if not sums.issuperset(one.claims)]
        yield from tallies(found, told_singly)
