"""A sentence in, the people it describes out: "two policemen", "30 Front fighters", "camp residents"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.lexicon.actor_words import ActorWords
from reportedly.lexicon.actors import Actor
from reportedly.lexicon.names import GENERIC, Use
from reportedly.lexicon.roles import Noun
from reportedly.lexicon.states import States
from reportedly.mentions.actors import Described, described, span_of, words_of
from reportedly.model.reading import Who
from reportedly.model.text import Sentence, Token
from reportedly.model.words import Role
from reportedly.readings.who_belonging import linked_party
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
    whole = (_widened(phrase, named) for phrase in described(sentence, words.people, words.acting.deeds))
    phrases = [part for phrase in whole for part in _parts(sentence, phrase, named)]
    groups = (_group(sentence, phrase, named, words) for phrase in phrases)
    return tuple(group for group in groups if group is not None)


def _widened(phrase: Described, named: Sequence[Named]) -> Described:
    """The phrase with the whole of a name that begins before it ("Army of National Liberation guerrillas")."""
    names = (n for n in named if n.sure and n.rule and n.first < phrase.first < n.past <= phrase.head)
    return next((replace(phrase, first=n.first) for n in names), phrase)


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
    if whole and whole.meaning.generic and any(n.sure for n in inside):
        whole, inside = None, [n for n in inside if n.sure]  # "the Front's urban commandos" are the Front's
    actor = whole.meaning.actor if whole else _party(phrase, inside, words.names.states)
    tied = None
    if actor is None or actor.rule.startswith(GENERIC):
        party = _whole_party(sentence, phrase.noun, phrase.head, phrase.past, named)
        tied = None if party else linked_party(sentence, phrase.noun, phrase.past, named, words)
        party = tied[0] if tied else party
        whole, actor = (None, party) if party else (whole, actor)
    return Group(
        Who(
            span=span_of(sentence, phrase.first, phrase.past),
            text=words_of(sentence, phrase.first, phrase.past),
            sentence=sentence.number,
            rule=tied[1] if tied else actor.rule if actor and whole else noun.rule,
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
    named = [n for n in inside if not n.meaning.generic and n.meaning.state is None]
    meaning = (named or inside)[-1].meaning  # "the ELN rebel group" is the ELN
    if meaning.generic and phrase.noun.role is not Role.ARMED_GROUP:
        return None
    if meaning.state is None:
        return meaning.actor
    if phrase.noun.branch is not None:
        return states.arm(meaning.state, phrase.noun.branch)
    return meaning.actor if phrase.noun.role is Role.OFFICIAL else None


def _whole_party(sentence: Sentence, noun: Noun, head: int, past: int, named: Sequence[Named]) -> Actor | None:
    """The party that people are said to be of: "two members of the Marn Front", "… of the 3rd column of the Front"."""
    if not noun.belongs or noun.role not in _FIGHTING:
        return None
    near = [g for c in sentence.children[head] if sentence.tokens[c].lemma == _OF for g in sentence.children[c]]
    next_of = [c for g in near for c in sentence.children[g] if sentence.tokens[c].lemma == _OF]
    for nouns in (near, [g for c in next_of for g in sentence.children[c]]):
        parts = {n for noun in nouns for n in _near(sentence, noun)}
        behind = (n for n in named if n.first >= past and n.sure and n.rule)
        found = next((n for n in behind if parts & set(range(n.first, n.past))), None)
        if found:
            return found.meaning.actor
    return None


def _near(sentence: Sentence, noun: int) -> set[int]:
    """A noun and the words of its name, before it or as an apposition ("of the group Marn Front")."""
    whole = {noun, *(c for c in sentence.children[noun] if c < noun)}
    return whole.union(*(sentence.subtree(c) for c in sentence.children[noun] if sentence.tokens[c].dep == "appos"))


def _name(sentence: Sentence, phrase: Described) -> str:
    """The phrase without what only counts or points: "wedding guests" of "at least 30 wedding guests"."""
    first = phrase.first
    for child in sentence.children[phrase.head]:
        if sentence.tokens[child].dep in _COUNTED and child < phrase.head:
            first = max(first, max(sentence.subtree(child)) + 1)
    while first < phrase.head and _says_no_more(*sentence.tokens[first : first + 2]):
        first += 1
    return words_of(sentence, first, phrase.past)


def _says_no_more(token: Token, following: Token) -> bool:
    """Whether a word before a noun for people says nothing of them: an article, a number, a date ("Friday troops"). One
    that a hyphen joins to the next does ("off-duty soldiers")."""
    return following.tag != "HYPH" and (token.pos in _POINTING or token.entity in {"DATE", "TIME"})
