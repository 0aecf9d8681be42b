"""``vocab/weapons`` in, frozen weapons out: words spotted by a trie, makers' designations by pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reportedly.errors import VocabError
from reportedly.lexicon.lines import HOME, Line, load
from reportedly.lexicon.trie import Trie
from reportedly.model.words import Happening

Family = Literal[
    "air",
    "artillery",
    "missile",
    "small-arms",
    "explosive",
    "chemical",
    "armour",
    "aircraft",
    "naval",
    "mine",
    "electronic",
    "fragments",
    "no-weapon",
]
NO_WEAPON = "no-weapon"
"""The family of words that hold a weapon's name and are none ("fuel tank")."""

_OPENING = re.compile(r"(?<![\w/-])(?:[A-Z][A-Za-z/]{0,8}(?:-[A-Z])?[- .]{0,2}\d|\d[A-Z]{1,2}-?\d|[A-Z]{2,5} [A-Z])")
"""How a designation begins: letters and a digit ("Mi-24", "9M133"), or the prefix of a ship's name. A quick look
before the patterns of the vocabulary are tried."""


class WeaponLine(Line):
    """A line of ``vocab/weapons``. ``forms`` are in the singular, plurals follow; ``patterns`` are regular expressions
    of designations; ``of`` names the line of the family; ``happening`` is what its use alone would be called."""

    family: Family
    of: str | None = None
    forms: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    happening: Happening | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """A weapon of the vocabulary. ``implies`` is the happening that its use alone would be."""

    id: str
    family: Family
    of: str | None
    implies: Happening | None
    rule: str


@dataclass(frozen=True, slots=True)
class Weapons:
    """All weapons: by id, by words, and by designation."""

    all: tuple[Weapon, ...]
    trie: Trie[Weapon]
    _pattern: re.Pattern[str]
    _by_group: tuple[Weapon, ...]
    _ids: dict[str, Weapon]

    def by_id(self, weapon_id: str) -> Weapon | None:
        """The weapon of an id."""
        return self._ids.get(weapon_id)

    def designations(self, text: str) -> Iterator[tuple[int, int, Weapon]]:
        """The makers' designations in a text: start, end, weapon."""
        past = 0
        for opening in _OPENING.finditer(text):
            if opening.start() < past:
                continue
            found = self._pattern.match(text, opening.start())
            if found and found.lastindex:
                past = found.end()
                yield found.start(), past, self._by_group[found.lastindex - 1]


def load_weapons(homes: Sequence[Path] = (HOME,)) -> Weapons:
    """The weapons of vocabulary files. Raises VocabError with file and line."""
    return weapons(load("weapons", WeaponLine, homes))


def weapons(lines: Iterable[WeaponLine]) -> Weapons:
    """The weapons of these lines. Types come before their families, so that "T-90" is no mere tank."""
    found: list[Weapon] = []
    forms: list[tuple[str, Weapon]] = []
    patterns: list[tuple[str, Weapon]] = []
    for line in lines:
        weapon = Weapon(id=line.id, family=line.family, of=line.of, implies=line.happening, rule=line.address)
        found.append(weapon)
        forms.extend((form, weapon) for single in line.forms for form in _numbers(single))
        patterns.extend((_checked(pattern, line), weapon) for pattern in line.patterns)
    patterns.sort(key=lambda pair: pair[1].of is None)
    return Weapons(
        all=tuple(found),
        trie=Trie(forms),
        _pattern=re.compile("|".join(rf"({p})s?(?![\w/-]|-\d)" for p, _ in patterns) or "(?!)"),
        _by_group=tuple(weapon for _, weapon in patterns),
        _ids={w.id: w for w in found},
    )


def _checked(pattern: str, line: WeaponLine) -> str:
    """The pattern, once it is known to compile and to hold no group of its own."""
    try:
        groups = re.compile(pattern).groups
    except re.error as error:
        raise VocabError(f"not a pattern: {pattern!r}: {error}", where=line.origin, code="vocab-pattern") from None
    if groups:
        raise VocabError(
            f"a group in {pattern!r}", where=line.origin, mend="write (?:...) for (...)", code="vocab-pattern"
        )
    return pattern


def _numbers(form: str) -> tuple[str, ...]:
    """A form and its plural."""
    if form.endswith("s") and not form.endswith("ss"):
        return (form,)
    if form.endswith(("ss", "sh", "ch", "x")):
        return form, f"{form}es"
    if form.endswith("y") and form[-2] not in "aeiou":
        return form, f"{form[:-1]}ies"
    if form.endswith("fe"):
        return form, f"{form[:-2]}ves"
    return form, f"{form}s"
