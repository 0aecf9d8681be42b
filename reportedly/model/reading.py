"""Readings: mentions understood. When, where, who and how many, each with its precision, its basis and its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.model.mention import TimeType
from reportedly.model.text import Span
from reportedly.model.words import DatePrecision, Measure, Role, WherePrecision


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``start`` up to but not including ``end``. ``None`` leaves that side open."""

    start: date | None
    end: date | None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError(f"an interval needs start < end, got {self.start}..{self.end}")

    def touches(self, other: Interval) -> bool:
        """Whether the two share a day."""
        before = self.end is None or other.start is None or other.start < self.end
        after = other.end is None or self.start is None or self.start < other.end
        return before and after


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time read: TIMEX3 type and value, and the days it can mean (``None`` where nothing anchors it).

    ``basis`` says in words how the days were reached: "on Thursday, from publication 2016-03-25 (given)".
    ``open_since`` marks "since Wednesday": a window that runs from ``days.start`` to the telling. ``window`` is the
    whole stretch where the words give one: from the first to the last day of "between 3 and 7 March" (on both of its
    times), and from a "since" to the telling. ``stamp`` marks the day of publication where the text prints it ("Posted
    on July 20 2016"): it dates the report and nothing in it. ``limit`` marks the last day of what is told and not the
    day of it ("as of Thursday, twenty people had been killed"). ``added`` marks the day after the report's own, which a
    sentence about the past names: the page was added to since it was stamped. ``hour`` marks a mere time of day whose
    own sentence names no day ("around 10 p.m."): its day is the best guess, and a story may know better.
    """

    span: Span
    text: str
    sentence: int
    rule: str
    type: TimeType
    value: str
    days: Interval | None
    precision: DatePrecision | None
    basis: str
    open_since: bool = False
    window: Interval | None = None
    stamp: bool = False
    limit: bool = False
    added: bool = False
    hour: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of a gazetteer. ``kind`` is a GeoNames feature class and code such as ``P.PPL`` or ``A.ADM1``;
    ``source`` names the gazetteer that printed it; ``admin1`` and ``country`` are names and ISO 3166-1 alpha-2."""

    id: str
    name: str
    latitude: float
    longitude: float
    kind: str
    country: str | None
    admin1: str | None = None
    population: int = 0
    radius_km: float | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name could mean as well, in short: what a person needs to choose it; the gazetteer has the rest
    under its ``id``."""

    id: str
    name: str
    kind: str
    country: str | None
    admin1: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place read. ``latitude`` and ``longitude`` are ``None`` where nothing is known; ``candidates`` keeps the
    few bearers of the name that could be meant as well, best first; ``basis`` says why this one was chosen.

    ``locative`` is false for names that stand for a government or a people ("Moscow said") and so say nothing of where.
    ``seat`` is true of those among them that are places all the same ("the Karsk-based centre"). ``anaphor`` is true
    where the words are no name but point back at one ("the town"). ``nameless`` is true of places that are told of by
    their kind alone ("a mosque", "two bridges"): they have no point, and ``locative`` is false, since no claim can be
    put there. ``share`` is that of the chosen bearer among all of its name, from 0 to 1; ``None`` where nothing had to
    be chosen. ``also`` are the addresses of further lines that had
    a part in the reading. ``inside`` are the words of the place that the text says holds this one.
    """

    span: Span
    text: str
    sentence: int
    rule: str
    name: str
    place_id: str | None
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    precision: WherePrecision | None
    country: str | None
    admin1: str | None = None
    candidates: tuple[Candidate, ...] = ()
    basis: str = ""
    locative: bool = True
    seat: bool = False
    anaphor: bool = False
    nameless: bool = False
    also: tuple[str, ...] = ()
    inside: Span | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """An actor read: a party, force, group, monitor, agency, outlet, or people described ("masked gunmen").

    ``actor_id`` is ``None`` where the vocabulary holds no such actor. ``kind`` is the vocabulary's kind (state,
    military, armed-group, monitor, agency, outlet, civilians, person …). ``head`` is the token number of the name.
    ``number`` is the count of people in the mention where it states one ("two policemen"). ``side`` is the party an
    actor belongs to, for telling two mouths of one party. ``described`` says that the words only describe somebody
    ("two men", "rebels") and name no body and no person.
    """

    span: Span
    text: str
    sentence: int
    rule: str
    actor_id: str | None
    name: str
    kind: str
    role: Role | None = None
    side: str | None = None
    head: int | None = None
    number: int | None = None
    described: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HowMany:
    """A number read: a range with its words kept. ``best`` is ``None`` where the words give none ("dozens").

    ``whom`` are the words for those counted. ``head`` is the token number of the counted noun or of the numeral that
    stands for it. ``part_of`` points at the total that this number is a part of ("including four children").
    ``implied`` is the floor and ceiling that a stated profile reads into vague words; ``low`` and ``high`` stay with
    what is said. ``event`` is the token number of the verb or noun that says what became of them. ``also`` are the
    addresses of the further lines that had a part in it (the bound, the vague word, the list).
    """

    span: Span
    text: str
    sentence: int
    rule: str
    measure: Measure
    whom: str | None
    low: int | None
    best: int | None
    high: int | None
    cumulative: bool = False
    since: date | None = None
    head: int | None = None
    event: int | None = None
    part_of: Span | None = None
    implied: tuple[int, int | None] | None = None
    also: tuple[str, ...] = ()
