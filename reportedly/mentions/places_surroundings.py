"""A sentence in, what is known of it while its names are judged out: entities, capitals, surnames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportedly.lexicon.placing import Placing
from reportedly.mentions.places_around import after, before, skip_back
from reportedly.model.text import Sentence

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
"""The parser's labels for places: states and towns, land and water, buildings."""


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity of the parser: tokens ``first`` up to ``last``."""

    first: int
    last: int
    label: str


class Surroundings:
    """What is known of one sentence while its names are judged. ``surnames`` end names of people in this report,
    ``names`` are such names of several words and their ends, ``people`` are single words that it uses for people,
    ``others`` for people and organisations; ``credits`` are the outlets that it names as its own,
    ``abbreviated`` the short names that it explains in brackets. ``flat`` is true
    where the text has lost its apostrophes."""

    def __init__(
        self,
        sentence: Sentence,
        placing: Placing,
        *,
        surnames: frozenset[str],
        names: frozenset[str] = frozenset(),
        people: frozenset[str],
        others: frozenset[str],
        credits: frozenset[str] = frozenset(),
        abbreviated: frozenset[str] = frozenset(),
        flat: bool = False,
    ) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.placing = placing
        self.surnames = surnames
        self.names = names
        self.people = people
        self.others = others
        self.credits = credits
        self.abbreviated = abbreviated
        self.flat = flat
        self.last_place: int | None = None

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The parser's entities, place names without the words around them."""
        found: list[Entity] = []
        first: int | None = None
        for number, token in enumerate(self.tokens):
            if first is not None and (token.begins or token.entity != self.tokens[first].entity):
                found.append(self._entity(first, number))
                first = None
            if token.entity and first is None:
                first = number
        if first is not None:
            found.append(self._entity(first, len(self.tokens)))
        return tuple(found)

    def follows_place(self, first: int) -> bool:
        """Whether a comma parts the token from a place name just read: "Dolvi, Orvan", "Dolvi town, Orvan"."""
        if first < 2 or self.last_place is None or self.tokens[first - 1].text != ",":
            return False
        called = after(self.tokens, self.last_place, self.placing.features)
        return first - 1 in {self.last_place, called[0] if called is not None else self.last_place}

    @cached_property
    def shouted(self) -> bool:
        """Whether the sentence is written in capitals, so that capitals mean nothing."""
        words = [token.text for token in self.tokens if token.text.isalpha() and len(token.text) > 3]
        return len(words) > 2 and sum(word.isupper() for word in words) * 2 > len(words)

    @cached_property
    def titled(self) -> bool:
        """Whether most words have a capital, as in headlines."""
        words = [token.text for token in self.tokens if token.text.isalpha() and len(token.text) > 3]
        return len(words) > 3 and sum(word[0].isupper() for word in words) * 3 > len(words) * 2

    def entity_at(self, first: int, last: int) -> Entity | None:
        """The entity that shares tokens with the window."""
        return next((e for e in self.entities if e.first < last and first < e.last), None)

    def place_entity_from(self, first: int) -> int | None:
        """One past the last token of the place entity that begins here."""
        return next((e.last for e in self.entities if e.first == first and e.label in PLACE_LABELS), None)

    def plausible(self, first: int, last: int) -> bool:
        """Whether words that hold a feature word name one thing: the parser or a preposition says so."""
        entity = self.entity_at(first, last)
        if entity is not None and entity.label in PLACE_LABELS and entity.first <= first:
            return True
        if entity is not None and (entity.first < first or entity.last > last):
            return False
        at, _, _ = skip_back(self.tokens, first, self.placing)
        prepositions = self.placing.at, self.placing.by, self.placing.to
        return any(before(self.tokens, at, table) is not None for table in prepositions)

    def _entity(self, first: int, last: int) -> Entity:
        label = self.tokens[first].entity
        if label not in PLACE_LABELS:
            if label == "ORG" and self.tokens[first].text.lower() in self.placing.definite:
                first += 1
            while last - first > 1 and self.tokens[last - 1].pos in _SEAMS:
                last -= 1
            return Entity(first, last, label)
        while last - first > 1 and self._before_name(first):
            first += 1
        while last - first > 1 and self._after_name(last - 1):
            last -= 1
        return Entity(first, last, label)

    def _before_name(self, number: int) -> bool:
        """Whether a token that the parser put into a name goes before it: "the", a small direction, a mark."""
        text = self.tokens[number].text
        small = text.lower() in self.placing.parts and not text[0].isupper()
        return small or text.lower() in self.placing.leading or not text[0].isalnum()

    def _after_name(self, number: int) -> bool:
        return not self.tokens[number].text[0].isalnum() or self.tokens[number].text in _TAILS


_SEAMS = frozenset({"CCONJ", "PUNCT"})
"""What ends no name: the parser sometimes draws one up to "and"."""

_TAILS = frozenset({"'s", "’s", "s"})
