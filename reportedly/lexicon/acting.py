"""``vocab/en/acting`` in, the verbs and prepositions by which a place's name stands for those who govern it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load

SOMEWHERE = "somewhere"
"""Id of the line whose prepositions say where something is."""


class ActingLine(Line):
    """A line of ``en/acting``."""

    verbs: tuple[str, ...] = ()
    subject: bool = False
    object: bool = False
    seat: bool = False
    prepositions: tuple[str, ...] = ()
    governors: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()
    akin: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """Lemmas of the verbs whose subject or object acts, of the prepositions (and what governs them), and of the nouns
    for what its owner told, each with the address of its line. ``persons`` are lemmas of what is done to persons."""

    subjects: Mapping[str, str]
    seats: Mapping[str, str]
    objects: Mapping[str, str]
    prepositions: Mapping[str, str]
    governors: frozenset[str]
    somewhere: frozenset[str]
    indefinite: frozenset[str]
    deeds: frozenset[str] = frozenset()
    opposed: frozenset[str] = frozenset()
    akin: frozenset[str] = frozenset()
    told: Mapping[str, str] = field(default_factory=dict)
    persons: frozenset[str] = frozenset()


def load_acting(homes: Sequence[Path] = (HOME,)) -> Acting:
    """The verbs of vocabulary files. Raises VocabError with file and line."""
    return acting(load("en/acting", ActingLine, homes))


def acting(lines: Iterable[ActingLine]) -> Acting:
    """The verbs of these lines."""
    kept = tuple(lines)
    governed = tuple(line for line in kept if line.governors)
    return Acting(
        subjects={v: line.address for line in reversed(kept) if line.subject for v in line.verbs},
        seats={v: line.address for line in reversed(kept) if line.seat for v in line.verbs},
        objects={v: line.address for line in reversed(kept) if line.object for v in line.verbs},
        prepositions={p: line.address for line in governed for p in line.prepositions},
        governors=frozenset(g for line in governed for g in line.governors),
        somewhere=frozenset(p for line in kept if line.id == SOMEWHERE for p in line.prepositions),
        indefinite=frozenset(a for line in kept for a in line.articles),
        deeds=frozenset(d for line in kept for d in line.deeds),
        opposed=frozenset(w for line in kept for w in line.opposed),
        akin=frozenset(w for line in kept for w in line.akin),
        told={w: line.address for line in kept for w in line.told},
        persons=frozenset(v for line in kept for v in line.persons),
    )
