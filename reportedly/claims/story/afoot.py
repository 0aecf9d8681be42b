"""The drafts of one report's claims in, the same out, a "raid" of nobody's an attack on foot where the report's doers
have no aircraft: "MLF gunmen killed 14 people in Dolvi. The raid lasted an hour."
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.claims.drafts import Draft, violent
from reportedly.model.claim import Note
from reportedly.model.words import Happening

_FOOT = frozenset({"armed-group", "militia", "people"})
"""Kinds of doers that have no air force."""
RULE = "code:raid-on-foot"


def on_foot(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts in their order. Where the report tells of aircraft or of a doer that may have some, a raid stays an
    air strike."""
    if any(d.claim.happening is Happening.AIR_STRIKE and not d.raid for d in drafts):
        return drafts
    did = [who for d in drafts if violent(d.claim) and d.claim.tolls for who in d.claim.perpetrators]
    if not any(who.actor_id for who in did) or any(who.kind not in _FOOT for who in did):
        return drafts
    return [_grounded(d) if _of_nobody(d) else d for d in drafts]


def _of_nobody(draft: Draft) -> bool:
    return draft.raid and draft.claim.happening is Happening.AIR_STRIKE and not draft.claim.perpetrators


def _grounded(draft: Draft) -> Draft:
    note = Note(field="happening", rule=RULE, text="a raid by those who have no aircraft", span=draft.claim.span)
    claim = replace(draft.claim, happening=Happening.OTHER_VIOLENCE, notes=(*draft.claim.notes, note))
    return replace(draft, claim=claim, vague=True)
