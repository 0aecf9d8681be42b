"""Claims with their voices in, the voices with circles broken out: where outlets cite each other, none is the origin.

The Karsk Herald cites Marn Today, Marn Today cites The Karsk Herald. What both pass on has an origin that nobody
names; it counts once, whatever the number of outlets in the circle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.estimates.names import same_name
from reportedly.estimates.voices import RELAYS, Standing, Voice, mouthpiece, title
from reportedly.model.claim import Claim, Teller
from reportedly.model.words import Role

CIRCLE = "circle:"
"""With this begins the key of a voice that stands for the unnamed origin behind a circle."""


def broken(claims: Sequence[Claim], voices: Mapping[str, Voice]) -> dict[str, Voice]:
    """The voices, where those that end in a circle of outlets are one unnamed voice."""
    found = dict(voices)
    rings = _rings(claims)
    for claim in claims if rings else ():
        ring = next((r for r in rings if _outlet(claim.chain[-1]) in r), None) if claim.chain[1:] else None
        if ring and found[claim.id].standing is Standing.SOURCE:
            names = sorted(ring)
            found[claim.id] = replace(
                found[claim.id],
                key=CIRCLE + "|".join(names),
                name=f"unnamed origin behind {' and '.join(names)}",
                role=Role.UNKNOWN,
                anonymous=True,
                known=None,
                side=None,
            )
    return found


def _rings(claims: Sequence[Claim]) -> list[frozenset[str]]:
    """The sets of outlets in which everyone is cited, over one step or more, by everyone else."""
    cites: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        links = [_outlet(link) for link in claim.chain]
        for teller, cited in pairwise(links):
            if teller and cited and not same_name(teller, cited) and teller != cited:
                cites[teller].add(cited)
    names = sorted({*cites, *(name for cited in cites.values() for name in cited)})
    one = {name: _first_alike(name, names) for name in names}
    merged: dict[str, set[str]] = defaultdict(set)
    for name, those in cites.items():
        merged[one[name]].update(one[other] for other in those)
    reach = {name: _reached(name, merged) for name in sorted(merged)}
    rings = {frozenset(other for other in reach[name] if name in reach.get(other, ())) for name in reach}
    spelt = {ring: frozenset(name for name in names if one[name] in ring) for ring in rings if len(ring) > 1}
    return sorted(spelt.values(), key=sorted)


def _outlet(link: Teller) -> str | None:
    """The name of a link that passes on; none for a party's own mouth, which is an origin, and for nobody named."""
    if (
        link.role not in RELAYS
        or link.anonymous
        or not link.name
        or (link.role is not Role.OUTLET and mouthpiece(link))
    ):
        return None
    return title(link)


def _first_alike(name: str, names: Sequence[str]) -> str:
    return next(other for other in names if other == name or same_name(other, name))


def _reached(name: str, cites: Mapping[str, set[str]]) -> frozenset[str]:
    """All whom the outlet cites, over one step or more."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for other in sorted(cites.get(waiting.pop(), ())):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return frozenset(found)
