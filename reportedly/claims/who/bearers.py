"""A frame in, the token numbers of those out who bore it, or did it, by more than the grammar of its words.

Whoever is counted bore it, unless he is the subject of a deed or its words only name him by it; the murder of a person
is the one that person bore; who holds those kidnapped has kidnapped them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.claims.frames.frames import Frame
from reportedly.claims.frames.prepositions import governed
from reportedly.claims.who.roles_of_kind import is_verb, shared_object
from reportedly.claims.who.voice import did, owners, spread
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Who
from reportedly.model.text import Sentence
from reportedly.model.words import Happening, Measure

_CLAUSE = frozenset({"relcl", "acl"})
_KEEPING = frozenset({"armed-group", "militia"})
_CARRIED = frozenset({"dobj", "nsubjpass"})
_PEOPLED = "en/people/"
_ONE = frozenset({"NN", "NNP"})
_SOMEBODY = frozenset(
    {"person", "civilians", "journalists", "officials", "relatives", "women", "children", "detainees"}
)
"""Kinds of people whose "murder" or "abduction" is the one that they bore."""
PEOPLE = frozenset(
    {
        Measure.KILLED,
        Measure.WOUNDED,
        Measure.CASUALTIES,
        Measure.MISSING,
        Measure.CAPTURED,
        Measure.ABDUCTED,
        Measure.ARRESTED,
        Measure.DISPLACED,
    }
)
"""What is counted of people is counted of those harmed."""


def counted(frame: Frame) -> set[int]:
    """Who is counted as harmed."""
    heads = {c.head for c in frame.counts if c.head is not None and c.measure in PEOPLE}
    return {n for n in heads if not _does_it(frame.sentence, n)}


def unhurt(frame: Frame, seats: Mapping[int, Who]) -> set[int]:
    """Who is only named by the harm, and did it: "18 killed in gunmen attack"."""
    return {n for n, who in seats.items() if _behind_harm(frame.sentence, who, frame)}


def bore(frame: Frame, seats: Mapping[int, Who], modality: Modality, lexicon: Happenings) -> set[int]:
    """The people whose "murder" or "abduction" it is."""
    owning = _borne(frame, modality, lexicon)
    return {n for n in owning if n in seats and _somebody(frame.sentence, n, seats[n])}


def preyed_on(frame: Frame, seats: Mapping[int, Who], modality: Modality) -> set[int]:
    """The armed groups whose victims are told of ("the latest victim of the Front", "Front victims")."""
    sentence = frame.sentence
    prey = [n for n in range(len(sentence.tokens)) if sentence.tokens[n].lemma.lower() in modality.prey]
    near = [n for n in prey if frame.span.touches(sentence.tokens[n].span)]
    of = (n for p in near for n in (*owners(sentence, p), *governed(sentence, p, modality.whole)))
    armed = [seats[n] for n in of if n in seats and seats[n].kind in _KEEPING]
    return {n for who in armed for n in sentence.inside(who.span)}


def keepers(frame: Frame, seats: Mapping[int, Who], modality: Modality) -> set[int]:
    """The armed groups that hold or let go those who were kidnapped."""
    return {n for n in _kept_by(frame, modality) if n in seats and seats[n].kind in _KEEPING}


def _kept_by(frame: Frame, modality: Modality) -> Iterator[int]:
    """Who holds or lets go those who were kidnapped: "the Front is holding two men who were kidnapped in Kolm"."""
    sentence = frame.sentence
    for trigger in frame.triggers:
        taken = sentence.tokens[trigger.mention.token]
        if trigger.mention.kind is not Happening.ABDUCTION or taken.dep not in _CLAUSE:
            continue
        held_by = sentence.tokens[_first_joined(sentence, _counted_of(sentence, taken.head, modality))]
        if held_by.dep in _CARRIED and sentence.tokens[held_by.head].lemma.lower() in modality.keeping:
            yield from spread(sentence, modality, did(sentence, held_by.head, modality))


def _counted_of(sentence: Sentence, noun: int, modality: Modality) -> int:
    """The number whose "of" brings a noun ("one of two men who were kidnapped"), or the noun."""
    token = sentence.tokens[noun]
    if token.dep != "pobj" or sentence.tokens[token.head].text.lower() not in modality.whole:
        return noun
    above = sentence.tokens[token.head].head
    return above if sentence.tokens[above].pos == "NUM" else noun


def _first_joined(sentence: Sentence, noun: int) -> int:
    """The first of the nouns that a noun is joined to ("holding a judge and a mayor, who were kidnapped")."""
    while sentence.tokens[noun].dep == "conj" and sentence.tokens[noun].head != noun:
        noun = sentence.tokens[noun].head
    return noun


def _does_it(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is the subject of a verb with an object of its own: "three gunmen killed a mayor", "a group of
    gunmen killed a mayor"."""
    token = sentence.tokens[noun]
    above = sentence.tokens[token.head]
    if token.dep == "pobj" and above.dep == "prep" and sentence.tokens[above.head].dep == "nsubj":
        token = sentence.tokens[above.head]
    acts = any(sentence.tokens[c].dep == "dobj" for c in sentence.children[token.head])
    return token.dep == "nsubj" and (acts or bool(shared_object(sentence, token.head)))


def _behind_harm(sentence: Sentence, who: Who, frame: Frame) -> bool:
    """Whether the word for the harm stands inside the words for somebody, between a number and the noun, who then are
    not those counted: "18 killed in gunmen attack"."""
    inside = set(sentence.inside(who.span))
    return who.head is not None and any(
        t.mention.token in inside and t.mention.token < who.head for t in frame.triggers
    )


def _borne(frame: Frame, modality: Modality, lexicon: Happenings) -> Iterator[int]:
    """Whose "murder" or "abduction" it is, where nobody is named behind it: "the mayor's murder"."""
    for trigger in frame.triggers:
        word = trigger.mention.token
        if trigger.mention.rule not in lexicon.people or is_verb(frame.sentence, trigger):
            continue
        if not governed(frame.sentence, word, modality.towards):
            yield from spread(frame.sentence, modality, owners(frame.sentence, word))


def _somebody(sentence: Sentence, number: int, who: Who) -> bool:
    """Whether it is one of the people whose murder is the one they bore: no body, but one of its men ("the police
    commander's murder")."""
    return who.kind in _SOMEBODY or (who.rule.startswith(_PEOPLED) and sentence.tokens[number].tag in _ONE)
