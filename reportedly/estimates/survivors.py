"""The estimates of the casualties and of the killed in, the wounded that follow from them out.

"Five people were shot, two of them fatally" counts no wounded and yet tells of three. Where nobody counts all the
wounded, those who were hit less those who died are the wounded: "one is in critical condition" is of some.
"""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.model.incident import Estimate
from reportedly.model.words import Measure

RULE = "nobody counts all the wounded: all who were hit less those who died"
"""The rule in words, as it is printed with the estimate."""


def survivors(
    found: Mapping[Measure, Estimate], hit: Estimate | None, *, some: bool = False, others: bool = False
) -> Estimate | None:
    """The wounded, or ``None`` where somebody counts them or nobody is left. ``some`` says that those who count them
    count only some, so that a greater number of survivors stands instead. ``hit`` is of the people counted as hit,
    alive or dead, or of ``others`` than the dead ("a woman was also shot"); other casualties ("all the victims") may
    well be the dead alone."""
    killed, told = None if others else found.get(Measure.KILLED), found.get(Measure.WOUNDED)
    if hit is None or (told is not None and not some):
        return None
    died = killed.best if killed else 0
    if hit.best is None or died is None or hit.best <= died:
        return None
    most = (killed.high if killed.high is not None else died) if killed else 0
    least = (killed.low if killed.low is not None else died) if killed else 0
    best = hit.best - died
    if told is not None and told.best is not None and told.best >= best:
        return None
    return Estimate(
        measure=Measure.WOUNDED,
        policy=hit.policy,
        low=min(best, max(0, hit.low - most)) if hit.low is not None else None,
        best=best,
        high=max(best, hit.high - least) if hit.high is not None else None,
        claims=tuple(sorted({*hit.claims, *(killed.claims if killed else ())})),
        rule=RULE,
    )
