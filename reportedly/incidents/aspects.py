"""A claim with its sketch in, what comparing it with the others of its report looks at out: once a claim, not once a
pair."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.claims.drafts import TAKEN_OVER
from reportedly.incidents.sketches import Sketch
from reportedly.model.claim import Claim
from reportedly.model.reading import HowMany
from reportedly.model.text import Span
from reportedly.model.words import Measure, Role

FIRES = frozenset({"en/happening/arson", "en/happening/burn"})
"""The lines of the vocabulary for setting fire to something."""

_HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})

TellerKey = tuple[Role, str | None]


class Aspect(NamedTuple):
    """A claim as it stands in its report. ``said`` is its sketch by its own words; ``unsaid`` how many of day and place
    these leave out; ``only_tallies`` that it counts nothing but running totals, ``counts`` that it counts losses of
    this happening, ``exact`` those that it counts exactly; ``taken_from`` are the sentences it was completed from."""

    claim: Claim
    said: Sketch
    unsaid: int
    voice: TellerKey | None
    sets_fire: bool
    harms: bool
    only_tallies: bool
    counts: bool
    exact: tuple[HowMany, ...]
    killed: int | None
    taken_from: frozenset[Span | None]


def aspect(claim: Claim, said: Sketch) -> Aspect:
    """The aspect of a claim."""
    counts = any(not toll.cumulative for toll in claim.tolls)
    return Aspect(
        claim=claim,
        said=said,
        unsaid=(not said.days) + (not said.spots),
        voice=voice_of(claim),
        sets_fire=sets_fire(claim),
        harms=any(t.measure in _HARM and bool(t.best or t.low or t.high or t.implied) for t in claim.tolls),
        only_tallies=bool(claim.tolls) and not counts,
        counts=counts,
        exact=tuple([toll for toll in claim.tolls if _exact(toll)]),
        killed=killed_by(claim),
        taken_from=frozenset([note.span for note in claim.notes if note.rule == TAKEN_OVER]),
    )


def sets_fire(claim: Claim) -> bool:
    """Whether somebody who is named set fire to something: a deed of its own, unlike what a blast leaves burning."""
    return bool(claim.perpetrators) and any(note.rule in FIRES for note in claim.notes)


def voice_of(claim: Claim) -> TellerKey | None:
    """Who tells it at the end of the chain."""
    last = claim.chain[-1] if claim.chain else None
    return (last.role, last.actor_id or last.name) if last else None


def killed_by(claim: Claim) -> int | None:
    """The dead that a claim counts, parts added up unless one count holds the others."""
    counts = [number_of(toll) for toll in claim.tolls if of_killed(toll) and toll.part_of is None]
    if not counts:
        return None
    most, rest = max(counts), sum(counts) - max(counts)
    return most if 0 < rest <= most and len(counts) > 2 else sum(counts)


def of_killed(toll: HowMany) -> bool:
    """Whether it counts this happening's dead."""
    return toll.measure is Measure.KILLED and not toll.cumulative


def number_of(toll: HowMany) -> int:
    """The one number that stands for a count."""
    return toll.best or toll.low or toll.high or 0


def _exact(toll: HowMany) -> bool:
    return not toll.cumulative and toll.low is not None and toll.low == toll.best == toll.high
