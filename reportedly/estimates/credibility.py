"""Origins, contradictions and a grade in, the NATO credibility of the account with its reason out.

The scale is that of STANAG 2511 (AJP-2.1), 1 to 6: confirmed by other independent sources, probably true, possibly
true, doubtful, improbable, truth cannot be judged. It rates the account and not the source; the letters A to F of the
same scale, the reliability of a source, are a person's judgement and are not computed. How each step is read from a
ledger is ours, and stated in ``docs/policies/stanag-2511.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from reportedly.model.incident import Contradiction, Origin
from reportedly.model.words import ContradictionKind, Grade, Role


class Credibility(IntEnum):
    """STANAG 2511, credibility of information."""

    CONFIRMED = 1
    PROBABLY_TRUE = 2
    POSSIBLY_TRUE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6


class Rated(NamedTuple):
    """The step of the scale and why."""

    step: Credibility
    reason: str


_DISPUTED = frozenset({ContradictionKind.DENIAL, ContradictionKind.ATTRIBUTION})
_WARRING = frozenset({Role.MILITARY, Role.ARMED_GROUP})


def credibility(counted: Sequence[Origin], disputes: Sequence[Contradiction], grade: Grade) -> Rated:
    """How credible the account is by the number of its independent origins and what speaks against it."""
    count = len(counted)
    if grade is Grade.DISCOUNTED:
        return Rated(Credibility.IMPROBABLE, "it is only denied or doubted")
    if not count:
        return Rated(Credibility.CANNOT_BE_JUDGED, "no origin counts")
    disputed = any(dispute.kind in _DISPUTED for dispute in disputes)
    if count == 1:
        if disputed:
            return Rated(Credibility.DOUBTFUL, "one origin, and it is disputed that it happened so, or who did it")
        if counted[0].role in _WARRING:
            return Rated(Credibility.DOUBTFUL, "one origin, a warring party")
        return Rated(Credibility.POSSIBLY_TRUE, "one origin; nobody else confirms or disputes it")
    if disputed:
        return Rated(Credibility.POSSIBLY_TRUE, f"{count} independent origins, but it is disputed that or by whom")
    if disputes:
        return Rated(Credibility.PROBABLY_TRUE, f"{count} independent origins that differ on a count, day or place")
    return Rated(Credibility.CONFIRMED, f"{count} independent origins, and no contradiction")
