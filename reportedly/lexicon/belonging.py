"""``vocab/en/belonging`` in, the words that tie people to a party out: "belonging to", "thought to be"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load


class BelongingLine(Line):
    """A line of ``en/belonging``: ``links`` stand behind the people, ``joints`` behind "members"."""

    links: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Belonging:
    """The links as words, by their first word, longest first, and the joints."""

    links: dict[str, tuple[tuple[str, ...], ...]]
    joints: frozenset[str]

    def after(self, words: Sequence[str]) -> int:
        """The number of words of the longest link with which the words begin; 0 for none."""
        found = self.links.get(words[0], ()) if words else ()
        return next((len(link) for link in found if tuple(words[: len(link)]) == link), 0)


def load_belonging(homes: Sequence[Path] = (HOME,)) -> Belonging:
    """The table of vocabulary files. Raises VocabError with file and line."""
    return belonging(load("en/belonging", BelongingLine, homes))


def belonging(lines: Iterable[BelongingLine]) -> Belonging:
    """The table of these lines."""
    kept = tuple(lines)
    links: dict[str, list[tuple[str, ...]]] = {}
    for link in sorted({tuple(form.split()) for line in kept for form in line.links}, key=lambda w: (-len(w), w)):
        links.setdefault(link[0], []).append(link)
    return Belonging(
        {first: tuple(found) for first, found in links.items()}, frozenset(j for line in kept for j in line.joints)
    )
