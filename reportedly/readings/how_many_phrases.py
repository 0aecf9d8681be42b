"""A noun of a sentence in, the counted phrase around it out: its words, whom it counts, and its range."""

from __future__ import annotations

from dataclasses import replace

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.mentions.counts import Number
from reportedly.model.text import Token
from reportedly.readings.how_many_clauses import SUBJECTS
from reportedly.readings.how_many_nouns import INSIDE, REACH, inner, tail
from reportedly.readings.how_many_scene import Phrase, Scene, run_at
from reportedly.readings.how_many_titled import titled

LEFTMOST = 14
"""Tokens that a name may have with its age and titles before it."""
_UNSURE = frozenset({"", "ORG"})
"""Labels that the parser gives to names of persons that it does not know."""
_NO_NOUN = frozenset({"VBN", "VBD", "JJ"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ROW = 2
"""Persons in a row, from which on a name before them is no place."""


def phrase_of(scene: Scene, head: int) -> Phrase | None:
    """The counted phrase whose noun or numeral is the token, or None where it counts nobody.

    A noun in the singular, a name and "he" count one; a noun in the plural without a number counts more than one.
    """
    number = scene.numbered.get(head)  # also that of "a TOTAL of 11 people"
    if number is None and head in scene.cued and scene.cued[head].fate.frame is Frame.TOLL:
        return None
    number = number or _number_before(scene, head)
    if number is None and scene.lower[head] in scene.fates.groups:
        number = _number_of_group(scene, head)
    if number is not None:
        return scene.phrases[number.first]
    return _without_number(scene, head)


def _number_before(scene: Scene, head: int) -> Number | None:
    """The number that counts the noun, across the adjectives and nouns between."""
    past_of = False
    for at in range(head - 1, max(-1, head - REACH - 1), -1):
        if at in scene.numbered:
            if scene.sentence.tokens[at + 1].pos == "DET":
                return None  # "Radio 5: THE guard was shot"
            number = scene.numbered[at]
            phrase = scene.phrases[number.first]
            return number if phrase.noun is None or phrase.stop > head or phrase.noun == head else None
        token = scene.sentence.tokens[at]
        if past_of:
            return None
        past_of = scene.has(Kind.OF, at)
        of = past_of or token.pos == "DET" or token.tag == "PRP$"
        if not (of or inner(scene, at) or scene.has(Kind.REST, at)):
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
    if scene.has(Kind.ANOTHER, head) and token.dep in SUBJECTS:
        return another(scene, head, Kind.ANOTHER)  # "ANOTHER suffered serious injuries"
    if (row := titled(scene, head)) is not None:
        return row
    if token.pos == "PRON":
        return _one(scene, head, head, Kind.PRONOUN) if scene.has(Kind.PRONOUN, head) else None
    if scene.has(Kind.POINTED, head) or scene.has(Kind.REST, head):
        return None
    first = _left_edge(scene, head)
    if word in scene.fates.pairs:
        return _pair(scene, first, head)
    if _surname(scene, first, head):
        return _one(scene, first, head, Kind.NAMED)
    if word in scene.fates.groups or token.tag in ("NNS", "NNPS") or word in scene.fates.plural_persons:
        return _some(scene, first, head)
    if _named(scene, head):
        return _one(scene, first, head, Kind.NAMED)
    if word not in scene.fates.persons:
        return None
    if token.tag in _NO_NOUN and _names_all(scene, first, head):
        return _many(scene, first, head)  # "the WOUNDED": an adjective with the article names all such people
    indefinite = any(scene.has(Kind.SINGLE, at) for at in range(first, head))
    one = _one(scene, first, head, Kind.SINGLE if indefinite else Kind.DEFINITE)
    more = next((k for k in (Kind.NTH, Kind.REST) for at in range(first, head) if scene.has(k, at)), None)
    return replace(one, rules=(*one.rules, scene.counting.addresses[more])) if indefinite and more else one


def another(scene: Scene, at: int, kind: Kind) -> Phrase:
    """One more person, without a noun: "one was killed and ANOTHER wounded", "a THIRD died"."""
    rules = (scene.counting.addresses[kind],)
    first = at - 1 if kind is Kind.NTH else at
    return Phrase(first=first, stop=at + 1, noun=None, low=1, best=1, high=1, rules=rules, one=True)


def _names_all(scene: Scene, first: int, head: int) -> bool:
    """Whether an adjective stands behind the article alone; with an age it names one person ("the 15-year-OLD")."""
    if scene.sentence.tokens[first].tag != "DT" or scene.has(Kind.SINGLE, first):
        return False
    return not any(scene.sentence.tokens[at].tag == "CD" and at not in scene.numbered for at in range(first, head))


def _surname(scene: Scene, first: int, head: int) -> bool:
    """Whether a name that looks like a plural is a person's last one: a given name or a title stands before it, and no
    article ("Juan Meneses", "Mr. Jones", but "the Joneses")."""
    tokens = scene.sentence.tokens
    if tokens[head].tag != "NNPS" or tokens[head].entity != "PERSON" or head == first:
        return False
    before = tokens[head - 1]
    return tokens[first].pos == "PROPN" and before.tag == "NNP" and before.dep == "compound" and before.head == head


def _named(scene: Scene, head: int) -> bool:
    token = scene.sentence.tokens[head]
    if token.pos != "PROPN" or token.tag != "NNP":
        return False
    if _is_name(scene, head) or among_names(scene, head):
        return True
    return token.entity in _UNSURE and token.text.istitle() and token.text.isalpha() and not scene.headline


def _is_name(scene: Scene, head: int) -> bool:
    """Whether the noun is a person's name, or what the report calls a person by elsewhere."""
    token = scene.sentence.tokens[head]
    return token.entity == "PERSON" or token.text in scene.surnames


def among_names(scene: Scene, head: int) -> bool:
    """Whether a name that the parser takes for a place stands in a row of two persons at least: "KHALIL, Mahmoud, and
    Ahmed were killed"."""
    tokens = scene.sentence.tokens
    if tokens[head].pos != "PROPN" or tokens[head].entity not in _PLACES:
        return False
    row, here = [], [head]
    while here:
        here = [c for n in here for c in scene.sentence.children[n] if tokens[c].dep == "conj"]
        row += here
    return sum(tokens[n].entity == "PERSON" for n in row) >= _ROW


def _left_edge(scene: Scene, head: int) -> int:
    """The first token of the noun phrase that ends in the token."""
    first = head
    for at in range(head - 1, max(-1, head - LEFTMOST - 1), -1):
        token = scene.sentence.tokens[at]
        if token.pos == "DET" or token.tag == "PRP$":
            return at
        if at in scene.numbered or not inner(scene, at):
            break
        first = at
    while first < head and scene.sentence.tokens[first].text in INSIDE:
        first += 1
    return first


def _one(scene: Scene, first: int, head: int, kind: Kind) -> Phrase:
    stop = head + 1 if kind in (Kind.NAMED, Kind.PRONOUN) else tail(scene, head + 1)
    rules = (scene.counting.addresses[kind],)
    return Phrase(first=first, stop=stop, noun=head, low=1, best=1, high=1, rules=rules, one=True)


def _pair(scene: Scene, first: int, head: int) -> Phrase:
    """Two people by one noun: "a couple"."""
    rules = (scene.fates.pairs[scene.lower[head]],)
    return Phrase(first=first, stop=tail(scene, head + 1), noun=head, low=2, best=2, high=2, rules=rules)


def _some(scene: Scene, first: int, head: int) -> Phrase | None:
    """People in the plural without a number. Things in the plural count nobody."""
    word, token = scene.lower[head], scene.sentence.tokens[head]
    if word not in scene.fates.persons and word not in scene.fates.groups and token.entity != "NORP":
        return None
    return _many(scene, first, head)


def _many(scene: Scene, first: int, head: int) -> Phrase:
    """More than one, their number not said."""
    rules = (scene.counting.addresses[Kind.PLURAL],)
    implied = scene.fates.profile.get(rules[0])
    stop = tail(scene, head + 1)
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
    added_up = phrase.number is None and scene.counting.addresses[Kind.LIST] in phrase.rules
    if (phrase.one or added_up) and _is_name(scene, phrase.noun):
        return _title(scene, phrase)
    if scene.has(Kind.REST, phrase.noun):
        return None
    first = _first_of_whom(scene, phrase, phrase.noun)
    if not added_up and scene.counting.addresses[Kind.NAMED] in phrase.rules:
        return scene.words(first, phrase.noun + 1)  # "the SOLDIERS Omar Lind and Petr Kol"
    stop = next((at for at in range(phrase.noun + 1, phrase.stop) if run_at(scene, Kind.BEHIND, at)), phrase.stop)
    return _unnumbered(scene, first, stop) if added_up else scene.words(first, stop)


def _unnumbered(scene: Scene, first: int, stop: int) -> str:
    """The words without numbers and names: "soldiers and civilians", of two soldiers and three civilians."""
    names = {at for at in range(first, stop) if _is_person_name(scene, at)}
    kept: list[int] = []
    for at in (at for at in range(first, stop) if at not in scene.numbered and at not in names):
        if not (_joins(scene, at) and at - 1 in names and (not kept or _joins(scene, kept[-1]))):
            kept.append(at)
    while names and kept and _joins(scene, kept[-1]):
        kept.pop()
    starts = [at for at in kept if at - 1 not in kept]
    ends = [at + 1 for at in kept if at + 1 not in kept]
    return " ".join(scene.words(start, end) for start, end in zip(starts, ends, strict=True))


def _is_person_name(scene: Scene, token: int) -> bool:
    here = scene.sentence.tokens[token]
    named = here.pos == "PROPN" and here.entity == "PERSON" and scene.lower[token] not in scene.fates.persons
    return named and not scene.has(Kind.OF, token - 1)  # "the governor OF MARN"


def _joins(scene: Scene, token: int) -> bool:
    return scene.lower[token] == "," or scene.has(Kind.LIST, token)


def _first_of_whom(scene: Scene, phrase: Phrase, noun: int) -> int:
    """The first token of the noun phrase that is no number, article, possessive or "other"."""
    first = phrase.number.stop if phrase.number is not None else phrase.first
    if first in scene.numbered and not phrase.one:
        first = scene.numbered[first].stop
    if phrase.number is not None:
        first = max(first, _left_edge(scene, noun))
    while first < noun and (scene.has(Kind.REST, first) or _is_closed(scene, first)):
        first += 1
    return min(first, noun)


def _is_closed(scene: Scene, token: int) -> bool:
    """Whether the word is an article, a possessive pronoun, a mark, "were" or the "of" after a number."""
    here = scene.sentence.tokens[token]
    return here.pos in ("DET", "PUNCT", "AUX") or here.tag == "PRP$" or scene.has(Kind.OF, token)


def _title(scene: Scene, phrase: Phrase) -> str | None:
    """The words before a person's name that say what the person is: "Captain", "the surgeon"."""
    noun = phrase.noun if phrase.noun is not None else phrase.first
    stop = next((n for n in range(phrase.first, noun) if scene.sentence.tokens[n].entity == "PERSON"), phrase.first)
    first = phrase.first
    while first < stop and _no_title(scene.sentence.tokens[first]):
        first += 1
    return scene.words(first, stop) if first < stop else None


def _no_title(token: Token) -> bool:
    """Whether a word before a name says nothing of the person: an article, or a date of the sentence."""
    return token.pos in ("DET", "ADP") or token.entity in ("DATE", "TIME")


def is_people(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase names people: by its noun, as a people, or as persons by name."""
    if phrase.noun is None:
        return True
    noun = phrase.noun
    token = scene.sentence.tokens[noun]
    if phrase.one and (token.pos != "PROPN" or scene.lower[noun] in scene.fates.persons):
        return True
    if token.entity in ("NORP", "PERSON") or token.tag == "NNPS":
        return True
    return scene.lower[noun] in scene.fates.persons or scene.lower[noun] in scene.fates.groups


def is_thing(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase names things that are counted themselves ("120 rockets")."""
    if phrase.noun is None:
        return False
    cue = scene.cued.get(phrase.noun)
    if scene.sentence.tokens[phrase.noun].entity in _PLACES:
        return not among_names(scene, phrase.noun)
    if scene.lower[phrase.noun] in scene.fates.persons:
        return False
    return cue is not None and cue.fate.frame in (Frame.THING, Frame.ACT, Frame.LOSS)
