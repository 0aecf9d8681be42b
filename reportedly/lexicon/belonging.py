"""``vocab/en/belonging`` in, the words that tie people to a party out: "belonging to", "thought to be"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from reportedly.lexicon.lines import HOME, Line, load


class BelongingLine(Line):
    """A line of ``en/belonging``: ``links`` stand behind the people, ``joints`` behind "members"."""

    links: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Belonging:
    """The links as words with the addresses of their lines, by their first word, longest first; and the joints."""

    links: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    joints: frozenset[str]

    def link(self, words: Sequence[str]) -> tuple[int, str] | None:
        """The number of words of the longest link with which the words begin, and the address of its line."""
        found = self.links.get(words[0], ()) if words else ()
        return next(((len(link), rule) for link, rule in found if tuple(words[: len(link)]) == link), None)


def load_belonging(homes: Sequence[Path] = (HOME,)) -> Belonging:
    """The table of vocabulary files. Raises VocabError with file and line."""
    return belonging(load("en/belonging", BelongingLine, homes))


def belonging(lines: Iterable[BelongingLine]) -> Belonging:
    """The table of these lines."""
    kept = tuple(lines)
    rules = {tuple(form.split()): line.address for line in kept for form in line.links}
    links: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for link in sorted(rules, key=lambda words: (-len(words), words)):
        links.setdefault(link[0], []).append((link, rules[link]))
    return Belonging(
        MappingProxyType({first: tuple(found) for first, found in links.items()}),
        frozenset(joint for line in kept for joint in line.joints),
    )
