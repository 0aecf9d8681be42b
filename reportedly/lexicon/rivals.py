"""``vocab/rivals`` in, frozen tables out: how other datasets write parties and countries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reportedly.lexicon.lines import HOME, Line, load

COUNTRY = "{c}"
"""Where a form holds the name of a country."""


class Means(StrEnum):
    """What a coder's phrase for a side says."""

    STATE = "state"
    CIVILIANS = "civilians"
    NOBODY = "nobody"


class PartyLine(Line):
    """A line of ``vocab/rivals/parties``. ``named`` are cells in which one of its forms must be found."""

    means: Means
    forms: tuple[str, ...]
    named: tuple[str, ...] = ()


class CountryLine(Line):
    """A line of ``vocab/rivals/countries``: its id is the code, its forms are names that other datasets write."""

    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase at the beginning of a cell: ``head`` is folded and stands before the name of the country, if any."""

    head: str
    of_country: bool
    means: Means


def load_phrases(homes: Sequence[Path] = (HOME,)) -> tuple[Phrase, ...]:
    """The phrases, longest first. Raises VocabError with file and line."""
    found = [
        Phrase(head=form.partition(COUNTRY)[0].strip().casefold(), of_country=COUNTRY in form, means=line.means)
        for line in load("rivals/parties", PartyLine, homes)
        for form in line.forms
    ]
    return tuple(sorted(found, key=lambda phrase: (-len(phrase.head), phrase.head)))


def load_country_names(homes: Sequence[Path] = (HOME,)) -> tuple[tuple[str, str], ...]:
    """Names of countries, each with its ISO 3166-1 alpha-2 code."""
    return tuple((form, line.id) for line in load("rivals/countries", CountryLine, homes) for form in line.forms)
