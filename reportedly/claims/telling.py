"""The drafts of one report's claims in, the claims out, each with what it takes over from the others of its story.

A sentence that leaves out when, where or how ("Forty people had been killed.") speaks of what was told just before,
unless it names another place or counts since long ago.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.story import Draft, complete
from reportedly.claims.story_when import dated, resumed, retold
from reportedly.model.claim import Claim

REACH = 6
"""How many claims away a story still goes on."""
LEAD = 2
"""How many claims stand at the head of a report, where what comes after completes them (a headline leaves out most)."""


def tell(drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    """The claims, each completed from the nearest one before it (else after it) that can be the same story."""
    done: list[Draft] = []
    for number, draft in enumerate(drafts):
        before = list(reversed(done))[:REACH]
        after = drafts[number + 1 :]
        completing = after[:REACH] if number < LEAD else ()
        draft = complete(draft, [*before, *completing], lead=number < LEAD)
        draft = dated(draft, before, completing or [d for d in after if retold(draft, d)] or resumed(draft, after))
        done.append(draft)
    return tuple(d.claim for d in done)
