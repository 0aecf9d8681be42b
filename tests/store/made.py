"""Invented findings, incidents and recipes about Veldania, for tests of the ledger."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256

from reportedly.ids import claim_id, incident_id
from reportedly.model.claim import Attribution, Claim, Issue, Note, Teller
from reportedly.model.findings import Findings, Readings
from reportedly.model.incident import (
    Comparison,
    Contradiction,
    Copy,
    Estimate,
    Feature,
    Incident,
    Origin,
)
from reportedly.model.mention import TimeType
from reportedly.model.reading import Candidate, HowMany, Interval, Place, When, Where
from reportedly.model.text import Entry, Passage, PassageKind, Passages, Published, Quote, Report, Span
from reportedly.model.words import (
    ContradictionKind,
    DatePrecision,
    Grade,
    Happening,
    Measure,
    Role,
    Stance,
    WherePrecision,
)
from reportedly.recipe import Recipe
from reportedly.stages import Linked

RECIPE = Recipe(stages=(("splitter", "veldania.Splitter"),), versions=(("reportedly", "0.1.0"),), words="w1")
OTHER_RECIPE = Recipe(stages=RECIPE.stages, versions=RECIPE.versions, words="w2")
AT = "2031-04-02T10:00:00+00:00"
LATER = "2031-04-02T11:00:00+00:00"

TEXT = "KARSK, April 1 (VELTA) — At least 20 people died on Tuesday in Dolvi, the VMC said."
DOLVI = Place(
    id="vl:dolvi", name="Dolvi", latitude=41.25, longitude=61.1, kind="P.PPL", country="VE", source="veldania"
)


def report(id_: str = "karsk-1", text: str = TEXT, **fields: object) -> Report:
    """A report of the Karsk Herald."""
    head: dict[str, object] = {
        "title": "Strike on Dolvi",
        "outlet": "The Karsk Herald",
        "published": Published(day=date(2031, 4, 2), moment="2031-04-02T09:30:00+04:00", basis="given"),
        "bases": (("title", "given"),),
    }
    return Report(id=id_, text=text, **(head | fields))  # type: ignore[arg-type]


def span_of(text: str, words: str) -> Span:
    """Where the words stand, or the first character where they do not."""
    start = max(text.find(words), 0)
    return Span(start, min(start + len(words), len(text)))


def claim(of: Report, day: date | None = date(2031, 4, 1), killed: int = 20, **fields: object) -> Claim:
    """At least so many died in Dolvi, says the monitor."""
    where = Where(
        span=span_of(of.text, "Dolvi"),
        text="Dolvi",
        sentence=0,
        rule="code:place",
        name="Dolvi",
        place_id=DOLVI.id,
        latitude=DOLVI.latitude,
        longitude=DOLVI.longitude,
        radius_km=None,
        precision=WherePrecision.EXACT,
        country="VE",
        candidates=(Candidate(id="vl:kolm", name="Kolm", kind="P.PPL", country="VE"),),
    )
    made: dict[str, object] = {
        "id": claim_id(of.id, Span(0, len(of.text)), "air-strike", killed),
        "report": of.id,
        "span": Span(0, len(of.text)),
        "happening": Happening.AIR_STRIKE,
        "stance": Stance.STATES,
        "hedge": None,
        "chain": (
            Teller(name=of.outlet, role=Role.OUTLET),
            Teller(name="VMC", role=Role.MONITOR, span=span_of(of.text, "VMC"), actor_id="vmc"),
        ),
        "days": None if day is None else Interval(day, day + timedelta(days=1)),
        "date_precision": DatePrecision.DAY,
        "date_basis": "on Tuesday, from publication 2031-04-02 (given)",
        "place": where,
        "tolls": (toll(of.text, killed),),
        "evidence": (span_of(of.text, "Dolvi"), span_of(of.text, "20")),
        "notes": (Note(field="place", rule="code:place", text="Dolvi", span=span_of(of.text, "Dolvi"), kept=False),),
    }
    return Claim(**(made | fields))  # type: ignore[arg-type]


def toll(text: str, killed: int) -> HowMany:
    """At least so many killed."""
    return HowMany(
        span=span_of(text, "At least 20"),
        text="At least 20",
        sentence=0,
        rule="code:count",
        measure=Measure.KILLED,
        whom="people",
        low=killed,
        best=None,
        high=None,
        implied=(killed, None),
    )


def findings(of: Report | None = None, *claims: Claim) -> Findings:
    """All that was found in a report: one claim, unless others are given."""
    of = of or report()
    whole = Span(0, len(of.text))
    said = claims or (claim(of),)
    time = When(
        span=span_of(of.text, "Tuesday"),
        text="Tuesday",
        sentence=0,
        rule="en/dates",
        type=TimeType.DATE,
        value="2031-04-01",
        days=Interval(date(2031, 4, 1), None),
        precision=DatePrecision.DAY,
        basis="from publication",
    )
    return Findings(
        report=of,
        passages=Passages(
            passages=(Passage(number=0, paragraph=0, kind=PassageKind.SENTENCE, span=whole),),
            quotes=(Quote(outer=whole, inner=whole, carried=True),),
            entries=(Entry(span=whole, day=date(2031, 4, 2), basis="given"),),
        ),
        readings=Readings(times=(time,), counts=said[0].tolls),
        attributions=(
            Attribution(
                source=(span_of(of.text, "VMC"),),
                cue=(span_of(of.text, "said"),),
                content=(whole,),
                stance=Stance.STATES,
                chain=said[0].chain,
                rule="en/saying/say",
            ),
        ),
        claims=said,
        issues=(Issue(code="date-open", message="the window has no end", report=of.id, span=whole, hint="look"),),
    )


def incident(*claims: Claim, **fields: object) -> Incident:
    """An incident of these claims."""
    ids = tuple(sorted(c.id for c in claims))
    made: dict[str, object] = {
        "id": incident_id(ids),
        "reports": tuple(sorted({c.report for c in claims})),
        "claims": ids,
        "happening": claims[0].happening,
        "days": claims[0].days,
        "date_precision": claims[0].date_precision,
        "place": claims[0].place,
        "perpetrators": (),
        "targets": (),
        "estimates": (
            Estimate(
                measure=Measure.KILLED,
                policy="ucdp",
                low=20,
                best=20,
                high=57,
                claims=ids,
                rule="most-reliable",
                set_aside=((ids[0], "a part of another"),),
            ),
        ),
        "origins": (Origin(name="VMC", role=Role.MONITOR, claims=ids, reason="one monitor"),),
        "grade": Grade.WEAK,
        "grade_reason": "one origin",
        "contradictions": (Contradiction(kind=ContradictionKind.TOLL, left=ids[0], right=ids[-1], text="20, 57"),),
    }
    return Incident(**(made | fields))  # type: ignore[arg-type]


def linked(*incidents: Incident) -> Linked:
    """Incidents with a comparison and a copy."""
    ids = sorted({c for i in incidents for c in i.claims})
    reports = sorted({r for i in incidents for r in i.reports})
    return Linked(
        incidents=incidents,
        comparisons=(
            Comparison(
                left=ids[0], right=ids[-1], score=float("-inf"), features=(Feature(name="day", weight=0.1, text="one"),)
            ),
        ),
        copies=(Copy(left=reports[0], right=reports[-1], containment=0.123456789012345678),),
    )


def sha(content: bytes) -> str:
    """The sha256 in hexadecimal."""
    return sha256(content).hexdigest()
