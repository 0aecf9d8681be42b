"""An incident or a claim in, its explanation out: from the number to the claims, the words, the rules, the rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportedly.estimates.credibility import credibility
from reportedly.model.claim import Claim, Note, Teller
from reportedly.model.disputes import disputes
from reportedly.model.explanation import Step
from reportedly.model.incident import Comparison, Denial, Estimate, Incident, Origin
from reportedly.model.reading import HowMany
from reportedly.model.review import Review
from reportedly.model.text import Report, Span
from reportedly.sheets.wording import days

__all__ = ["WORDS", "chain", "days", "numbers", "quote", "why_claim", "why_incident"]

WORDS = 160
"""Characters of a claim that are quoted."""


def why_incident(
    incident: Incident,
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
    comparisons: Sequence[Comparison] = (),
) -> Step:
    """Why an incident says what it says."""
    place = incident.place.name if incident.place else "place not known"
    return Step(
        text=f"{incident.id}: {incident.happening.value}, {days(incident.days)}, {place}",
        because=(
            *(_estimate(e, claims, reports) for e in incident.estimates),
            *_without_figure(incident, claims, reports),
            _origins(incident, claims, reports),
            *_uncounted(incident, claims, reports),
            Step(text=f"grade {incident.grade.value}: {incident.grade_reason}"),
            _credible(incident),
            *(_contradictions(incident)),
            *_denials(incident.denials),
            *(_joined(incident, comparisons)),
        ),
    )


def why_claim(claim: Claim, report: Report, denials: Sequence[Denial] = (), review: Review | None = None) -> Step:
    """Why a claim says what it says: its words, its chain, each rule that fired or was passed over, the ``denials``
    of the ledger that it makes or that answer it, and what a person ruled of it."""
    own = [d for d in denials if claim.id in (d.claim, *d.answers)]
    return Step(
        text=f"{claim.id}: {claim.happening.value}, {claim.stance.value}, on the word of {chain(claim.chain)}",
        report=claim.report,
        span=claim.span,
        because=(
            Step(text=quote(report, claim.span), report=claim.report, span=claim.span),
            *(_toll(t, claim) for t in claim.tolls),
            *_notes(claim.notes, claim.report),
            *(Step(text=f"denies {other}") for other in claim.denies if not own),
            *_denials(own),
            *_ruling(review),
        ),
    )


def _ruling(review: Review | None) -> tuple[Step, ...]:
    if review is None:
        return ()
    values = "".join(f", {c.field} {c.value}" for c in review.corrections)
    note = f": {review.note}" if review.note else ""
    return (Step(text=f"ruled by {review.by}, decision {review.decision}: {review.ruling.value}{values}{note}"),)


def chain(tellers: Iterable[Teller]) -> str:
    """A chain in words, outermost first."""
    return " → ".join(
        f"{t.name or 'the outlet'} ({t.role.value}{', not named' if t.anonymous else ''})" for t in tellers
    )


def quote(report: Report, span: Span) -> str:
    """The words of a span with their place."""
    words = " ".join(span.of(report.text).split())
    cut = words if len(words) <= WORDS else words[: WORDS - 1] + "…"
    return f"“{cut}” [{report.id} {span.start}–{span.end}]"


def _estimate(estimate: Estimate, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Step:
    return Step(
        text=f"{estimate.measure.value} {numbers(estimate.low, estimate.best, estimate.high)}"
        f" by the policy “{estimate.policy}”: {estimate.rule}",
        because=(
            *(_short(claims[c], reports) for c in estimate.claims if c in claims),
            *(Step(text=f"set aside {claim}: {reason}") for claim, reason in estimate.set_aside),
        ),
    )


def numbers(low: int | None, best: int | None, high: int | None) -> str:
    """A range in words: best, then low and high where they differ from it."""
    shown = "no figure" if best is None else str(best)
    if low == best == high:
        return shown
    return f"{shown} (low {'open' if low is None else low}, high {'open' if high is None else high})"


def _short(claim: Claim, reports: Mapping[str, Report]) -> Step:
    report = reports.get(claim.report)
    words = quote(report, claim.span) if report else ""
    return Step(
        text=f"{claim.id}, on the word of {chain(claim.chain)}: {words}",
        report=claim.report,
        span=claim.span,
        because=(*(_toll(t, claim) for t in claim.tolls), *_notes(claim.notes, claim.report)),
    )


def _toll(toll: HowMany, claim: Claim) -> Step:
    whom = f" {toll.whom}" if toll.whom else ""
    since = f" since {toll.since}" if toll.since else ""
    kept = " (a running total, not added)" if toll.cumulative else ""
    return Step(
        text=f"“{toll.text}” → {toll.measure.value} {numbers(toll.low, toll.best, toll.high)}{whom}{since}{kept}"
        f" [{toll.rule}]",
        report=claim.report,
        span=toll.span,
    )


def _notes(notes: Iterable[Note], report: str) -> tuple[Step, ...]:
    return tuple(
        Step(text=f"{n.field}{'' if n.kept else ', rejected'}: {n.text} [{n.rule}]", report=report, span=n.span)
        for n in notes
    )


def _without_figure(incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[Step, ...]:
    """The claims that no estimate rests on: the words for what happened, when and where."""
    counted = {c for e in incident.estimates for c in (*e.claims, *(aside for aside, _ in e.set_aside))}
    others = [claims[c] for c in incident.claims if c not in counted and c in claims]
    if not others:
        return ()
    text = f"{len(others)} {'claim gives' if len(others) == 1 else 'claims give'} no figure"
    return (Step(text=text, because=tuple(_short(claim, reports) for claim in others)),)


def _origins(incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Step:
    count = incident.independent_sources
    return Step(
        text=f"{count} independent {'origin' if count == 1 else 'origins'}",
        because=tuple(_origin(o, claims, reports) for o in incident.origins),
    )


def _uncounted(incident: Incident, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> tuple[Step, ...]:
    """The voices that make no origin of their own, with the reason."""
    if not incident.uncounted:
        return ()
    because = tuple(_origin(o, claims, reports) for o in incident.uncounted)
    return (Step(text=f"{len(because)} {'voice' if len(because) == 1 else 'voices'} not counted", because=because),)


def _origin(origin: Origin, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> Step:
    return Step(
        text=f"{origin.name} ({origin.role.value}): {origin.reason}",
        because=tuple(_told(claims[c], reports) for c in origin.claims if c in claims),
    )


def _told(claim: Claim, reports: Mapping[str, Report]) -> Step:
    report = reports.get(claim.report)
    outlet = report.outlet if report and report.outlet else claim.report
    return Step(text=f"{claim.id} in {outlet}: {chain(claim.chain)}", report=claim.report, span=claim.span)


def _credible(incident: Incident) -> Step:
    """The step of NATO's scale, which is made from the same origins."""
    rated = credibility(incident.origins, incident.contradictions, incident.grade)
    step = rated.step.name.lower().replace("_", " ")
    return Step(text=f"credibility {int(rated.step)} of 6 ({step}): {rated.reason} [STANAG 2511]")


def _contradictions(incident: Incident) -> tuple[Step, ...]:
    return tuple(
        Step(
            text=f"contradiction of kind {dispute.kind.value}: {dispute.text}",
            because=tuple(Step(text=f"{p.text or 'so'}: {', '.join(p.claims)}") for p in dispute.positions),
        )
        for dispute in disputes(incident.contradictions)
    )


def _denials(denials: Iterable[Denial]) -> tuple[Step, ...]:
    """Each denial with what it denies and why it is taken to answer that."""
    return tuple(
        Step(
            text=f"{d.claim} denies {', '.join(d.answers) or 'something that no report here tells'}",
            because=tuple(Step(text=f"{r.name} {r.weight:+.2f} ({r.text})") for r in d.reasons),
        )
        for d in denials
    )


def _joined(incident: Incident, comparisons: Iterable[Comparison]) -> tuple[Step, ...]:
    members = set(incident.claims)
    own = [c for c in comparisons if c.left in members and c.right in members]
    if not own:
        return ()
    return (
        Step(
            text=f"{len(own)} comparisons hold its {len(members)} claims together",
            because=tuple(
                Step(
                    text=f"{c.left} and {c.right}: {c.score:+.2f} from "
                    + ", ".join(f"{f.name} {f.weight:+.2f} ({f.text})" for f in c.features)
                )
                for c in sorted(own, key=lambda c: (-c.score, c.left, c.right))[:12]
            ),
        ),
    )
