"""A token in, whether it acts out: a state's name stands for its government only where it says or does something."""

from __future__ import annotations

from collections import Counter

from reportedly.lexicon.acting import Acting
from reportedly.lexicon.actors import ActorKind
from reportedly.lexicon.names import Meaning
from reportedly.model.text import Page, Sentence, Token

_SUBJECTS = frozenset({"nsubj", "csubj"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "dative"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_HYPHEN = "-"
_JOINED = 2
"""Tokens of a hyphen and the word behind it."""
_TIMES = frozenset({"DATE", "TIME"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_INNER = frozenset({"compound", "amod", "nmod", "npadvmod"})
_CHAIN = frozenset({"conj", "appos", "compound", "nmod"})


def acts(sentence: Sentence, number: int, words: Acting, *, seat: bool) -> str | None:
    """The address of the rule by which the token acts as a party; ``None`` where it is only a place.

    A seat of government must be the subject of a verb of saying or deciding.
    """
    tokens = sentence.tokens
    number = _governor(tokens, number)
    token = tokens[number]
    head = tokens[token.head]
    lemma = head.lemma.lower()
    if token.dep in _SUBJECTS:
        return (words.seats if seat else words.subjects).get(lemma)
    if token.dep == "pobj":
        return _after_preposition(tokens, head, words, seat=seat)
    if token.dep == "poss":
        return words.told.get(lemma)
    return words.objects.get(lemma) if token.dep in _OBJECTS and not seat else None


def placed(sentence: Sentence, number: int, words: Acting) -> bool:
    """Whether the token stands after a preposition that says where something is ("in", "near")."""
    token = sentence.tokens[_governor(sentence.tokens, number)]
    return token.dep == "pobj" and sentence.tokens[token.head].lemma.lower() in words.somewhere


def somewhere(page: Page, words: Acting) -> frozenset[str]:
    """The proper names of a report that are places all through, whatever the parser calls them in one sentence: those
    that stand after a preposition of place anywhere, and those that it mostly takes for places."""
    after: set[str] = set()
    votes: Counter[str] = Counter()
    for sentence in page.sentences:
        for token in sentence.tokens:
            if token.pos != "PROPN":
                continue
            if token.entity:
                votes[token.text] += 1 if token.entity in _PLACES else -1
            governor = sentence.tokens[token.head].lemma.lower()
            if token.dep == "pobj" and token.entity not in _TIMES and governor in words.somewhere:
                after.add(token.text)
    return frozenset(after.union(name for name, count in votes.items() if count > 0))


def indefinite(sentence: Sentence, first: int, meaning: Meaning, words: Acting) -> bool:
    """Whether an indefinite article stands before a name: "a group" is not the group named before. "A monitor" is,
    since wire reports open with it and name the monitor in the next sentence; nor does the article of a deed say it
    ("in an army raid")."""
    if first == 0 or meaning.actor.kind is ActorKind.MONITOR or _of_deed(sentence, first, words):
        return False
    for token in reversed(sentence.tokens[:first]):  # "an Arab-Kurdish coalition"
        if token.text.lower() in words.indefinite:
            return True
        if token.pos != "ADJ" and token.text != _HYPHEN:
            return False
    return False


def of_others(sentence: Sentence, first: int, last: int, words: Acting, *, inside: bool) -> bool:
    """Whether a name only says whose foes or friends others are: "an anti-Front militia", "Front-linked gunmen".
    ``inside``: the name begins inside its first token."""
    tokens = sentence.tokens
    before = [t.text.lower() for t in tokens[max(0, first - _JOINED) : first] if t.text != _HYPHEN]
    if inside:
        before.append(tokens[first].text.lower().partition(_HYPHEN)[0])
    behind = tokens[last + 1 : last + 3]
    joined = len(behind) == _JOINED and behind[0].text == _HYPHEN and behind[1].text.lower() in words.akin
    return joined or not words.opposed.isdisjoint(before[-_JOINED:])


def _of_deed(sentence: Sentence, number: int, words: Acting) -> bool:
    """Whether a word stands right before a noun for a deed, and says whose it is ("a rebel attack")."""
    token = sentence.tokens[number]
    return token.dep in _INNER and token.head == number + 1 and sentence.tokens[token.head].lemma.lower() in words.deeds


def only_describes(sentence: Sentence, last: int, words: Acting) -> bool:
    """Whether a common noun only says what sort the next word is of: "military airport", "rebel-held"; before a word
    for a deed it says whose it is ("a rebel attack")."""
    token = sentence.tokens[last]
    if _of_deed(sentence, last, words):
        return False
    if token.pos not in _NOUNS:
        return True
    return token.dep in _INNER and token.head > last


def _governor(tokens: tuple[Token, ...], number: int) -> int:
    """The first of a list ("Korvia and Veldania"), whose place in the sentence all the others share."""
    while tokens[number].dep in _CHAIN and tokens[number].head != number:
        number = tokens[number].head
    return number


def _after_preposition(tokens: tuple[Token, ...], preposition: Token, words: Acting, *, seat: bool) -> str | None:
    address = words.prepositions.get(preposition.lemma.lower())
    if address is None or preposition.dep == "agent":
        return address
    governed = tokens[preposition.head].lemma.lower() in words.governors
    return address if governed and not seat else None
