"""``vocab/outlets`` in, a frozen register of outlets and agencies out: found by name, in a text or by web address.

The register says who prints or relays and whose mouth it is; it holds no opinion on anyone's credibility.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from reportedly.lexicon.lines import HOME, Line, load
from reportedly.lexicon.trie import Hit, Trie, cut
from reportedly.model.words import Role


class OutletKind(StrEnum):
    """What an outlet is."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    BROADCASTER = "broadcaster"
    SITE = "site"
    BLOG = "blog"
    PARTY_MEDIA = "party-media"
    SOCIAL_MEDIA = "social-media"


class Mouth(StrEnum):
    """For whom an outlet speaks: a fact of ownership and office, no judgement of what it says.

    ``own``: for itself, as far as the line's citation tells of no owner that is a party, a state or a monitor.
    """

    STATE = "state"
    PARTY = "party"
    MONITOR = "monitor"
    INTERNATIONAL = "international"
    OWN = "own"


class TermLine(BaseModel):
    """What was otherwise about an outlet in a time of its past: its name, owner, side or state, from ``since`` up to
    the day before ``until``. What is not given was as it is now, but for side and state, which ``free`` takes away."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    since: date | None = None
    until: date | None = None
    name: str | None = None
    owner: str | None = None
    side: str | None = None
    state: bool = False
    free: bool = False
    cite: str


class OutletLine(Line):
    """A line of ``vocab/outlets``. ``side`` is the actor id of the party whose mouth the outlet is, if of any;
    ``state`` says that a state owns or directs it (a public broadcaster with an independent charter is none);
    ``owner`` names who owns it, where that is worth telling. ``mouth`` is given where side and state do not tell it.
    ``since`` and ``until`` are its first and last day; ``terms`` what was otherwise before."""

    name: str
    forms: tuple[str, ...] = ()
    kind: OutletKind
    country: str | None = None
    side: str | None = None
    state: bool = False
    domains: tuple[str, ...] = ()
    owner: str | None = None
    mouth: Mouth | None = None
    since: date | None = None
    until: date | None = None
    terms: tuple[TermLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet or agency. ``country`` is ISO 3166-1 alpha-2; ``rule`` the address of its vocabulary line."""

    id: str
    name: str
    kind: OutletKind
    country: str | None
    side: str | None
    state: bool
    domains: tuple[str, ...]
    rule: str
    owner: str | None = None
    mouth: Mouth = Mouth.OWN
    since: date | None = None
    until: date | None = None
    terms: tuple[TermLine, ...] = ()

    def on(self, day: date | None) -> Outlet:
        """The outlet as it was on a day: its name, owner and side then. Without a day, as it is now."""
        term = next((t for t in self.terms if day is not None and _within(t, day)), None)
        if term is None:
            return self
        side = term.side or (None if term.free else self.side)
        state = term.state or (self.state and not term.free)
        mouth = _mouth(None, side, state) if term.side or term.free else self.mouth
        return replace(
            self, name=term.name or self.name, owner=term.owner or self.owner, side=side, state=state, mouth=mouth
        )

    @property
    def role(self) -> Role:
        """Its role when somebody cites it."""
        if self.kind is OutletKind.AGENCY:
            return Role.AGENCY
        return Role.SOCIAL_MEDIA if self.kind is OutletKind.SOCIAL_MEDIA else Role.MEDIA


@dataclass(frozen=True, slots=True)
class Outlets:
    """All outlets, by id, by any of their names and by domain."""

    all: tuple[Outlet, ...]
    names: tuple[tuple[str, Outlet], ...]
    trie: Trie[Outlet]
    _ids: Mapping[str, Outlet]
    _domains: Mapping[str, Outlet]

    def by_id(self, outlet_id: str) -> Outlet | None:
        """The outlet of an id."""
        return self._ids.get(outlet_id)

    def find(self, text: str) -> Outlet | None:
        """The outlet that a few words name: "the Karsk Herald", "a Northwire photographer", a domain or web address.

        A form that is the whole text comes first, then an address, then the first form inside the text.
        """
        whole = self.trie.find(text)
        if whole:
            return whole[0]
        return self.at(text) or next((hit.values[0] for hit in self.spot(text)), None)

    def spot(self, text: str) -> tuple[Hit[Outlet], ...]:
        """The outlets named in a text, with offsets into it."""
        return tuple(self.trie.spot(cut(text), text))

    def at(self, url: str) -> Outlet | None:
        """The outlet of a web address, by its domain or a domain above it."""
        host = urlsplit(url if "//" in url else f"//{url}").hostname if "." in url and " " not in url else None
        parts = (host or "").split(".")
        for start in range(len(parts) - 1):
            found = self._domains.get(".".join(parts[start:]))
            if found:
                return found
        return None


def load_outlets(homes: Sequence[Path] = (HOME,)) -> Outlets:
    """The register from vocabulary files. Raises VocabError with file and line."""
    return outlets(load("outlets", OutletLine, homes))


def outlets(lines: Iterable[OutletLine]) -> Outlets:
    """The register of these lines. An outlet's own name comes before its other forms."""
    found: list[Outlet] = []
    names: list[tuple[str, Outlet]] = []
    for line in lines:
        outlet = Outlet(
            id=line.id,
            name=line.name,
            kind=line.kind,
            country=line.country,
            side=line.side,
            state=line.state,
            domains=line.domains,
            rule=line.address,
            owner=line.owner,
            mouth=_mouth(line.mouth, line.side, line.state),
            since=line.since,
            until=line.until,
            terms=line.terms,
        )
        found.append(outlet)
        names.extend((form, outlet) for form in dict.fromkeys((line.name, *line.forms, *_past_names(line))))
    return Outlets(
        all=tuple(found),
        names=tuple(names),
        trie=Trie(names),
        _ids=MappingProxyType({o.id: o for o in found}),
        _domains=MappingProxyType({d: o for o in reversed(found) for d in o.domains}),
    )


def _past_names(line: OutletLine) -> Iterable[str]:
    return (term.name for term in line.terms if term.name)


def _within(term: TermLine, day: date) -> bool:
    return (term.since is None or term.since <= day) and (term.until is None or day < term.until)


def _mouth(given: Mouth | None, side: str | None, state: bool) -> Mouth:
    """As the line says; else the state's if a state's, a party's if it has a side, else its own."""
    if given is not None:
        return given
    if state or (side or "").endswith(_GOVERNMENT):
        return Mouth.STATE
    return Mouth.PARTY if side else Mouth.OWN


_GOVERNMENT = "-gov"
"""How the ids of governments end in ``vocab/actors``."""
