"""A view of a ledger in, its claims as they count and the decisions that bind them out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportedly.incidents.following import followed
from reportedly.incidents.reviewing import reviewed
from reportedly.model.claim import Claim
from reportedly.model.incident import Judgement
from reportedly.model.review import Review
from reportedly.store import ClaimFilter, View

_AT_ONCE = 200  # reports that one query names


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """The judgements on pairs of claims, and the rulings by the claims they are of."""

    judgements: tuple[Judgement, ...]
    reviews: Mapping[str, Review]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """The claims that count (rejected ones left out, corrected ones mended), the judgements on pairs of them, and the
    rulings by the claims they are of."""

    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    reviews: Mapping[str, Review]


def ruled(view: View) -> Ruled:
    """All claims of a ledger as people left them."""
    found = rulings(view)
    claims = reviewed(view.claims(), tuple(found.reviews.values()))
    return Ruled(claims=claims, judgements=found.judgements, reviews=found.reviews)


def rulings(view: View) -> Rulings:
    """What people decided. Decisions follow their words where reports were read anew."""
    seen = {one.claim: one for line in view.decisions() for one in line.decision.seen}
    if not seen:
        return Rulings(judgements=(), reviews={})
    reports = sorted({one.report for one in seen.values()})
    claims = (
        claim
        for start in range(0, len(reports), _AT_ONCE)
        for claim in view.claims(ClaimFilter(reports=tuple(reports[start : start + _AT_ONCE])))
    )
    now = followed((seen[name] for name in sorted(seen)), claims)
    reviews = (replace(r, claim=now[r.claim]) for r in view.reviews() if r.claim in now)
    return Rulings(
        judgements=tuple(
            replace(j, left=now[j.left], right=now[j.right])
            for j in view.judgements()
            if j.left in now and j.right in now
        ),
        reviews={review.claim: review for review in reviews},
    )
