"""A seed and a size in; invented reports, their claims and the true incidents out, for measuring the linker.

Everything is made up: towns on a grid, words from syllables. The structure is that of news: a few incidents are told
by many reports and most by one; wire stories are reprinted with small edits; a lead names only the province; counts
differ by source and rise by the day; reports end with a background sentence about something older, and some are
round-ups of a whole week.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from reportedly import ids
from reportedly.model.claim import Claim, Teller
from reportedly.model.reading import HowMany, Interval, Where, Who
from reportedly.model.text import Published, Report, Span
from reportedly.model.words import DatePrecision, Happening, Measure, Role, Stance, WherePrecision

_FIRST_DAY = date(2021, 1, 1)
_SYLLABLES = ("ba", "dor", "ke", "lim", "ma", "nes", "or", "pel", "ra", "sto", "tu", "vek", "zi", "ha", "gor", "fen")
_KINDS = (
    Happening.AIR_STRIKE,
    Happening.SHELLING,
    Happening.BOMBING,
    Happening.ARMED_CLASH,
    Happening.AMBUSH,
    Happening.EXECUTION,
)
_SIDES = ("veldania", "mlf", "teshil-guard", "korvia")
_SOURCES = (
    ("Veldania Monitoring Centre", Role.MONITOR, None),
    ("Civil Rescue of Veldania", Role.MEDIC, None),
    ("the Veldanian army", Role.MILITARY, "veldania"),
    ("a hospital source", Role.MEDIC, None),
    ("residents", Role.WITNESS, None),
)
_OUTLETS = ("The Karsk Herald", "Marn Today", "Radio Orvan", "Sava Post", "Teshil Voice", "Northwire")
_DAYS = 1000


class Town(NamedTuple):
    """An invented town."""

    name: str
    latitude: float
    longitude: float
    province: int


class Truth(NamedTuple):
    """One invented incident."""

    number: int
    day: date
    town: Town
    kind: Happening
    killed: int
    by: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What was invented: ``incident_of`` gives the true incident of every claim that has one."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    incident_of: dict[str, int]


def invent(claims: int, *, seed: int = 1) -> World:
    """A world of about that many claims. The same seed and size give the same world."""
    reports: list[Report] = []
    made: list[Claim] = []
    incident_of: dict[str, int] = {}
    for report, own in stories(claims, seed=seed):
        reports.append(report)
        for claim, number in own:
            made.append(claim)
            if number is not None:
                incident_of[claim.id] = number
    return World(reports=tuple(reports), claims=tuple(made), incident_of=incident_of)


def stories(claims: int, *, seed: int = 1) -> Iterator[tuple[Report, list[tuple[Claim, int | None]]]]:
    """The reports of such a world one after another, each with its claims and their true incidents."""
    draw = Random(seed)
    wanted = max(40, claims // 60)
    towns = [_town(draw, n, max(40, wanted // 42)) for n in range(wanted)]
    lexicon = [_word(draw) for _ in range(4000)]
    past: list[Truth] = []
    made = reports = 0
    while made < claims:
        truth = _truth(draw, len(past), towns, lexicon)
        past.append(truth)
        for report, own in _coverage(draw, truth, past, lexicon, reports):
            reports += 1
            made += len(own)
            yield report, own


def _town(draw: Random, number: int, columns: int) -> Town:
    row, column = divmod(number, columns)
    return Town(
        name=_word(draw).title(),
        latitude=30 + 0.22 * row + draw.uniform(-0.05, 0.05),
        longitude=20 + 0.22 * column + draw.uniform(-0.05, 0.05),
        province=number // 25,
    )


def _word(draw: Random) -> str:
    return "".join(draw.choice(_SYLLABLES) for _ in range(draw.randint(2, 4)))


def _truth(draw: Random, number: int, towns: list[Town], lexicon: list[str]) -> Truth:
    return Truth(
        number=number,
        day=_FIRST_DAY + timedelta(days=draw.randrange(_DAYS)),
        town=draw.choice(towns),
        kind=draw.choice(_KINDS),
        killed=min(300, int(draw.paretovariate(0.9))),
        by=draw.choice(_SIDES),
        words=tuple(draw.choice(lexicon) for _ in range(12)),
    )


def _coverage(
    draw: Random, truth: Truth, past: list[Truth], lexicon: list[str], first: int
) -> Iterator[tuple[Report, list[tuple[Claim, int | None]]]]:
    """The reports of one incident: one for most, a dozen for a few; one in four reprints the report before it."""
    written: list[str] | None = None
    for n in range(min(14, int(draw.paretovariate(1.1)))):
        day = truth.day + timedelta(days=draw.choice((0, 0, 1, 1, 2)))
        copied = written is not None and draw.random() < 0.25
        sentences = _edited(draw, written or []) if copied else _sentences(draw, truth, lexicon)
        written = sentences
        yield _report(draw, f"r{first + n:07d}", day, truth, past, sentences)


def _sentences(draw: Random, truth: Truth, lexicon: list[str]) -> list[str]:
    """Three to six sentences of the incident's own words among common ones."""
    found = []
    for _ in range(draw.randint(3, 6)):
        own = draw.sample(truth.words, 4)
        common = [lexicon[min(len(lexicon) - 1, int(draw.paretovariate(0.5)))] for _ in range(10)]
        words = [*own, *common, truth.town.name]
        draw.shuffle(words)
        found.append(" ".join(words) + ".")
    return found


def _edited(draw: Random, sentences: list[str]) -> list[str]:
    """A reprint: a sentence lost, the rest kept."""
    return [s for s in sentences if draw.random() > 0.15] or sentences


def _report(
    draw: Random, name: str, day: date, truth: Truth, past: list[Truth], sentences: list[str]
) -> tuple[Report, list[tuple[Claim, int | None]]]:
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + "\n"
    outlet = draw.choice(_OUTLETS)
    report = Report(
        id=name, text=text, outlet=outlet, published=Published(day=day, moment=day.isoformat(), basis="given")
    )
    own: list[tuple[Claim, int | None]] = []
    for place, span in enumerate(spans[:4]):
        old = place == 3 and len(past) > 3
        told = draw.choice(past) if old else truth
        own.append((_claim(draw, name, span, outlet, told, lead=place == 0), told.number))
    if draw.random() < 0.03:
        own.append((_round_up(name, spans[-1], outlet, truth, day), None))
    return report, own


def _claim(draw: Random, report: str, span: Span, outlet: str, truth: Truth, *, lead: bool) -> Claim:
    source, role, side = draw.choice(_SOURCES)
    killed = max(1, round(truth.killed * draw.choice((1, 1, 1, 0.9, 1.2))))
    return Claim(
        id=ids.claim_id(report, span, truth.kind.value, truth.number),
        report=report,
        span=span,
        happening=truth.kind if draw.random() > 0.1 else Happening.OTHER_VIOLENCE,
        stance=Stance.STATES,
        hedge=None,
        chain=(Teller(name=outlet, role=Role.OUTLET), Teller(name=source, role=role, side=side)),
        days=Interval(truth.day, truth.day + timedelta(days=1)) if draw.random() > 0.1 else None,
        date_precision=DatePrecision.DAY,
        date_basis="invented",
        place=_place(span, truth.town, province=lead and draw.random() < 0.3),
        perpetrators=(_party(span, truth.by),) if draw.random() < 0.5 else (),
        tolls=(_toll(span, killed),) if draw.random() < 0.7 else (),
    )


def _round_up(report: str, span: Span, outlet: str, truth: Truth, day: date) -> Claim:
    return Claim(
        id=ids.claim_id(report, span, "round-up"),
        report=report,
        span=span,
        happening=Happening.OTHER_VIOLENCE,
        stance=Stance.STATES,
        hedge=None,
        chain=(Teller(name=outlet, role=Role.OUTLET),),
        days=Interval(day - timedelta(days=7), day),
        date_precision=DatePrecision.WEEK,
        date_basis="invented",
        place=_place(span, truth.town, province=True),
        container=True,
    )


def _place(span: Span, town: Town, *, province: bool) -> Where:
    name = f"Province {town.province}" if province else town.name
    return Where(
        span=span,
        text=name,
        sentence=0,
        rule="code:synthetic",
        name=name,
        place_id=f"p{town.province}" if province else f"t{town.name}{town.latitude:.2f}",
        latitude=town.latitude,
        longitude=town.longitude,
        radius_km=120.0 if province else None,
        precision=WherePrecision.PROVINCE if province else WherePrecision.EXACT,
        country="VD",
    )


def _party(span: Span, side: str) -> Who:
    return Who(
        span=span, text=side, sentence=0, rule="code:synthetic", actor_id=side, name=side, kind="military", side=side
    )


def _toll(span: Span, killed: int) -> HowMany:
    return HowMany(
        span=span,
        text=str(killed),
        sentence=0,
        rule="code:synthetic",
        measure=Measure.KILLED,
        whom="people",
        low=killed,
        best=killed,
        high=killed,
    )
