"""An actor in, the country whose government it belongs to out."""

from __future__ import annotations

import re

from reportedly.model.reading import Who

_GOVERNMENT = re.compile(r"([a-z]{2})-gov")
"""How the vocabulary names the side of a government: its ISO 3166-1 alpha-2 code first."""


def country_of(who: Who) -> str | None:
    """The code of the country whose government the actor speaks or fights for, if it is one's."""
    found = _GOVERNMENT.fullmatch(who.side or "")
    return found.group(1).upper() if found else None
