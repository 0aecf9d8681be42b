"""An actor in, what it is in the codebooks' eyes out: of a state, of an armed group, a civilian; whose state's."""

from __future__ import annotations

import re

from reportedly.model.reading import Who

_GOVERNMENT = re.compile(r"([a-z]{2})-gov")
"""How the vocabulary names the side of a government: its ISO 3166-1 alpha-2 code first."""

STATE = frozenset({"state", "military", "police", "coalition", "government", "air-force"})
"""Kinds of actors that are of a state."""

GROUP = frozenset({"armed-group", "militia", "party"})
"""Kinds of actors that are organised and of no state."""

_PEOPLE = "civilians civilian children women people person relatives"
_CALLINGS = "medics medic medical rescuers rescue journalists journalist activists activist monitor media analysts"
_CIVIL = frozenset(f"{_PEOPLE} {_CALLINGS}".split())


def is_civil(who: Who) -> bool:
    """Whether the words name civilians. A person who is said to be of a party ("an MLF commander") is none."""
    return who.kind in _CIVIL and not (who.kind == "person" and who.actor_id is not None)


def country_of(who: Who) -> str | None:
    """The code of the country whose government the actor speaks or fights for, if it is one's."""
    found = _GOVERNMENT.fullmatch(who.side or "")
    return found.group(1).upper() if found else None
