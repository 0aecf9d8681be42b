"""A claim in the making, with what its own sentence left open; and what any two claims of a report are to each other:
both violent, near each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from reportedly.claims.frames.mishaps import Mishap
from reportedly.model.claim import Claim
from reportedly.model.globe import distance_km
from reportedly.model.reading import When, Where
from reportedly.model.words import Happening, WherePrecision

REMOTE = frozenset(
    {
        Happening.AIR_STRIKE,
        Happening.SHELLING,
        Happening.MISSILE_STRIKE,
        Happening.BOMBING,
        Happening.SUICIDE_BOMBING,
        Happening.CHEMICAL_ATTACK,
        Happening.LANDMINE,
    }
)
"""Kinds of violence from afar, or by what blows up."""
_VIOLENT = REMOTE | frozenset(
    {
        Happening.ARMED_CLASH,
        Happening.AMBUSH,
        Happening.ASSASSINATION,
        Happening.EXECUTION,
        Happening.MASSACRE,
        Happening.OTHER_VIOLENCE,
        Happening.AIRCRAFT_LOST,
    }
)
TAKEN_OVER = "code:story"
"""The rule by which a claim takes over from another of its report what its own words leave out."""

SAME_KM = 25.0
"""Two points this near can be one scene: the error of a village named by its town."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim with what its own sentence left open: ``vague`` where only words like "killed" name the happening,
    ``dated`` where its own words date it or the story did, ``hour`` where they say only the time of day, ``bounded``
    where they only say that it was not later, ``ground`` for standing background and round-ups, which take nothing
    over, ``resumes`` where a definite noun names the happening ("the strike") and so points back at what was just told,
    ``shot`` where its words say that somebody shot, ``ahead`` where its day lies after the telling, ``dying`` where its
    day is that of a death, ``wounded`` where somebody dies of his wounds. ``reached`` is the day that the narration has
    reached before the claim's sentence, ``reaches`` the one that it comes to next. ``apart`` is how far it lies from
    the claim told before it in its sentence ("the raid came a day after …"). ``spread`` says that its words tell of
    several happenings all over its place, ``another`` that they tell of another happening than the one before ("other
    missiles hit"), ``elsewhere`` that they leave where the report was, ``opens`` that their sentence sets out with
    their place, ``general`` that none of them names a deed alone ("killed", "an explosion"), ``natural`` that they tell
    of dying or injuries alone; ``mishap`` is the earthquake, the crash or the illness that they tell of; ``earlier``
    says that it came before what the report is about, ``compared`` that this is only measured against it ("the worst
    since a bomb killed nine"), ``farther`` that it points at the deed told just before ("that attack"), ``aside`` that
    it goes on with a year or month gone by, ``raid`` that they call it a raid. ``gathers`` marks a count over several
    happenings. ``words`` are the lemmas of its words for what happened, ``land`` is the country as which what was
    struck is named ("Korvian factories")."""

    claim: Claim
    vague: bool
    dated: bool
    ground: bool
    bounded: bool = False
    resumes: bool = False
    hour: bool = False
    shot: bool = False
    ahead: bool = False
    dying: bool = False
    wounded: bool = False
    reached: When | None = None
    reaches: When | None = None
    apart: tuple[timedelta, timedelta] | None = None
    spread: bool = False
    words: frozenset[str] = frozenset()
    another: bool = False
    elsewhere: bool = False
    opens: bool = False
    land: Where | None = None
    mishap: Mishap | None = None
    general: bool = False
    natural: bool = False
    earlier: bool = False
    compared: bool = False
    farther: bool = False
    aside: bool = False
    gathers: bool = False
    raid: bool = False
    heading: bool = False


def violent(claim: Claim) -> bool:
    """Whether a claim tells of violence."""
    return claim.happening in _VIOLENT


def near(one: Where, other: Where) -> bool:
    """Whether two places can be one scene: near each other, or one inside the other's province or country."""
    if one.name == other.name:
        return True
    away = _apart(one, other)
    if away is None:
        return None in (one.country, other.country) or one.country == other.country
    if away <= SAME_KM + max(one.radius_km or 0, other.radius_km or 0):
        return True
    wide = max((one, other), key=lambda p: int(p.precision or 1))
    narrow = other if wide is one else one
    if wide.precision in {WherePrecision.COUNTRY, WherePrecision.VAGUE}:
        return wide.country == narrow.country
    return wide.precision is WherePrecision.PROVINCE and wide.admin1 is not None and wide.admin1 == narrow.admin1


def _apart(one: Where, other: Where) -> float | None:
    """Kilometres between two places, where both have coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return distance_km(one.latitude, one.longitude, other.latitude, other.longitude)
