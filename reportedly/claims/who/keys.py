"""Parties and tellers in, the ids by which they are known out; and a party as one who tells."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model.claim import Teller
from reportedly.model.reading import Who
from reportedly.model.words import Role


def keys_of(parties: Iterable[Who | Teller]) -> frozenset[str]:
    """The ids of all parties and of the sides that they belong to."""
    return frozenset(key for party in parties for key in (party.side, party.actor_id) if key)


def as_teller(who: Who) -> Teller:
    """The party, as one who tells."""
    return Teller(
        name=who.name,
        role=who.role or Role.UNKNOWN,
        span=who.span,
        anonymous=who.described,
        actor_id=who.actor_id,
        side=who.side,
    )
