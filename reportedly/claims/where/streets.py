"""The drafts of a report and its places in, the drafts out, those at a street that nobody knows put into its town.

"A man was shot on Arvel Street, Dolvi police said." Of a street nobody knows more than its town. That is the one which
the sentence names, else the one named last before it; where none is, the street stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.claims.drafts import Draft
from reportedly.model.claim import Note
from reportedly.model.reading import Where
from reportedly.model.words import WherePrecision

RULE = "code:street"

_STREETS = frozenset({"en/placing/street", "en/placing/address-street"})
_FILED = "code:dateline"


def in_their_towns(drafts: Iterable[Draft], places: Sequence[Where]) -> list[Draft]:
    """The drafts in their order."""
    towns = [p for p in places if _is_town(p)]
    return [_put(draft, towns) for draft in drafts]


def _is_town(place: Where) -> bool:
    near = (place.precision or WherePrecision.COUNTRY) <= WherePrecision.NEAR
    said = place.locative or place.rule == _FILED
    return said and near and place.place_id is not None and place.latitude is not None and not place.nameless


def _put(draft: Draft, towns: Sequence[Where]) -> Draft:
    street = draft.claim.place
    if street is None or street.rule not in _STREETS or street.place_id is not None or street.latitude is not None:
        return draft
    town = _town_of(street, towns)
    if town is None:
        return draft
    basis = f"{street.text!r} is in {town.name}, the town named with it"
    at = replace(town, span=street.span, text=street.text, sentence=street.sentence, rule=street.rule, basis=basis)
    note = Note(field="where", rule=RULE, text=basis, span=town.span)
    return replace(draft, claim=replace(draft.claim, place=at, notes=(*draft.claim.notes, note)))


def _town_of(street: Where, towns: Sequence[Where]) -> Where | None:
    """The town of the sentence that stands nearest, else the last before it."""
    here = [t for t in towns if t.sentence == street.sentence and t.rule != _FILED]
    if here:
        return min(here, key=lambda t: (abs(t.span.start - street.span.start), t.span))
    before = [t for t in towns if t.span < street.span]
    return before[-1] if before else None
