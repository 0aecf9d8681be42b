"""Attributions and claims: who says what, on whose word, how firmly."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.reading import HowMany, Interval, Where, Who
from reportedly.model.text import Span
from reportedly.model.words import DatePrecision, Happening, Role, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """One link of a chain. ``span`` is ``None`` for the outlet that printed the report and for links carried over
    from an earlier sentence; ``actor_id`` and ``side`` come from the vocabulary where it knows the teller. ``beside``
    are those who tell it together with this one ("X and Y said"): one saying, several mouths."""

    name: str | None
    role: Role
    span: Span | None = None
    anonymous: bool = False
    actor_id: str | None = None
    side: str | None = None
    beside: tuple[Teller, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words that say who tells what: the spans of source, cue and content, and the chain they make.

    ``chain`` runs from the outlet to the origin. ``rule`` is the address of the pattern that fired. ``tells`` is false
    for thoughts, wishes and refusals, which have a holder but pass on nothing that happened. ``scare_quotes`` are
    phrases of the content in quotation marks that are no speech of their own ('the "safe zone"'). ``negative`` is true
    where the stance is denial only since what is told is that something is not so ("said that it had not …").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    chain: tuple[Teller, ...]
    rule: str
    hedge: str | None = None
    tells: bool = True
    scare_quotes: tuple[Span, ...] = ()
    negative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One step of an explanation: which rule, on which words, said what. ``kept`` is false for what was rejected."""

    field: str
    rule: str
    text: str
    span: Span | None = None
    kept: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Whence and whither somebody moves, and over how many kilometres; ``None`` for what is not said."""

    whence: Where | None = None
    whither: Where | None = None
    km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one teller says of one happening, with every value's words. ``notes`` are its explanation.

    ``days`` may be open on one side ("before the telling"). ``denies`` are the ids of claims that this one denies,
    what it answers first of all before the rest, ``denied_by`` of those that deny it: what other reports deny is known
    once they are linked.
    ``container`` marks a round-up ("57 killed across the province"), which holds incidents and is none of them.
    ``scare_quotes`` are phrases in quotation marks inside it that are no speech. ``route`` is that of a movement.
    """

    id: str
    report: str
    span: Span
    happening: Happening
    stance: Stance
    hedge: str | None
    chain: tuple[Teller, ...]
    days: Interval | None
    date_precision: DatePrecision | None
    date_basis: str | None
    place: Where | None
    perpetrators: tuple[Who, ...] = ()
    targets: tuple[Who, ...] = ()
    weapons: tuple[str, ...] = ()
    tolls: tuple[HowMany, ...] = ()
    evidence: tuple[Span, ...] = ()
    denies: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    container: bool = False
    scare_quotes: tuple[Span, ...] = ()
    route: Route | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something that could not be settled or read, where, and how to mend it. ``code`` is kebab-case and stable."""

    code: str
    message: str
    report: str | None = None
    span: Span | None = None
    hint: str | None = None
