"""The claims of a report in, the same claims out, those without a place put where the others of their scene are.

A sentence says once where: "Gunmen stormed Dolvi and abducted six men." Whatever else it tells is there too. And a
report that puts all that it places at one spot tells of that spot: what it leaves unplaced, of the same days and the
same kinds of harm, happened there. Round-ups, running totals and what is told of another time are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.claims.story import violent
from reportedly.model.claim import Claim, Note
from reportedly.model.reading import Where
from reportedly.model.text import Page
from reportedly.model.words import Happening, Stance, WherePrecision

IN_SENTENCE = "code:same-sentence"
IN_REPORT = "code:one-scene"

_HARM = frozenset({Happening.ABDUCTION, Happening.INFRASTRUCTURE_DAMAGE, Happening.HERITAGE_DAMAGE, Happening.OTHER})
"""What is done beside violence where it breaks out: people are taken or missing, houses burn."""


def one_scene(page: Page, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims in their order."""
    kept = tuple(claims)
    numbers = [_sentence(page, claim) for claim in kept]
    placed = [
        (n, c) for n, c in zip(numbers, kept, strict=True) if c.place is not None and c.stance is not Stance.DENIES
    ]
    whole = _only([c for _, c in placed])
    for number, claim in zip(numbers, kept, strict=True):
        if claim.place is not None or not _takes(claim):
            yield claim
            continue
        beside = _only([c for n, c in placed if n == number and c.chain == claim.chain])
        if beside is not None:
            yield _put(claim, beside, IN_SENTENCE, "the sentence puts what else it tells at")
        elif whole is not None and violent(claim) and _of_the_days(claim, [c for _, c in placed]):
            yield _put(claim, whole, IN_REPORT, "all that the report places is at")
        else:
            yield claim


def _sentence(page: Page, claim: Claim) -> int:
    return next((s.number for s in page.sentences if s.span.touches(claim.span)), -1)


def _takes(claim: Claim) -> bool:
    """Whether a claim is one of harm at one spot: no round-up and no running total."""
    summed = claim.container or any(toll.cumulative for toll in claim.tolls)
    return not summed and (violent(claim) or claim.happening in _HARM)


def _only(claims: Sequence[Claim]) -> Claim | None:
    """The first of the claims, where all that are no round-ups stand at one spot."""
    told = [c for c in claims if not c.container and (violent(c) or c.happening in _HARM)]
    spots = {c.place.name for c in told if c.place is not None}
    return told[0] if len(spots) == 1 and told[0].place is not None and _is_spot(told[0].place) else None


def _is_spot(place: Where) -> bool:
    """Whether a place is a settlement or landmark, be it one that no gazetteer knows."""
    return (place.precision or WherePrecision.EXACT) <= WherePrecision.NEAR


def _of_the_days(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a claim is not dated to other days than all those that are placed."""
    days = claim.days
    if days is None or days.start is None or days.end is None:
        return True
    spans = [c.days for c in others if c.days is not None]
    return not spans or any(
        (d.end is None or days.start < d.end) and (d.start is None or d.start < days.end) for d in spans
    )


def _put(claim: Claim, source: Claim, rule: str, why: str) -> Claim:
    assert source.place is not None
    note = Note(field="where", rule=rule, text=f"{why} {source.place.name} ({source.id})", span=source.place.span)
    return replace(claim, place=source.place, notes=(*claim.notes, note))
