"""Readings and the register of outlets in, the known actors and outlets of a stretch of text out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.lexicon.actors import ActorKind
from reportedly.lexicon.outlets import Outlet, Outlets
from reportedly.model.reading import Who
from reportedly.model.text import Span
from reportedly.model.words import Role

_SPEAKS_THROUGH_PEOPLE = frozenset({Role.MONITOR, Role.AGENCY, Role.MEDIA, Role.ACTIVIST, Role.MEDIC})
_BODIES = frozenset({ActorKind.INTERNATIONAL, ActorKind.RESCUE, ActorKind.MONITOR, ActorKind.ORGANISATION})
_COUNTRIES = frozenset({ActorKind.STATE, ActorKind.PEOPLE})
_NAMED = frozenset(ActorKind) | {"agency", "outlet"}
"""Kinds of actors that are names; the others ("officials", "sources") are people described."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An actor or outlet in the text. ``collective`` bodies speak through whoever speaks for them; ``named`` is false
    for people described, of whom only role and side are known."""

    span: Span
    id: str | None
    name: str
    role: Role
    side: str | None
    collective: bool = False
    country: bool = False
    outlet: bool = False
    person: bool = False
    named: bool = True

    @property
    def platform(self) -> bool:
        """Whether others speak on it, and it for nobody ("the mayor wrote on Telegram")."""
        return self.outlet and self.role is Role.SOCIAL_MEDIA


class Names:
    """The names of one report, in text order."""

    def __init__(self, actors: Sequence[Who], outlets: Outlets, text: str, day: date | None = None) -> None:
        """``day`` is that of publication: whose mouth an outlet was may have changed since."""
        found = [_outlet(hit.span, hit.values[0].on(day)) for hit in outlets.spot(text)]
        taken = [k.span for k in found]
        found += [k for w in actors if (k := _actor(w)) is not None and not _overlaps(taken, k.span)]
        self.all = sorted(found, key=lambda k: (k.span.start, -k.span.end))
        self._starts = [k.span.start for k in self.all]

    def around(self, span: Span) -> Known | None:
        """The name that a span lies in."""
        at = bisect_right(self._starts, span.start)
        return next((k for k in self.all[max(0, at - 1) : at] if k.named and k.span.covers(span)), None)

    def person(self, text: str) -> bool:
        """Whether words are the name of somebody whom the report elsewhere names as a person."""
        return any(k.person and k.name == text for k in self.all)

    def inside(self, span: Span) -> list[Known]:
        """Names that lie in a span."""
        first = bisect_left(self._starts, span.start)
        found = []
        for known in self.all[first:]:
            if known.span.start >= span.end:
                break
            if span.covers(known.span):
                found.append(known)
        return found


def _outlet(span: Span, outlet: Outlet) -> Known:
    return Known(
        span=span,
        id=outlet.id,
        name=outlet.name,
        role=outlet.role,
        side=outlet.side,
        collective=outlet.role is not Role.SOCIAL_MEDIA,
        outlet=True,
    )


def _actor(who: Who) -> Known | None:
    if who.role is None:
        return None
    named = who.kind in _NAMED and (who.actor_id is not None or who.kind == ActorKind.MONITOR)
    return Known(
        span=who.span,
        id=who.actor_id,
        name=who.name,
        role=who.role,
        side=who.side,
        collective=named and not who.described and (who.role in _SPEAKS_THROUGH_PEOPLE or who.kind in _BODIES),
        country=who.kind in _COUNTRIES,
        person=who.kind == "person",
        named=named,
    )


def _overlaps(taken: Sequence[Span], span: Span) -> bool:
    at = bisect_left(taken, span)
    return any(t.touches(span) for t in taken[max(0, at - 1) : at + 1])
