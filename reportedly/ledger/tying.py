"""Claims and what linking tied their denials to in, the same claims with what they deny and who denies them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.model.claim import Claim
from reportedly.model.incident import Denial


def tied(claims: Iterable[Claim], denials: Iterable[Denial]) -> Iterator[Claim]:
    """The claims in their order; those that deny nothing and that nobody denies as they were."""
    denies: dict[str, tuple[str, ...]] = {}
    by: dict[str, set[str]] = {}
    for denial in denials:
        if denial.denies is not None:
            denies[denial.claim] = denial.answers
        for answered in denial.answers:
            by.setdefault(answered, set()).add(denial.claim)
    for claim in claims:
        if claim.id in denies or claim.id in by:
            yield replace(
                claim,
                denies=tuple(dict.fromkeys((*claim.denies, *denies.get(claim.id, ())))),
                denied_by=tuple(sorted({*claim.denied_by, *by.get(claim.id, ())})),
            )
        else:
            yield claim
