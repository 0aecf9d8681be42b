"""A number or a noun of a sentence in, the counted phrase around it out: its words, whom it counts, and its range."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportedly.lexicon.counting import Counting, Kind
from reportedly.lexicon.measures import Fates, Frame
from reportedly.mentions.counts import Number, numbers
from reportedly.mentions.counts_fates import Cue, cues
from reportedly.model.text import Sentence, Span

REACH = 9
"""Tokens that a noun phrase may have between its number and its noun ("60 newly trained young foreign fighters")."""

_INNER = frozenset({"ADJ", "NOUN", "PROPN", "PART", "SYM", "NUM"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"-", "–", "[", "]", "(", ")", '"', "“", "”", "'", "’", "‘", "/", "’s", "'s"})
_CLOSED = frozenset({"DATE", "TIME"})


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
    def figures(self) -> tuple[int | None, int | None, int | None]:
        return self.low, self.best, self.high


@dataclass(kw_only=True)
class Scene:
    """A sentence with all that stands in it: its numbers, its words of fate, and the vocabulary to read them by."""

    sentence: Sentence
    counting: Counting
    fates: Fates

    @cached_property
    def lower(self) -> list[str]:
        return [token.text.lower() for token in self.sentence.tokens]

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        return cues(self.sentence, self.fates, self.counting)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        return numbers(self.sentence, self.counting)

    @cached_property
    def numbered(self) -> dict[int, Number]:
        """The number in whose words each token stands."""
        return {n: number for number in self.numbers for n in range(number.first, number.stop)}

    @cached_property
    def cued(self) -> dict[int, Cue]:
        """The cue on each token."""
        return {n: cue for cue in self.cues for n in range(cue.token, cue.stop)}

    @cached_property
    def phrases(self) -> dict[int, Phrase]:
        """The phrase of each number, by the number's first token."""
        return {number.first: numbered_phrase(self, number) for number in self.numbers}

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


def numbered_phrase(scene: Scene, number: Number) -> Phrase:
    """The number with the noun that it counts, read from left to right: "more than 200 of its fighters"."""
    at, rest = number.stop, False
    while scene.has(Kind.REST, at):
        at, rest = at + 1, True
    start = _past_of(scene, at)
    noun, stop = _noun(scene, start, number)
    if noun is None:
        stop = at if rest else number.stop
    elif noun + 1 == stop:
        stop = _tail(scene, stop)
    implied = scene.fates.profile.get(number.vague) if number.vague else None
    if noun is not None and scene.lower[noun] in scene.fates.groups and not _members_of_group(scene, noun):
        return _groups(scene, number, noun, stop)
    return Phrase(
        first=number.first,
        stop=stop,
        noun=noun,
        low=number.low,
        best=number.best,
        high=number.high,
        rules=number.rules,
        number=number,
        implied=implied,
        vague=number.vague is not None,
    )


def _members_of_group(scene: Scene, noun: int) -> bool:
    """Whether a noun for a group can be counted by the head ("five security forces", never "five families")."""
    return scene.lower[noun] in scene.fates.headcounts


def _groups(scene: Scene, number: Number, noun: int, stop: int) -> Phrase:
    """A number of groups ("five families"): it says nothing of how many people."""
    rules = (scene.counting.addresses[Kind.PLURAL], *number.rules)
    return Phrase(
        first=number.first, stop=stop, noun=noun, low=None, best=None, high=None, rules=rules, number=number, vague=True
    )


def _past_of(scene: Scene, at: int) -> int:
    """The token after "of" and the articles and possessives that follow it, or the token itself."""
    tokens = scene.sentence.tokens
    if not scene.has(Kind.OF, at):
        return at
    at += 1
    while at < len(tokens) and tokens[at].pos in ("DET", "PRON") and tokens[at].tag in ("DT", "PRP$", "PDT"):
        at += 1
    return at


def _noun(scene: Scene, start: int, number: Number | None) -> tuple[int | None, int]:
    """The last noun of the run of nouns and adjectives from ``start``, and the token after it."""
    tokens, noun = scene.sentence.tokens, None
    for at in range(start, min(start + REACH, len(tokens))):
        token = tokens[at]
        if at in scene.numbered and token.pos != "PROPN":
            break
        if token.entity in _CLOSED and token.pos != "ADJ":
            break
        if token.pos in _NOUNS and not _participle(scene, at):
            if noun is not None and _new_name(scene, noun, at):
                break
            noun = at
            if scene.lower[at] in scene.fates.plural_persons and not _compounds(scene, at):
                break
        elif not _inner(scene, at):
            break
    return noun, (noun + 1 if noun is not None else start)


def _participle(scene: Scene, at: int) -> bool:
    """Whether the token is a word of fate that ends the phrase ("8 people KILLED")."""
    cue = scene.cued.get(at)
    return cue is not None and cue.fate.frame in (Frame.DONE_TO, Frame.BEFALLS, Frame.STATE)


def _new_name(scene: Scene, noun: int, at: int) -> bool:
    """Whether a name begins after a common noun: the phrase ended, though no comma says so."""
    tokens = scene.sentence.tokens
    return tokens[noun].pos == "NOUN" and tokens[at].pos == "PROPN" and tokens[at].begins


def _compounds(scene: Scene, at: int) -> bool:
    """Whether a plural noun for people leads on to another ("security forces members")."""
    following = at + 1
    return following < len(scene.lower) and scene.lower[following] in scene.fates.plural_persons


def _inner(scene: Scene, at: int) -> bool:
    """Whether the token can stand inside a noun phrase, before its noun."""
    token = scene.sentence.tokens[at]
    if at in scene.cued and scene.cued[at].fate.frame is not Frame.THING:
        following = at + 1
        inside = following < len(scene.lower) and scene.sentence.tokens[following].pos in _INNER
        return inside and token.dep == "amod" and token.head > at
    if token.pos in _INNER or token.text in _INSIDE or _initials(token.text):
        return True
    return token.tag in ("VBN", "VBG", "VBD") and token.dep in ("amod", "compound", "nmod") and token.head > at


def _initials(text: str) -> bool:
    """Whether the word is an abbreviation in capitals, which the parser may take for a verb ("40 IS fighters")."""
    return len(text) > 1 and text.isalpha() and text.isupper()


def _tail(scene: Scene, stop: int) -> int:
    """The end of "of the security forces" after a noun, or ``stop``."""
    tokens = scene.sentence.tokens
    if stop >= len(tokens) or not scene.has(Kind.OF, stop) or stop + 1 in scene.numbered:
        return stop
    noun, end = _noun(scene, _past_of(scene, stop), None)
    return end if noun is not None else stop


def phrase_of(scene: Scene, head: int) -> Phrase | None:
    """The counted phrase whose noun or numeral is the token, or None where it counts nobody.

    A noun in the singular, a name and "he" count one; a noun in the plural without a number counts more than one.
    """
    number = scene.numbered.get(head) or _number_before(scene, head)
    if number is None and scene.lower[head] in scene.fates.groups:
        number = _number_of_group(scene, head)
    if number is not None:
        return scene.phrases[number.first]
    return _without_number(scene, head)


def _number_before(scene: Scene, head: int) -> Number | None:
    """The number that counts the noun, across the adjectives and nouns between."""
    for at in range(head - 1, max(-1, head - REACH - 1), -1):
        if at in scene.numbered:
            number = scene.numbered[at]
            phrase = scene.phrases[number.first]
            return number if phrase.noun is None or phrase.stop > head or phrase.noun == head else None
        token = scene.sentence.tokens[at]
        of = scene.has(Kind.OF, at) or token.pos == "DET" or token.tag == "PRP$"
        if not (of or _inner(scene, at) or scene.has(Kind.REST, at)):
            return None
    return None


def _number_of_group(scene: Scene, head: int) -> Number | None:
    """The number in "a family of five"."""
    at = head + 1
    if at < len(scene.lower) and scene.has(Kind.OF, at):
        return scene.numbered.get(at + 1)
    return None


def _without_number(scene: Scene, head: int) -> Phrase | None:
    token = scene.sentence.tokens[head]
    word = scene.lower[head]
    if token.pos == "PRON":
        return _one(scene, head, head, Kind.PRONOUN) if scene.has(Kind.PRONOUN, head) else None
    if scene.has(Kind.POINTED, head):
        return None
    first = _left_edge(scene, head)
    if word in scene.fates.groups or token.tag in ("NNS", "NNPS") or word in scene.fates.plural_persons:
        return _some(scene, first, head)
    if _named(scene, head):
        return _one(scene, first, head, Kind.NAMED)
    if word not in scene.fates.persons:
        return None
    indefinite = any(scene.has(Kind.SINGLE, at) for at in range(first, head))
    return _one(scene, first, head, Kind.SINGLE if indefinite else Kind.DEFINITE)


def _named(scene: Scene, head: int) -> bool:
    token = scene.sentence.tokens[head]
    return token.pos == "PROPN" and token.entity == "PERSON"


def _left_edge(scene: Scene, head: int) -> int:
    """The first token of the noun phrase that ends in the token."""
    first = head
    for at in range(head - 1, max(-1, head - REACH - 1), -1):
        token = scene.sentence.tokens[at]
        if token.pos == "DET" or token.tag == "PRP$":
            return at
        if at in scene.numbered or not _inner(scene, at):
            break
        first = at
    return first


def _one(scene: Scene, first: int, head: int, kind: Kind) -> Phrase:
    stop = head + 1 if kind in (Kind.NAMED, Kind.PRONOUN) else _tail(scene, head + 1)
    rules = (scene.counting.addresses[kind],)
    return Phrase(first=first, stop=stop, noun=head, low=1, best=1, high=1, rules=rules, one=True)


def _some(scene: Scene, first: int, head: int) -> Phrase | None:
    """People in the plural without a number. Things in the plural count nobody."""
    word, token = scene.lower[head], scene.sentence.tokens[head]
    if word not in scene.fates.persons and word not in scene.fates.groups and token.entity != "NORP":
        return None
    rules = (scene.counting.addresses[Kind.PLURAL],)
    implied = scene.fates.profile.get(rules[0])
    stop = _tail(scene, head + 1)
    return Phrase(
        first=first,
        stop=stop,
        noun=head,
        low=None,
        best=None,
        high=None,
        rules=rules,
        implied=implied,
        vague=True,
    )


def whom(scene: Scene, phrase: Phrase) -> str | None:
    """The words for those counted, without number, article and possessive: "Islamic State fighters"."""
    if phrase.noun is None or (phrase.one and phrase.noun == phrase.first and scene.has(Kind.PRONOUN, phrase.first)):
        return None
    first = phrase.number.stop if phrase.number is not None else phrase.first
    while scene.has(Kind.REST, first) and first < phrase.noun:
        first += 1
    first = min(_past_of(scene, first), phrase.noun)
    while first < phrase.noun and scene.sentence.tokens[first].pos in ("DET", "PUNCT"):
        first += 1
    if scene.has(Kind.REST, phrase.noun):
        return None
    return scene.words(first, phrase.stop)


def is_people(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase names people: by its noun, as a people, or as persons by name."""
    if phrase.noun is None or phrase.one:
        return True
    noun = phrase.noun
    token = scene.sentence.tokens[noun]
    if token.entity in ("NORP", "PERSON"):
        return True
    return scene.lower[noun] in scene.fates.persons or scene.lower[noun] in scene.fates.groups


def is_thing(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase names things that are counted themselves ("120 rockets")."""
    if phrase.noun is None:
        return False
    cue = scene.cued.get(phrase.noun)
    return cue is not None and cue.fate.frame in (Frame.THING, Frame.ACT, Frame.LOSS)
