"""Actors, outlets and states in, one table of names out: every form that can stand for an actor in a text, and how.

A form has a ``Use``: some name an actor anywhere, some only where the report has named it or its country before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path

from reportedly.lexicon.actors import Actor, ActorKind, Actors, load_actors, role_of
from reportedly.lexicon.lines import HOME
from reportedly.lexicon.outlets import Outlet, OutletKind, Outlets, load_outlets
from reportedly.lexicon.states import ForceLine, State, States, load_states
from reportedly.lexicon.trie import Hit, Trie, Word, cut, joined
from reportedly.model.text import Span

THE = "the"
GENERIC = "actors/generic/"
"""Address of the lines that describe a side without naming one."""


class Use(IntEnum):
    """How a form stands for an actor; the lower, the surer."""

    NAME = 0
    """Anywhere: "Marn Liberation Front"."""
    ARM = 1
    """A state's adjective or name and one of its arms: "Korvian warplanes"."""
    PERSON = 2
    """Somebody whose word is the actor's."""
    PEOPLE = 3
    """"Korvians"."""
    STATE = 4
    """A state's name: an actor only where it acts."""
    SEAT = 5
    """A seat of government: an actor only where it says or decides something."""
    SHORT = 6
    """"the Front": only where the report has named it or its country."""
    ADJECTIVE = 7
    """"Korvian" alone: no actor, but it says whose people follow."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a form can stand for. ``form`` is the form as the vocabulary has it; ``branch`` an arm of the
    country that the report is about, whichever that is ("the army")."""

    actor: Actor
    use: Use
    form: str
    state: State | None = None
    branch: str | None = None

    @property
    def generic(self) -> bool:
        """Whether it describes a side without naming one ("rebels")."""
        return self.actor.rule.startswith(GENERIC)

    @property
    def common(self) -> bool:
        """Whether the form is a common noun, without any capital."""
        return self.form.islower()


@dataclass(frozen=True, slots=True)
class Spotted:
    """A form found in a text, with all its meanings, surest first; ``first`` and ``past`` number its words."""

    span: Span
    first: int
    past: int
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The table of names."""

    actors: Actors
    outlets: Outlets
    states: States
    trie: Trie[Meaning]

    def spot(self, words: Sequence[Word], text: str) -> Iterator[Spotted]:
        """Every form in a text (see ``cut``), left to right, the longest at each place, none overlapping."""
        number, count = 0, len(words)
        while number < count:
            word = words[number]
            found = None
            if self.trie.begins(word) or self.states.leads.begins(word):
                found = self._at(words, number, text)
            if found is None:
                number += 1
                continue
            yield found
            number = found.past

    def find(self, text: str) -> Actor | None:
        """The actor or outlet that a few words name: the first sure form inside them."""
        for spotted in self.spot(cut(text), text):
            if spotted.meanings[0].use <= Use.STATE:
                return spotted.meanings[0].actor
        return None

    def _at(self, words: Sequence[Word], number: int, text: str) -> Spotted | None:
        hit = self.trie.at(words, number, text)
        arm = self.states.at(words, number, text)
        if arm and (hit is None or arm.past > hit.past or (arm.past == hit.past and _unsure(hit.values))):
            if self._runs_on(words, number, arm.past, text):
                return None
            span = Span(words[number].start, arm.end)
            known = self.actors.by_id(arm.actor.id)
            actor = replace(known, rule=arm.actor.rule) if known else arm.actor
            return Spotted(span, number, arm.past, (Meaning(actor, Use.ARM, span.of(text)),))
        if hit is None or _cut_short(hit, words, text):
            return None
        return Spotted(hit.span, number, hit.past, tuple(sorted(hit.values, key=_surest)))

    def _runs_on(self, words: Sequence[Word], number: int, past: int, text: str) -> bool:
        """Whether a longer name begins inside a state's phrase and goes on behind it: "Korvian Army of Liberation"."""
        if past >= len(words) or not joined(text, words[past - 1], words[past]):
            return False
        inside = (self.trie.at(words, n, text) for n in range(number + 1, past) if self.trie.begins(words[n]))
        return any(hit is not None and hit.past > past and not _unsure(hit.values) for hit in inside)


def load_names(homes: Sequence[Path] = (HOME,)) -> Names:
    """The table from vocabulary files. Raises VocabError with file and line."""
    return names(load_actors(homes), load_outlets(homes), load_states(homes))


def names(actors: Actors, outlets: Outlets, states: States) -> Names:
    """The table of these registers."""
    return Names(actors, outlets, states, Trie((m.form, m) for m in _meanings(actors, outlets, states)))


def _meanings(actors: Actors, outlets: Outlets, states: States) -> Iterator[Meaning]:
    for form, actor in actors.names:
        yield Meaning(actor, Use.NAME, form)
    for form, outlet in outlets.names:
        yield Meaning(as_actor(outlet), Use.NAME, form)
    for form, actor in actors.people:
        yield Meaning(actor, Use.PERSON, form)
    for form, actor in actors.short:
        yield Meaning(actor, Use.SHORT, form)
    for form, state, sort in states.names:
        yield Meaning(states.government(state), _USES[sort], form, state)
    for force in states.branches.values():
        for form in force.short:
            yield Meaning(nobodys(force, form), Use.SHORT, form, branch=force.branch)


_USES = {"name": Use.STATE, "adjective": Use.ADJECTIVE, "people": Use.PEOPLE, "seat": Use.SEAT}


def nobodys(force: ForceLine, form: str) -> Actor:
    """An arm of a state that nothing names."""
    return Actor(
        id=force.branch,
        name=form,
        kind=force.kind,
        role=force.role or role_of(force.kind),
        side=force.branch,
        country=None,
        since=None,
        until=None,
        rule=force.address,
    )


def as_actor(outlet: Outlet) -> Actor:
    """An outlet seen as an actor."""
    return Actor(
        id=outlet.id,
        name=outlet.name,
        kind=ActorKind.AGENCY if outlet.kind is OutletKind.AGENCY else ActorKind.OUTLET,
        role=outlet.role,
        side=outlet.side or outlet.id,
        country=outlet.country,
        since=None,
        until=None,
        rule=outlet.rule,
    )


def _cut_short(hit: Hit[Meaning], words: Sequence[Word], text: str) -> bool:
    """Whether a name of "The" and one more word is the beginning of another: "The Guardian Council"."""
    if hit.past - hit.first != 2 or words[hit.first].key != THE or hit.past >= len(words):
        return False
    after = words[hit.past]
    return text[words[hit.past - 1].end : after.start] == " " and after.raw[0].isupper()


def _surest(meaning: Meaning) -> int:
    return int(meaning.use)


def _unsure(meanings: Sequence[Meaning]) -> bool:
    return all(m.use > Use.ARM for m in meanings)
