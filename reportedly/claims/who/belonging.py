"""A sentence and the actors in it in, what is said to belong to which of them out: "jets believed to belong to Korvia".

What an army owns, it does harm with: the jets' bombing is the doing of whoever they belong to, and their loss is his.
The words of belonging stand between the thing and its verb, and the parser often takes "believed" for the verb of the
sentence; the verb then is left without a subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Who
from reportedly.model.text import Sentence

_NOUNS = frozenset({"NOUN", "PROPN"})
_BETWEEN = frozenset({"PART", "AUX", "ADV", "ADP"})
_WH = frozenset({"WDT", "WP"})
_OPENING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PUNCT", "VERB"})
_STEPS = 5
"""Words between the thing and "belong", or between that and the party, at most."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PARTICIPLE = "VBN"
_OWN = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """A ``thing`` and its ``party``, as token numbers, the ``last`` token of the words for the party, whether they are
    only ``thought`` to belong together, and whether that is said in ``bare`` participles, so that the thing still waits
    for its verb ("jets believed to belong to Korvia …")."""

    thing: int
    party: int
    last: int
    thought: bool
    bare: bool


def belongings(sentence: Sentence, seats: Mapping[int, Who], modality: Modality) -> tuple[Belonging, ...]:
    """What belongs to whom. People are not meant: whose they are, they are read as."""
    return tuple(_belongings(sentence, seats, modality))


def _belongings(sentence: Sentence, seats: Mapping[int, Who], modality: Modality) -> Iterator[Belonging]:
    for number, token in enumerate(sentence.tokens):
        if token.lemma.lower() not in modality.belonging:
            continue
        thing = _thing(sentence, number, modality)
        party = _party(sentence, number, seats)
        if thing is not None and party is not None and thing not in seats:
            between = sentence.tokens[thing + 1 : number]
            thought = any(t.text.lower() in modality.doubted for t in between)
            bare = thought and all(t.pos != "AUX" for t in between)
            last = sentence.inside(seats[party].span)[-1]
            yield Belonging(thing=thing, party=party, last=last, thought=thought, bare=bare)


def subject_of(sentence: Sentence, verb: int, owned: Belonging) -> bool:
    """Whether a verb that has no subject stands right behind the words of belonging; it may be taken for a participle
    ("believed to belong to the army shelled Dolvi")."""
    finite = sentence.tokens[verb].tag in _FINITE
    if not finite and not (owned.bare and sentence.tokens[verb].tag == _PARTICIPLE):
        return False
    if any(sentence.tokens[c].dep in _OWN for c in sentence.children[verb]):
        return False
    return owned.last < verb and all(t.pos in {"ADV", "AUX"} for t in sentence.tokens[owned.last + 1 : verb])


def _thing(sentence: Sentence, word: int, modality: Modality) -> int | None:
    """The noun before the word of belonging, with nothing between but "believed to", "which are"."""
    for number in range(word - 1, max(-1, word - 1 - _STEPS), -1):
        token = sentence.tokens[number]
        if token.pos in _NOUNS:
            return number
        thought = token.text.lower() in modality.doubted or token.lemma.lower() in modality.implicatives
        if not thought and token.pos not in _BETWEEN and token.tag not in _WH:
            return None
    return None


def _party(sentence: Sentence, word: int, seats: Mapping[int, Who]) -> int | None:
    """The actor behind the word of belonging and its "to"."""
    for number in range(word + 2, min(len(sentence.tokens), word + 2 + _STEPS)):
        if number in seats:
            head = seats[number].head
            return number if head is None else head
        if sentence.tokens[number].pos not in _OPENING:
            return None
    return None
