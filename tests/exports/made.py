"""Incidents of Veldania with chosen gaps, and a ledger's view that holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from reportedly.incidents.independence import Evidence, independence
from reportedly.lexicon.estimating import counted
from reportedly.lexicon.mouths import mouths
from reportedly.model.claim import Claim
from reportedly.model.incident import Contradiction, Estimate, Incident, Origin
from reportedly.model.reading import Interval, Where, Who
from reportedly.model.sheet import Sheet
from reportedly.model.text import Report, Span
from reportedly.model.words import (
    ContradictionKind,
    DatePrecision,
    Grade,
    Happening,
    Measure,
    Role,
    WherePrecision,
)
from reportedly.sheets.laying import lay
from tests.store.made import claim, report

DAY = date(2031, 4, 1)


def where(latitude: float | None = -41.35, longitude: float | None = -18.1, name: str = "Dolvi") -> Where:
    """A place, or a name that no gazetteer knows."""
    known = latitude is not None
    return Where(
        span=Span(0, 5),
        text="Dolvi",
        sentence=0,
        rule="code:place",
        name=name,
        place_id="veldania:dolvi" if known else None,
        latitude=latitude,
        longitude=longitude,
        radius_km=4.0 if known else None,
        precision=WherePrecision.EXACT if known else None,
        country="XV" if known else None,
        admin1="Marn" if known else None,
    )


def who(name: str, kind: str) -> Who:
    """An actor."""
    return Who(span=Span(0, 3), text=name, sentence=0, rule="actors/x", actor_id=name.lower(), name=name, kind=kind)


def killed(low: int | None, best: int | None, high: int | None) -> Estimate:
    """A toll."""
    return Estimate(measure=Measure.KILLED, policy="ours", low=low, best=best, high=high, claims=("r#1",), rule="last")


def incident(id_: str = "i-1", **fields: object) -> Incident:
    """An air strike on Dolvi with twelve dead, told by the monitor."""
    made: dict[str, object] = {
        "id": id_,
        "reports": ("karsk-1",),
        "claims": ("karsk-1#1",),
        "happening": Happening.AIR_STRIKE,
        "days": Interval(DAY, DAY + timedelta(days=1)),
        "date_precision": DatePrecision.DAY,
        "place": where(),
        "perpetrators": (who("Veldanian air force", "military"),),
        "targets": (who("MLF", "armed-group"),),
        "estimates": (killed(10, 12, 19),),
        "origins": (Origin(name="VMC", role=Role.MONITOR, claims=("karsk-1#1",), reason="the chain ends here"),),
        "grade": Grade.FAIR,
        "grade_reason": "one origin",
        "contradictions": (
            Contradiction(kind=ContradictionKind.TOLL, left="karsk-1#1", right="karsk-1#2", text="12 against 19"),
        ),
    }
    return Incident(**(made | fields))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A view of these incidents: every report is the same one but for its id, and so is every claim, unless others
    are given."""

    held: tuple[Incident, ...]
    said: tuple[Claim, ...] | None = None
    of: Report = field(default_factory=report)

    def incidents(self) -> Iterator[Incident]:
        """In the order given."""
        yield from self.held

    def claims(self) -> Iterator[Claim]:
        """The claims that are given, or those of the incidents."""
        if self.said is not None:
            yield from self.said
        else:
            yield from (self.claim(id_) for id_ in dict.fromkeys(c for i in self.held for c in i.claims))

    def claims_of(self, id_: str) -> Iterator[Claim]:
        """Those of one report."""
        return (claim for claim in self.claims() if claim.report == id_)

    def claim(self, id_: str) -> Claim:
        """The claim of the id; the one claim, under the id asked for, where none is given."""
        return next((c for c in self.said or () if c.id == id_), None) or claim(self.of, id=id_)

    def reports(self) -> Iterator[Report]:
        """The reports of the incidents and claims."""
        ids = {r for i in self.held for r in i.reports} | {c.report for c in self.said or ()}
        return (self.report(id_) for id_ in sorted(ids))

    def report(self, id_: str) -> Report:
        """The one report, under the id asked for."""
        return replace(self.of, id=id_)

    def digest(self, id_: str) -> str:
        """The hash of its text."""
        return self.report(id_).digest

    def sheet(self, id_: str) -> Sheet:
        """The incident laid out."""
        found = next(one for one in self.held if one.id == id_)
        evidence = Evidence(
            claims={name: self.claim(name) for name in found.claims},
            reports={name: self.report(name) for name in found.reports},
            copies=(),
        )
        return lay(found, evidence, independence((id_,), evidence, counted(), mouths()))

    def decisions(self) -> Iterator[Mapping[str, Any]]:
        """One decision."""
        yield {"number": 1, "by": "ana", "note": "seen the ID card of Omar Dalin", "verdict": "same", "hash": "h1"}
