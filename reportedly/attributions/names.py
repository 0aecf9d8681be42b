"""Readings and registers in, the known actors and outlets of a stretch of text out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.lexicon.actors import Actors
from reportedly.lexicon.outlets import Outlets
from reportedly.model.reading import Who
from reportedly.model.text import Span
from reportedly.model.words import Role

_COLLECTIVE = frozenset({Role.MONITOR, Role.AGENCY, Role.MEDIA, Role.ACTIVIST, Role.MEDIC})
_COLLECTIVE_KINDS = frozenset({"international", "rescue", "monitor", "organisation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An actor or outlet named in the text. ``collective`` bodies speak through whoever speaks for them."""

    span: Span
    id: str
    name: str
    role: Role
    side: str | None
    collective: bool
    country: bool = False


class Names:
    """The names of one report, in text order."""

    def __init__(self, actors: Sequence[Who], outlets: Outlets, text: str, register: Actors | None = None) -> None:
        self._register = register
        found = [_outlet(hit.span, hit.values[0].id, outlets) for hit in outlets.spot(text)]
        taken = sorted(k.span for k in found)
        found += [k for w in actors if (k := _actor(w)) is not None and not _overlaps(taken, k.span)]
        self.all = sorted(found, key=lambda k: (k.span.start, -k.span.end))
        self._starts = [k.span.start for k in self.all]

    def inside(self, span: Span) -> list[Known]:
        """Names that lie in a span."""
        first = bisect_left(self._starts, span.start)
        found = []
        for known in self.all[first:]:
            if known.span.start >= span.end:
                break
            found.append(known)
        return found


def _outlet(span: Span, outlet_id: str, outlets: Outlets) -> Known:
    outlet = outlets.by_id(outlet_id)
    assert outlet is not None  # the register found it a moment ago
    return Known(span=span, id=outlet.id, name=outlet.name, role=outlet.role, side=outlet.side, collective=True)


def _actor(who: Who) -> Known | None:
    if who.actor_id is None or who.role is None:
        return None
    return Known(
        span=who.span,
        id=who.actor_id,
        name=who.name,
        role=who.role,
        side=who.side,
        collective=who.role in _COLLECTIVE or who.kind in _COLLECTIVE_KINDS,
        country=who.kind in ("state", "people"),
    )


def _overlaps(taken: Sequence[Span], span: Span) -> bool:
    at = bisect_left(taken, span)
    return any(t.touches(span) for t in taken[max(0, at - 1) : at + 1])
