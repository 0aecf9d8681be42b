"""A sentence in, the people it describes out: "two policemen", "30 Front fighters", "camp residents"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.lexicon.actor_words import ActorWords
from reportedly.lexicon.actors import Actor
from reportedly.lexicon.names import GENERIC, Use
from reportedly.lexicon.states import States
from reportedly.mentions.actors import Described, described, span_of, words_of
from reportedly.model.reading import Who
from reportedly.model.text import Sentence
from reportedly.model.words import Role
from reportedly.readings.who_named import Named
from reportedly.readings.who_numbers import number_before

_SPOKEN = frozenset({Role.OFFICIAL, Role.MILITARY, Role.ARMED_GROUP, Role.UNKNOWN})
"""Roles of people through whom a party itself speaks: its officials, soldiers, fighters and sources."""
_FIGHTING = frozenset({Role.MILITARY, Role.ARMED_GROUP, None})
"""Roles of people who are a party's own: its soldiers, fighters and members."""
_OF = "of"
_COUNTED = frozenset({"det", "nummod", "quantmod", "advmod", "predet", "poss"})
_POINTING = frozenset({"DET", "NUM", "ADP", "PRON", "PART", "ADV", "SCONJ"})


@dataclass(frozen=True, slots=True)
class Group:
    """People described, and whether a name in their phrase says whose they are."""

    who: Who
    named: bool


def described_actors(sentence: Sentence, named: Sequence[Named], words: ActorWords) -> tuple[Group, ...]:
    """The phrases for people, each with its party where the phrase names one."""
    phrases = [part for phrase in described(sentence, words.people) for part in _parts(sentence, phrase, named)]
    groups = (_group(sentence, phrase, named, words) for phrase in phrases)
    return tuple(group for group in groups if group is not None)


def _parts(sentence: Sentence, phrase: Described, named: Sequence[Named]) -> tuple[Described, ...]:
    """The phrase, cut where a state shares its noun with what follows "and" ("Korvian and Veldanian forces")."""
    tokens = sentence.tokens
    for state in named:
        inside = phrase.first <= state.first and state.past + 1 < phrase.past
        if inside and state.meaning.state is not None and tokens[state.past].dep == "cc" and phrase.noun.belongs:
            return replace(phrase, past=state.past), replace(phrase, first=state.past + 1)
    return (phrase,)


def _group(sentence: Sentence, phrase: Described, named: Sequence[Named], words: ActorWords) -> Group | None:
    vague = _vague(sentence, phrase, words)
    noun = phrase.noun
    if vague and noun.loose and not _qualified(sentence, phrase):
        return None
    inside = [n for n in named if phrase.first <= n.first and n.past <= phrase.past and not (vague and _short(n))]
    inside = [n for n in inside if not (_short(n) and sentence.tokens[n.past - 1].dep == "amod")]
    whole = next((n for n in inside if n.past == phrase.past > phrase.head), None)
    actor = whole.meaning.actor if whole else _party(phrase, inside, words.names.states)
    actor = actor or _whole_party(sentence, phrase, named)
    return Group(
        Who(
            span=span_of(sentence, phrase.first, phrase.past),
            text=words_of(sentence, phrase.first, phrase.past),
            sentence=sentence.number,
            rule=actor.rule if actor and whole else noun.rule,
            actor_id=actor.id if actor else None,
            name=actor.name if actor else _name(sentence, phrase),
            kind=actor.kind.value if whole and actor else noun.kind,
            role=actor.role if actor and (whole or noun.role in _SPOKEN) else noun.role,
            side=(actor.side or None) if actor else None,
            head=phrase.head,
            number=number_before(sentence, phrase.head, words.numbers),
            described=actor is None or actor.rule.startswith(GENERIC),
        ),
        actor is not None,
    )


def _vague(sentence: Sentence, phrase: Described, words: ActorWords) -> bool:
    """Whether the phrase opens with an indefinite article: it names nobody known ("a group", "an army officer")."""
    return sentence.tokens[phrase.first].text.lower() in words.acting.indefinite


def _short(named: Named) -> bool:
    return named.meaning.use is Use.SHORT and named.meaning.common


def _qualified(sentence: Sentence, phrase: Described) -> bool:
    """Whether the phrase says what sort of people they are, with more than articles and numbers."""
    return any(sentence.tokens[n].dep not in _COUNTED for n in range(phrase.first, phrase.head))


def _party(phrase: Described, inside: Sequence[Named], states: States) -> Actor | None:
    """Whose people they are: the last party named before the noun, or the arm of the state whose adjective it is."""
    if not inside or not phrase.noun.belongs:
        return None
    meaning = inside[-1].meaning
    if meaning.generic and phrase.noun.role is not Role.ARMED_GROUP:
        return None
    if meaning.state is None:
        return meaning.actor
    if phrase.noun.branch is not None:
        return states.arm(meaning.state, phrase.noun.branch)
    return meaning.actor if phrase.noun.role is Role.OFFICIAL else None


def _whole_party(sentence: Sentence, phrase: Described, named: Sequence[Named]) -> Actor | None:
    """The party that the people are said to be of: "two members of the Marn Front"."""
    if not phrase.noun.belongs or phrase.noun.role not in _FIGHTING:
        return None
    for child in sentence.children[phrase.head]:
        if sentence.tokens[child].lemma != _OF:
            continue
        parts = {n for noun in sentence.children[child] for n in _near(sentence, noun)}
        behind = (n for n in named if n.first >= phrase.past and n.sure and n.rule)
        found = next((n for n in behind if parts & set(range(n.first, n.past))), None)
        if found:
            return found.meaning.actor
    return None


def _near(sentence: Sentence, noun: int) -> set[int]:
    """A noun and the words before it that belong to its name."""
    return {noun, *(c for c in sentence.children[noun] if c < noun)}


def _name(sentence: Sentence, phrase: Described) -> str:
    """The phrase without what only counts or points: "wedding guests" of "at least 30 wedding guests"."""
    first = phrase.first
    for child in sentence.children[phrase.head]:
        if sentence.tokens[child].dep in _COUNTED and child < phrase.head:
            first = max(first, max(sentence.subtree(child)) + 1)
    while first < phrase.head and sentence.tokens[first].pos in _POINTING:
        first += 1
    return words_of(sentence, first, phrase.past)
