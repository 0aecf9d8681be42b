"""The vocabulary of dates in (``<language>/dating``), a frozen lexicon with its compiled grammar out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from reportedly.errors import VocabError
from reportedly.lexicon.dating_grammar import Codes, compiled, literals
from reportedly.lexicon.dating_words import Cut, Sense, Value, Word, cuts, shaped
from reportedly.lexicon.lines import HOME, Line, load


class DatingWord(Line):
    """Words of one kind. ``forms`` gives each its value, or lists them; ``capital`` asks for a capital letter."""

    kind: str = Field(alias="class")
    forms: Mapping[str, Value] | tuple[str, ...]
    capital: bool = False


class DatingPart(Line):
    """A named part of patterns, used in them as ``@id``."""

    pattern: str


class DatingPattern(Line):
    """A way in which times are written. ``reads`` names the builder of its meaning; ``fixed`` is passed to it;
    ``needs`` names checks of the words around it, all of which must hold."""

    pattern: str
    reads: str
    needs: tuple[str, ...] = ()
    fixed: Mapping[str, Value] = Field(default_factory=dict)


class FeastLine(Line):
    """A holiday. Exactly one of ``every`` (month-day, or ``4 thursday november`` as ``11-4-4``), ``easter`` (days from
    Easter Sunday), ``orthodox`` (days from Orthodox Easter) and ``dates`` (first days, by year) says when it falls.

    ``days`` is how long it lasts. ``slack`` is by how many days countries differ (moon sightings)."""

    forms: tuple[str, ...]
    capital: bool = True
    every: str | None = None
    easter: int | None = None
    orthodox: int | None = None
    dates: tuple[date, ...] = ()
    days: int = 1
    slack: int = 0


class PlanLine(Line):
    """Words that turn a sentence towards the past or the future."""

    turns: Literal["future", "past"]
    lemmas: tuple[str, ...]


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
class Dating:
    """All that is known of how a language writes times. ``phrases`` holds the forms of several words by their first."""

    words: Mapping[str, tuple[Sense, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], tuple[Sense, ...]], ...]]
    patterns: tuple[Pattern, ...]
    feasts: Mapping[str, Feast]
    future: frozenset[str]
    past: frozenset[str]
    codes: Mapping[frozenset[str], str]
    triggers: frozenset[str]
    seen: dict[tuple[str, bool], str] = field(default_factory=dict, repr=False, compare=False)

    def code(self, senses: tuple[Sense, ...]) -> str:
        """The character that stands for these meanings; a space where no pattern knows them."""
        return self.codes.get(frozenset(s.kind for s in senses), " ") if senses else " "


QUIET = frozenset(
    {"digits", "day-number", "hour-number", "short-year", "decimal", "fraction", "cardinal", "tens", "scale", "article"}
    | {"several", "couple", "half", "ordinal", "nth", "filler", "this", "that", "local", "approx", "over", "dozen", "four"}
    | {"every", "zone", "early", "late", "mid", "last", "next", "previous", "following", "since", "or-so"}
)
"""Kinds that make no time by themselves: a run of words without any other kind is not looked at."""


PHRASE = "phrase"
"""The kind of whole expressions: each becomes a pattern of its own words."""


def load_dating(homes: Sequence[Path] = (HOME,), language: str = "en") -> Dating:
    """The dating words of a language, compiled. Raises VocabError with file and line."""
    base = f"{language}/dating"
    lines = load(f"{base}/words", DatingWord, homes)
    feasts = load(f"{base}/feasts", FeastLine, homes)
    parts = {p.id: p.pattern for p in load(f"{base}/parts", DatingPart, homes)}
    patterns = load(f"{base}/patterns", DatingPattern, homes)
    plans = load(f"{base}/turning", PlanLine, homes)
    phrases = tuple(_phrase_patterns(lines))
    patterns = (*patterns, *phrases)
    senses = _senses([line for line in lines if line.kind != PHRASE], feasts)
    for text in (*parts.values(), *(p.pattern for p in patterns)):
        for word in literals(text):
            _add(senses, (word,), Sense(f"'{word}", word, False, ""))
    for phrase in phrases:
        _add(senses, (literals(phrase.pattern)[-1],), Sense(PHRASE, "", False, phrase.address))
    codes = Codes(_sets(senses.values()))
    loud = frozenset(
        code for kinds, code in codes.of.items() if any(k not in QUIET and not k.startswith("'") for k in kinds)
    )
    return Dating(
        words={forms[0]: tuple(found) for forms, found in senses.items() if len(forms) == 1},
        phrases=_phrases(senses),
        patterns=tuple(
            Pattern(
                address=p.address,
                regex=compiled(p.pattern, codes=codes, parts=parts, where=p.origin),
                reads=p.reads,
                needs=p.needs,
                fixed=p.fixed,
            )
            for p in patterns
        ),
        feasts={f.id: _feast(f) for f in feasts},
        future=frozenset(w for p in plans if p.turns == "future" for w in p.lemmas),
        past=frozenset(w for p in plans if p.turns == "past" for w in p.lemmas),
        codes=codes.of,
        triggers=loud,
    )


def words_of(text: str, start: int, end: int, lexicon: Dating) -> list[Word]:
    """The words of a stretch of text with their meanings; forms of several words become one."""
    pieces = list(cuts(text, start, end))
    found: list[Word] = []
    at, last = 0, start
    while at < len(pieces):
        piece = pieces[at]
        key = piece.text.lower()
        size, senses = _longest(pieces, at, lexicon.phrases.get(key, ()))
        if size == 1:
            senses = shaped(piece.shape, piece.text) or lexicon.words.get(key, ())
        if senses and piece.text[0].islower():
            senses = tuple(s for s in senses if not s.capital)
        stop = pieces[at + size - 1].end
        found.append(Word(piece.start, stop, text[piece.start : stop], senses, glued=piece.start == last))
        last = stop
        at += size
    return found


def _longest(
    pieces: list[Cut], at: int, phrases: tuple[tuple[tuple[str, ...], tuple[Sense, ...]], ...]
) -> tuple[int, tuple[Sense, ...]]:
    for forms, senses in phrases:
        if at + len(forms) <= len(pieces) and all(
            pieces[at + n].text.lower() == form for n, form in enumerate(forms)
        ):
            return len(forms), senses
    return 1, ()


def _senses(lines: Sequence[DatingWord], feasts: Sequence[FeastLine]) -> dict[tuple[str, ...], list[Sense]]:
    found: dict[tuple[str, ...], list[Sense]] = {}
    for line in lines:
        pairs = line.forms.items() if isinstance(line.forms, Mapping) else ((form, form) for form in line.forms)
        for form, value in pairs:
            _add(found, _key(form), Sense(line.kind, value, line.capital, line.address))
    for feast in feasts:
        for form in feast.forms:
            _add(found, _key(form), Sense("feast", feast.id, feast.capital, feast.address))
    return found


def _phrase_patterns(lines: Sequence[DatingWord]) -> Iterator[DatingPattern]:
    """A pattern for each whole expression, such as ``'right' 'now'``."""
    for line in lines:
        if line.kind != PHRASE or not isinstance(line.forms, Mapping):
            continue
        for form, value in line.forms.items():
            words = " ".join(f"'{word}'" for word in _key(form))
            yield DatingPattern(
                id=line.id, pattern=words, reads="unplaced", fixed={"value": value}, address=line.address
            )


def _key(form: str) -> tuple[str, ...]:
    return tuple(piece.text.lower() for piece in cuts(form))


def _add(senses: dict[tuple[str, ...], list[Sense]], key: tuple[str, ...], sense: Sense) -> None:
    known = senses.setdefault(key, [])
    if all(s.kind != sense.kind for s in known):
        known.append(sense)


def _sets(senses: object) -> Iterator[frozenset[str]]:
    """Every set of kinds that a word of a text can have, in a fixed order."""
    for found in list(senses):  # type: ignore[call-overload]
        for kept in (found, [s for s in found if not s.capital]):
            if kept:
                yield frozenset(s.kind for s in kept)
    for number in (*range(60), *(f"{n:02d}" for n in range(100)), 100, 999, *(f"{n:04d}" for n in range(10000)), 10000):
        yield frozenset(s.kind for s in shaped("digits", str(number)))
    for shape, sample in (("decimal", "1.5"), ("fraction", "½"), ("nth", "25th"), ("iso", ""), ("slashed", "")):
        yield frozenset(s.kind for s in shaped(shape, sample))
    yield frozenset({"clock"})
    yield frozenset({"decade"})


def _phrases(
    senses: Mapping[tuple[str, ...], list[Sense]],
) -> dict[str, tuple[tuple[tuple[str, ...], tuple[Sense, ...]], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]] = {}
    for forms, meanings in senses.items():
        if len(forms) > 1:
            found.setdefault(forms[0], []).append((forms, tuple(meanings)))
    return {first: tuple(sorted(more, key=lambda p: -len(p[0]))) for first, more in found.items()}


def _feast(line: FeastLine) -> Feast:
    given = [line.every is not None, line.easter is not None, line.orthodox is not None, bool(line.dates)]
    if given.count(True) != 1:
        raise VocabError(
            "a holiday needs exactly one of every, easter, orthodox, dates", where=line.origin, code="vocab-feast"
        )
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
