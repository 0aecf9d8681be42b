"""The vocabulary of dates in (``<language>/dating``), a frozen lexicon with its compiled grammar out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from reportedly.lexicon.dating_grammar import Codes, compiled, literals
from reportedly.lexicon.dating_lines import DatingPart, DatingPattern, DatingWord, FeastLine, RangeLine, TurnLine
from reportedly.lexicon.dating_words import SHAPE_SENSES, Sense, Senses, Value, cuts
from reportedly.lexicon.lines import HOME, load

PHRASE = "phrase"
"""The kind of whole expressions: each becomes a pattern of its own words."""

_PHRASE_NEEDS = ("no-genitive", "no-title", "alone", "no-attribute")
_QUIET_SHAPES = frozenset(
    {"digits", "day-number", "hour-number", "short-year", "decimal", "fraction", "three"}
)  # numbers that make no time by themselves


class Known(NamedTuple):
    """A word's meanings and the character that stands for them in the grammar; a space where no pattern knows them."""

    senses: Senses
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A compiled way of writing times."""

    address: str
    regex: re.Pattern[str]
    reads: str
    needs: tuple[str, ...]
    fixed: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """A holiday and the rule of its days."""

    address: str
    name: str
    every: str | None
    easter: int | None
    orthodox: int | None
    dates: tuple[date, ...]
    days: int
    slack: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """A way of joining two times into a stretch. Without ``opens`` the joining word alone is enough."""

    address: str
    opens: frozenset[str]
    joins: frozenset[str]


class Match(NamedTuple):
    """Where a pattern and its named parts match: numbers of characters of a run; ``rank`` is the pattern's number."""

    rank: int
    first: int
    last: int
    parts: tuple[tuple[str, int, int], ...]


MOST = 20_000
"""Runs whose matches are kept; then all are forgotten, so that a long run does not grow without end."""

Phrases = tuple[tuple[tuple[str, ...], Known], ...]
"""Forms of several words that begin alike, the longest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """All that is known of how a language writes times.

    ``words`` and ``names`` hold the meanings of a word by its lower-case form: ``names`` those that it has with a
    capital letter. ``phrases`` holds forms of several words by their first. ``triggers`` are the characters of words
    that can make a time. ``turning`` holds the lemmas of each part of a sentence's direction.
    """

    words: Mapping[str, Known]
    names: Mapping[str, Known]
    phrases: Mapping[str, Phrases]
    shapes: Mapping[frozenset[str], str]
    patterns: tuple[Pattern, ...]
    triggers: frozenset[str]
    feasts: Mapping[str, Feast]
    joints: tuple[Joint, ...]
    turning: Mapping[str, frozenset[str]]
    _known: dict[str, tuple[Match, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def matches(self, run: str) -> tuple[Match, ...]:
        """Where the patterns match in a run of characters without a blank, in the grammar's order.

        The same few runs ("a weekday", "a day and a month") come up in every report, so the answers are kept.
        """
        found = self._known.get(run)
        if found is None:
            if len(self._known) >= MOST:
                self._known.clear()
            found = self._known[run] = tuple(_matches(run, self.patterns))
        return found


_Forms = dict[tuple[str, ...], list[Sense]]


def load_dating(homes: Sequence[Path] = (HOME,), language: str = "en") -> Dating:
    """The dating words of a language, compiled. Raises VocabError with file and line."""
    base = f"{language}/dating"
    words = load(f"{base}/words", DatingWord, homes)
    feasts = load(f"{base}/feasts", FeastLine, homes)
    parts = {part.id: part.pattern for part in load(f"{base}/parts", DatingPart, homes)}
    patterns = (*load(f"{base}/patterns", DatingPattern, homes), *_phrase_patterns(words))
    forms = _forms(words, feasts)
    _add_literals(forms, (*parts.values(), *(p.pattern for p in patterns)))
    _add_phrase_ends(forms, patterns)
    codes = Codes((*_kind_sets(forms.values()), *SHAPE_SENSES))
    return Dating(
        words={key[0]: known for key, known in _known(forms, codes, capital=False) if len(key) == 1},
        names={key[0]: known for key, known in _known(forms, codes, capital=True) if len(key) == 1},
        phrases=_phrases(_known(forms, codes, capital=True)),
        shapes={kinds: codes.of[kinds] for kinds in SHAPE_SENSES},
        patterns=tuple(_pattern(line, codes, parts) for line in patterns),
        triggers=_triggers(codes, {w.kind for w in words if w.quiet} | _QUIET_SHAPES),
        feasts={line.id: _feast(line) for line in feasts},
        joints=tuple(
            Joint(address=r.address, opens=frozenset(r.opens), joins=frozenset(r.joins))
            for r in load(f"{base}/ranges", RangeLine, homes)
        ),
        turning=_turning(load(f"{base}/turning", TurnLine, homes)),
    )


def _matches(run: str, patterns: Sequence[Pattern]) -> Iterator[Match]:
    for rank, pattern in enumerate(patterns):
        for match in pattern.regex.finditer(run):
            parts = (name for name, part in match.groupdict().items() if part)
            named = tuple((name.partition("__")[0], *match.span(name)) for name in parts)
            yield Match(rank, *match.span(), named)


def _phrase_patterns(lines: Iterable[DatingWord]) -> Iterator[DatingPattern]:
    """A pattern for each whole expression, such as ``'right' 'now'``."""
    for line in lines:
        if line.kind != PHRASE or not isinstance(line.forms, Mapping):
            continue
        for form, value in line.forms.items():
            yield DatingPattern(
                id=line.id,
                pattern=" ".join(f"'{word}'" for word in _key(form)),
                reads="unplaced",
                needs=_PHRASE_NEEDS,
                fixed={"value": value},
                address=line.address,
                origin=line.origin,
            )


def _forms(words: Iterable[DatingWord], feasts: Iterable[FeastLine]) -> _Forms:
    """The meanings of every form, by its words in lower case."""
    found: _Forms = {}
    for line in words:
        if line.kind == PHRASE:
            continue
        pairs = line.forms.items() if isinstance(line.forms, Mapping) else ((form, form) for form in line.forms)
        for form, value in pairs:
            _add(found, _key(form), Sense(line.kind, value, line.capital, line.address))
    for feast in feasts:
        for form in feast.forms:
            _add(found, _key(form), Sense("feast", feast.id, feast.capital, feast.address))
    return found


def _add_literals(forms: _Forms, patterns: Iterable[str]) -> None:
    """The literal words of patterns are kinds of their own."""
    for pattern in patterns:
        for word in literals(pattern):
            _add(forms, (word,), Sense(f"'{word}", word))


def _add_phrase_ends(forms: _Forms, patterns: Iterable[DatingPattern]) -> None:
    """The last word of a whole expression is what makes one look for it."""
    for line in patterns:
        if line.needs == _PHRASE_NEEDS:
            _add(forms, (literals(line.pattern)[-1],), Sense(PHRASE, "", address=line.address))


def _key(form: str) -> tuple[str, ...]:
    return tuple(piece.text.lower() for piece in cuts(form))


def _add(forms: _Forms, key: tuple[str, ...], sense: Sense) -> None:
    known = forms.setdefault(key, [])
    if all(s.kind != sense.kind for s in known):
        known.append(sense)


def _kind_sets(forms: Iterable[list[Sense]]) -> Iterator[frozenset[str]]:
    """Every set of kinds that a word of a text can have, with a capital letter and without."""
    for senses in forms:
        for kept in (senses, [s for s in senses if not s.capital]):
            if kept:
                yield frozenset(s.kind for s in kept)


def _known(forms: _Forms, codes: Codes, *, capital: bool) -> Iterator[tuple[tuple[str, ...], Known]]:
    for key, senses in forms.items():
        kept = tuple(s for s in senses if capital or not s.capital)
        if kept:
            yield key, Known(kept, codes.of[frozenset(s.kind for s in kept)])


def _phrases(known: Iterable[tuple[tuple[str, ...], Known]]) -> dict[str, Phrases]:
    found: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    for key, meaning in known:
        if len(key) > 1:
            found.setdefault(key[0], []).append((key, meaning))
    return {first: tuple(sorted(more, key=lambda p: -len(p[0]))) for first, more in found.items()}


def _pattern(line: DatingPattern, codes: Codes, parts: Mapping[str, str]) -> Pattern:
    return Pattern(
        address=line.address,
        regex=compiled(line.pattern, codes=codes, parts=parts, where=line.origin),
        reads=line.reads,
        needs=line.needs,
        fixed=line.fixed,
    )


def _triggers(codes: Codes, quiet: set[str]) -> frozenset[str]:
    """The characters of words that are more than quiet ones and literals."""
    return frozenset(
        code for kinds, code in codes.of.items() if any(k not in quiet and not k.startswith("'") for k in kinds)
    )


def _feast(line: FeastLine) -> Feast:
    return Feast(
        address=line.address,
        name=line.forms[0],
        every=line.every,
        easter=line.easter,
        orthodox=line.orthodox,
        dates=line.dates,
        days=line.days,
        slack=line.slack,
    )


def _turning(lines: Iterable[TurnLine]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in lines:
        found[line.part] = found.get(line.part, frozenset()) | frozenset(line.lemmas)
    return found
