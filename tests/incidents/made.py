"""Invented claims and reports for the tests of incidents and estimates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from reportedly.model.claim import Claim, Teller
from reportedly.model.reading import HowMany, Interval, Where, Who
from reportedly.model.text import Published, Report, Span
from reportedly.model.words import DatePrecision, Happening, Measure, Role, Stance, WherePrecision

DAY = date(2021, 5, 3)
LEAD = Span(0, 40)

DOLVI = ("Dolvi", 40.0, 30.0)
KOLM = ("Kolm", 40.0, 31.2)
LIPNA = ("Lipna", 40.05, 30.05)

MONITOR = Teller(name="Veldania Monitoring Centre", role=Role.MONITOR, actor_id="vmc", side="vmc", span=Span(0, 1))
MEDIC = Teller(name="a hospital source", role=Role.MEDIC, anonymous=True, span=Span(0, 1))
ARMY = Teller(name="the Veldanian army", role=Role.MILITARY, actor_id="vd-army", side="veldania", span=Span(0, 1))
VELTA = Teller(name="VELTA", role=Role.AGENCY, actor_id="velta", side="veldania", span=Span(0, 1))
NORTHWIRE = Teller(name="Northwire", role=Role.AGENCY, actor_id="northwire", side="northwire", span=Span(0, 1))


def outlet(name: str = "The Karsk Herald") -> Teller:
    return Teller(name=name, role=Role.OUTLET)


def toll(number: int | None, *, whom: str | None = "people", **fields: object) -> HowMany:
    """A count of the dead, exact unless ``low``, ``best`` or ``high`` say otherwise."""
    values: dict[str, object] = {
        "span": Span(0, 1),
        "text": str(number),
        "sentence": 0,
        "rule": "code:test",
        "measure": Measure.KILLED,
        "whom": whom,
        "low": number,
        "best": number,
        "high": number,
    }
    return HowMany(**(values | fields))  # type: ignore[arg-type]


def place(where: tuple[str, float, float], precision: WherePrecision = WherePrecision.EXACT) -> Where:
    name, latitude, longitude = where
    return Where(
        span=Span(0, 1),
        text=name,
        sentence=0,
        rule="code:test",
        name=name,
        place_id=f"test:{name}:{int(precision)}",
        latitude=latitude,
        longitude=longitude,
        radius_km=None,
        precision=precision,
        country="VD",
    )


def party(name: str, side: str | None = None) -> Who:
    return Who(
        span=Span(0, 1), text=name, sentence=0, rule="code:test", actor_id=name, name=name, kind="x", side=side or name
    )


def claim(
    name: str,
    *,
    tellers: Sequence[Teller] = (MONITOR,),
    paper: str = "The Karsk Herald",
    day: date | None = DAY,
    where: tuple[str, float, float] | None = DOLVI,
    precision: WherePrecision = WherePrecision.EXACT,
    span: Span = LEAD,
    **fields: object,
) -> Claim:
    """A claim of report ``<name before #>``: an air strike on Dolvi on one day, told by the monitor."""
    values: dict[str, object] = {
        "id": name,
        "report": name.split("#")[0],
        "span": span,
        "happening": Happening.AIR_STRIKE,
        "stance": Stance.STATES,
        "hedge": None,
        "chain": (outlet(paper), *tellers),
        "days": Interval(day, day + timedelta(days=1)) if day else None,
        "date_precision": DatePrecision.DAY if day else None,
        "date_basis": "on Monday" if day else None,
        "place": place(where, precision) if where else None,
    }
    return Claim(**(values | fields))  # type: ignore[arg-type]


def report(name: str, text: str = "", *, day: date | None = DAY, paper: str | None = None) -> Report:
    published = Published(day=day, moment=day.isoformat(), basis="given") if day else None
    return Report(id=name, text=text, outlet=paper, published=published)
