"""A draft of a claim and its scene in, a draft for each place of a list out: "took Dolvi, Lipna and Harsema".

Ground changes hands place by place, and ACLED codes one event a location. What is counted is counted once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.claims.drafts import Draft
from reportedly.claims.scene import Scene
from reportedly.ids import claim_id
from reportedly.model.claim import Note
from reportedly.model.reading import Where
from reportedly.model.text import Sentence
from reportedly.model.words import Happening

_CHANGING_HANDS = frozenset({Happening.TERRITORY_GAINED, Happening.TERRITORY_LOST})


def each_place(draft: Draft, scene: Scene) -> Iterator[Draft]:
    """The draft, and one without counts for each further place of a list of places that are won or lost."""
    yield draft
    claim = draft.claim
    if claim.place is None or claim.happening not in _CHANGING_HANDS:
        return
    for place in _listed_with(scene.sentence, claim.place, scene.places):
        note = Note(field="where", rule="code:list", text=f"stands in a list with {claim.place.name}", span=place.span)
        own = claim_id(claim.report, claim.span, claim.happening.value, place.span)
        yield replace(
            draft,
            claim=replace(
                claim, id=own, place=place, tolls=(), notes=(*(n for n in claim.notes if n.field != "where"), note)
            ),
        )


def _listed_with(sentence: Sentence, place: Where, places: Sequence[Where]) -> tuple[Where, ...]:
    """The other places of the list that a place stands in: "Lipna" beside "Dolvi" in "took Dolvi and Lipna"."""
    head = sentence.head_of(place.span)
    if head is None:
        return ()
    members = {head, *_conjuncts(sentence, head)}
    named = ((p, sentence.head_of(p.span)) for p in places if p.span != place.span)
    return tuple(p for p, seat in named if p.locative and seat in members and p.name != place.name)


def _conjuncts(sentence: Sentence, number: int) -> Iterator[int]:
    for child in sentence.children[number]:
        if sentence.tokens[child].dep == "conj":
            yield child
            yield from _conjuncts(sentence, child)
