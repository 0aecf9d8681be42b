"""``vocab/actors`` in, a frozen register of actors out: found by name, in a text, by id.

An actor is a party, force, group, monitor, office or organisation. ``side`` is the party it speaks and fights for, so
that two mouths of one party are not taken for two witnesses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from reportedly.lexicon.lines import HOME, Line, load
from reportedly.lexicon.trie import Hit, Trie, cut
from reportedly.model.words import Role


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    GOVERNMENT = "government"
    MILITARY = "military"
    POLICE = "police"
    ARMED_GROUP = "armed-group"
    MILITIA = "militia"
    COALITION = "coalition"
    PARTY = "party"
    INTERNATIONAL = "international"
    MONITOR = "monitor"
    ACTIVIST = "activist"
    RESCUE = "rescue"
    MEDICAL = "medical"
    PEOPLE = "people"
    ORGANISATION = "organisation"
    AGENCY = "agency"
    OUTLET = "outlet"


_ROLES = MappingProxyType(
    {
        ActorKind.STATE: Role.OFFICIAL,
        ActorKind.GOVERNMENT: Role.OFFICIAL,
        ActorKind.MILITARY: Role.MILITARY,
        ActorKind.POLICE: Role.OFFICIAL,
        ActorKind.ARMED_GROUP: Role.ARMED_GROUP,
        ActorKind.MILITIA: Role.ARMED_GROUP,
        ActorKind.COALITION: Role.MILITARY,
        ActorKind.PARTY: Role.OFFICIAL,
        ActorKind.INTERNATIONAL: Role.OFFICIAL,
        ActorKind.MONITOR: Role.MONITOR,
        ActorKind.ACTIVIST: Role.ACTIVIST,
        ActorKind.RESCUE: Role.ACTIVIST,
        ActorKind.MEDICAL: Role.MEDIC,
        ActorKind.PEOPLE: Role.UNKNOWN,
        ActorKind.ORGANISATION: Role.UNKNOWN,
        ActorKind.AGENCY: Role.AGENCY,
        ActorKind.OUTLET: Role.MEDIA,
    }
)
"""What an actor of a kind is as a teller, where its line does not say."""


def role_of(kind: ActorKind) -> Role:
    """What an actor of a kind is as a teller."""
    return _ROLES[kind]


class ActorLine(Line):
    """A line of ``vocab/actors``.

    ``forms`` name the actor anywhere. ``short`` forms ("the Observatory", "the army") name it only in a report that
    has named it or its country before. ``people`` are holders of its offices and its known spokesmen, whose word is
    its word. ``since`` and ``until`` are the first and last year or day on which it existed, where known. ``called``
    are the sides of ``actors/generic`` by which it is called ("the jihadists"); without them an armed group may be
    called by most. ``after`` are the ids of the bodies that it succeeded; with ``inherits`` it took over their names
    too ("the army"). ``theatres`` are countries where its short forms ("the coalition") mean it.
    """

    name: str
    forms: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    kind: ActorKind
    role: Role | None = None
    side: str | None = None
    country: str | None = None
    since: int | date | None = None
    until: int | date | None = None
    called: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()
    inherits: bool = False
    theatres: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor of the register. ``side`` is its own id where it belongs to nobody else."""

    id: str
    name: str
    kind: ActorKind
    role: Role
    side: str
    country: str | None
    since: int | date | None
    until: int | date | None
    rule: str
    called: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()
    inherits: bool = False
    theatres: frozenset[str] = frozenset()

    def existed(self, day: date) -> bool:
        """Whether the body existed on a day, as far as its line says; a year counts from its first to its last day."""
        born = date(self.since, 1, 1) if isinstance(self.since, int) else self.since
        gone = date(self.until, 12, 31) if isinstance(self.until, int) else self.until
        return not (born and day < born) and not (gone and day > gone)

    @property
    def lived(self) -> str:
        """When it existed, in words: "from 2012 until 2016-07-28"."""
        parts = [f"from {self.since}" if self.since else "", f"until {self.until}" if self.until else ""]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Actors:
    """All actors, by id and by name; ``short`` and ``people`` are kept apart from the names that need no context."""

    all: tuple[Actor, ...]
    names: tuple[tuple[str, Actor], ...]
    short: tuple[tuple[str, Actor], ...]
    people: tuple[tuple[str, Actor], ...]
    trie: Trie[Actor]
    _ids: Mapping[str, Actor]
    _heirs: Mapping[str, tuple[Actor, ...]]

    def by_id(self, actor_id: str) -> Actor | None:
        """The actor of an id."""
        return self._ids.get(actor_id)

    def heirs(self, actor_id: str) -> tuple[Actor, ...]:
        """The bodies that succeeded another, whatever number of steps later, nearest first."""
        found: list[Actor] = []
        waiting = [actor_id]
        while waiting:
            steps = [a for a in self._heirs.get(waiting.pop(0), ()) if a not in found]
            found += steps
            waiting += [a.id for a in steps]
        return tuple(found)

    def find(self, text: str) -> Actor | None:
        """The actor that a few words name, the whole text or else the first name inside it."""
        whole = self.trie.find(text)
        return whole[0] if whole else next((hit.values[0] for hit in self.spot(text)), None)

    def spot(self, text: str) -> tuple[Hit[Actor], ...]:
        """The actors named in a text, with offsets into it; short forms and persons are not looked for."""
        return tuple(self.trie.spot(cut(text), text))


def load_actors(homes: Sequence[Path] = (HOME,)) -> Actors:
    """The register from vocabulary files. Raises VocabError with file and line."""
    return actors(load("actors", ActorLine, homes))


def actors(lines: Iterable[ActorLine]) -> Actors:
    """The register of these lines."""
    found: list[Actor] = []
    names: list[tuple[str, Actor]] = []
    short: list[tuple[str, Actor]] = []
    people: list[tuple[str, Actor]] = []
    for line in lines:
        actor = _actor(line)
        found.append(actor)
        names.extend((form, actor) for form in dict.fromkeys((line.name, *line.forms)))
        short.extend((form, actor) for form in line.short)
        people.extend((form, actor) for form in line.people)
    return Actors(
        all=tuple(found),
        names=tuple(names),
        short=tuple(short),
        people=tuple(people),
        trie=Trie(names),
        _ids=MappingProxyType({a.id: a for a in found}),
        _heirs=MappingProxyType(_heirs(found)),
    )


def _heirs(actors: Iterable[Actor]) -> dict[str, tuple[Actor, ...]]:
    found: dict[str, list[Actor]] = {}
    for actor in actors:
        for before in actor.after:
            found.setdefault(before, []).append(actor)
    return {before: tuple(later) for before, later in found.items()}


def _actor(line: ActorLine) -> Actor:
    return Actor(
        id=line.id,
        name=line.name,
        kind=line.kind,
        role=line.role or role_of(line.kind),
        side=line.side or line.id,
        country=line.country,
        since=line.since,
        until=line.until,
        rule=line.address,
        called=line.called,
        after=line.after,
        inherits=line.inherits,
        theatres=line.theatres,
    )
