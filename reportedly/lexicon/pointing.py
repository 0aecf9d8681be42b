"""``vocab/en/pointing`` in, nouns that point back at a party named before out: "the group", "the guerrillas"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.lexicon.actors import Actor, ActorKind
from reportedly.lexicon.lines import HOME, Line, load

_SPECIAL = frozenset({"jihadists", "separatists"})
"""Sides that a group is called by only where its line says so."""


class PointingLine(Line):
    """A line of ``en/pointing``; see the head of that file."""

    nouns: tuple[str, ...] = ()
    kinds: tuple[ActorKind, ...] = ()
    called: str | None = None
    arm: str | None = None
    sole: bool = False
    one: bool = False
    bare: bool = False
    bare_if: str | None = None
    unless: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    strangers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pointing:
    """The nouns with their lines, the same lines by the side in ``actors/generic`` that they mean, and the words that
    make a phrase point back; ``strangers`` are words of people whom nobody has named."""

    nouns: Mapping[str, PointingLine]
    sides: Mapping[str, PointingLine]
    determiners: frozenset[str]
    joints: frozenset[str]
    strangers: frozenset[str] = frozenset()


def load_pointing(homes: Sequence[Path] = (HOME,)) -> Pointing:
    """The table of vocabulary files. Raises VocabError with file and line."""
    return pointing(load("en/pointing", PointingLine, homes))


def pointing(lines: Iterable[PointingLine]) -> Pointing:
    """The table of these lines. The first line that has a noun keeps it."""
    nouns: dict[str, PointingLine] = {}
    sides: dict[str, PointingLine] = {}
    determiners: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    strangers: frozenset[str] = frozenset()
    for line in lines:
        determiners |= line.determiners
        joints |= line.joints
        strangers |= line.strangers
        if line.called is not None:
            sides.setdefault(line.called, line)
        for noun in line.nouns:
            nouns.setdefault(noun.lower(), line)
    return Pointing(nouns, sides, determiners, joints, strangers)


def fits(line: PointingLine, actor: Actor) -> bool:
    """Whether the noun of a line can mean an actor."""
    if line.arm is not None:
        return actor.id.endswith(f"-{line.arm}")
    if line.called is not None and actor.called:
        return line.called in actor.called
    return actor.kind in line.kinds and line.called not in _SPECIAL
