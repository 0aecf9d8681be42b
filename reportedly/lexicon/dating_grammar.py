"""Patterns over kinds of words in, regular expressions over one character a word out.

A text's words are turned into a string with one character for each set of kinds; a pattern becomes a regular
expression over such strings. So the grammar is compiled once and a sentence is read at the speed of ``re``.

A pattern is written with kinds of words (``weekday``), literal words in quotes (``'of'``), other patterns
(``@count``), names for parts (``m=month``), brackets, ``|``, ``?``, ``*`` and ``+``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from reportedly.errors import VocabError

_PIECE = re.compile(
    r"\s*(?:(?P<name>[a-z]\w*)=|(?P<sub>@[\w-]+)|'(?P<word>[^']+|')'|(?P<kind>[a-z][\w-]*)|(?P<op>[()|?*+]))"
)
_FIRST_CODE = 0x100


class Codes:
    """One character for each set of kinds. Sets are numbered in the order in which they are first asked for."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        self.of: dict[frozenset[str], str] = {}
        for kinds in sets:
            self.of.setdefault(kinds, chr(_FIRST_CODE + len(self.of)))

    def holding(self, kind: str) -> str:
        """Every character whose set holds the kind."""
        return "".join(code for kinds, code in self.of.items() if kind in kinds)


def literals(pattern: str) -> tuple[str, ...]:
    """The literal words of a pattern."""
    return tuple(m["word"] for m in _PIECE.finditer(pattern) if m["word"])


def compiled(pattern: str, *, codes: Codes, parts: Mapping[str, str], where: str) -> re.Pattern[str]:
    """The regular expression of a pattern. Raises VocabError at an unknown kind or part, or at a broken pattern."""
    try:
        return re.compile(_Maker(codes.holding, parts, where).make(pattern))
    except re.error as error:
        raise VocabError(
            f"not a pattern: {error}", where=where, mend="see docs/times.md", code="vocab-pattern"
        ) from None


class _Maker:
    def __init__(self, holding: Callable[[str], str], parts: Mapping[str, str], where: str) -> None:
        self.holding, self.parts, self.where = holding, parts, where
        self.used: dict[str, int] = {}

    def make(self, pattern: str) -> str:
        made: list[str] = []
        name = ""
        at = 0
        pattern = pattern.strip()
        while at < len(pattern):
            piece = _PIECE.match(pattern, at)
            if piece is None:
                raise self._wrong(f"cannot read {pattern[at : at + 20]!r}")
            at = piece.end()
            if piece["name"]:
                name = piece["name"]
            elif piece["op"] == "(":
                made.append(self._opening(name))
                name = ""
            elif piece["op"]:
                made.append(piece["op"])
            else:
                unit = self._unit(piece)
                made.append(f"{self._opening(name)}{unit})" if name else unit)
                name = ""
        return "".join(made)

    def _opening(self, name: str) -> str:
        """An opening bracket. A name used again gets a number, because ``re`` asks for different names."""
        if not name:
            return "(?:"
        self.used[name] = self.used.get(name, 0) + 1
        return f"(?P<{name}__{self.used[name]}>"

    def _unit(self, piece: re.Match[str]) -> str:
        if piece["sub"]:
            part = self.parts.get(piece["sub"][1:])
            if part is None:
                raise self._wrong(f"there is no part {piece['sub']}")
            return f"(?:{self.make(part)})"
        codes = self.holding(f"'{piece['word']}" if piece["word"] else piece["kind"])
        if not codes:
            raise self._wrong(f"no word is of the kind {piece[0].strip()}")
        return f"[{re.escape(codes)}]"

    def _wrong(self, what: str) -> VocabError:
        return VocabError(what, where=self.where, mend="see docs/times.md", code="vocab-pattern")
