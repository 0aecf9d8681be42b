"""``vocab/en/people`` in, nouns for people and bodies of people out: "policemen", "camp residents", "rebel group"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load
from reportedly.model.text import Token
from reportedly.model.words import Role


class PeopleLine(Line):
    """A line of ``en/people``. ``belongs`` says that a party's name before the noun makes them the party's ("Front
    fighters"), as it does not for the party's victims; ``loose`` that the noun alone, without any word that says
    whose or which, names nobody ("a group", "members")."""

    forms: tuple[str, ...]
    kind: str
    role: Role | None = None
    branch: str | None = None
    belongs: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun or phrase for people. ``branch`` is the arm of a state that they are of when a state's adjective stands
    before them."""

    id: str
    kind: str
    role: Role | None
    branch: str | None
    belongs: bool
    loose: bool
    rule: str


@dataclass(frozen=True, slots=True)
class People:
    """All nouns, by their last word; longer phrases first."""

    _by_head: Mapping[str, tuple[tuple[tuple[str, ...], Noun], ...]]

    def noun(self, tokens: Sequence[Token], head: int) -> tuple[int, Noun] | None:
        """The noun whose last word is token ``head`` and the token with which the phrase begins."""
        token = tokens[head]
        best: tuple[int, Noun] | None = None
        for word in dict.fromkeys((token.text.lower(), token.lemma.lower())):
            for before, noun in self._by_head.get(word, ()):
                start = head - len(before)
                if start < 0 or (best and start >= best[0]):
                    continue
                if all(t.text.lower() == b for t, b in zip(tokens[start:head], before, strict=True)):
                    best = start, noun
        return best


_PIECE = re.compile(r"\w+|[^\w\s]")


def load_people(homes: Sequence[Path] = (HOME,)) -> People:
    """The nouns of vocabulary files. Raises VocabError with file and line."""
    return people(load("en/people", PeopleLine, homes))


def people(lines: Iterable[PeopleLine]) -> People:
    """The nouns of these lines. The first line that has a form keeps it."""
    found: dict[str, dict[tuple[str, ...], Noun]] = {}
    for line in lines:
        noun = Noun(
            id=line.id,
            kind=line.kind,
            role=line.role,
            branch=line.branch,
            belongs=line.belongs,
            loose=line.loose,
            rule=line.address,
        )
        for form in line.forms:
            *before, last = _PIECE.findall(form.lower())
            found.setdefault(last, {}).setdefault(tuple(before), noun)
    return People({last: tuple(sorted(phrases.items(), key=_longest)) for last, phrases in sorted(found.items())})


def _longest(phrase: tuple[tuple[str, ...], Noun]) -> tuple[int, tuple[str, ...]]:
    return -len(phrase[0]), phrase[0]
