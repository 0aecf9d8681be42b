"""A view of a ledger and the name of a place in, who is said to hold it over time out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache

from reportedly.errors import LedgerError
from reportedly.estimates.control import GROUND, Holder, history, holders
from reportedly.gazetteer.keys import keys
from reportedly.model.claim import Claim
from reportedly.model.control import Ground, Holding, Stand
from reportedly.model.reading import Where
from reportedly.model.words import WherePrecision
from reportedly.store import ClaimFilter, View

_TOO_WIDE = frozenset({WherePrecision.VAGUE, WherePrecision.COUNTRY, WherePrecision.WATER_OR_AIR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A place's history: ``names`` under which reports speak of it, every statement by day, and who is said last to
    hold it. ``names`` is empty where the ledger speaks of no such place."""

    names: tuple[str, ...]
    stands: tuple[Stand, ...]
    holders: tuple[Holder, ...]


def control(view: View, place: str) -> Control:
    """The history of a place. Raises LedgerError where no claim and no statement names it."""
    names = _names(place, view.places())
    claims = (c for c in view.claims(ClaimFilter(places=names, happenings=GROUND)) if not c.container)
    stands = _worded(view, history(claims, view.holdings(names)))
    return Control(names=names, stands=stands, holders=holders(stands))


def grounds(view: View) -> tuple[Ground, ...]:
    """All places of which claims and statements tell who holds them, those most is told of first. A country is none,
    nor is a vague part of one or a sea: who takes ground in it does not hold it."""
    claims: dict[str, list[Claim]] = {}
    holdings: dict[str, list[tuple[str, Holding]]] = {}
    points: dict[str, Where] = {}
    for claim in view.claims(ClaimFilter(happenings=GROUND, container=False)):
        if claim.place is not None and claim.place.precision not in _TOO_WIDE:
            claims.setdefault(_met(claim.place, points), []).append(claim)
    held = (one for one in view.holdings() if one[1].place.precision not in _TOO_WIDE)
    for report, holding in held:
        holdings.setdefault(_met(holding.place, points), []).append((report, holding))
    found = (_ground(points[key], history(claims.get(key, ()), holdings.get(key, ()))) for key in sorted(points))
    return tuple(sorted((one for one in found if one.stands), key=lambda one: (-len(one.stands), one.place)))


def _met(place: Where, points: dict[str, Where]) -> str:
    """The key of a place; the first of its bearers that has a point stands for it."""
    key = place.place_id or place.name
    if key not in points or (points[key].latitude is None and place.latitude is not None):
        points[key] = place
    return key


def _ground(place: Where, stands: tuple[Stand, ...]) -> Ground:
    return Ground(
        place=place.name,
        place_id=place.place_id,
        latitude=place.latitude,
        longitude=place.longitude,
        stands=stands,
    )


def _names(place: str, known: Sequence[str]) -> tuple[str, ...]:
    wanted = keys(place).bare
    names = tuple(name for name in known if keys(name).bare == wanted)
    if names:
        return names
    near = get_close_matches(place, known, n=3)
    raise LedgerError(
        f"no claim of this ledger speaks of {place!r}",
        mend=f"did you mean {', '.join(near)}?" if near else "list the places with  reportedly claims LEDGER",
        code="place-unknown",
    )


def _worded(view: View, stands: Sequence[Stand]) -> tuple[Stand, ...]:
    """The statements with the words of their reports."""
    text = cache(lambda report: view.report(report).text)
    return tuple(replace(stand, text=" ".join(stand.span.of(text(stand.report)).split())) for stand in stands)
