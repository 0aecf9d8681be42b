"""Sheets in, what stands at the head of a dossier out: a list of contents, headline figures, facts, and the rules."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.exports.dossier.anchors import Anchors
from reportedly.exports.dossier.html import Html, join, tag, told
from reportedly.exports.dossier.wording import figure, heading, kind, listed, many, when, where
from reportedly.exports.dossier.wording import headline as shown
from reportedly.exports.dossier.wording import told as range_of
from reportedly.model.incident import Estimate, Incident
from reportedly.model.sheet import Sheet
from reportedly.model.words import Measure

_HEADLINES = (Measure.KILLED, Measure.WOUNDED)
_SET_ASIDE = 40
"""Reasons for setting counts aside that are listed for one measure."""


def contents(incidents: Sequence[Incident]) -> Html:
    """The incidents in a table, each with its figures and its grade."""
    names = ("Incident", "Killed", "Wounded", "Origins", "Grade")
    head = tag("tr", *(tag("th", name, scope="col") for name in names))
    rows = (
        tag(
            "tr",
            tag("th", tag("a", tag("bdi", heading(one)), href=f"#{one.id}"), scope="row"),
            *(tag("td", range_of(one.estimate(measure)), data_label=kind(measure.value)) for measure in _HEADLINES),
            tag("td", str(one.independent_sources), data_label="Origins"),
            tag("td", kind(one.grade.value), data_label="Grade"),
        )
        for one in incidents
    )
    return tag("table", tag("caption", "Contents"), tag("thead", head), tag("tbody", *rows), class_="contents")


def headline(sheet: Sheet) -> Html:
    """The figures that stand for an incident, in large type."""
    incident = sheet.incident
    tiles = [_count(incident.estimate(measure), measure) for measure in _HEADLINES]
    origins = many(incident.independent_sources, "origin").split(" ", 1)
    tiles += [
        _tile(f"independent {origins[1]}", origins[0], f"in {many(len(incident.reports), 'report')}"),
        _tile("grade", kind(incident.grade.value), "Airwars' scale"),
        _tile("credibility", f"{sheet.credible.step} of 6", f"{sheet.credible.name}, STANAG 2511"),
    ]
    return tag("dl", *tiles, class_="headline")


def _count(estimate: Estimate | None, measure: Measure) -> Html:
    if estimate is None:
        return _tile(measure.value, "–", "no figure")
    large, small = shown(estimate.low, estimate.best, estimate.high)
    return _tile(measure.value, large, small or None)


def _tile(name: str, large: str, small: str | None) -> Html:
    said = tag("span", small, class_="small") if small else None
    class_ = "large" if large[:1].isdigit() or large == "–" else "large word"
    return tag("div", tag("dt", name), tag("dd", tag("span", large, class_=class_), " ", said))


def summary(sheet: Sheet) -> Html:
    """What, when, where, who, and what the grade rests on."""
    incident = sheet.incident
    facts = [
        ("What", kind(incident.happening.value)),
        ("When", when(incident)),
        ("Where", where(incident.place)),
        ("By", listed([who.name for who in incident.perpetrators])),
        ("Against", listed([who.name for who in incident.targets])),
        ("Other counts", _others(incident)),
        ("Grade", f"{kind(incident.grade.value)}: {incident.grade_reason}"),
        ("Credibility", f"{sheet.credible.step} of 6 ({sheet.credible.name}): {sheet.credible.reason}"),
        ("Rests on", _rests(sheet)),
        ("Incident", ", formerly ".join((incident.id, *incident.aliases))),
    ]
    rows = (part for name, said in facts if said for part in (tag("dt", name), tag("dd", told(said))))
    return tag("dl", *rows, class_="facts")


def _others(incident: Incident) -> str:
    """Every measure that has no tile."""
    others = (one for one in incident.estimates if one.measure not in _HEADLINES)
    return "; ".join(f"{one.measure.value.replace('_', ' ')} {figure(one.low, one.best, one.high)}" for one in others)


def _rests(sheet: Sheet) -> str:
    incident = sheet.incident
    said = f"{many(len(incident.claims), 'claim')} of {many(len(incident.reports), 'report')}"
    said += f", going back to {many(incident.independent_sources, 'independent origin')}"
    if incident.uncounted:
        said += f"; {many(len(incident.uncounted), 'voice')} not counted"
    return said


def rules(sheet: Sheet, at: Anchors) -> Html:
    """The rule of each estimate in words, and what it set aside."""
    found: dict[tuple[str, str], list[Estimate]] = {}
    for estimate in sheet.incident.estimates:
        found.setdefault((estimate.policy, estimate.rule), []).append(estimate)
    if not found:
        return tag("p", "No report gives a figure, so no rule had to put figures together.")
    parts = [_rule(policy, rule, estimates, at) for (policy, rule), estimates in found.items()]
    voices = [
        tag("li", told(row.origin.name), ": ", told(row.origin.reason), ".") for row in sheet.rows if not row.counted
    ]
    if voices:
        parts += [tag("h4", "Voices that do not count as origins"), tag("ul", *voices, class_="plain")]
    return join(parts)


def _rule(policy: str, rule: str, estimates: Sequence[Estimate], at: Anchors) -> Html:
    names = ", ".join(f"{one.measure.value.replace('_', ' ')} {range_of(one)}" for one in estimates)
    lead = tag("p", tag("b", f"{kind(names)}"), f" by the policy “{policy}”: {rule}.")
    aside = [item for one in estimates for item in _aside(one, at)]
    if not aside:
        return lead
    return join((lead, tag("h4", "Set aside"), tag("ul", *aside, class_="plain")))


def _aside(estimate: Estimate, at: Anchors) -> list[Html]:
    """What is set aside, each reason once, with the quotes that it is about."""
    measure = estimate.measure.value.replace("_", " ")
    found: dict[str, list[str]] = {}
    for claim, why in estimate.set_aside:
        found.setdefault(why, []).append(claim)
    items = [
        tag("li", f"{measure}: ", told(why), " ", join((at.number(claim) for claim in claims), " "))
        for why, claims in list(found.items())[:_SET_ASIDE]
    ]
    more = len(found) - _SET_ASIDE
    return [*items, tag("li", f"{measure}: {many(more, 'further reason')}")] if more > 0 else items
