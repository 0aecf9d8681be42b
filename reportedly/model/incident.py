"""Incidents: claims of many reports that speak of one happening, with origins, ranges and contradictions."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.reading import Interval, Where, Who
from reportedly.model.words import ContradictionKind, DatePrecision, Denied, Grade, Happening, Measure, Role, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One documented reason for or against two claims being of one incident."""

    name: str
    weight: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two claims compared: the features and their sum. Above the linker's threshold they belong together."""

    left: str
    right: str
    score: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision that two claims or incidents are the same or different. It outranks every rule.

    ``left`` and ``right`` are claim ids (incident ids are turned into their claims when the decision is taken).
    """

    verdict: Verdict
    left: str
    right: str
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two reports, or two claims' sentences, that share text: ``containment`` is the share of the shorter one's word
    runs found in the other, ``run`` the longest run of words in common (0: not measured)."""

    left: str
    right: str
    containment: float
    run: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A source that counts once, with all the claims that go back to it and the reason they are one."""

    name: str
    role: Role
    claims: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Low, best and high of one measure under a policy, the claims it rests on, and what was set aside and why."""

    measure: Measure
    policy: str
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]
    rule: str
    set_aside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two positions that cannot both stand, each named by the claim that is attested best.

    ``left_also`` and ``right_also`` are the further claims that take the same position. ``measure`` is what a
    contradiction over a count is about, ``about`` what a denial is about. ``says`` are the words of either position,
    empty where it is told by its claims alone, ``of`` those on whose word it is.
    """

    kind: ContradictionKind
    left: str
    right: str
    text: str
    measure: Measure | None = None
    about: Denied | None = None
    left_also: tuple[str, ...] = ()
    right_also: tuple[str, ...] = ()
    says: tuple[str, str] = ("", "")
    of: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A claim that denies, what it denies (``None`` where no report tells that), and why it is taken to answer it.
    ``also`` are the other claims of its own report that it answers, of this incident or of others."""

    claim: str
    denies: str | None
    reasons: tuple[Feature, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def answers(self) -> tuple[str, ...]:
        """All that it denies, what it answers first of all before the rest."""
        return (*([] if self.denies is None else [self.denies]), *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Claims that belong together. Derived from comparisons and judgements: rebuilt, never edited.

    ``id`` is made from the earliest claim id in content order; ``aliases`` are ids it had before. ``uncounted`` are
    the voices that make no origin of their own (an outlet without a source, a party that only blames), with reasons.
    ``denials`` are those that stand here or deny something that does. ``total`` marks what is no one happening: a
    running total or a round-up, which holds incidents.
    """

    id: str
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    happening: Happening
    days: Interval | None
    date_precision: DatePrecision | None
    place: Where | None
    perpetrators: tuple[Who, ...]
    targets: tuple[Who, ...]
    estimates: tuple[Estimate, ...]
    origins: tuple[Origin, ...]
    grade: Grade
    grade_reason: str
    contradictions: tuple[Contradiction, ...] = ()
    total: bool = False
    aliases: tuple[str, ...] = ()
    uncounted: tuple[Origin, ...] = ()
    denials: tuple[Denial, ...] = ()

    @property
    def independent_sources(self) -> int:
        return len(self.origins)

    def estimate(self, measure: Measure) -> Estimate | None:
        """The estimate of one measure, if the claims give one."""
        return next((e for e in self.estimates if e.measure is measure), None)

    def _repr_html_(self) -> str:
        """The incident as a notebook shows it."""
        from reportedly.model.showing import incident_html

        return incident_html(self)
