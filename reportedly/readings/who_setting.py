"""The names spotted in a report in, what its short forms mean out: "the Observatory", "the army", "the coalition"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.lexicon.actors import Actor, ActorKind
from reportedly.lexicon.names import Meaning, Names, Spotted, Use

_COUNTRYS = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE, ActorKind.MILITIA})
"""Kinds of actors that every country has one of: their short forms need only the country."""
_SAID = 2
"""Times that a report must name a country before "the army" is that country's."""
_SHARE = 0.4
"""Share of all mentions of countries that it must have."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report has named: actors with the offsets where each stands, and the country that it is about."""

    named: dict[str, tuple[int, ...]]
    country: str | None
    names: Names

    def meaning(self, spotted: Spotted) -> Meaning | None:
        """What a form stands for here; ``None`` for a short form that nothing settles."""
        best = spotted.meanings[0]
        short = [m for m in spotted.meanings if m.use is Use.SHORT]
        if not short or not (best.use is Use.SHORT or best.generic):
            return best
        settled = self._named(short, spotted.span.start) or self._of_country(short)
        return settled or (best if best.generic else None)

    def _named(self, meanings: Sequence[Meaning], offset: int) -> Meaning | None:
        """The candidate named last before the form, or else first after it (a headline comes before its story)."""
        best: tuple[tuple[bool, int], Meaning] | None = None
        for meaning in meanings:
            for at in self.named.get(meaning.actor.id, ()):
                rank = (at <= offset, at if at <= offset else -at)
                if best is None or rank > best[0]:
                    best = rank, meaning
        return best[1] if best else None

    def _of_country(self, meanings: Sequence[Meaning]) -> Meaning | None:
        if self.country is None:
            return None
        for meaning in meanings:
            own = meaning.actor.country == self.country
            if own and (meaning.actor.kind in _COUNTRYS or meaning.form.isupper()):
                return meaning
            if self.country in meaning.actor.theatres:
                return meaning
        branch = next((m for m in meanings if m.branch), None)
        actor = branch and self._arm(branch)
        return replace(branch, actor=actor) if actor and branch else None

    def _arm(self, meaning: Meaning) -> Actor | None:
        state = next((s for s in self.names.states.all if s.code == (self.country or "").lower()), None)
        if state is None or meaning.branch is None:
            return None
        arm = self.names.states.arm(state, meaning.branch)
        return self.names.actors.by_id(arm.id) or arm


def setting(spotted: Iterable[Spotted], names: Names) -> Setting:
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
        if meaning.actor.country and meaning.actor.kind not in {ActorKind.AGENCY, ActorKind.OUTLET}:
            countries[meaning.actor.country] += 1
    return Setting({k: tuple(v) for k, v in named.items()}, _main(countries), names)


def _main(countries: Counter[str]) -> str | None:
    """The country that a report is about, if one stands out."""
    if not countries:
        return None
    country, count = min(countries.items(), key=lambda pair: (-pair[1], pair[0]))
    return country if count >= _SAID and count >= _SHARE * countries.total() else None
