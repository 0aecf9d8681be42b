"""What judges had before them and the claims of today in, the claims that their decisions mean now out.

A report that is read again by better rules makes claims with other ids. A decision follows its words: to the claim of
the same report whose words it shares most, of the same kind if one is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.model.claim import Claim
from reportedly.model.review import Seen
from reportedly.model.text import Span

_SHARED = 0.5
"""Share of the shorter stretch of words that the old and the new claim must have in common."""


def followed(seen: Iterable[Seen], claims: Iterable[Claim]) -> Mapping[str, str]:
    """For each claim id that was judged, the id of the claim that it is now; ids that nothing answers to are left
    out."""
    known: set[str] = set()
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        known.add(claim.id)
        by_report[claim.report].append(claim)
    found: dict[str, str] = {}
    for one in seen:
        now = one.claim if one.claim in known else _nearest(one, by_report[one.report])
        if now is not None:
            found[one.claim] = now
    return found


def _nearest(seen: Seen, claims: Sequence[Claim]) -> str | None:
    span = Span(seen.start, seen.end)
    scored = [(_shared(span, claim.span), claim.happening.value == seen.happening, claim.id) for claim in claims]
    close = [entry for entry in scored if entry[0] >= _SHARED]
    best = max(close, key=lambda entry: (entry[1], entry[0]), default=None)
    return best[2] if best else None


def _shared(a: Span, b: Span) -> float:
    shorter = min(a.end - a.start, b.end - b.start)
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / shorter if shorter else 0.0
