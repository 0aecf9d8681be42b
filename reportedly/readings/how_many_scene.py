"""A sentence and the vocabulary in, the scene out: all that stands in the sentence, found once and kept together."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from reportedly.lexicon.counting import Counting, Kind
from reportedly.lexicon.measures import Fates
from reportedly.mentions.counts import Number, numbers
from reportedly.mentions.counts_fates import Cue, cues
from reportedly.model.text import PassageKind, Sentence, Span

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_OLDEST = 120
_PLURALS = frozenset({"NNS", "NNPS"})
_SETTING_OFF = (",", "(")
_CLOSING = (",", ")")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Counted words. ``first`` and ``stop`` are token numbers, half-open; ``noun`` is the counted noun, ``number`` what
    counts it. ``low``, ``best`` and ``high`` are the range; ``implied`` what the profile reads into vague words."""

    first: int
    stop: int
    noun: int | None
    low: int | None
    best: int | None
    high: int | None
    rules: tuple[str, ...]
    number: Number | None = None
    implied: tuple[int, int | None] | None = None
    vague: bool = False
    one: bool = False

    @property
    def head(self) -> int:
        """The counted noun, or the numeral that stands for it."""
        if self.noun is not None:
            return self.noun
        return self.number.core if self.number is not None else self.first

    @property
    def size(self) -> int:
        """The number that the words say, or the end of its range that they give; 0 where they give none."""
        return next((n for n in (self.best, self.low, self.high) if n is not None), 0)

    @property
    def figures(self) -> tuple[int | None, int | None, int | None]:
        return self.low, self.best, self.high


@dataclass(kw_only=True)
class Scene:
    """A sentence with all that stands in it: its numbers, its words of fate, and the vocabulary to read them by.

    ``phrases`` holds the phrase of each number, by the number's first token, ``surnames`` the last words of the persons
    whom the report names in full: the parser may take one that stands alone for anything.
    """

    sentence: Sentence
    counting: Counting
    fates: Fates
    surnames: frozenset[str] = frozenset()
    phrases: dict[int, Phrase] = field(default_factory=dict)

    @cached_property
    def lower(self) -> list[str]:
        return [token.text.lower() for token in self.sentence.tokens]

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        return cues(self.sentence, self.fates, self.counting)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        found = numbers(self.sentence, self.counting)
        return tuple(n for n in found if not self._of_children(n) and not self._age(n))

    def _of_children(self, number: Number) -> bool:
        """Whether the number is of somebody's children, not told of themselves ("a father of THREE was killed")."""
        before = number.first - 1
        noun = number.stop < len(self.lower) and self.sentence.tokens[number.stop].pos in ("NOUN", "ADJ")
        return not noun and self.has(Kind.OF, before) and self.has(Kind.PARENT, before - 1)

    def _age(self, number: Number) -> bool:
        """Whether the number is set beside one person, between commas or in brackets ("Boy, 16, dies")."""
        before, after = number.first - 1, number.stop
        if before < 1 or number.stop - number.first > 1 or not number.bare or (number.best or 0) > _OLDEST:
            return False
        if self.lower[before] not in _SETTING_OFF or (after < len(self.lower) and self.lower[after] not in _CLOSING):
            return False
        return self.sentence.tokens[before - 1].tag not in _PLURALS and self.person(before - 1)

    @property
    def headline(self) -> bool:
        """Whether the words are a headline, which leaves out the auxiliary of a passive ("Man shot in Kolm")."""
        return self.sentence.passage.kind is PassageKind.HEADLINE

    def people(self, token: int) -> bool:
        """Whether the word can stand for people: a noun, a name, a number, a pronoun, or an age ("the 3-year-OLD")."""
        return self.sentence.tokens[token].pos in _NOMINAL or self.lower[token] in self.fates.persons

    def person(self, token: int) -> bool:
        """Whether the word is a noun for people or the name of a person."""
        return self.lower[token] in self.fates.persons or self.sentence.tokens[token].entity == "PERSON"

    @cached_property
    def numbered(self) -> dict[int, Number]:
        """The number in whose words each token stands."""
        return {n: number for number in self.numbers for n in range(number.first, number.stop)}

    @cached_property
    def cued(self) -> dict[int, Cue]:
        """The cue on each token."""
        return {n: cue for cue in self.cues for n in range(cue.token, cue.stop)}

    def has(self, kind: Kind, token: int) -> bool:
        """Whether the token's word is of the kind."""
        return 0 <= token < len(self.lower) and self.counting.has(kind, self.lower[token])

    def span(self, first: int, stop: int) -> Span:
        """The characters from one token up to but not including another."""
        return Span(self.sentence.tokens[first].start, self.sentence.tokens[stop - 1].end)

    def words(self, first: int, stop: int) -> str:
        """The words from one token up to but not including another."""
        shift = self.sentence.span.start
        span = self.span(first, stop)
        return self.sentence.text[span.start - shift : span.end - shift]


def run_at(scene: Scene, kind: Kind, at: int) -> int:
    """How many tokens the words of the kind have that stand at the token; 0 for none."""
    if at >= len(scene.lower):
        return 0
    for form in scene.counting.runs[kind].get(scene.lower[at], ()):
        if tuple(scene.lower[at : at + len(form)]) == form:
            return len(form)
    return 0
