"""The names spotted in a report in, what its short forms mean out: "the Observatory", "the army", "the coalition"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reportedly.lexicon.actors import Actor, ActorKind
from reportedly.lexicon.names import Meaning, Names, Spotted, Use
from reportedly.readings.who_glossed import glossed

_COUNTRYS = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE, ActorKind.MILITIA})
"""Kinds of actors that every country has one of: their short forms need only the country."""
_SAID = 2
"""Times that a report must name a country before "the army" is that country's."""
OFFICES = frozenset({"mod", "mfa", "interior", "health", "justice", "parliament", "premier", "presidency"})
"""Branches that a state has one of, so that naming one country's settles whose "the ministry" is."""
_ABROAD = frozenset({"embassy"})
"""Branches that are in other countries: "the army" behind the ambassador's daughter is not that of his country."""
_DEBATING = frozenset({"parliament"})
"""Branches that talk of other countries' forces as much as of their own."""
_SHARE = 0.4
"""Share of all mentions of countries that it must have."""
_QUOTED = re.compile(r"“[^“”\n]+”|\"[^\"\n]+\"")
_JOIN = 3
"""Letters of the one word between an office and its seat ("the defence ministry in Karsk")."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report has named: actors with the offsets where each stands, the country that it is about, and
    the arms of states as offset, country and branch. ``seated`` are the countries of offices whose seat stands right
    behind them, by offset; ``glossed`` says whose letters the report itself explains, ``None`` for a body unknown;
    ``quotes`` are the stretches of text in quotation marks."""

    named: dict[str, tuple[int, ...]]
    country: str | None
    names: Names
    arms: tuple[tuple[int, str, str], ...] = ()
    seated: tuple[tuple[int, str], ...] = ()
    glossed: Mapping[str, Actor | None] = field(default_factory=dict)
    quotes: tuple[tuple[int, int], ...] = ()

    def meaning(self, spotted: Spotted, start: int) -> Meaning | None:
        """What a form stands for in the sentence that begins at ``start``; ``None`` for a short form that nothing
        settles."""
        best = spotted.meanings[0]
        if best.form in self.glossed:
            actor = self.glossed[best.form]
            return None if actor is None else Meaning(actor, Use.NAME, best.form)
        short = [m for m in spotted.meanings if m.use is Use.SHORT]
        if not short or not (best.use is Use.SHORT or best.generic):
            return best
        at = spotted.span.start
        settled = self._seated(short, at) or self._named(short, at) or self._after_arm(short, at)
        settled = settled or self._of_country(short, self.country_at(start, at))
        return settled or (best if best.generic else None)

    def country_at(self, start: int, offset: int) -> str | None:
        """The country spoken of at an offset: that of the arm of a state named last before it in its sentence, which
        begins at ``start``, or else the report's. What others are quoted with says nothing of whoever tells it ("'The
        Korvian army's raid killed two', the health ministry said")."""
        own = (self.country or "").lower()
        near = [
            code
            for at, code, branch in self.arms
            if start <= at < offset and not self._only_quoted(at, offset) and (branch not in _DEBATING or code == own)
        ]
        return near[-1].upper() if near else self.country

    def _only_quoted(self, at: int, offset: int) -> bool:
        """Whether a quotation holds the first offset and not the second."""
        return any(start <= at < end <= offset for start, end in self.quotes)

    def _seated(self, meanings: Sequence[Meaning], offset: int) -> Meaning | None:
        """The candidate of the country whose seat of government stands right behind the form."""
        return self._of_country(meanings, next((code for at, code in self.seated if at == offset), None))

    def _named(self, meanings: Sequence[Meaning], offset: int) -> Meaning | None:
        """The candidate named last before the form, or else first after it (a headline comes before its story)."""
        best: tuple[tuple[bool, int], Meaning] | None = None
        for meaning in meanings:
            for at in self.named.get(meaning.actor.id, ()):
                rank = (at <= offset, at if at <= offset else -at)
                if best is None or rank > best[0]:
                    best = rank, meaning
        return best[1] if best else None

    def _after_arm(self, meanings: Sequence[Meaning], offset: int) -> Meaning | None:
        """The office of another country that was named before ("the Russian defence ministry … the ministry"), if the
        report names none such of its own country."""
        branch = next((m.branch for m in meanings if m.branch in OFFICES), None)
        same = [(at, code) for at, code, other in self.arms if other == branch]
        before = [one for one in same if one[0] < offset]
        if not before or (self.country or "").lower() in {code for _, code in same}:
            return None
        return self._of_country(meanings, max(before)[1].upper())

    def _of_country(self, meanings: Sequence[Meaning], country: str | None) -> Meaning | None:
        if country is None:
            return None
        for meaning in meanings:
            own = meaning.actor.country == country
            if own and (meaning.actor.kind in _COUNTRYS or meaning.form.isupper()):
                return meaning
            if country in meaning.actor.theatres:
                return meaning
        branch = next((m for m in meanings if m.branch), None)
        actor = branch and self._arm(branch, country)
        return replace(branch, actor=actor) if actor and branch else None

    def _arm(self, meaning: Meaning, country: str) -> Actor | None:
        state = next((s for s in self.names.states.all if s.code == country.lower()), None)
        if state is None or meaning.branch is None:
            return None
        arm = self.names.states.arm(state, meaning.branch)
        return self.names.actors.by_id(arm.id) or arm


def setting(spotted: Sequence[Spotted], names: Names, text: str) -> Setting:
    """The setting of a report's names."""
    named: dict[str, list[int]] = {}
    countries: Counter[str] = Counter()
    for found in spotted:
        meaning = found.meanings[0]
        if meaning.use is Use.SHORT or meaning.generic:
            continue
        if meaning.state is not None:
            countries[meaning.state.code.upper()] += 1
            continue
        if meaning.use in {Use.NAME, Use.ARM, Use.PERSON}:
            named.setdefault(meaning.actor.id, []).append(found.span.start)
        if meaning.actor.country and _tells_country(meaning.actor):
            countries[meaning.actor.country] += 1
    seats = tuple(_seated(spotted, text))
    arms = [arm for actor, places in named.items() for arm in _arms(actor, places, names)]
    return Setting(
        {k: tuple(v) for k, v in named.items()},
        _main(countries),
        names,
        tuple(sorted({*arms, *seats})),
        tuple((at, code.upper()) for at, code, _ in seats),
        glossed(spotted, text),
        tuple(found.span() for found in _QUOTED.finditer(text)),
    )


def _tells_country(actor: Actor) -> bool:
    """Whether an actor's country is likely the one that the report is about: a medium writes of any, and a group that
    fights abroad is told of where it fights."""
    abroad = actor.kind is ActorKind.ARMED_GROUP and bool(actor.theatres) and actor.country not in actor.theatres
    return not abroad and actor.kind not in {ActorKind.AGENCY, ActorKind.OUTLET}


def _seated(spotted: Sequence[Spotted], text: str) -> Iterator[tuple[int, str, str]]:
    """Offices named in short right before a seat of government ("the defence ministry in Karsk"), as offset, country
    and branch."""
    for office, seat in pairwise(spotted):
        branch = next((m.branch for m in office.meanings if m.use is Use.SHORT and m.branch in OFFICES), None)
        state = next((m.state for m in seat.meanings if m.use in (Use.SEAT, Use.STATE)), None)
        between = text[office.span.end : seat.span.start]
        joined = between.strip()
        if branch and state and len(joined) <= _JOIN and joined.islower() and between != joined:
            yield office.span.start, state.code, branch


def _arms(actor: str, places: Iterable[int], names: Names) -> Iterator[tuple[int, str, str]]:
    """Where an arm of a state is named ("ru-mod"), with the state's code and the arm's branch."""
    code, _, branch = actor.partition("-")
    known = names.actors.by_id(actor)
    if known is not None and known.kind is ActorKind.MILITARY and known.country:
        yield from ((at, known.country.lower(), "forces") for at in places)
    elif (
        branch in names.states.branches
        and branch not in _ABROAD
        and any(state.code == code for state in names.states.all)
    ):
        yield from ((at, code, branch) for at in places)


def _main(countries: Counter[str]) -> str | None:
    """The country that a report is about, if one stands out."""
    if not countries:
        return None
    country, count = min(countries.items(), key=lambda pair: (-pair[1], pair[0]))
    return country if count >= _SAID and count >= _SHARE * countries.total() else None
