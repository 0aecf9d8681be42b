"""An invented incident with its sheet: a market in Dolvi, two papers with one wire story, a monitor that counts twice,
a committee that counts more, and an army that denies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.estimates.assess import ANY
from reportedly.incidents.building import build
from reportedly.incidents.independence import Evidence, independence
from reportedly.lexicon.estimating import counted
from reportedly.lexicon.mouths import mouths
from reportedly.model.claim import Claim, Teller
from reportedly.model.incident import Copy
from reportedly.model.reading import HowMany
from reportedly.model.sheet import Sheet
from reportedly.model.text import Report, Span
from reportedly.model.words import Measure, Role, Stance
from reportedly.sheets.laying import lay
from tests.incidents.made import ARMY, DAY, MONITOR, NORTHWIRE, claim, party, report, toll

NEXT = DAY + timedelta(days=1)
COMMITTEE = Teller(name="Dolvi Coordination Committee", role=Role.ACTIVIST, span=Span(0, 1))
RESCUE = Teller(name="Civil Rescue of Veldania", role=Role.ACTIVIST, span=Span(0, 1))
WIRE = "Twelve people died when jets struck the covered market of Dolvi, Civil Rescue of Veldania said."
TEXTS: Mapping[str, str] = {
    "herald": WIRE,
    "post": WIRE,
    "orvan": "The Veldania Monitoring Centre has counted 14 dead in Dolvi.",
    "orvan-next": "In Dolvi 17 were killed on Monday, the Centre now says.",
    "today": "Nineteen people, among them 4 children, were killed in Dolvi by our own air force; 60 were hurt.",
    "velta": "The general staff denied that its aircraft had been anywhere near.",
    "voice": "Three coffins were carried out of the mosque.",
}
"""What each report says; a report that is not listed says something of its own."""


def text_of(report: str) -> str:
    """The text of a report."""
    return TEXTS.get(report, f"Here {report} tells of Dolvi in words that nobody else has.")


def told(name: str, *tellers: Teller, number: int | None = None, **fields: object) -> Claim:
    """A claim that covers the text of its report."""
    tolls = (toll(number),) if number is not None else ()
    return claim(name, tellers=tellers, span=Span(0, len(text_of(name.split("#")[0]))), **({"tolls": tolls} | fields))  # type: ignore[arg-type]


CLAIMS = (
    told("herald#1", NORTHWIRE, RESCUE, number=12),
    told("post#1", NORTHWIRE, RESCUE, number=12, paper="Sava Post"),
    told("orvan#1", MONITOR, number=14, paper="Radio Orvan"),
    told("orvan-next#1", MONITOR, number=17, paper="Radio Orvan"),
    told(
        "today#1",
        COMMITTEE,
        paper="Marn Today",
        tolls=(toll(19), toll(4, whom="children", part_of=Span(0, 1)), toll(60, measure=Measure.WOUNDED)),
        perpetrators=(party("Veldanian air force", "veldania"),),
    ),
    told(
        "velta#1",
        ARMY,
        paper="VELTA",
        stance=Stance.DENIES,
        denies=("today#1",),
        perpetrators=(party("Veldanian air force", "veldania"),),
    ),
    told("voice#1", number=3, paper="Teshil Voice"),
)
DAYS: Mapping[str, date] = {"orvan-next": NEXT}
COPIES = (Copy(left="herald", right="post", containment=0.9),)


def sheet(claims: Sequence[Claim] = CLAIMS, copies: Sequence[Copy] = COPIES) -> Sheet:
    """The sheet of the claims, each in its own report."""
    reports = {c.report: _report(c) for c in claims}
    incident = build(claims, reports, {copy.left: [copy] for copy in copies}, counted(), kin=ANY)
    evidence = Evidence(claims={c.id: c for c in claims}, reports=reports, copies=tuple(copies))
    return lay(incident, evidence, independence((incident.id,), evidence, counted(), mouths()))


def _report(of: Claim) -> Report:
    paper = of.chain[0].name if of.chain else None
    made = report(of.report, text_of(of.report), day=DAYS.get(of.report, DAY), paper=paper)
    return replace(made, title=f"Strike on Dolvi, says {paper}", url=f"https://example.org/{of.report}")


def tally(number: int) -> HowMany:
    """A running total."""
    return toll(number, cumulative=True)
