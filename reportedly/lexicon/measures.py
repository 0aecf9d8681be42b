"""Vocabulary of fates and measures (``en/measures``, ``measures``) in, frozen tables out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from reportedly.errors import VocabError
from reportedly.lexicon.counting import Counting, load_counting
from reportedly.lexicon.lines import HOME, Line, load
from reportedly.lexicon.patterns import tree_of
from reportedly.model.words import Measure

TABLE = "en/measures"
PROFILES = "measures"


class Frame(StrEnum):
    """Where the counted words stand beside a word of fate; the head of ``vocab/en/measures.yml`` says it in words."""

    DONE_TO = "done-to"
    BEFALLS = "befalls"
    STATE = "state"
    LOSS = "loss"
    REMAINS = "remains"
    TOLL = "toll"
    LIVES = "lives"
    BORNE = "borne"
    SHED = "shed"
    OWN = "own"
    THING = "thing"
    ACT = "act"
    FATAL = "fatal"
    PERSON = "person"
    GROUP = "group"
    HEADCOUNT = "headcount"
    PAIR = "pair"
    IDLE = "idle"


class FateLine(Line):
    """One line of ``en/measures``.

    ``people`` asks that the counted be people, ``counted`` that a number count them; ``under`` that one of these acts
    befall the thing, unless it may be ``counted`` by a number alone; ``single`` counts one thing by its article;
    ``at`` asks that one of these words follow, ``shun`` that none of these does, ``barred`` that none of these stand
    before; ``particle`` is the word without which the verb means something else, ``beside`` words of which one must
    follow soon. ``by`` are the prepositions that stand between a hurt and those who bear it,
    ``owned`` says that the noun itself is never counted; ``via`` are the acts of which one must lead to them.
    ``spares`` names lines of nouns for people whom it does not befall: fighters who flee are not displaced.
    """

    meaning: str
    frame: Frame
    measure: Measure | None = None
    forms: tuple[str, ...]
    people: bool = False
    under: tuple[str, ...] = ()
    counted: bool = False
    at: tuple[str, ...] = ()
    particle: str | None = None
    shun: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    single: bool = False
    owned: bool = False
    spares: tuple[str, ...] = ()


class MeasureLine(Line):
    """One line of ``measures``: a measure, or a profile that reads ranges into vague words."""

    meaning: str
    kind: Literal["measure", "profile"]
    people: bool = False
    reads: dict[str, tuple[int, int | None]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What one word says of those beside it. ``base`` is the dictionary form; ``plural`` is set for the plural of a
    noun. ``under`` holds the addresses of acts."""

    address: str
    frame: Frame
    measure: Measure | None
    base: str
    plural: bool = False
    people: bool = False
    under: frozenset[str] = frozenset()
    counted: bool = False
    at: frozenset[str] = frozenset()
    particle: str | None = None
    shun: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    via: frozenset[str] = frozenset()
    single: bool = False
    owned: bool = False
    spares: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fates:
    """The words of fate, by lower-case form, and the nouns for people.

    ``compounds`` are forms of several words, split, under their first word. ``trigger`` finds a sentence in which any
    stands. ``persons`` gives the line of each noun for people; ``profile`` reads a range into the address of a vague
    word.
    """

    words: Mapping[str, tuple[Fate, ...]]
    compounds: Mapping[str, tuple[tuple[tuple[str, ...], Fate], ...]]
    acts: Mapping[str, frozenset[str]]
    persons: Mapping[str, str]
    plural_persons: frozenset[str]
    groups: frozenset[str]
    headcounts: frozenset[str]
    pairs: Mapping[str, str]
    idle: frozenset[str]
    fatal: Mapping[str, str]
    people_measures: frozenset[Measure]
    profile: Mapping[str, tuple[int, int | None]]
    trigger: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountWords:
    """The vocabulary of counting: the numbers, and the words of fate."""

    counting: Counting
    fates: Fates


def load_counts(homes: Sequence[Path] = (HOME,), profile: str = "ours") -> CountWords:
    """All the words that counting needs. ``profile`` says which range vague numbers imply (``vocab/measures.yml``)."""
    return CountWords(counting=load_counting(homes), fates=load_fates(homes, profile))


def load_fates(homes: Sequence[Path] = (HOME,), profile: str = "ours") -> Fates:
    """The words of fate of every home's ``en/measures``, with a profile of ``measures`` for vague numbers."""
    lines = load(TABLE, FateLine, homes)
    measures = load(PROFILES, MeasureLine, homes)
    single, compound = _by_word(lines)
    people = [form.split() for line in lines if line.frame is Frame.PERSON for form in line.forms]
    return Fates(
        words=single,
        compounds=compound,
        acts=_acts(lines),
        persons=_addressed(lines, Frame.PERSON),
        plural_persons=frozenset(word for words in people for word in words[1:]),
        groups=_set(lines, Frame.GROUP) | _set(lines, Frame.HEADCOUNT) | _set(lines, Frame.PAIR),
        headcounts=_set(lines, Frame.HEADCOUNT),
        pairs=_addressed(lines, Frame.PAIR),
        idle=_set(lines, Frame.IDLE),
        fatal=_addressed(lines, Frame.FATAL),
        people_measures=frozenset(Measure(m.id) for m in measures if m.kind == "measure" and m.people),
        profile=_profile(measures, profile),
        trigger=_trigger(lines),
    )


def person_nouns(homes: Sequence[Path] = (HOME,)) -> frozenset[str]:
    """The dictionary forms of all nouns for people."""
    lines = (line for line in load(TABLE, FateLine, homes) if line.frame is Frame.PERSON)
    return frozenset(form.split()[0] for line in lines for form in line.forms)


def _all(line: FateLine) -> list[str]:
    return [word for form in line.forms for word in form.split()]


def _set(lines: Iterable[FateLine], frame: Frame) -> frozenset[str]:
    return frozenset(word for line in lines if line.frame is frame for word in _all(line))


def _addressed(lines: Iterable[FateLine], frame: Frame) -> Mapping[str, str]:
    return MappingProxyType({word: line.address for line in lines if line.frame is frame for word in _all(line)})


def _acts(lines: Iterable[FateLine]) -> Mapping[str, frozenset[str]]:
    return MappingProxyType({line.id: frozenset(_all(line)) for line in lines if line.frame is Frame.ACT})


_SPOTS = (
    Frame.DONE_TO,
    Frame.BEFALLS,
    Frame.STATE,
    Frame.LOSS,
    Frame.REMAINS,
    Frame.TOLL,
    Frame.LIVES,
    Frame.SHED,
    Frame.BORNE,
    Frame.THING,
    Frame.OWN,
)
_PLAIN = (Frame.PERSON, Frame.GROUP, Frame.HEADCOUNT, Frame.PAIR, Frame.IDLE, Frame.ACT, Frame.FATAL)
_NOUNS = (Frame.LOSS, Frame.REMAINS, Frame.LIVES, Frame.BORNE, Frame.THING)

Compounds = dict[str, list[tuple[tuple[str, ...], Fate]]]


def _by_word(
    lines: Iterable[FateLine],
) -> tuple[Mapping[str, tuple[Fate, ...]], Mapping[str, tuple[tuple[tuple[str, ...], Fate], ...]]]:
    single: dict[str, list[Fate]] = {}
    compound: Compounds = {}
    for line in lines:
        if line.frame in _PLAIN:
            continue
        for form in line.forms:
            base = form.split()[0]
            for number, word in enumerate(form.split()):
                past = number > 0 and word == base  # "hurt hurts HURT": a participle like its verb
                fate = _fate(line, "" if past else base, plural=line.frame in _NOUNS and number > 0)
                parts = tuple(word.split("-"))
                if len(parts) > 1:
                    compound.setdefault(parts[0], []).append((parts, fate))
                else:
                    single.setdefault(word, []).append(fate)
    return (
        MappingProxyType({word: tuple(fates) for word, fates in single.items()}),
        MappingProxyType({word: tuple(sorted(c, key=lambda x: -len(x[0]))) for word, c in compound.items()}),
    )


def _fate(line: FateLine, base: str, *, plural: bool) -> Fate:
    return Fate(
        address=line.address,
        frame=line.frame,
        measure=line.measure,
        base=base,
        plural=plural,
        people=line.people,
        under=frozenset(line.under),
        counted=line.counted,
        at=frozenset(line.at),
        particle=line.particle,
        shun=frozenset(line.shun),
        barred=frozenset(line.barred),
        beside=frozenset(line.beside),
        by=frozenset(line.by),
        via=frozenset(line.via),
        single=line.single,
        owned=line.owned,
        spares=frozenset(f"{TABLE}/{id_}" for id_ in line.spares),
    )


def _profile(lines: Iterable[MeasureLine], name: str) -> Mapping[str, tuple[int, int | None]]:
    for line in lines:
        if line.kind == "profile" and line.id == name:
            return MappingProxyType({f"en/counting/{word}": reads for word, reads in line.reads.items()})
    raise VocabError(
        f"no profile {name!r} for vague numbers",
        where=PROFILES,
        mend="name one of the profiles in vocab/measures.yml",
        code="no-profile",
    )


def _trigger(lines: Iterable[FateLine]) -> re.Pattern[str]:
    """Any word of fate, whole; those that need a certain word after them only together with it ("were at")."""
    alone = {word.split("-")[0] for line in lines if line.frame in _SPOTS and not line.at for word in _all(line)}
    pairs = [rf"{tree_of(_all(line))}\s{tree_of(line.at)}" for line in lines if line.at]
    return re.compile(rf"\b(?:{'|'.join([tree_of(alone), *pairs])})\b", re.IGNORECASE)
