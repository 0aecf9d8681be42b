"""``vocab/en/demonyms`` in, a frozen table of capitals out: by a state's adjective or name, and by its code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from reportedly.lexicon.lines import HOME, load
from reportedly.lexicon.states import StateLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Capitals:
    """``codes`` are ISO 3166-1 codes by a state's adjectives and names in small letters, ``seats`` the names of each
    state's seats of government, of which the capital is one."""

    codes: Mapping[str, str]
    seats: Mapping[str, tuple[str, ...]]


def load_capitals(homes: Sequence[Path] = (HOME,)) -> Capitals:
    """The table of all homes. Raises VocabError with file and line."""
    return capitals(load("en/demonyms", StateLine, homes))


def capitals(lines: Iterable[StateLine]) -> Capitals:
    """The table of these lines. An adjective that two states share ("Congolese") is left out."""
    codes: dict[str, set[str]] = {}
    seats: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if not line.seats:
            continue
        seats.setdefault(line.country, line.seats)
        for form in (line.name, *line.names, *line.demonyms):
            codes.setdefault(form.lower(), set()).add(line.country)
    return Capitals(
        codes=MappingProxyType({form: min(found) for form, found in codes.items() if len(found) == 1}),
        seats=MappingProxyType(seats),
    )
