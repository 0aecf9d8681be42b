"""A page and its claims in, the same with the items of a list laid to whom their lead names as the doer.

"The coalition conducted two strikes: -- Near Kolm, one strike destroyed a bridge." The item tells of one of the deeds
of its lead, so whoever did those did this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model.claim import Claim, Note
from reportedly.model.text import Page, Sentence
from reportedly.model.words import Happening

_ITEM = re.compile(r"(?:--+|[-–—•*·▪►])\s+\S")
"""How the item of a list begins."""
_DAMAGE = (Happening.INFRASTRUCTURE_DAMAGE, Happening.HERITAGE_DAMAGE)
"""What a strike of the lead does in an item ("a strike destroyed two bridges")."""
_RULE = "code:list-of-lead"


def under_leads(page: Page, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims; those of a list's items that name no doer take that of the last claim of the same kind before the
    list, and so does damage. What else the item tells of the same deed goes with it."""
    return tuple(_under_leads(page, claims))


def _under_leads(page: Page, claims: Sequence[Claim]) -> Iterator[Claim]:
    lead: Claim | None = None
    taken: int | None = None
    for claim in claims:
        sentence = page.sentence_at(claim.span.start)
        if sentence is None or not _is_item(page, sentence):
            lead = claim if _names_doer(claim) else lead
            yield claim
            continue
        same = lead is not None and (claim.happening in (lead.happening, *_DAMAGE) or taken == sentence.number)
        if lead is None or not same or claim.perpetrators:
            yield claim
            continue
        taken = sentence.number
        yield _laid_to(claim, lead)


def _is_item(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence opens a line with the mark of a list."""
    start = sentence.span.start
    text = page.report.text
    opens = text.rfind("\n", 0, start) + 1
    return bool(_ITEM.match(text, opens)) and start - opens <= len("-- ")


def _names_doer(claim: Claim) -> bool:
    return bool(claim.perpetrators) and any(who.actor_id is not None for who in claim.perpetrators)


def _laid_to(claim: Claim, lead: Claim) -> Claim:
    text = f"an item of the list under {lead.id}"
    note = Note(field="perpetrators", rule=_RULE, text=text, span=lead.span)
    return replace(claim, perpetrators=lead.perpetrators, notes=(*claim.notes, note))
