"""Incidents, their claims and the comparisons that tied them in, what a person might decide otherwise out.

Three doubts are looked for: reports that little holds in one incident, incidents of one kind, day and place that were
kept apart, and claims that alone set an end of a range. Each is weighed by what deciding it would do to the tables:
the incident is put together again as it would be then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

from reportedly.incidents.days import closed
from reportedly.incidents.sketches import distance_km, spot
from reportedly.lexicon.linking import Families
from reportedly.model.claim import Claim
from reportedly.model.incident import Comparison, Incident
from reportedly.model.question import Doubt, Question
from reportedly.model.reading import HowMany
from reportedly.model.words import Measure, Ruling, Stance, Verdict, WherePrecision

BARELY = 1.5
"""The score below which two reports are barely tied: at zero as much speaks against one incident as for it."""

_NEAR_KM = 10.0
_WITHIN = 1  # days between two incidents that may be one
_CROWD = 40  # incidents of one day and place: beyond, each is compared with the next few only
_NEIGHBOURS = 8
_COUNTED = (Measure.KILLED, Measure.WOUNDED)

Build = Callable[[Sequence[Claim]], Incident]
"""Puts an incident together from claims."""


def barely_linked(
    incident: Incident, claims: Mapping[str, Claim], ties: Iterable[Comparison], build: Build
) -> Iterator[Question]:
    """The reports of an incident that only weak comparisons tie to its other reports."""
    inside = [c for c in ties if c.left in claims and c.right in claims]
    between = [(c, claims[c.left].report, claims[c.right].report) for c in inside]
    between = [(c, a, b) for c, a, b in between if a != b]
    parts = _parts(incident.reports, [(a, b) for c, a, b in between if c.score >= BARELY])
    if len(parts) < 2:
        return
    largest = max(parts, key=lambda part: (len(part), sorted(part)))
    for part in parts:
        weak = [c for c, a, b in between if (a in part) != (b in part)]
        if part is largest or not weak:
            continue
        tie = max(weak, key=lambda c: (c.score, c.left, c.right))
        apart = [claim for claim in claims.values() if claim.report in part]
        rest = [claim for claim in claims.values() if claim.report not in part]
        yield Question(
            doubt=Doubt.BARELY_LINKED,
            verdict=Verdict.DIFFERENT.value,
            ids=(tie.left, tie.right),
            incident=incident.id,
            text=f"{', '.join(sorted(part))} tied to the rest by {tie.score:.1f} only",
            incidents=1,
            **_change([incident], [build(apart), build(rest)]),
        )


def nearly_linked(incidents: Iterable[Incident], judged: Set[frozenset[str]], families: Families) -> Iterator[Question]:
    """Pairs of incidents of one kind, day and place. ``judged`` are pairs of claims that a person decided on."""
    blocks: dict[tuple[str, int], list[Incident]] = defaultdict(list)
    for incident in incidents:
        days = closed(incident.days, incident.date_precision) if incident.days else None
        place = incident.place
        if days is None or days.width > 1 + _WITHIN or place is None or not _is_point(place.precision):
            continue
        for key in {(place.place_id or place.name.casefold(), day) for day in (days.first, days.first + _WITHIN)}:
            blocks[key].append(incident)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for left, right in _pairs(sorted(blocks[key], key=lambda one: one.id)):
            if (left.id, right.id) in seen or not families.kin(left.happening, right.happening):
                continue
            seen.add((left.id, right.id))
            if judged and any(frozenset((a, b)) in judged for a in left.claims for b in right.claims):
                continue
            yield _one(left, right)


def doubtful_figures(
    incident: Incident, claims: Mapping[str, Claim], ruled: Set[str], build: Build
) -> Iterator[Question]:
    """The claims that alone set the low or high end of an estimate and that nobody has ruled on yet."""
    for measure in _COUNTED:
        estimate = incident.estimate(measure)
        if estimate is None or estimate.low == estimate.high:
            continue
        said = {name: toll for name, claim in sorted(claims.items()) if (toll := _said(claim, measure)) is not None}
        ends = [(min, estimate.low, "low"), (max, estimate.high, "high")]
        for pick, end, word in ends:
            values = {name: number for name, toll in said.items() if (number := _number(toll)) is not None}
            if len(values) < 2 or end is None:
                continue
            extreme = pick(values.values())
            alone = [name for name, number in values.items() if number == extreme]
            if len(alone) != 1 or alone[0] in ruled:
                continue
            without = build([claim for name, claim in claims.items() if name != alone[0]])
            change = _change([incident], [without])
            if any(change.values()):
                yield Question(
                    doubt=Doubt.DOUBTFUL_FIGURE,
                    verdict=Ruling.REJECT.value,
                    ids=(alone[0],),
                    incident=incident.id,
                    text=f"alone sets the {word} end of {measure.value}: {said[alone[0]].text!r}, others say "
                    + ", ".join(sorted({str(n) for name, n in values.items() if name != alone[0]}, key=int)),
                    **change,
                )


def _one(left: Incident, right: Incident) -> Question:
    """Two incidents that may be one: the smaller number would no longer be added."""
    fewer = {measure: -min(_best(left, measure), _best(right, measure)) for measure in _COUNTED}
    place = left.place.name if left.place else "no place"
    distance = distance_km(spot(left.place), spot(right.place)) if left.place and right.place else None
    far = f", {distance:.0f} km apart" if distance is not None and distance > _NEAR_KM else ""
    day = left.days.start.isoformat() if left.days and left.days.start else "no day"
    return Question(
        doubt=Doubt.NEARLY_LINKED,
        verdict=Verdict.SAME.value,
        ids=(left.id, right.id),
        incident=left.id,
        text=f"{left.happening.value} and {right.happening.value} in {place} on {day}{far}",
        killed=fewer[Measure.KILLED],
        wounded=fewer[Measure.WOUNDED],
        incidents=-1,
    )


def _change(before: Sequence[Incident], after: Sequence[Incident]) -> dict[str, int]:
    """By how much the sums of the best estimates and the width of the ranges change."""
    spread = sum(_width(one, m) for one in after for m in _COUNTED) - sum(
        _width(one, m) for one in before for m in _COUNTED
    )
    killed, wounded = (sum(_best(one, m) for one in after) - sum(_best(one, m) for one in before) for m in _COUNTED)
    return {"killed": killed, "wounded": wounded, "spread": spread}


def _best(incident: Incident, measure: Measure) -> int:
    estimate = incident.estimate(measure)
    if estimate is None:
        return 0
    return next((n for n in (estimate.best, estimate.low) if n is not None), 0)


def _width(incident: Incident, measure: Measure) -> int:
    estimate = incident.estimate(measure)
    return estimate.high - estimate.low if estimate and estimate.high is not None and estimate.low is not None else 0


def _said(claim: Claim, measure: Measure) -> HowMany | None:
    if claim.stance is Stance.DENIES:
        return None
    return next((t for t in claim.tolls if t.measure is measure and t.part_of is None and not t.cumulative), None)


def _number(toll: HowMany) -> int | None:
    return toll.best if toll.best is not None else toll.low


def _is_point(precision: WherePrecision | None) -> bool:
    return precision is not None and precision <= WherePrecision.NEAR


def _pairs(row: Sequence[Incident]) -> Iterator[tuple[Incident, Incident]]:
    if len(row) <= _CROWD:
        yield from combinations(row, 2)
        return
    for place, left in enumerate(row):
        for right in row[place + 1 : place + 1 + _NEIGHBOURS]:
            yield left, right


def _parts(reports: Sequence[str], ties: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """The reports in groups that these ties hold together, sorted."""
    home = {report: report for report in reports}

    def find(report: str) -> str:
        while home[report] != report:
            report = home[report]
        return report

    for a, b in ties:
        one, other = sorted((find(a), find(b)))
        home[other] = one
    groups: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        groups[find(report)].add(report)
    return [frozenset(groups[name]) for name in sorted(groups)]
