"""Claims of many reports in, for each denial the claim that it answers out, with reasons; the order of reading leaves
no trace.

A denial names less than what it denies: "Korvia denied any involvement in the bombing in Kolm". Within one report the
reader ties it to what is told there. A denial that stands alone in its report answers a claim of another: the one
that agrees with it best in day, place, kind, toll and words, most of all where the one who denies stands accused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from reportedly.claims.answers.of_whose import named_in, told_by
from reportedly.incidents.features import BETWEEN_REPORTS, weigh
from reportedly.incidents.sketches import Sketch, actor_key, sketch
from reportedly.incidents.wording import Wording
from reportedly.lexicon.linking import Families
from reportedly.model.claim import Claim, Teller
from reportedly.model.incident import Denial, Feature
from reportedly.model.text import Report
from reportedly.model.words import Happening, Measure, Role, Stance, WherePrecision

ENOUGH = 4.5
"""The weight from which a claim is what a denial answers. Day and place agreeing weigh up to 4.8; something
else must speak for it too, or nothing against it."""

_ACCUSED, _ANOTHER = 2.5, -2.0
_ITS_TELLER = 1.5
_WEEK = 7
_BEFORE, _AFTER = 21, 2  # days from the claim's printing to the denial's
_LARGE = 3  # a count from which on it tells happenings apart
_TIMES = 10  # by which two counts differ that are never of one happening
_AT_HAND = 4_000  # points whose cells are kept: the claims of a report tell of few
_SAID = frozenset({Happening.STATEMENT, Happening.OTHER})
_ANSWERABLE = frozenset({Stance.STATES, Stance.ALLEGES, Stance.CONFIRMS, Stance.CLAIMS_RESPONSIBILITY})
_PARTIES = frozenset({Role.OFFICIAL, Role.MILITARY, Role.ARMED_GROUP})
_FIELDS = ("time", "place", "family", "targets", "toll", "names", "words")
_REASONS = {
    "time": "the days, or those of printing, agree",
    "place": "the places agree",
    "family": "one kind of happening",
    "targets": "the same people were hit",
    "toll": "the counts agree",
    "names": "rare names in common",
    "words": "like words",
}
_AGAINST = "they do not agree in this"
_RESPECTS = {"time": 0.0, "place": 0.0, "family": 0.5, "targets": 0.0, "toll": 0.0, "names": 0.0, "accused": 0.0}
"""Respects in which the two may agree, and the weight above which they do: in kind only where it is the same."""
_ALIKE_IN = 3


class Answers(NamedTuple):
    """What each denial that its own report does not tie answers, and the reasons for each denial, by their ids."""

    ties: Mapping[str, str]
    reasons: Mapping[str, Denial]

    def tied(self, claim: Claim) -> Claim:
        """The claim with what it denies."""
        target = self.ties.get(claim.id)
        return claim if target is None else replace(claim, denies=(target,))


def answered(
    denials: Sequence[Claim],
    known: Mapping[str, Claim],
    reports: Mapping[str, Report],
    met: Iterable[Met],
    wording: Wording,
    families: Families,
) -> Answers:
    """Every denial that its own report does not tie, tied to a claim of another report where one agrees enough.

    ``met`` are the claims that each open denial may answer (:class:`Wanted`).
    """
    near: dict[str, set[str]] = defaultdict(set)
    for denial_id, claim_id in met:
        near[denial_id].add(claim_id)
    found: dict[str, Denial] = {}
    ties: dict[str, str] = {}
    for denial in sorted(denials, key=lambda claim: claim.id):
        told_there = [name for name in denial.denies if name in known]
        if told_there:
            first, *also = told_there
            found[denial.id] = Denial(claim=denial.id, denies=first, reasons=(_told_there(),), also=tuple(also))
            continue
        rivals = [known[name] for name in sorted(near[denial.id])]
        rivals = [rival for rival in rivals if _deniable(denial, rival)]
        found[denial.id] = _best(denial, rivals, reports, wording, families)
        target = found[denial.id].denies
        if target is not None:
            ties[denial.id] = target
    return Answers(ties, found)


Met = tuple[str, str]
"""A denial and a claim that it may answer."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What open denials look for: under each key and week of printing the denials, with the days that they allow."""

    under: Mapping[Hashable, Sequence[tuple[int | None, int | None, str]]]

    @classmethod
    def by(cls, denials: Iterable[Claim], reports: Mapping[str, Report]) -> Wanted:
        """For the denials among these that name nothing that they deny."""
        under: dict[Hashable, list[tuple[int | None, int | None, str]]] = defaultdict(list)
        for denial in denials:
            if not denial.denies:
                _look_for(denial, _printed(denial, reports), under)
        return cls(dict(under))

    def met(self, claims: Iterable[Claim], reports: Mapping[str, Report]) -> list[Met]:
        """The claims that share a place, a count or an accused with an open denial and were printed shortly before."""
        found = set()
        for claim in claims:
            day = _printed(claim, reports)
            for key in offered(claim, reports):
                for first, last, denial in self.under.get(key, ()):
                    if day is None or first is None or last is None or first <= day <= last:
                        found.add((denial, claim.id))
        return sorted(found)


def offered(claim: Claim, reports: Mapping[str, Report]) -> Sequence[Hashable]:
    """What a denial may find a claim by; nothing, where it asserts nothing."""
    if claim.stance not in _ANSWERABLE:
        return ()
    day = _printed(claim, reports)
    week = None if day is None else day // _WEEK
    return [(key, week) for key in _keys(claim, {k for k in map(actor_key, claim.perpetrators) if k})]


class Denied(NamedTuple):
    """What concerns one incident: its denials, and the claims of others that deny what stands in it."""

    denials: tuple[Denial, ...]
    outside: tuple[Claim, ...]


def by_incident(
    groups: Sequence[Sequence[Claim]], claims: Mapping[str, Claim], denials: Mapping[str, Denial]
) -> list[Denied]:
    """For each group of claims the denials that stand in it or deny something in it; ``claims`` knows the denials."""
    home = {claim.id: number for number, group in enumerate(groups) for claim in group}
    here: dict[int, set[str]] = defaultdict(set)
    for name, denial in denials.items():
        for claim_id in (name, *denial.answers):
            if claim_id in home:
                here[home[claim_id]].add(name)
    return [
        Denied(
            tuple(denials[name] for name in sorted(here[number])),
            tuple(claims[name] for name in sorted(here[number]) if home.get(name) != number),
        )
        for number in range(len(groups))
    ]


def _told_there() -> Feature:
    return Feature(name="report", weight=0.0, text="told in the same report")


def _best(
    denial: Claim,
    rivals: Sequence[Claim],
    reports: Mapping[str, Report],
    wording: Wording,
    families: Families,
) -> Denial:
    """The claim that agrees best, the earliest printed of equals; none where none agrees enough."""
    own = sketch(denial, reports.get(denial.report), wording)
    weighed = []
    for rival in rivals:
        reasons = _reasons(denial, own, rival, sketch(rival, reports.get(rival.report), wording), wording, families)
        total = round(sum(reason.weight for reason in reasons), 3)
        if total >= ENOUGH and _particular(reasons):
            weighed.append((-total, _printed(rival, reports) or 0, rival.id, reasons))
    if not weighed:
        return Denial(claim=denial.id, denies=None)
    _, _, target, reasons = min(weighed, key=lambda entry: entry[:3])
    return Denial(claim=denial.id, denies=target, reasons=reasons)


def _reasons(
    denial: Claim, own: Sketch, rival: Claim, other: Sketch, wording: Wording, families: Families
) -> tuple[Feature, ...]:
    """What speaks for and against the one answering the other."""
    weights = weigh(own, other, wording, families, BETWEEN_REPORTS)
    pairs = [(name, getattr(weights, name)) for name in _FIELDS]
    found = [
        Feature(name=name, weight=round(weight, 2), text=_REASONS[name] if weight > 0 else _AGAINST)
        for name, weight in pairs
        if abs(weight) >= 0.005
    ]
    found.extend(one for one in (_accused(denial, rival), _meant(denial, rival)) if one)
    return tuple(found)


def _meant(denial: Claim, rival: Claim) -> Feature | None:
    """Whether the denial says whose claim it is about ("Korvia's claim"), and that party tells this one; or another."""
    whose = named_in(denial)
    if not whose:
        return None
    if told_by((rival,), whose):
        return Feature(name="whose", weight=_ITS_TELLER, text="the denial names who tells it")
    return Feature(name="whose", weight=_ANOTHER, text="the denial is of somebody else's claim")


def _accused(denial: Claim, rival: Claim) -> Feature | None:
    """Whether who denies, or whom the denial is about, is said to have done it; or somebody else is."""
    theirs = {key for key in map(actor_key, rival.perpetrators) if key}
    ours = _sides(denial.chain[-1:]) | {key for key in map(actor_key, denial.perpetrators) if key}
    if not theirs or not ours:
        return None
    if theirs & ours:
        return Feature(
            name="accused", weight=_ACCUSED, text=f"{min(theirs & ours)} denies what it is said to have done"
        )
    if denial.chain[-1].role not in _PARTIES:
        return None
    return Feature(name="accused", weight=_ANOTHER, text=f"{', '.join(sorted(theirs))} is said to have done it")


def _particular(reasons: Iterable[Feature]) -> bool:
    """Whether the agreement is in three respects, and of something that not every report shares: a point, a large
    count, who is accused; or a region, a count and those hit at once."""
    weights = {reason.name: reason.weight for reason in reasons}
    if sum(weights.get(name, 0.0) > least for name, least in _RESPECTS.items()) < _ALIKE_IN:
        return False
    if all(weights.get(name, 0.0) > 0.0 for name in ("place", "toll", "targets")):
        return True
    return max(weights.get("place", 0.0), weights.get("toll", 0.0) - 0.5, weights.get("accused", 0.0) - 1.0) >= 1.0


def _deniable(denial: Claim, rival: Claim) -> bool:
    """Whether the one can be a denial of the other: an assertion, of another party than the one that denies, and not
    of so many more or fewer dead that another happening is meant."""
    if _counts_apart(denial, rival):
        return False
    if rival.stance not in _ANSWERABLE or rival.report == denial.report or rival.happening in _SAID:
        return False
    ours, theirs = _sides(denial.chain[-1:]), _sides(rival.chain[-1:])
    return not ours & theirs


def _counts_apart(denial: Claim, rival: Claim) -> bool:
    """Whether the two count something that both count ten times apart."""
    ours, theirs = _counts(denial), _counts(rival)
    both = [sorted((ours[measure], theirs[measure])) for measure in ours.keys() & theirs.keys()]
    return any(few * _TIMES <= many for few, many in both)


def _counts(claim: Claim) -> dict[Measure, int]:
    """The highest number of each measure."""
    found: dict[Measure, int] = {}
    for toll in claim.tolls:
        number = next((n for n in (toll.best, toll.low, toll.high) if n), 0)
        if number:
            found[toll.measure] = max(number, found.get(toll.measure, 0))
    return found


def _sides(tellers: Sequence[Teller]) -> set[str]:
    return {key for teller in tellers for key in (teller.side, teller.actor_id) if key}


def _look_for(
    denial: Claim, printed: int | None, under: dict[Hashable, list[tuple[int | None, int | None, str]]]
) -> None:
    sides = _sides(denial.chain[-1:]) | {key for key in map(actor_key, denial.perpetrators) if key}
    first, last = (None, None) if printed is None else (printed - _BEFORE, printed + _AFTER)
    weeks = [None] if first is None or last is None else [*range(first // _WEEK, last // _WEEK + 1)]
    for key in _keys(denial, sides):
        for week in weeks:
            under[key, week].append((first, last, denial.id))


def _keys(claim: Claim, sides: Iterable[str]) -> Iterator[Hashable]:
    place = claim.place
    if place is not None and place.precision is not None and place.precision <= WherePrecision.PROVINCE:
        yield "place", place.place_id or place.name.casefold()
        if place.latitude is not None and place.longitude is not None and place.precision <= WherePrecision.NEAR:
            for cell in _cells(place.latitude, place.longitude):
                yield "cell", cell
    for side in sorted(sides):
        yield "side", side
    for toll in claim.tolls:
        if toll.best is not None and toll.best >= _LARGE and not toll.cumulative:
            yield "count", toll.measure, toll.best


@lru_cache(_AT_HAND)
def _cells(latitude: float, longitude: float) -> Sequence[tuple[int, int]]:
    """The half-degree cell of a point and those it may be just outside of: two points 25 km apart share one."""
    rows = {int((latitude + shift) // 0.5) for shift in (-0.25, 0.25)}
    columns = {int((longitude + shift) // 0.5) for shift in (-0.25, 0.25)}
    return sorted([(row, column) for row in rows for column in columns])


def _printed(claim: Claim, reports: Mapping[str, Report]) -> int | None:
    report = reports.get(claim.report)
    return report.published.day.toordinal() if report and report.published else None
