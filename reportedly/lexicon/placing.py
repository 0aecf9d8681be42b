"""The English words of placing in, one frozen table out: prepositions, feature words, directions, units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeVar

from pydantic import Field

from reportedly.lexicon.lines import HOME, Line, load

Words = tuple[str, ...]


V = TypeVar("V")


class Phrases(dict[Words, V]):
    """What phrases in small letters stand for, with the words that begin and end them, so that most places in a text
    are passed over at a glance. Filled once and never changed."""

    def __init__(self, entries: Iterable[tuple[Words, V]]) -> None:
        super().__init__(entries)
        self.firsts = frozenset(words[0] for words in self)
        self.lasts = frozenset(words[-1] for words in self)
        self.longest = max((len(words) for words in self), default=0)


class PlacingLine(Line):
    """Words that tell something about the place name beside them.

    ``kinds`` are the GeoNames kinds (or their beginnings) that a feature word asks for, best first; ``own`` marks a
    feature word that belongs to the name ("Kesh gas field"), ``capital`` one that does so only with a capital,
    ``near`` one that means the land around, ``holds`` one whose places have villages in them; ``precision`` is UCDP's;
    ``degrees`` count clockwise from north; ``km`` is the length of a unit; ``most`` and
    ``least`` people a place so called has; ``value`` and ``counts`` are numbers in words."""

    role: Literal[
        "at",
        "to",
        "taking",
        "list",
        "holding",
        "owning",
        "calling",
        "by",
        "feature",
        "bearing",
        "part",
        "unit",
        "title",
        "speech",
        "never",
        "short",
        "organisation",
        "civic",
        "leading",
        "party",
        "joiner",
        "article",
        "dotted",
        "number",
        "of",
        "led",
        "based",
        "telling",
        "lying",
        "plural",
        "anaphor",
        "quality",
        "definite",
        "indefinite",
        "citizen",
        "ailment",
        "kin",
        "relative",
        "arm",
        "vehicle",
        "numbered",
        "joining",
        "joined",
        "partitive",
        "both",
        "reckoned",
        "narrowing",
        "seam",
        "capital",
        "section",
        "site",
        "wielded",
        "midway",
        "address",
        "deictic",
        "spoken",
    ]
    forms: tuple[str, ...] = ()
    counts: Mapping[str, float] = Field(default_factory=dict)
    value: float | None = None
    part: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    own: bool = False
    capital: bool = False
    near: bool = False
    holds: bool = False
    precision: int | None = None
    degrees: float | None = None
    km: float | None = None
    most: int | None = None
    least: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A feature word: the kinds it asks for and whether it is part of the name. ``settled`` marks words for towns and
    villages: "the village of X" names a place even where nobody knows X. ``holds`` marks words for what has villages in
    it; ``most`` people has what is called so; ``precision`` is that of what is called so."""

    rule: str
    kinds: tuple[str, ...]
    own: bool
    capital: bool
    near: bool
    settled: bool
    holds: bool
    precision: int | None
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A direction: the line that names it and degrees clockwise from north."""

    rule: str
    degrees: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphor:
    """A noun that, with an article, points back at a place named before: the kinds that the place may have, and the
    most and least people (``None``: any number). ``near`` marks "the area", which means the land around."""

    rule: str
    kinds: tuple[str, ...]
    near: bool
    most: int | None
    least: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """All tables by lower-case word; keys of more than one word are tuples."""

    at: Phrases[str]
    to: Phrases[str]
    by: Phrases[str]
    features: Phrases[Feature]
    bearings: Phrases[Bearing]
    parts: Mapping[str, float | None]
    units: Mapping[str, float]
    titles: frozenset[str]
    speech: Phrases[str]
    taking: frozenset[str]
    never: frozenset[str]
    shorts: frozenset[str]
    organisations: frozenset[str]
    civic: frozenset[str]
    leading: frozenset[str]
    parties: frozenset[str]
    joiners: frozenset[str]
    articles: frozenset[str]
    dotted: frozenset[str]
    lists: frozenset[str]
    holding: frozenset[str]
    owning: frozenset[str]
    calling: Phrases[str]
    numbers: Phrases[float]
    of: Phrases[str]
    led: Phrases[str]
    based: Phrases[str]
    telling: Phrases[str]
    lying: frozenset[str]
    plurals: frozenset[str]
    anaphors: Phrases[Anaphor]
    qualities: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    citizens: frozenset[str]
    ailments: frozenset[str]
    kin: frozenset[str]
    relatives: frozenset[str]
    arms: frozenset[str]
    vehicles: frozenset[str]
    numbered: Phrases[str]
    joining: Phrases[str]
    joined: frozenset[str]
    partitive: frozenset[str]
    both: frozenset[str]
    reckoned: frozenset[str]
    narrowing: frozenset[str]
    seams: frozenset[str]
    capitals: frozenset[str]
    sections: frozenset[str]
    sites: Phrases[str]
    wielded: Phrases[str]
    midway: Phrases[str]
    addresses: Phrases[str]
    deictics: Phrases[str]
    spoken: frozenset[str]


def load_placing(homes: Sequence[Path] = (HOME,)) -> Placing:
    """The table ``en/placing``."""
    lines = load("en/placing", PlacingLine, homes)

    def plain(role: str) -> frozenset[str]:
        return frozenset(form for line in lines if line.role == role for form in line.forms)

    def addressed(role: str) -> Phrases[str]:
        return Phrases((_words(f), line.address) for line in lines if line.role == role for f in line.forms)

    bearings = [line for line in lines if line.role == "bearing" and line.degrees is not None]
    parts: dict[str, float | None] = {f: None for line in lines if line.role == "part" for f in line.forms}
    parts |= {f: line.degrees for line in bearings for f in line.part}
    return Placing(
        at=addressed("at"),
        to=addressed("to"),
        by=addressed("by"),
        features=Phrases((_words(f), _feature(ln)) for ln in lines if ln.role == "feature" for f in ln.forms),
        bearings=Phrases((_words(f), _bearing(ln)) for ln in bearings for f in ln.forms),
        parts=MappingProxyType(parts),
        units=MappingProxyType({f: ln.km for ln in lines if ln.role == "unit" and ln.km for f in ln.forms}),
        titles=plain("title"),
        speech=addressed("speech"),
        taking=plain("taking"),
        never=plain("never"),
        shorts=plain("short"),
        organisations=plain("organisation"),
        civic=plain("civic"),
        leading=plain("leading"),
        parties=plain("party"),
        joiners=plain("joiner") | plain("article"),
        articles=plain("article"),
        dotted=plain("dotted"),
        lists=plain("list"),
        holding=plain("holding"),
        owning=plain("owning"),
        calling=addressed("calling"),
        numbers=Phrases(_numbers(lines)),
        of=addressed("of"),
        led=addressed("led"),
        based=addressed("based"),
        telling=addressed("telling"),
        lying=plain("lying"),
        plurals=plain("plural"),
        anaphors=Phrases((_words(f), _anaphor(ln)) for ln in lines if ln.role == "anaphor" for f in ln.forms),
        qualities=plain("quality"),
        definite=plain("definite"),
        indefinite=plain("indefinite"),
        citizens=plain("citizen"),
        ailments=plain("ailment"),
        kin=plain("kin"),
        relatives=plain("relative"),
        arms=plain("arm"),
        vehicles=plain("vehicle"),
        numbered=addressed("numbered"),
        joining=addressed("joining"),
        joined=plain("joined"),
        partitive=plain("partitive"),
        both=plain("both"),
        reckoned=plain("reckoned"),
        narrowing=plain("narrowing"),
        seams=plain("seam"),
        capitals=plain("capital"),
        sections=plain("section"),
        sites=addressed("site"),
        wielded=addressed("wielded"),
        midway=addressed("midway"),
        addresses=addressed("address"),
        deictics=addressed("deictic"),
        spoken=plain("spoken"),
    )


def _bearing(line: PlacingLine) -> Bearing:
    assert line.degrees is not None
    return Bearing(rule=line.address, degrees=line.degrees)


def _anaphor(line: PlacingLine) -> Anaphor:
    return Anaphor(rule=line.address, kinds=line.kinds, near=line.near, most=line.most, least=line.least)


def _numbers(lines: Sequence[PlacingLine]) -> Iterator[tuple[Words, float]]:
    for line in lines:
        if line.role == "number":
            yield from ((_words(form), line.value) for form in line.forms if line.value is not None)
            yield from ((_words(word), value) for word, value in line.counts.items())


def _words(form: str) -> Words:
    """The form as the parser cuts it: hyphens stand alone."""
    return tuple(form.replace("-", " - ").split())


def _feature(line: PlacingLine) -> Feature:
    return Feature(
        rule=line.address,
        kinds=line.kinds,
        own=line.own,
        capital=line.capital,
        near=line.near,
        settled=line.kinds[0] == "P.",
        holds=line.holds,
        precision=line.precision,
        most=line.most,
    )
