"""The English words of placing in, one frozen table out: prepositions, feature words, directions, units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeVar, get_type_hints

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
        "force",
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


class Of:
    """The roles of the lines whose words a field holds."""

    def __init__(self, *roles: str) -> None:
        self.roles = frozenset(roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """All tables by lower-case word; keys of more than one word are tuples. A field that names roles holds the words of
    their lines."""

    at: Annotated[Phrases[str], Of("at")]
    to: Annotated[Phrases[str], Of("to")]
    by: Annotated[Phrases[str], Of("by")]
    features: Phrases[Feature]
    bearings: Phrases[Bearing]
    parts: Mapping[str, float | None]
    units: Mapping[str, float]
    titles: Annotated[frozenset[str], Of("title")]
    speech: Annotated[Phrases[str], Of("speech")]
    taking: Annotated[frozenset[str], Of("taking")]
    never: Annotated[frozenset[str], Of("never")]
    shorts: Annotated[frozenset[str], Of("short")]
    organisations: Annotated[frozenset[str], Of("organisation")]
    civic: Annotated[frozenset[str], Of("civic")]
    forces: Annotated[frozenset[str], Of("force")]
    leading: Annotated[frozenset[str], Of("leading")]
    parties: Annotated[frozenset[str], Of("party")]
    joiners: Annotated[frozenset[str], Of("joiner", "article")]
    articles: Annotated[frozenset[str], Of("article")]
    dotted: Annotated[frozenset[str], Of("dotted")]
    lists: Annotated[frozenset[str], Of("list")]
    holding: Annotated[frozenset[str], Of("holding")]
    owning: Annotated[frozenset[str], Of("owning")]
    calling: Annotated[Phrases[str], Of("calling")]
    numbers: Phrases[float]
    of: Annotated[Phrases[str], Of("of")]
    led: Annotated[Phrases[str], Of("led")]
    based: Annotated[Phrases[str], Of("based")]
    telling: Annotated[Phrases[str], Of("telling")]
    lying: Annotated[frozenset[str], Of("lying")]
    plurals: Annotated[frozenset[str], Of("plural")]
    anaphors: Phrases[Anaphor]
    qualities: Annotated[frozenset[str], Of("quality")]
    definite: Annotated[frozenset[str], Of("definite")]
    indefinite: Annotated[frozenset[str], Of("indefinite")]
    citizens: Annotated[frozenset[str], Of("citizen")]
    ailments: Annotated[frozenset[str], Of("ailment")]
    kin: Annotated[frozenset[str], Of("kin")]
    relatives: Annotated[frozenset[str], Of("relative")]
    arms: Annotated[frozenset[str], Of("arm")]
    vehicles: Annotated[frozenset[str], Of("vehicle")]
    numbered: Annotated[Phrases[str], Of("numbered")]
    joining: Annotated[Phrases[str], Of("joining")]
    joined: Annotated[frozenset[str], Of("joined")]
    partitive: Annotated[frozenset[str], Of("partitive")]
    both: Annotated[frozenset[str], Of("both")]
    reckoned: Annotated[frozenset[str], Of("reckoned")]
    narrowing: Annotated[frozenset[str], Of("narrowing")]
    seams: Annotated[frozenset[str], Of("seam")]
    capitals: Annotated[frozenset[str], Of("capital")]
    sections: Annotated[frozenset[str], Of("section")]
    sites: Annotated[Phrases[str], Of("site")]
    wielded: Annotated[Phrases[str], Of("wielded")]
    midway: Annotated[Phrases[str], Of("midway")]
    addresses: Annotated[Phrases[str], Of("address")]
    deictics: Annotated[Phrases[str], Of("deictic")]
    spoken: Annotated[frozenset[str], Of("spoken")]


def load_placing(homes: Sequence[Path] = (HOME,)) -> Placing:
    """The table ``en/placing``."""
    lines = load("en/placing", PlacingLine, homes)

    bearings = [line for line in lines if line.role == "bearing" and line.degrees is not None]
    parts: dict[str, float | None] = {f: None for line in lines if line.role == "part" for f in line.forms}
    parts |= {f: line.degrees for line in bearings for f in line.part}
    return Placing(
        features=Phrases((_words(f), _feature(ln)) for ln in lines if ln.role == "feature" for f in ln.forms),
        bearings=Phrases((_words(f), _bearing(ln)) for ln in bearings for f in ln.forms),
        parts=MappingProxyType(parts),
        units=MappingProxyType({f: ln.km for ln in lines if ln.role == "unit" and ln.km for f in ln.forms}),
        numbers=Phrases(_numbers(lines)),
        anaphors=Phrases((_words(f), _anaphor(ln)) for ln in lines if ln.role == "anaphor" for f in ln.forms),
        **dict(_by_role(lines)),
    )


def _by_role(lines: Sequence[PlacingLine]) -> Iterator[tuple[str, Any]]:
    """The fields of :class:`Placing` that say of which roles they are: words alone, or phrases with their addresses."""
    for name, hint in get_type_hints(Placing, include_extras=True).items():
        of = next((one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Of)), None)
        if of is None:
            continue
        found = [(form, line.address) for line in lines if line.role in of.roles for form in line.forms]
        if hint.__origin__ == frozenset[str]:
            yield name, frozenset(form for form, _ in found)
        else:
            yield name, Phrases((_words(form), address) for form, address in found)


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
