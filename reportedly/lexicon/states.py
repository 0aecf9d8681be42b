"""``vocab/en/demonyms`` and ``vocab/en/forces`` in, a grammar of states and their arms out.

"Korvian warplanes", "the army of Korvia", "Korvia-backed rebels", "pro-Korvian militia": a state's adjective or name
joined with a phrase for one of its arms. Two small tables multiply into every force of every state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from reportedly.lexicon.actors import Actor, ActorKind, role_of
from reportedly.lexicon.lines import HOME, Line, load
from reportedly.lexicon.trie import Trie, Word, joined
from reportedly.model.words import Role

GOVERNMENT = "gov"
"""The branch that speaks for the whole state."""

Sort = Literal["name", "adjective", "people", "seat"]
"""What a form of a state is: "Korvia", "Korvian", "Korvians", "Karsk"."""


class StateLine(Line):
    """A line of ``en/demonyms``: a state's names, adjectives, people, and the seats that speak for it."""

    country: str
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...]
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


class ForceLine(Line):
    """A line of ``en/forces``: one arm of a state and the phrases for it, with ``{d}`` for the adjective and ``{c}``
    for the name. ``short`` forms ("the army") are that arm of the country that a report is about. ``side`` is ``""``
    for what is no mouth of the state, ``"{id}"`` for a side of its own."""

    branch: str
    name: str
    forms: tuple[str, ...]
    short: tuple[str, ...] = ()
    kind: ActorKind
    role: Role | None = None
    side: str = "{c}-gov"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state: ISO code in small letters, name and first adjective."""

    code: str
    name: str
    adjective: str
    rule: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A state's phrase found: the words [first, past) and the actors it names; more than one in "A and B jets"."""

    first: int
    past: int
    end: int
    actor: Actor


@dataclass(frozen=True, slots=True)
class States:
    """The grammar, compiled: forms of states, words before them and words after them."""

    forms: Trie[tuple[State, Sort]]
    names: tuple[tuple[str, State, Sort], ...]
    leads: Trie[str]
    tails: dict[tuple[str, Sort], Trie[ForceLine]]
    whole: dict[tuple[str, Sort], ForceLine]
    branches: dict[str, ForceLine]
    all: tuple[State, ...]

    def begins(self, word: Word) -> bool:
        """Whether a phrase may begin with the word."""
        return self.forms.begins(word) or self.leads.begins(word)

    def at(self, words: Sequence[Word], number: int, text: str) -> Phrase | None:
        """The longest phrase for an arm of a state that begins at a word; a bare name of a state is none."""
        found = list(self._from(words, number, number, "", text))
        for lead in (self.leads.at(words, number, text),):
            if lead and lead.past < len(words) and joined(text, words[lead.past - 1], words[lead.past]):
                for value in lead.values:
                    found.extend(self._from(words, number, lead.past, value, text))
        return max(found, key=lambda phrase: phrase.past, default=None)

    def arm(self, state: State, branch: str) -> Actor:
        """The actor that is one arm of a state: ``arm(korvia, "army")`` is ``ko-army``, "Korvian army"."""
        return _actor(state, self.branches[branch])

    def government(self, state: State) -> Actor:
        """The state itself as an actor, named as a country is: "Korvia said"."""
        return replace(_actor(state, self.branches[GOVERNMENT]), name=state.name, kind=ActorKind.STATE, rule=state.rule)

    def _from(self, words: Sequence[Word], first: int, number: int, lead: str, text: str) -> Iterator[Phrase]:
        form = self.forms.at(words, number, text)
        if form is None:
            return
        for state, sort in form.values:
            alone = self.whole.get((lead, sort))
            if alone:
                yield Phrase(first, form.past, form.span.end, _actor(state, alone))
            if form.past >= len(words) or not joined(text, words[form.past - 1], words[form.past]):
                continue
            owned = sort == "name" and words[form.past - 1].owns
            for way in (sort, "adjective") if owned else (sort,):  # "Korvia's air force" is the Korvian one
                tails = self.tails.get((lead, way))
                tail = tails.at(words, form.past, text) if tails else None
                if tail:
                    yield Phrase(first, tail.past, tail.span.end, _actor(state, tail.values[0]))


@cache
def names_of_states() -> frozenset[str]:
    """What the states of the product's own vocabulary are called."""
    return frozenset(name for line in load("en/demonyms", StateLine) for name in (line.name, *line.names))


def load_states(homes: Sequence[Path] = (HOME,)) -> States:
    """The grammar from vocabulary files. Raises VocabError with file and line."""
    return states(load("en/demonyms", StateLine, homes), load("en/forces", ForceLine, homes))


def states(countries: Iterable[StateLine], forces: Iterable[ForceLine]) -> States:
    """The grammar of these lines."""
    forms: list[tuple[str, tuple[State, Sort]]] = []
    every: list[State] = []
    for line in countries:
        state = State(code=line.country.lower(), name=line.name, adjective=line.demonyms[0], rule=line.address)
        every.append(state)
        forms.extend(_forms(line, state))
    tails: dict[tuple[str, Sort], list[tuple[str, ForceLine]]] = {}
    whole: dict[tuple[str, Sort], ForceLine] = {}
    lines = tuple(forces)
    for force in lines:
        for form in force.forms:
            lead, sort, tail = _parts(form)
            if tail:
                tails.setdefault((lead, sort), []).append((tail, force))
            else:
                whole.setdefault((lead, sort), force)
    leads = dict.fromkeys(lead for lead, _ in (*tails, *whole) if lead)
    return States(
        forms=Trie(forms),
        names=tuple((form, state, sort) for form, (state, sort) in forms),
        leads=Trie((lead, lead) for lead in leads),
        tails={key: Trie(pairs) for key, pairs in tails.items()},
        whole=whole,
        branches={force.branch: force for force in lines},
        all=tuple(every),
    )


def _forms(line: StateLine, state: State) -> Iterator[tuple[str, tuple[State, Sort]]]:
    yield line.name, (state, "name")
    yield from ((form, (state, "name")) for form in line.names)
    yield from ((form, (state, "adjective")) for form in line.demonyms)
    yield from ((form, (state, "people")) for form in line.people)
    yield from ((form, (state, "seat")) for form in line.seats)


def _parts(form: str) -> tuple[str, Sort, str]:
    """``"pro-{d} rebels"`` → ``("pro-", "adjective", " rebels")``, without the outer spaces and hyphens."""
    mark: Sort = "adjective" if "{d}" in form else "name"
    lead, _, tail = form.partition("{d}" if mark == "adjective" else "{c}")
    return lead.strip(" -"), mark, tail.strip(" -")


def _actor(state: State, force: ForceLine) -> Actor:
    actor_id = f"{state.code}-{force.branch}"
    return Actor(
        id=actor_id,
        name=force.name.format(d=state.adjective, c=state.name),
        kind=force.kind,
        role=force.role or role_of(force.kind),
        side=force.side.format(c=state.code, id=actor_id),
        country=state.code.upper(),
        since=None,
        until=None,
        rule=force.address,
    )
