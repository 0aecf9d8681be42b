"""The name or number of a country as another dataset writes it in, its ISO 3166-1 alpha-2 code out."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from reportedly.exports.countries import by_number
from reportedly.gazetteer.keys import keys
from reportedly.lexicon.places import load_countries
from reportedly.lexicon.rivals import load_country_names

Ask = Callable[[str], str | None]
"""Gives the code of a country by its name, where a gazetteer has it."""

_CODE = re.compile(r"[A-Z]{2}")


class Countries:
    """Looks up countries; ``ask`` is asked for those that the vocabulary does not have. A name is looked up once."""

    def __init__(self, ask: Ask | None = None) -> None:
        self._ask = ask
        self._found: dict[tuple[str, str], str | None] = {}

    def of(self, name: str, number: str = "") -> str | None:
        """The code; the name itself where no code is known; nothing where there is no name."""
        return self.code(name, number) or name or None

    def code(self, name: str, number: str = "") -> str | None:
        """The code, if one is known."""
        key = (name, number)
        if key not in self._found:
            self._found[key] = self._looked_up(name, number)
        return self._found[key]

    def _looked_up(self, name: str, number: str) -> str | None:
        if number.isdecimal() and (found := by_number(int(number))):
            return found
        if not name or _CODE.fullmatch(name):
            return name or None
        called = name.split(" (")[0]  # "Yemen (North Yemen)"
        return _codes().get(keys(called).full) or (self._ask(called) if self._ask else None)


@cache
def _codes() -> dict[str, str]:
    """Codes by the keys of the names; those of ``vocab/rivals`` come before the forms of ``vocab/places``."""
    found = {
        keys(called).full: line.country
        for line in load_countries()
        if line.country
        for called in (line.name, *line.forms)
    }
    return found | {keys(name).full: code for name, code in load_country_names()}
