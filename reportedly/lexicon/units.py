"""``vocab/en/units`` in, patterns for names of units and bodies out: "120th artillery brigade", "Teshil Guard"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import VocabError
from reportedly.lexicon.actors import ActorKind
from reportedly.lexicon.lines import HOME, Line, load

WINDOW = 70
"""Characters before the noun in which the rest of the name is looked for."""

_ARTICLES = "[Aa]l|[Aa]n|[Aa]sh|[Ee]l|[Aa]d|[Aa]r|[Aa]s|[Aa]z"
_INSIDE = f"{_ARTICLES}|of|and|for|the|bin|ibn"
_NEXT = "and the "
"""Words that end a name: what follows is another one ("the Marn Front and the Teshil Guard")."""
_CAPITAL = "[A-Z][\\w'’]*"
_MORE = f"[- ](?!{_NEXT})(?:(?:{_INSIDE})[- ])*"
_PARTS = {
    "ord": r"(?:\d{1,4}(?:st|nd|rd|th|d)?|(?:<ordinals>))[ -]",
    "name": rf"(?!(?:<openers>) )(?:(?:{_ARTICLES})[- ])?{_CAPITAL}(?:{_MORE}{_CAPITAL}){{0,3}} ",
    "arm": r"(?:(?!(?:<articles>) )[A-Za-z][\w'’-]* ){0,2}",
}
"""What ``{ord}``, ``{name}`` and ``{arm}`` of a pattern mean; the articles are those of Arabic names."""


class UnitLine(Line):
    """A line of ``en/units``: a regular expression for the ``noun`` it ends in and one for what stands ``before``."""

    noun: str
    before: str
    kind: ActorKind


class OrdinalLine(Line):
    """A line of ``en/ordinals``: ordinals written out, or words that open a sentence."""

    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPattern:
    """A pattern whose left part ends where the noun begins."""

    noun: re.Pattern[str]
    before: re.Pattern[str]
    kind: ActorKind
    rule: str


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit's name in a text: offsets into it, kind, and the address of the pattern."""

    start: int
    end: int
    kind: ActorKind
    rule: str


@dataclass(frozen=True, slots=True)
class Units:
    """All patterns and one quick look for any of their nouns."""

    patterns: tuple[UnitPattern, ...]
    nouns: re.Pattern[str]

    def spot(self, text: str) -> Iterator[UnitFound]:
        """The units named in a text, one at a noun, the first pattern that fits."""
        past = 0
        for noun in self.nouns.finditer(text):
            if noun.start() < past:
                continue
            found = self._at(text, noun.start())
            if found:
                past = found.end
                yield found

    def _at(self, text: str, start: int) -> UnitFound | None:
        best: UnitFound | None = None
        for pattern in self.patterns:
            noun = pattern.noun.match(text, start)
            if noun is None:
                continue
            before = pattern.before.search(text, max(0, start - WINDOW), start)
            if before is None:
                continue
            found = UnitFound(before.start(), noun.end(), pattern.kind, pattern.rule)
            if best is None or found.end - found.start > best.end - best.start:
                best = found
        return best


def load_units(homes: Sequence[Path] = (HOME,)) -> Units:
    """The patterns of vocabulary files. Raises VocabError with file and line."""
    words = {line.id: line.forms for line in load("en/ordinals", OrdinalLine, homes)}
    return units(load("en/units", UnitLine, homes), words)


def units(lines: Iterable[UnitLine], words: Mapping[str, Sequence[str]]) -> Units:
    """The patterns of these lines, with words for ordinals, words that open a sentence and no name, and articles."""
    parts = {name: _filled(part, words) for name, part in _PARTS.items()}
    found = tuple(_pattern(line, parts) for line in lines)
    nouns = "|".join(dict.fromkeys(p.noun.pattern for p in found))
    return Units(found, re.compile(rf"\b(?:{nouns})\b"))


def _filled(part: str, words: Mapping[str, Sequence[str]]) -> str:
    for name, forms in words.items():
        part = part.replace(f"<{name}>", "|".join(forms))
    return part


def _pattern(line: UnitLine, parts: dict[str, str]) -> UnitPattern:
    before = line.before
    for name, part in parts.items():
        before = before.replace(f"{{{name}}}", part)
    try:
        return UnitPattern(
            noun=re.compile(rf"(?:{line.noun})\b"),
            before=re.compile(rf"(?<![\w-]){before}$"),
            kind=line.kind,
            rule=line.address,
        )
    except re.error as error:
        raise VocabError(f"not a pattern: {error}", where=line.origin, code="vocab-pattern") from None
