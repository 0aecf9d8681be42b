"""Token numbers and the actors that sit there in, each party once out, in text order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reportedly.model.reading import Who

_BODIES = frozenset({"organisation", "armed-group", "militia", "military", "police", "coalition"})
"""Kinds of bodies that are one where they have one name."""
_PERSON = "person"
"""Who leads a body is not its name: "forces loyal to Arvo Tessen" are the body."""
_NAMED = "actors/"
"""What the rules of actors begin with that are called by a name."""


def seated(numbers: Iterable[int], seats: dict[int, Who]) -> tuple[Who, ...]:
    """The actors that stand at token numbers, in text order, each party once: "two members of the militia" is one."""
    found = {seats[n].span.start: seats[n] for n in numbers if n in seats}
    bodies = (seats[n] for n in sorted(seats, reverse=True) if seats[n].kind != _PERSON)
    names = {w.actor_id: w for w in bodies if w.rule.startswith(_NAMED)}
    return tuple(_once((found[start] for start in sorted(found)), names))


def by_body(found: Iterable[Who], numbers: Iterable[int], seats: Mapping[int, Who]) -> Iterator[Who]:
    """The actors, people counted of a body that the sentence names as that body, with their number ("two soldiers of
    the 3rd Brigade")."""
    named = (seats[n] for n in sorted(numbers, reverse=True) if n in seats)
    bodies = {w.actor_id: w for w in named if w.number is None and not w.described}
    for who in found:
        body = bodies.get(who.actor_id) if who.number is not None and who.actor_id else None
        yield replace(body, number=who.number) if body else who


def _once(actors: Iterable[Who], names: Mapping[str | None, Who]) -> Iterator[Who]:
    """Each party once, where the sentence names it if it does ("guerrillas of the Front"); people counted all stay."""
    seen: set[str] = set()
    for who in actors:
        party = who.actor_id or (who.name if who.kind in _BODIES and not who.described else None)
        if party is None or who.number is not None:
            yield who
        elif party not in seen:
            yield names.get(who.actor_id, who) if who.actor_id else who
        if party is not None:
            seen.add(party)
