"""Closed sets of words: the vocabularies that the machine interface fixes."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Happening(StrEnum):
    """What a claim says took place."""

    AIR_STRIKE = "air-strike"
    SHELLING = "shelling"
    MISSILE_STRIKE = "missile-strike"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide-bombing"
    ARMED_CLASH = "armed-clash"
    AMBUSH = "ambush"
    ASSASSINATION = "assassination"
    EXECUTION = "execution"
    MASSACRE = "massacre"
    CHEMICAL_ATTACK = "chemical-attack"
    LANDMINE = "landmine"
    ABDUCTION = "abduction"
    ARREST = "arrest"
    TERRITORY_GAINED = "territory-gained"
    TERRITORY_LOST = "territory-lost"
    ADVANCE = "advance"
    WITHDRAWAL = "withdrawal"
    DEPLOYMENT = "deployment"
    SIEGE = "siege"
    CEASEFIRE = "ceasefire"
    EVACUATION = "evacuation"
    DISPLACEMENT = "displacement"
    HERITAGE_DAMAGE = "heritage-damage"
    INFRASTRUCTURE_DAMAGE = "infrastructure-damage"
    AIRCRAFT_LOST = "aircraft-lost"
    STATEMENT = "statement"
    OTHER_VIOLENCE = "other-violence"
    OTHER = "other"


class Stance(StrEnum):
    """How the last link of a chain holds its content."""

    STATES = "states"
    ALLEGES = "alleges"
    DENIES = "denies"
    DOUBTS = "doubts"
    CONFIRMS = "confirms"
    CLAIMS_RESPONSIBILITY = "claims-responsibility"


class Role(StrEnum):
    """What a teller is."""

    OUTLET = "outlet"
    AGENCY = "agency"
    OFFICIAL = "official"
    MILITARY = "military"
    ARMED_GROUP = "armed-group"
    MONITOR = "monitor"
    ACTIVIST = "activist"
    WITNESS = "witness"
    MEDIC = "medic"
    ANALYST = "analyst"
    SOCIAL_MEDIA = "social-media"
    MEDIA = "media"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class Measure(StrEnum):
    """What a toll counts. The first nine count people."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    CAPTURED = "captured"
    ABDUCTED = "abducted"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    PRESENT = "present"
    STRIKES = "strikes"
    SORTIES = "sorties"
    SHELLS = "shells"
    VEHICLES = "vehicles"
    AIRCRAFT = "aircraft"
    BUILDINGS = "buildings"
    VILLAGES = "villages"
    AREA_KM2 = "area_km2"
    LOSSES = "losses"
    CASUALTIES = "casualties"


class WherePrecision(IntEnum):
    """UCDP GED where_prec."""

    EXACT = 1
    NEAR = 2
    DISTRICT = 3
    PROVINCE = 4
    VAGUE = 5
    COUNTRY = 6
    WATER_OR_AIR = 7


class DatePrecision(IntEnum):
    """UCDP GED date_prec."""

    DAY = 1
    DAYS = 2
    WEEK = 3
    MONTH = 4
    YEAR = 5


class Grade(StrEnum):
    """Airwars civilian harm grading."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


class Policy(StrEnum):
    """Whose rules put the figures together."""

    OURS = "ours"
    UCDP = "ucdp"
    ACLED = "acled"
    AIRWARS = "airwars"


class ContradictionKind(StrEnum):
    """On what two claims disagree."""

    TOLL = "toll"
    DENIAL = "denial"
    ATTRIBUTION = "attribution"
    DATE = "date"
    PLACE = "place"


class Denied(StrEnum):
    """What a denial denies of the claim that it answers."""

    TOLL = "toll"  # the count
    BLAME = "blame"  # that the one who denies did it
    EXISTENCE = "existence"  # that it happened, or happened so


class Verdict(StrEnum):
    """What a person or a rule says of two claims or incidents."""

    SAME = "same"
    DIFFERENT = "different"


class Ruling(StrEnum):
    """What a person rules of one claim."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
