"""A sheet: one incident laid out on a page, each origin's word beside the others', down to the words of reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportedly.model.incident import Incident, Origin
from reportedly.model.independence import Apart, Bond, Doubt
from reportedly.model.reading import Interval, Where
from reportedly.model.text import Span
from reportedly.model.words import Happening, Measure, Role, Stance

DENIED = "denied: "
"""What the words of a cell begin with that a claim denies and does not tell."""


class Field(StrEnum):
    """A column of the matrix: on what the origins are set side by side."""

    KILLED = "killed"
    WOUNDED = "wounded"
    OTHER = "other"
    """Counts of anything else: bombs, aircraft, people who fled."""
    WHEN = "when"
    WHERE = "where"
    BY = "by"
    AGAINST = "against"
    WITH = "with"
    STANCE = "stance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one origin says on one thing. ``words`` are shown as they are; ``low``, ``best`` and ``high`` are those of a
    count, ``measure`` is what it counts; ``days`` are those of a "when".

    ``claim`` is the claim that tells it best, ``also`` are the origin's others that say the same. ``current`` is false
    for a figure that a later one of the same origin supersedes, ``aside`` is true for whatever the estimate does not
    rest on; ``reason`` says either in words. ``against`` are the contradictions that it stands in, in the incident's
    words.
    """

    field: Field
    words: str
    claim: str
    also: tuple[str, ...] = ()
    measure: Measure | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None
    days: Interval | None = None
    current: bool = True
    aside: bool = False
    reason: str | None = None
    against: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether another claim contradicts it."""
        return bool(self.against)

    @property
    def why(self) -> str | None:
        """What contradicts it and why it is set aside, in words."""
        return " · ".join((*self.against, *([self.reason] if self.reason else []))) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One origin (or a voice that does not count, ``counted`` false) with all that it says. ``number`` counts the rows
    from 1, the origins that count first."""

    number: int
    origin: Origin
    counted: bool
    reports: tuple[str, ...]
    cells: tuple[Cell, ...]

    def of(self, field: Field) -> tuple[Cell, ...]:
        """The cells of one column, the figure that counts first."""
        return tuple(cell for cell in self.cells if cell.field is field)


class NodeKind(StrEnum):
    """What stands in the diagram of who has it from whom."""

    REPORT = "report"
    OUTLET = "outlet"
    AGENCY = "agency"
    """Whoever passes on: a wire agency, other media."""
    TELLER = "teller"
    """Somebody quoted who counts as an origin of another name."""
    ORIGIN = "origin"


class LinkKind(StrEnum):
    """How two of them hang together."""

    PRINTS = "prints"
    """An outlet printed a report."""
    QUOTES = "quotes"
    """Has it from."""
    COUNTS_AS = "counts-as"
    """Is taken for: a voice that stands behind another name, or an outlet's own words that repeat a source's."""
    COPIES = "copies"
    """Two reports are one text."""
    SHARES = "shares"
    """Two reports share paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A report, outlet, agency, teller or origin. ``row`` is the number of an origin's row, ``report`` the id of a
    report, ``day`` the day on which it was published."""

    id: str
    name: str
    role: Role
    kind: NodeKind
    counted: bool = True
    report: str | None = None
    day: date | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A line between two nodes, from the outlet towards the origin. ``claims`` run along it; ``text`` says why."""

    start: str
    end: str
    kind: LinkKind
    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Collapse:
    """Several reports that count once: the row of their origin (one that counts), and the bonds that make them one."""

    row: int
    origin: str
    reports: tuple[str, ...]
    reason: str
    bonds: tuple[Bond, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The diagram from reports through outlets and agencies to origins."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    collapsed: tuple[Collapse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A figure that an origin gave on one day of publication. ``superseded`` says that a later one of the same origin
    took its place, ``by`` is the claim that gives that one, ``why`` says it in words."""

    measure: Measure
    day: date | None
    origin: str
    row: int
    low: int | None
    best: int | None
    high: int | None
    words: str
    claim: str
    report: str
    superseded: bool = False
    by: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place that claims name. ``chosen`` marks the one that the incident is put at."""

    where: Where
    claims: tuple[str, ...]
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The words of one claim in its report: ``text`` is what stands at ``span`` of a text whose sha256 is
    ``text_sha256``; ``original_sha256`` is that of the bytes that were read, where they are known.

    ``path`` is the chain in words, ``row`` the number of the origin it goes back to.
    """

    claim: str
    report: str
    outlet: str | None
    title: str | None
    published: date | None
    url: str | None
    span: Span
    text: str
    text_sha256: str
    original_sha256: str | None
    happening: Happening
    stance: Stance
    hedge: str | None
    path: str
    row: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credible:
    """The step of STANAG 2511 (1 to 6) with its name and its reason."""

    step: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One incident laid out. Estimates, contradictions and the grade are the incident's own.

    ``apart`` says why each two counted origins are independent, ``doubts`` which may be one all the same, ``narrowest``
    how many would be left then.
    """

    incident: Incident
    rows: tuple[Row, ...]
    chain: Chain
    revisions: tuple[Revision, ...]
    spots: tuple[Spot, ...]
    credible: Credible
    quotes: tuple[Quotation, ...]
    apart: tuple[Apart, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    narrowest: int = 0

    def row(self, claim: str) -> Row | None:
        """The first row that a claim stands in."""
        return next((row for row in self.rows if claim in row.origin.claims), None)

    def quote(self, claim: str) -> Quotation | None:
        """The words of a claim."""
        return next((quote for quote in self.quotes if quote.claim == claim), None)
