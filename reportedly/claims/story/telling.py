"""The drafts of one report's claims in, the claims out, each with what it takes over from the others of its story.

A sentence that leaves out when, where or how ("Forty people had been killed.") speaks of what was told just before,
unless it names another place or counts since long ago. One that gives a count told before goes on with what that was
of, whatever has been told since. What the story is only measured against ("the worst since …") lends it nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.drafts import Draft
from reportedly.claims.story.afoot import on_foot
from reportedly.claims.story.completion import complete, last_day
from reportedly.claims.story.dates import dated, resumed, retold
from reportedly.claims.story.died_later import died_later
from reportedly.claims.story.period_totals import of_period
from reportedly.model.claim import Claim
from reportedly.model.words import Measure

REACH = 6
"""How many claims away a story still goes on."""
_NO_ACCIDENT = 3
"""A count from which on two claims of one report that give it mostly mean one happening."""
LEAD = 2
"""How many claims stand at the head of a report, where what comes after completes them (a headline leaves out most)."""


def tell(drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    """The claims, each completed from the nearest one before it (else after it) that can be the same story."""
    done: list[Draft] = []
    drafts = on_foot(died_later(drafts))
    for number, draft in enumerate(drafts):
        draft = of_period(draft, done)
        before = _recounted_first(draft, [d for d in reversed(done) if not d.compared][:REACH])
        after = [d for d in drafts[number + 1 :] if not d.compared]
        completing = after[:REACH] if number < LEAD and not draft.farther else ()
        news = next((day for d in done if (day := last_day(d))), None)
        draft = complete(draft, sorted([*before, *completing], key=_heading), lead=number < LEAD, news=news)
        later = completing or [d for d in after if retold(draft, d)] or resumed(draft, after)
        draft = dated(draft, before, later, news=news)
        done.append(draft)
    return tuple(d.claim for d in done)


def _heading(draft: Draft) -> bool:
    """Whether a draft stands in the headline, which names the place more roughly than the text does."""
    return draft.heading


def _recounted_first(draft: Draft, before: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts told before, nearest first, but ahead of all those that give the draft's own count."""
    counts = _counts(draft)
    return sorted(before, key=lambda other: counts.isdisjoint(_counts(other))) if counts else before


def _counts(draft: Draft) -> frozenset[tuple[Measure, int]]:
    """The exact counts of people that no accident gives two happenings of one report."""
    if draft.ground:
        return frozenset()
    tolls = (toll for toll in draft.claim.tolls if toll.part_of is None and not toll.cumulative)
    return frozenset((t.measure, t.best) for t in tolls if t.best is not None and t.low == t.best >= _NO_ACCIDENT)
