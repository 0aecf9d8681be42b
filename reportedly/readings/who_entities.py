"""A sentence's entities in, persons and organisations that the vocabulary does not know out."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.lexicon.acting import Acting
from reportedly.lexicon.actor_words import ActorWords
from reportedly.lexicon.names import Use
from reportedly.lexicon.roles import Noun, People
from reportedly.mentions.actors import ORGANISATION, PEOPLE, PERSON, STATE, Entity, entities, span_of, words_of
from reportedly.model.reading import Who
from reportedly.model.text import Page, PassageKind, Sentence
from reportedly.model.words import Role
from reportedly.readings.who_acting import acts, placed
from reportedly.readings.who_named import Named
from reportedly.readings.who_titles import title_of

_KINDS = {ORGANISATION: "organisation", PEOPLE: "people", STATE: "state"}


def entity_actors(
    sentence: Sentence, named: Sequence[Named], words: ActorWords, somewhere: frozenset[str], surnames: frozenset[str]
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Persons with their titles, and other entities, as actors. ``somewhere`` are the report's words for places,
    ``surnames`` the last words of the persons it names in full: the parser may take either for anything."""
    persons: list[Who] = []
    others: list[Who] = []
    for entity in entities(sentence):
        if _no_actor(sentence, entity, words, somewhere):
            continue
        known = [n for n in named if n.first < entity.past and entity.first < n.past]
        surname = entity.past - entity.first == 1 and sentence.tokens[entity.first].text in surnames
        if entity.label == PERSON or (surname and not known):
            if surname or _is_person(sentence, entity, known, words.acting):
                persons.append(_person(sentence, entity, named, words.people))
        elif not known and _is_actor(sentence, entity, words.acting, words.people):
            others.append(_other(sentence, entity))
    return tuple(persons), tuple(others)


def family_names(page: Page) -> frozenset[str]:
    """The last words of all persons that a report names with two words or more."""
    return frozenset(
        sentence.tokens[entity.past - 1].text
        for sentence in page.sentences
        for entity in entities(sentence)
        if entity.label == PERSON and entity.past - entity.first > 1
    )


def _no_actor(sentence: Sentence, entity: Entity, words: ActorWords, somewhere: frozenset[str]) -> bool:
    """Whether the name's own words, or the rest of the report, show that it is a place or a thing."""
    first, last = sentence.tokens[entity.first].text, sentence.tokens[entity.past - 1].text
    if last in words.no_actors.verbs:
        return True
    if entity.title < entity.first:
        return False
    if words.no_actors.says_no(first, last) or not last.replace(".", "").replace("-", "").isalpha():
        return True
    return entity.label != STATE and last in somewhere


def _is_person(sentence: Sentence, entity: Entity, known: Sequence[Named], acting: Acting) -> bool:
    """Not where the vocabulary has another name there, and not where the words say that it is a place."""
    if any(n.meaning.use is not Use.PERSON for n in known) or sentence.passage.kind is PassageKind.DATELINE:
        return False
    if known or entity.title < entity.first:
        return True
    return not placed(sentence, entity.past - 1, acting) and (
        entity.past - entity.first > 1 or _does(sentence, entity, acting)
    )


def _does(sentence: Sentence, entity: Entity, acting: Acting) -> bool:
    """Whether a single name without a title does something or has something, as persons do and places seldom, or has
    something done to it that is done to persons."""
    token = sentence.tokens[entity.first]
    if token.dep == "dobj":
        return sentence.tokens[token.head].lemma.lower() in acting.persons
    if token.dep in {"nsubj", "nsubjpass"}:
        return sentence.tokens[token.head].pos == "VERB"
    return token.dep in {"poss", "agent", "dative", "conj"} or sentence.tokens[token.head].dep == "agent"


def _is_actor(sentence: Sentence, entity: Entity, acting: Acting, people: People) -> bool:
    last = entity.past - 1
    if entity.label == STATE:
        return acts(sentence, last, acting, seat=True) is not None
    if entity.label == PEOPLE:
        if people.noun(sentence.tokens, last):
            return False
        return sentence.tokens[last].pos in {"NOUN", "PROPN"} and sentence.tokens[last].dep not in {"compound", "amod"}
    return not placed(sentence, last, acting)


def _person(sentence: Sentence, entity: Entity, named: Sequence[Named], people: People) -> Who:
    """The person. Whose mouth it is, the vocabulary says, or else the title ("Marn Front spokesman …")."""
    start = title_of(sentence, entity, people)
    known = next((n for n in named if n.first < entity.past and entity.first < n.past), None)
    party = next((n for n in named if start <= n.first and n.past <= entity.first), None)
    actor = known.meaning.actor if known else None
    owner = actor or (party.meaning.actor if party else None)
    noun = _noun(sentence, start, entity.first, people)
    speaks = actor is None and owner is not None and owner.role is Role.ARMED_GROUP
    role = actor.role if actor else noun.role if noun else owner.role if owner else None
    if speaks and role is Role.OFFICIAL:  # "MLF spokesman …" is no official of a state
        role = Role.ARMED_GROUP
    span = span_of(sentence, start, entity.past)
    return Who(
        span=span,
        text=words_of(sentence, start, entity.past),
        sentence=sentence.number,
        rule=actor.rule if actor else "code:person",
        actor_id=actor.id if actor else None,
        name=words_of(sentence, entity.first, entity.past),
        kind="person",
        role=role,
        side=owner.side if owner else None,
        head=sentence.head_of(span),
    )


def _noun(sentence: Sentence, start: int, past: int, people: People) -> Noun | None:
    """The noun of the title: its last word for a person."""
    for number in range(past - 1, start - 1, -1):
        found = people.noun(sentence.tokens, number)
        if found:
            return found[1]
    return None


def _other(sentence: Sentence, entity: Entity) -> Who:
    span = span_of(sentence, entity.first, entity.past)
    text = words_of(sentence, entity.first, entity.past)
    kind = _KINDS[entity.label]
    return Who(
        span=span,
        text=text,
        sentence=sentence.number,
        rule=f"code:{kind}",
        actor_id=None,
        name=text,
        kind=kind,
        head=sentence.head_of(span),
    )
