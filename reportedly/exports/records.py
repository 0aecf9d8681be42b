"""Findings and incidents in, the plain objects of the machine interface out (JSON Lines).

Inside, intervals are half-open; here ``earliest`` and ``latest`` are the first and last possible day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from reportedly.estimates.credibility import credibility
from reportedly.exports.places import printed
from reportedly.model.claim import Attribution, Claim, Issue, Route, Teller
from reportedly.model.control import Holding, Stand
from reportedly.model.disputes import Dispute, disputes
from reportedly.model.findings import Findings
from reportedly.model.incident import Contradiction, Denial, Incident, Origin
from reportedly.model.reading import HowMany, Interval, When, Where, Who
from reportedly.model.text import Report, Span
from reportedly.model.words import Measure

Record = dict[str, Any]


def findings_record(found: Findings, incidents: Sequence[Incident] = ()) -> Record:
    """One line of ``reportedly extract``. What a headline apart from the text names is in its claims alone."""
    read, inside = found.readings, _Body(found.report)
    return {
        "id": found.report.id,
        "text": found.report.body,
        **_headline(found.report),
        "times": [_time(when) for when in read.times if inside.has(when.span)],
        "places": [_listed(where) for where in printed(found) if inside.has(where.span)],
        "actors": [_actor(who) for who in read.actors if inside.has(who.span)],
        "weapons": [_words(w.span, w.text) | {"weapon_id": w.weapon_id} for w in read.weapons if inside.has(w.span)],
        "attributions": [_attribution(a) for a in found.attributions if inside.has(*a.source, *a.cue, *a.content)],
        "claims": [claim_record(claim) for claim in _within(found.claims)],
        "control": [_holding(h) for h in found.holdings if inside.has(h.span)],
        "incidents": [incident_record(incident) for incident in incidents],
        "boilerplate": [_span(s) for s in found.report.boilerplate],
        "issues": [issue_record(issue) for issue in found.issues],
    }


class _Body:
    """The text of a report as it was given."""

    def __init__(self, report: Report) -> None:
        self.size = len(report.body)

    def has(self, *spans: Span) -> bool:
        """Whether all of them stand in it."""
        return all(span.end <= self.size for span in spans)


def _headline(report: Report) -> Record:
    """The title's words, where a claim may rest on them: their offsets count on behind the text."""
    return {"headline": _words(report.headline, report.headline.of(report.text))} if report.headline else {}


def claim_record(claim: Claim) -> Record:
    """A claim as INTERFACE has it."""
    return {
        "id": claim.id,
        "report": claim.report,
        "start": claim.span.start,
        "end": claim.span.end,
        "happening": claim.happening.value,
        "stance": claim.stance.value,
        "hedge": claim.hedge,
        "chain": [_teller(t) for t in claim.chain],
        **days_record(claim.days),
        "date_precision": claim.date_precision and int(claim.date_precision),
        "date_basis": claim.date_basis,
        "place": claim.place and place_record(claim.place),
        "perpetrators": [_actor(w) for w in claim.perpetrators],
        "targets": [_actor(w) for w in claim.targets],
        "weapons": list(claim.weapons),
        "tolls": [_toll(t) for t in claim.tolls],
        "evidence": [_span(s) for s in claim.evidence],
        "denies": list(claim.denies),
        "denied_by": list(claim.denied_by),
        "container": claim.container,
        "scare_quotes": [_span(s) for s in claim.scare_quotes],
        "route": claim.route and _route(claim.route),
    }


def _route(route: Route) -> Record:
    return {
        "from": route.whence and place_record(route.whence),
        "to": route.whither and place_record(route.whither),
        "km": route.km,
    }


def incident_record(incident: Incident) -> Record:
    """An incident as INTERFACE has it."""
    return {
        "id": incident.id,
        "reports": list(incident.reports),
        "claims": list(incident.claims),
        "happening": incident.happening.value,
        "total": incident.total,
        **days_record(incident.days),
        "date_precision": incident.date_precision and int(incident.date_precision),
        "place": incident.place and place_record(incident.place),
        "perpetrators": [_actor(w) for w in incident.perpetrators],
        "targets": [_actor(w) for w in incident.targets],
        "killed": _range(incident, Measure.KILLED),
        "wounded": _range(incident, Measure.WOUNDED),
        "origins": [_origin(o) for o in incident.origins],
        "uncounted": [_origin(o) for o in incident.uncounted],
        "independent_sources": incident.independent_sources,
        "grade": incident.grade.value,
        "credibility": _credibility(incident),
        "contradictions": [_contradiction(c) for c in incident.contradictions],
        "disputes": [dispute_record(dispute) for dispute in disputes(incident.contradictions)],
        "denials": [_denial(d) for d in incident.denials],
        "aliases": list(incident.aliases),
    }


def _within(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one report, each with those of the same report that deny it."""
    by: dict[str, list[str]] = {}
    for claim in claims:
        for other in claim.denies:
            by.setdefault(other, []).append(claim.id)
    return [replace(claim, denied_by=tuple(sorted(by[claim.id]))) if claim.id in by else claim for claim in claims]


def issue_record(issue: Issue) -> Record:
    """An open issue."""
    return {
        "code": issue.code,
        "message": issue.message,
        "report": issue.report,
        "start": issue.span.start if issue.span else None,
        "end": issue.span.end if issue.span else None,
        "hint": issue.hint,
    }


def stand_record(stand: Stand) -> Record:
    """One line of a place's history."""
    return {
        "report": stand.report,
        "start": stand.span.start,
        "end": stand.span.end,
        "text": stand.text,
        "place": stand.place,
        "state": stand.state.value,
        "partly": stand.partly,
        "holder": {"actor_id": stand.actor_id, "name": stand.holder},
        **days_record(stand.days),
        "stance": stand.stance.value,
        "chain": [_teller(t) for t in stand.chain],
        "claim": stand.claim,
    }


def _holding(holding: Holding) -> Record:
    since = holding.since and holding.since.start
    return _words(holding.span, holding.text) | {
        "state": holding.state.value,
        "partly": holding.partly,
        "holder": _actor(holding.holder),
        "place": place_record(holding.place),
        "since": since and since.isoformat(),
        "as_of": holding.as_of and holding.as_of.isoformat(),
        "stance": holding.stance.value,
        "chain": [_teller(t) for t in holding.chain],
    }


def place_record(where: Where) -> Record:
    """A place as INTERFACE has it."""
    return _words(where.span, where.text) | {
        "name": where.name,
        "place_id": where.place_id,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "radius_km": where.radius_km,
        "precision": where.precision and int(where.precision),
        "country": where.country,
    }


def _listed(where: Where) -> Record:
    """A place in the list of a report, with whether its words are a name."""
    return place_record(where) | {"named": not (where.anaphor or where.nameless)}


def first_day(days: Interval | None) -> date | None:
    """The first possible day."""
    return days.start if days else None


def last_day(days: Interval | None) -> date | None:
    """The last possible day, itself included."""
    return days.end - timedelta(days=1) if days and days.end else None


def days_record(days: Interval | None) -> Record:
    """The first and the last possible day."""
    first, last = first_day(days), last_day(days)
    return {"earliest": first and first.isoformat(), "latest": last and last.isoformat()}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _words(span: Span, text: str) -> Record:
    return {"start": span.start, "end": span.end, "text": text}


def _time(when: When) -> Record:
    return _words(when.span, when.text) | {"type": when.type.value, "value": when.value} | days_record(when.days)


def _actor(who: Who) -> Record:
    return _words(who.span, who.text) | {
        "actor_id": who.actor_id,
        "name": who.name,
        "number": who.number,
        "kind": _sort(who),
    }


def _sort(who: Who) -> str:
    """What the words name: an organisation (a state, a force, a group), a person, or people who are only described."""
    if who.kind == "person":
        return "person"
    return "people" if who.described else "organization"


def _teller(teller: Teller) -> Record:
    return {
        "name": teller.name,
        "role": teller.role.value,
        "start": teller.span.start if teller.span else None,
        "end": teller.span.end if teller.span else None,
        "anonymous": teller.anonymous,
        "beside": [_teller(other) for other in teller.beside],
    }


def _attribution(a: Attribution) -> Record:
    return {
        "source": [_span(s) for s in a.source],
        "cue": [_span(s) for s in a.cue],
        "content": [_span(s) for s in a.content],
        "stance": a.stance.value,
        "chain": [_teller(t) for t in a.chain],
        "scare_quotes": [_span(s) for s in a.scare_quotes],
    }


def _toll(toll: HowMany) -> Record:
    return _words(toll.span, toll.text) | {
        "measure": toll.measure.value,
        "whom": toll.whom,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "cumulative": toll.cumulative,
        "since": toll.since and toll.since.isoformat(),
        "part_of": toll.part_of and _span(toll.part_of),
    }


def _range(incident: Incident, measure: Measure) -> Record | None:
    estimate = incident.estimate(measure)
    return {"low": estimate.low, "best": estimate.best, "high": estimate.high} if estimate else None


def _origin(origin: Origin) -> Record:
    return {"name": origin.name, "role": origin.role.value, "claims": list(origin.claims), "reason": origin.reason}


def _credibility(incident: Incident) -> Record:
    """The step of STANAG 2511 with its reason."""
    rated = credibility(incident.origins, incident.contradictions, incident.grade)
    return {"step": int(rated.step), "reason": rated.reason}


def _contradiction(c: Contradiction) -> Record:
    """The pair that names it, and under ``positions`` all claims of either side, the named one first."""
    return {
        "kind": c.kind.value,
        "claims": [c.left, c.right],
        "text": c.text,
        "measure": c.measure and c.measure.value,
        "about": c.about and c.about.value,
        "positions": [[c.left, *c.left_also], [c.right, *c.right_also]],
    }


def dispute_record(dispute: Dispute) -> Record:
    """One question with every position on it: what each says, on whose word, in which claims."""
    return {
        "kind": dispute.kind.value,
        "measure": dispute.measure and dispute.measure.value,
        "about": dispute.about and dispute.about.value,
        "text": dispute.text,
        "positions": [
            {"says": position.says or None, "of": list(position.of), "claims": list(position.claims)}
            for position in dispute.positions
        ],
    }


def _denial(denial: Denial) -> Record:
    reasons = [{"name": r.name, "weight": r.weight, "text": r.text} for r in denial.reasons]
    return {"claim": denial.claim, "denies": denial.denies, "also": list(denial.also), "reasons": reasons}
