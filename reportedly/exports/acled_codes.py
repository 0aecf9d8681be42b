"""Happenings and parties in, ACLED's words and codes for them out.

Source: ACLED, *Codebook* (2021 and later), sections on event types, actors and interaction codes; column names and
code lists as in the package acledR. What the codebook leaves to its researchers is left out here.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from reportedly.exports.sides import country_of, is_civil
from reportedly.model.incident import Incident
from reportedly.model.reading import Who
from reportedly.model.words import Happening

Kind = tuple[str, str]
"""Event type and sub-event type."""

_BATTLE: Kind = ("Battles", "Armed clash")
_ATTACK: Kind = ("Violence against civilians", "Attack")
_SHELLING: Kind = ("Explosions/Remote violence", "Shelling/artillery/missile attack")
_BOMB: Kind = ("Explosions/Remote violence", "Remote explosive/landmine/IED")
_ACTIVITY: Kind = ("Strategic developments", "Change to group/activity")
_PROPERTY: Kind = ("Strategic developments", "Looting/property destruction")
_OTHER: Kind = ("Strategic developments", "Other")

_PLAIN: dict[Happening, Kind] = {
    Happening.AIR_STRIKE: ("Explosions/Remote violence", "Air/drone strike"),
    Happening.SHELLING: _SHELLING,
    Happening.MISSILE_STRIKE: _SHELLING,
    Happening.BOMBING: _BOMB,
    Happening.LANDMINE: _BOMB,
    Happening.SUICIDE_BOMBING: ("Explosions/Remote violence", "Suicide bomb"),
    Happening.CHEMICAL_ATTACK: ("Explosions/Remote violence", "Chemical weapon"),
    Happening.ARMED_CLASH: _BATTLE,
    Happening.AMBUSH: _BATTLE,
    Happening.ABDUCTION: ("Violence against civilians", "Abduction/forced disappearance"),
    Happening.ARREST: ("Strategic developments", "Arrests"),
    Happening.CEASEFIRE: ("Strategic developments", "Agreement"),
    Happening.ADVANCE: _ACTIVITY,
    Happening.WITHDRAWAL: _ACTIVITY,
    Happening.DEPLOYMENT: _ACTIVITY,
    Happening.HERITAGE_DAMAGE: _PROPERTY,
    Happening.INFRASTRUCTURE_DAMAGE: _PROPERTY,
    Happening.SIEGE: _OTHER,
    Happening.EVACUATION: _OTHER,
    Happening.DISPLACEMENT: _OTHER,
}
"""Happenings whose code does not hang on who did it to whom."""

_KILLINGS = frozenset({Happening.ASSASSINATION, Happening.EXECUTION, Happening.MASSACRE, Happening.OTHER_VIOLENCE})

POLITICAL = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
"""The event types that are political violence."""


class Inter(IntEnum):
    """Kinds of actors (columns inter1 and inter2)."""

    STATE = 1
    REBEL = 2
    MILITIA = 3
    CIVILIANS = 7
    EXTERNAL = 8


_ARMED = frozenset({Inter.STATE, Inter.REBEL, Inter.MILITIA, Inter.EXTERNAL})

_INTERS: dict[str, Inter] = {
    **dict.fromkeys(("state", "military", "police", "government", "air-force"), Inter.STATE),
    "armed-group": Inter.REBEL,
    "militia": Inter.MILITIA,
    **dict.fromkeys(("coalition", "international"), Inter.EXTERNAL),
}


def inter(who: Who, country: str | None) -> Inter | None:
    """The kind of an actor in a country: another country's forces are external; ``None`` where the words do not
    tell."""
    if is_civil(who):
        return Inter.CIVILIANS
    found = _INTERS.get(who.kind)
    home = country_of(who)
    foreign = home is not None and country is not None and home != country
    return Inter.EXTERNAL if found is Inter.STATE and foreign else found


def side(actors: Iterable[Who], country: str | None) -> Inter | None:
    """The kind of a side: that of its first armed actor, else of its first known one."""
    found = [kind for kind in (inter(who, country) for who in actors) if kind is not None]
    return next((kind for kind in found if kind in _ARMED), found[0] if found else None)


def interaction(first: Inter | None, second: Inter | None) -> int | None:
    """The lowest joint number of the two sides; a side alone is joined with 0."""
    sides = sorted(kind for kind in (first, second) if kind is not None)
    if not sides:
        return None
    return sides[0] * 10 + (sides[1] if len(sides) == 2 else 0)


def event_type(incident: Incident, first: Inter | None, second: Inter | None) -> Kind | None:
    """Type and sub-type, or ``None`` for what ACLED has no code for or the reports do not say enough of."""
    happening = incident.happening
    if happening in _PLAIN:
        return _PLAIN[happening]
    if happening is Happening.TERRITORY_GAINED:
        return _gained(first)
    if happening is Happening.AIRCRAFT_LOST:
        return _BATTLE if first in _ARMED else None
    if happening in _KILLINGS:
        return _killing(happening, first, second)
    return None


def disorder(event: str) -> str:
    """The column disorder_type of an event type."""
    return "Political violence" if event in POLITICAL else "Strategic developments"


def _gained(first: Inter | None) -> Kind | None:
    if first is Inter.STATE:
        return ("Battles", "Government regains territory")
    return ("Battles", "Non-state actor overtakes territory") if first in {Inter.REBEL, Inter.MILITIA} else None


def _killing(happening: Happening, first: Inter | None, second: Inter | None) -> Kind | None:
    if first in _ARMED and second in _ARMED:
        return _BATTLE
    if second is Inter.CIVILIANS or (second is None and happening is not Happening.OTHER_VIOLENCE):
        return _ATTACK if first is not None or happening is not Happening.OTHER_VIOLENCE else None
    return None
