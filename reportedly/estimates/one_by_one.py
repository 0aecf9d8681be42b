"""The counts of a report's claims in, the same out with victims told of one after another added up.

"One man died at the scene. Two more died at the hospital" counts three, though no sentence says so. The words say what
is added: *more*, *others*, *another*, *a third*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportedly.estimates.count import Count, Worth, added
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim, Teller
from reportedly.model.reading import HowMany
from reportedly.model.words import Measure

_NEAR = 300
"""Characters between a count and the words that add to it: the next sentence or two."""


def one_by_one(
    claims: Sequence[Claim], told: Mapping[str, Sequence[Count]], words: Counted, *, dead: bool = True
) -> dict[str, Sequence[Count]]:
    """The counts by claim; one that adds to the count told just before it becomes the sum, where that is more than its
    report counts anywhere: a report that gives the sum itself is not added up. Of those who are not ``dead`` "ten
    others" may only be others than the dead, so that the words must say twice that they are more ("ten OTHERS were ALSO
    hurt"), unless the report tells of nobody's death."""
    kept = dict(told)
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.span.start, c.span.end, c.id)):
        if claim.id in told:
            by_report[claim.report].append(claim)
    deadly = {claim.report for claim in claims if any(_is_death(toll) for toll in claim.tolls)}
    sources = {claim.id: claim.chain[-1] if claim.chain[1:] else None for claim in claims}
    for own in by_report.values():
        top = max((count for claim in own for count in told[claim.id]), key=lambda count: count.size)
        for claim in own:
            if dead and words.is_doubtful(claim.hedge):
                kept[claim.id] = [_ceiling(top, count) if count.more else count for count in told[claim.id]]
        most = top.number
        doubted = {claim.id for claim in own if words.is_doubtful(claim.hedge)}
        for before, here, total in _sums(own, told, dead=dead, alive=own[0].report not in deadly):
            if total.number > most and here[0] not in doubted:
                first = kept[before[0]][before[1]]
                also = told[here[0]][here[1]].too
                rival = also and _of_another(sources[before[0]], sources[here[0]])
                _put(kept, before, first._replace(worth=Worth.FIGURE if rival else first.worth, everyone=rival))
                _put(kept, here, total)
    return kept


def _of_another(source: Teller | None, adds: Teller | None) -> bool:
    """Whether another source adds to what a source counted: who counted first did not count those, and may be right."""
    return source is not None and adds is not None and (source.name, source.role) != (adds.name, adds.role)


_Seat = tuple[str, int]
"""A claim's id and the place of a count in it."""


def _put(kept: dict[str, Sequence[Count]], seat: _Seat, count: Count) -> None:
    counts = list(kept[seat[0]])
    counts[seat[1]] = count
    kept[seat[0]] = counts


def _ceiling(top: Count, count: Count) -> Count:
    """What the report counts at most, where it is possible that more died: "possibly another" after eight is up to
    nine."""
    most = (top.high if top.high is not None else top.number) + count.number
    low, best = (None, None) if top.everyone else (top.low, top.best)  # a list of names is a floor as well
    return Count(low, best, most, frozenset(), True, count.text)


def _sums(
    claims: Sequence[Claim], told: Mapping[str, Sequence[Count]], *, dead: bool, alive: bool
) -> list[tuple[_Seat, _Seat, Count]]:
    """Where a count adds to the one before it: the seats of both, and the sum. ``alive`` says that nobody died."""
    found: list[tuple[_Seat, _Seat, Count]] = []
    base: tuple[Claim, _Seat, Count] | None = None
    figure = any(count.worth is Worth.FIGURE and not count.too for claim in claims for count in told[claim.id])
    for claim in claims:
        for at, count in enumerate(told[claim.id]):
            if count.worth is Worth.VAGUE:
                continue
            one_more = count.too and not figure and (dead or count.worth is Worth.SINGLE)
            more = one_more or (count.more if dead else _adds_hurt(count, base, alive=alive))
            if more and base is not None and _goes_on(base[0], claim):
                everyone = dead or not one_more  # people told of as hurt one by one need not be all of them
                count = added((base[2], count))._replace(worth=Worth.FIGURE, everyone=everyone)
                found.append((base[1], (claim.id, at), count))
            base = claim, (claim.id, at), count
    return found


def _adds_hurt(count: Count, base: tuple[Claim, _Seat, Count] | None, *, alive: bool) -> bool:
    """Whether a count of people hurt is of others than the hurt just counted, and not of others than the dead."""
    return count.more and (count.too or alive) and base is not None and not base[2].more


def _is_death(toll: HowMany) -> bool:
    return toll.measure is Measure.KILLED and toll.best != 0


def _goes_on(before: Claim, claim: Claim) -> bool:
    """Whether a claim goes on right after another, and tells of no other time ("two others, who were killed there in
    2011")."""
    apart = before.days is not None and claim.days is not None and not before.days.touches(claim.days)
    return claim.span.start - before.span.end <= _NEAR and not apart
