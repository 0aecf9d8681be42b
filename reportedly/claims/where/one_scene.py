"""The claims of a report in, the same claims out, those without a place put where the others of their sentence are.

A sentence says once where: "Gunmen stormed Dolvi and abducted six men." Whatever harm else it tells is there too, if it
tells of one spot alone and on the same word. Round-ups and running totals are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.claims.drafts import violent
from reportedly.model.claim import Claim, Note
from reportedly.model.reading import Where
from reportedly.model.text import Page
from reportedly.model.words import Happening, Stance, WherePrecision

RULE = "code:same-sentence"

_HARM = frozenset({Happening.ABDUCTION, Happening.INFRASTRUCTURE_DAMAGE, Happening.HERITAGE_DAMAGE, Happening.OTHER})
"""What is done beside violence where it breaks out: people are taken or missing, houses burn."""


def one_scene(page: Page, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims in their order."""
    kept = tuple(claims)
    numbers = [_sentence(page, claim) for claim in kept]
    for number, claim in zip(numbers, kept, strict=True):
        source = None
        if claim.place is None and _harms(claim):
            source = _spot([c for n, c in zip(numbers, kept, strict=True) if n == number and c.chain == claim.chain])
        if source is None or source.place is None:
            yield claim
            continue
        text = f"the sentence puts what else it tells at {source.place.name} ({source.id})"
        note = Note(field="where", rule=RULE, text=text, span=source.place.span)
        yield replace(claim, place=source.place, notes=(*claim.notes, note))


def _sentence(page: Page, claim: Claim) -> int:
    return next((s.number for s in page.sentences if s.span.touches(claim.span)), -1)


def _harms(claim: Claim) -> bool:
    """Whether a claim is one of harm at one spot: no round-up and no running total."""
    summed = claim.container or any(toll.cumulative for toll in claim.tolls)
    return not summed and (violent(claim) or claim.happening in _HARM)


def _spot(claims: Sequence[Claim]) -> Claim | None:
    """The first of the claims of harm that have a place, where they all have one and the same."""
    placed = [c for c in claims if c.place is not None and c.stance is not Stance.DENIES and _harms(c)]
    names = {c.place.name for c in placed if c.place is not None}
    return placed[0] if len(names) == 1 and placed[0].place is not None and _narrow(placed[0].place) else None


def _narrow(place: Where) -> bool:
    """Whether a place is a settlement or landmark, be it one that no gazetteer knows."""
    return (place.precision or WherePrecision.EXACT) <= WherePrecision.NEAR
