"""The figures of an incident's origins in, low, best and high under a stated policy out.

A policy is a rule in words and the function that follows it; the words are printed with every estimate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reportedly.estimates.figures import Figure
from reportedly.model.words import Policy, Role


class Range(NamedTuple):
    """Low, best and high, each ``None`` where the figures give none."""

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A figure with what makes it weigh: the kind of its origin, whether that origin counts, is a warring party, or
    claims the deed."""

    figure: Figure
    narrowed: Figure  # as the summary of its own report leaves it
    role: Role
    counts: bool
    party: bool
    did_it: bool
    own_voice: bool = False  # the outlet's or agency's, citing nobody ("reportedly")

    @property
    def overtaken(self) -> bool:
        """Whether its own report, summing up, has raised the figure: it came earlier, and what was early is no rival.
        The count of a warring party is its account and stays one, however low."""
        floor, most = self.narrowed.low, max(self.figure.number or 0, self.figure.high or 0)
        return not self.party and self.narrowed != self.figure and floor is not None and most < floor


RULES: dict[Policy, str] = {
    Policy.OURS: (
        "each origin's last figure of all the dead (counts of some, or of an outlet without a source, only where "
        "nothing else is given, an outlet's range always), inside the ends that its report's own summary closes; "
        "low and high span those who did not do it themselves; best is the highest "
        "last figure of the most reliable kind of origin (monitors, medics and documents, then officials of no side "
        "and activists, then all others)"
    ),
    Policy.UCDP: (
        "best is the figure of the most reliable origin, low the lowest and high the highest of all; a single figure "
        "that a warring party gives of its own success has low 0 (UCDP GED codebook: low, best and high estimates)"
    ),
    Policy.ACLED: (
        "the most conservative figure of the credible origins, the same for low, best and high; tens are 10, dozens "
        "12, hundreds 100 (ACLED codebook: fatalities)"
    ),
    Policy.AIRWARS: (
        "low is the lowest and high the highest figure that any source gives; no best is chosen (Airwars methodology: "
        "minimum and maximum claimed)"
    ),
}
"""The rule of each policy in words."""

RANK = {
    Role.MONITOR: 0,
    Role.MEDIC: 0,
    Role.DOCUMENT: 0,
    Role.OFFICIAL: 1,
    Role.ACTIVIST: 1,
    Role.WITNESS: 2,
    Role.UNKNOWN: 2,
    Role.MEDIA: 2,
    Role.AGENCY: 2,
    Role.ANALYST: 2,
    Role.SOCIAL_MEDIA: 3,
    Role.MILITARY: 3,
    Role.ARMED_GROUP: 3,
    Role.OUTLET: 4,
}


def put_together(witnesses: Sequence[Witness], policy: Policy) -> Range:
    """The range of at least one figure under a policy."""
    return _POLICIES[policy](witnesses)


def heard(witnesses: Sequence[Witness]) -> Sequence[Witness]:
    """The figures that weigh: totals of all the dead, not counts of some; those with a source, and an outlet's own
    only where it states a range or nobody else counts; not those of who did it, if others count too."""
    totals = [witness for witness in witnesses if witness.figure.total] or witnesses
    sourced = [witness for witness in totals if witness.counts or _is_range(witness.figure)] or totals
    return [witness for witness in sourced if not witness.did_it] or sourced


def _is_range(figure: Figure) -> bool:
    """Whether the words span two numbers ("between 12 and 19"): an outlet that does so has weighed its sources."""
    return figure.low is not None and figure.high is not None and figure.low < figure.high


def rank(witness: Witness) -> int:
    """How far down the order of reliability an origin stands; a warring party stands below its kind."""
    return RANK[witness.role] + (2 if witness.party else 0)


def _ours(witnesses: Sequence[Witness]) -> Range:
    kept = [replace(witness, figure=witness.narrowed) for witness in heard(witnesses)]
    return _ordered(_lowest(kept), _most_reliable(kept), _highest(kept))


def _ucdp(witnesses: Sequence[Witness]) -> Range:
    best = _most_reliable(heard(witnesses))
    low = 0 if len(witnesses) == 1 and witnesses[0].party else _lowest(witnesses)
    high = max((n for n in (w.figure.high or w.figure.number for w in witnesses) if n is not None), default=None)
    return _ordered(low, best, high)


def _acled(witnesses: Sequence[Witness]) -> Range:
    numbers = [number for number in (w.figure.number for w in heard(witnesses)) if number is not None]
    least = min(numbers, default=None)
    return Range(least, least, least)


def _airwars(witnesses: Sequence[Witness]) -> Range:
    return Range(_lowest(witnesses), None, _highest(witnesses))


_POLICIES: dict[Policy, Callable[[Sequence[Witness]], Range]] = {
    Policy.OURS: _ours,
    Policy.UCDP: _ucdp,
    Policy.ACLED: _acled,
    Policy.AIRWARS: _airwars,
}


def _most_reliable(witnesses: Sequence[Witness]) -> int | None:
    """The highest number of the most reliable kind of origin that gives one."""
    stated = [w for w in witnesses if w.figure.best is not None]
    if not stated:
        return None
    top = min(rank(w) for w in stated)
    return max(w.figure.best for w in stated if rank(w) == top and w.figure.best is not None)


def _lowest(witnesses: Sequence[Witness]) -> int | None:
    floors = [w.figure.low for w in witnesses if w.figure.low is not None]
    return min(floors, default=None)


def _highest(witnesses: Sequence[Witness]) -> int | None:
    """The highest ceiling; none where the highest figure of all is open above ("more than 100")."""
    tops = [(w.figure.number, w.figure.high) for w in witnesses if w.figure.number is not None]
    if not tops:
        return None
    most = max(max(number, high or 0) for number, high in tops)
    closed = any((high if high is not None else -1) >= most for _, high in tops)
    return most if closed else None


def _ordered(low: int | None, best: int | None, high: int | None) -> Range:
    """Low at most best, best at most high: the best estimate bounds the other two."""
    if best is not None:
        low = min(low, best) if low is not None else None
        high = max(high, best) if high is not None else None
    elif low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return Range(low, best, high)
