"""Views of two ledgers in, what was added, merged, split, changed and withdrawn from the one to the other out, and why.

Claims come first, report by report, then incidents. An incident is followed by its claims, not by its id: one that
holds claims of two incidents was merged, one whose claims lie in two was split.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportedly.exports.records import claim_record, incident_record
from reportedly.incidents.reviewing import reviewed
from reportedly.ledger.ruled import rulings
from reportedly.model.claim import Claim
from reportedly.model.difference import Change, Difference
from reportedly.model.incident import Comparison, Incident
from reportedly.model.review import Review
from reportedly.model.words import Ruling, Verdict
from reportedly.store import Mark, View

_OF_CLAIM = (
    "happening",
    "stance",
    "chain",
    "earliest",
    "latest",
    "place",
    "perpetrators",
    "targets",
    "tolls",
    "denies",
)
_OF_INCIDENT = (
    *("happening", "earliest", "latest", "place", "perpetrators", "targets", "killed", "wounded"),
    *("independent_sources", "grade"),
)
_SHOWN = 3  # reasons of one kind that are told


def differences(left: View, right: View) -> Iterator[Difference]:
    """All changes from the left ledger to the right one."""
    sides = _Sides.of(left, right)
    yield from _claims(left, right, sides)
    yield from _incidents(left, right, sides)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """The reports of both ledgers, and what people ruled and judged in each."""

    before: Mapping[str, Mark]
    after: Mapping[str, Mark]
    ruled_before: Mapping[str, Review]
    ruled_after: Mapping[str, Review]
    judged: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, left: View, right: View) -> _Sides:
        now = rulings(right)
        return cls(
            before={mark.id: mark for mark in left.marks()},
            after={mark.id: mark for mark in right.marks()},
            ruled_before=rulings(left).reviews,
            ruled_after=now.reviews,
            judged={
                (j.left, j.right): f"judged {j.verdict} by {j.by}: {j.left} {j.right}{_noted(j.note)}"
                for j in now.judgements
            },
        )

    def gone(self, claim: str, report: str) -> str:
        """Why a claim of the left ledger does not count in the right one."""
        review = self.ruled_after.get(claim)
        if review is not None and review.ruling is Ruling.REJECT:
            return f"rejected by {review.by} (decision {review.decision}){_noted(review.note)}"
        return self._read(report, self.before, self.after, missing="is not in the second ledger")

    def come(self, claim: str, report: str) -> str:
        """Why a claim counts in the right ledger only."""
        review = self.ruled_before.get(claim)
        if review is not None and review.ruling is Ruling.REJECT:
            return f"its rejection by {review.by} (decision {review.decision}) no longer counts"
        return self._read(report, self.after, self.before, missing="is new")

    def _read(self, report: str, here: Mapping[str, Mark], there: Mapping[str, Mark], *, missing: str) -> str:
        if report not in there or report not in here:
            return f"report {report} {missing}"
        if here[report].digest != there[report].digest:
            return f"report {report} has another text"
        if here[report].recipe != there[report].recipe:
            return f"report {report} was read by another recipe"
        return f"report {report} was read anew"


def _claims(left: View, right: View, sides: _Sides) -> Iterator[Difference]:
    """The claims of both, report by report."""
    ours, theirs = _by_report(left, sides.ruled_before), _by_report(right, sides.ruled_after)
    a, b = next(ours, None), next(theirs, None)
    while a is not None or b is not None:
        first = min(side[0] for side in (a, b) if side is not None)
        before: Mapping[str, Claim] = {}
        after: Mapping[str, Claim] = {}
        if a is not None and a[0] == first:
            before, a = a[1], next(ours, None)
        if b is not None and b[0] == first:
            after, b = b[1], next(theirs, None)
        yield from _of_report(first, before, after, sides)


def _by_report(view: View, reviews: Mapping[str, Review]) -> Iterator[tuple[str, Mapping[str, Claim]]]:
    rulings_ = tuple(reviews.values())
    for report, claims in groupby(view.claims(), key=lambda claim: claim.report):
        yield report, {claim.id: claim for claim in reviewed(claims, rulings_)}


def _of_report(
    report: str, before: Mapping[str, Claim], after: Mapping[str, Claim], sides: _Sides
) -> Iterator[Difference]:
    for name in sorted(before.keys() - after.keys()):
        why = (sides.gone(name, report),)
        yield Difference(kind="claim", change=Change.WITHDRAWN, before=(name,), after=(), why=why)
    for name in sorted(after.keys() - before.keys()):
        why = (sides.come(name, report),)
        yield Difference(kind="claim", change=Change.ADDED, before=(), after=(name,), why=why)
    for name in sorted(before.keys() & after.keys()):
        fields = _fields(claim_record(before[name]), claim_record(after[name]), _OF_CLAIM)
        if fields:
            review = sides.ruled_after.get(name)
            reason = f"corrected by {review.by} (decision {review.decision}){_noted(review.note)}" if review else None
            why = (reason or sides.come(name, report),)
            yield Difference(kind="claim", change=Change.CHANGED, before=(name,), after=(name,), fields=fields, why=why)


def _incidents(left: View, right: View, sides: _Sides) -> Iterator[Difference]:
    old, new = ({claim: one.id for one in view.incidents() for claim in one.claims} for view in (left, right))
    for incident in sorted(left.incidents(), key=lambda one: one.id):
        heirs = sorted({new[claim] for claim in incident.claims if claim in new})
        if not heirs:
            why = _some(sides.gone(claim, claim.partition("#")[0]) for claim in incident.claims)
            yield Difference(kind="incident", change=Change.WITHDRAWN, before=(incident.id,), after=(), why=why)
        elif len(heirs) > 1:
            why = _split(incident, new, sides)
            yield Difference(kind="incident", change=Change.SPLIT, before=(incident.id,), after=tuple(heirs), why=why)
    for incident in sorted(right.incidents(), key=lambda one: one.id):
        parts = sorted({old[claim] for claim in incident.claims if claim in old})
        after = (incident.id,)
        if not parts:
            why = _some(sides.come(claim, claim.partition("#")[0]) for claim in incident.claims)
            yield Difference(kind="incident", change=Change.ADDED, before=(), after=after, why=why)
        elif len(parts) > 1:
            why = _merged(incident, old, right, sides)
            yield Difference(kind="incident", change=Change.MERGED, before=tuple(parts), after=after, why=why)
        else:
            yield from _changed(left.incident(parts[0]), incident, sides)


def _changed(before: Incident, after: Incident, sides: _Sides) -> Iterator[Difference]:
    """How an incident that was neither merged nor split reads otherwise."""
    fields = _fields(incident_record(before), incident_record(after), _OF_INCIDENT)
    gone = [claim for claim in before.claims if claim not in after.claims]
    come = [claim for claim in after.claims if claim not in before.claims]
    if not fields and not gone and not come:
        return
    why = [*(f"without {claim}" for claim in gone[:_SHOWN]), *(f"with {claim}" for claim in come[:_SHOWN])]
    more = len(gone) + len(come) - len(why)
    why += [f"and {more} more claims"] if more > 0 else []
    corrected = [claim for claim in after.claims if _corrected(sides.ruled_after.get(claim))]
    why += [f"{claim} was corrected" for claim in corrected[:_SHOWN]]
    yield Difference(
        kind="incident",
        change=Change.CHANGED,
        before=(before.id,),
        after=(after.id,),
        fields=fields,
        why=tuple(why) or ("its claims are the same: they are weighed by other rules or beside other reports",),
    )


def _corrected(review: Review | None) -> bool:
    return review is not None and review.ruling is Ruling.CORRECT


def _merged(incident: Incident, old: Mapping[str, str], right: View, sides: _Sides) -> tuple[str, ...]:
    """The judgements and the strongest comparisons that tie claims of several former incidents."""
    said = _judged(incident.claims, incident.claims, old, sides, Verdict.SAME)
    seen = {(c.left, c.right): c for claim in incident.claims for c in right.comparisons(claim)}
    across = [c for (a, b), c in sorted(seen.items()) if old.get(a) != old.get(b)]
    across.sort(key=lambda c: (-c.score, c.left, c.right))
    return (*said, *map(_tie, across[:_SHOWN])) or ("tied through other claims of the incident",)


def _tie(comparison: Comparison) -> str:
    best = sorted((f for f in comparison.features if f.weight > 0), key=lambda f: -f.weight)[:_SHOWN]
    words = ", ".join(f"{f.name} {f.weight:+.1f}" for f in best)
    return f"{comparison.left} and {comparison.right} belong together by {comparison.score:.1f} ({words})"


def _split(incident: Incident, new: Mapping[str, str], sides: _Sides) -> tuple[str, ...]:
    said = _judged(incident.claims, incident.claims, new, sides, Verdict.DIFFERENT)
    gone = _some(sides.gone(c, c.partition("#")[0]) for c in incident.claims if c not in new)
    left_over = "its claims no longer belong together by what they say, beside the reports of the second ledger"
    return (*said, *gone) or (left_over,)


def _judged(
    ours: tuple[str, ...], theirs: tuple[str, ...], home: Mapping[str, str], sides: _Sides, verdict: Verdict
) -> tuple[str, ...]:
    """What people said of pairs that lie in two incidents."""
    inside = set(ours) | set(theirs)
    return tuple(
        text
        for (a, b), text in sorted(sides.judged.items())
        if a in inside and b in inside and home.get(a) != home.get(b) and text.startswith(f"judged {verdict} ")
    )[:_SHOWN]


def _fields(
    before: Mapping[str, Any], after: Mapping[str, Any], names: tuple[str, ...]
) -> tuple[tuple[str, str, str], ...]:
    """What reads otherwise, each as (field, before, after) in short words."""
    return tuple((name, _short(before[name]), _short(after[name])) for name in names if before[name] != after[name])


def _short(value: Any) -> str:
    """A value of a record in a few words."""
    if value is None or value == []:
        return "none"
    if isinstance(value, list):
        return ", ".join(map(_short, value))
    if isinstance(value, dict):
        if "low" in value:
            measure = f"{value['measure']} " if "measure" in value else ""
            return f"{measure}{_number(value['low'])}/{_number(value['best'])}/{_number(value['high'])}"
        return str(value.get("name") or value.get("role") or "unnamed")
    return str(value)


def _number(bound: int | None) -> str:
    return "-" if bound is None else str(bound)


def _some(reasons: Iterator[str]) -> tuple[str, ...]:
    """The different reasons, the first few of them."""
    count: dict[str, int] = defaultdict(int)
    for reason in reasons:
        count[reason] += 1
    told = tuple(count)[:_SHOWN]
    return told if len(count) <= _SHOWN else (*told, f"and {len(count) - _SHOWN} more reasons")


def _noted(note: str) -> str:
    return f": {note}" if note else ""
