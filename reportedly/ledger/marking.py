"""What was found in a report in, the stretches of its text to mark out, each with why in a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain as joined

from reportedly.ledger.why import chain, days, numbers
from reportedly.model.claim import Attribution, Claim
from reportedly.model.findings import Findings
from reportedly.model.marks import MarkedWords, MarkKind
from reportedly.model.mention import Mention
from reportedly.model.reading import HowMany, When, Where, Who
from reportedly.model.text import Span

_ORDER = {kind: number for number, kind in enumerate(MarkKind)}


def marks(found: Findings) -> tuple[MarkedWords, ...]:
    """All marks by place, the longer first."""
    rests = _resting(found.claims)
    read = found.readings
    made = joined(
        (_claim(claim) for claim in found.claims),
        (_number(one, rests) for one in read.counts),
        (_date(one, rests) for one in read.times),
        (_place(one, rests) for one in read.places if not one.nameless),
        (_actor(one, rests) for one in read.actors),
        (_mention(one, MarkKind.WEAPON, one.weapon_id) for one in read.weapons),
        (_mention(one, MarkKind.HAPPENING, one.kind.value) for one in read.happenings),
        (_mention(one, MarkKind.HEDGE, "hedge") for one in read.hedges),
        joined.from_iterable(_attribution(n, one) for n, one in enumerate(found.attributions)),
    )
    return tuple(sorted(made, key=lambda m: (m.span.start, -m.span.end, _ORDER[m.kind], m.label, m.text)))


def _resting(claims: tuple[Claim, ...]) -> dict[Span, str]:
    """The first claim that rests on each stretch of words."""
    found: dict[Span, str] = {}
    for claim in claims:
        for span in claim.evidence:
            found.setdefault(span, claim.id)
    return found


def _claim(claim: Claim) -> MarkedWords:
    told = [f"{t.measure.value} {numbers(t.low, t.best, t.high)}" for t in claim.tolls]
    place = claim.place.name if claim.place else "place not known"
    what = ", ".join([claim.happening.value, days(claim.days), place, *told])
    return MarkedWords(
        span=claim.span,
        kind=MarkKind.CLAIM,
        label=claim.happening.value,
        text=f"{what}; {claim.stance.value}, on the word of {chain(claim.chain)}",
        claim=claim.id,
    )


def _number(one: HowMany, rests: dict[Span, str]) -> MarkedWords:
    whom = f" {one.whom}" if one.whom else ""
    total = ", a running total" if one.cumulative else ""
    value = f"{one.measure.value} {numbers(one.low, one.best, one.high)}"
    text = f"{value}{whom}{total} [{one.rule}]"
    return MarkedWords(span=one.span, kind=MarkKind.NUMBER, label=value, text=text, claim=rests.get(one.span))


def _date(one: When, rests: dict[Span, str]) -> MarkedWords:
    return MarkedWords(
        span=one.span,
        kind=MarkKind.DATE,
        label=days(one.days) if one.days else one.value,
        text=f"{one.basis or 'nothing anchors it'} [{one.rule}]",
        claim=rests.get(one.span),
    )


def _place(one: Where, rests: dict[Span, str]) -> MarkedWords:
    point = "no point" if one.latitude is None else f"{one.latitude:.3f}, {one.longitude:.3f}"
    within = f" within {one.radius_km:g} km" if one.radius_km and one.latitude is not None else ""
    return MarkedWords(
        span=one.span,
        kind=MarkKind.PLACE,
        label=one.name,
        text=f"{point}{within}: {one.basis} [{one.rule}]",
        claim=rests.get(one.span),
    )


def _actor(one: Who, rests: dict[Span, str]) -> MarkedWords:
    known = one.actor_id or ("only described" if one.described else "in no list of actors")
    return MarkedWords(
        span=one.span,
        kind=MarkKind.ACTOR,
        label=one.name,
        text=f"{one.kind}, {known} [{one.rule}]",
        claim=rests.get(one.span),
    )


def _mention(one: Mention, kind: MarkKind, label: str) -> MarkedWords:
    return MarkedWords(span=one.span, kind=kind, label=label, text=f"“{one.text}” [{one.rule}]")


def _attribution(number: int, one: Attribution) -> Iterator[MarkedWords]:
    text = f"{one.stance.value}, on the word of {chain(one.chain)} [{one.rule}]"
    for kind, spans in ((MarkKind.SOURCE, one.source), (MarkKind.CUE, one.cue), (MarkKind.CONTENT, one.content)):
        for span in spans:
            yield MarkedWords(span=span, kind=kind, label=kind.value, text=text, attribution=number)
