"""What a time says before it is anchored: frozen types, the bridge from the words found to the days they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.mention import Mention, TimeType


class Unit(StrEnum):
    """Units of time, by their letter in a TIMEX3 value (T before those shorter than a day)."""

    SECOND = "TS"
    MINUTE = "TM"
    HOUR = "TH"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    FORTNIGHT = "2W"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "SN"
    HALF = "H"
    YEAR = "Y"
    DECADE = "E"
    CENTURY = "C"
    MILLENNIUM = "L"


class Pointer(StrEnum):
    """From where a time is counted: the telling (last, this, next) or the date last spoken of (the others)."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    PREVIOUS = "previous"
    FOLLOWING = "following"
    THAT = "that"
    LATEST = "latest"


class Origin(StrEnum):
    """Where counting starts: the day of the telling, or the date last spoken of."""

    TELLING = "telling"
    FOCUS = "focus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A time named by a calendar, perhaps in part: "March", "Friday, Oct. 23", "the third quarter of last year".

    ``season`` is a TIMEX3 code, ``feast`` the id of a vocabulary line, ``decade`` counts tens of years (198) or, where
    ``short`` is set, those of a century that is not said ("the '80s" is 8), ``century`` counts hundreds (19).
    ``week`` asks for the week that holds the day, ``shift`` for the day so many days on. ``pointer`` stands before the
    name; ``year_pointer`` says which year, where it is counted and not named ("June last year"), ``within`` which week
    ("Tuesday last week"), ``nth_week`` which week of a month and ``nth_day`` which day of a feast (-1 is the last).
    ``until`` is the last day of a stretch within the month ("3-7 March"), ``upto`` the last year of one of years
    ("2015-16"); ``ends`` marks a week that ends with the day ("the week to 20 March"), ``likewise`` a year whose
    part is that last spoken of ("the 2014 quarter").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    feast: str | None = None
    decade: int | None = None
    century: int | None = None
    short: bool = False
    week: bool = False
    shift: int = 0
    pointer: Pointer | None = None
    year_pointer: Pointer | None = None
    within: Pointer | None = None
    nth_week: int | None = None
    nth_day: int | None = None
    until: int | None = None
    upto: int | None = None
    ends: bool = False
    likewise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stepped:
    """So many units from the telling or from the date last spoken of: "last week", "17 days ago", "a year earlier".

    ``steps`` is ``None`` where the words give no number ("several years ago"). ``sign`` is -1, 0 or 1. ``compares``
    marks words that after a quarter of a year speak of the same or the last such quarter ("a year ago", "the quarter").
    """

    unit: Unit
    steps: float | None
    sign: int
    origin: Origin = Origin.TELLING
    compares: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """A stretch of time: "three days", "the past two weeks", "recent months". ``amount`` is ``None`` where unsaid.

    ``pointer`` says on which side of the telling it lies, where it says so; ``place`` that it is the first (1) or the
    last (-1) stretch of what follows ("the first ten days of March").
    """

    unit: Unit
    amount: float | None
    pointer: Pointer | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """A time that comes again: "daily", "every Friday". ``value`` is the TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A time without calendar: "recently" (PAST_REF), "a while" (PXX)."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day on the 24-hour clock. ``zone`` is ``Z`` or an offset from UTC, ``None`` where it is not said."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value of the time of day."""
        return f"T{self.hour:02d}" if self.minute is None else f"T{self.hour:02d}:{self.minute:02d}"


Core = Named | Stepped | Lasting | Repeated | Unplaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time as its words give it. ``core`` is ``None`` for a mere time of day, which takes its day from elsewhere.

    ``edge`` narrows it to its START, MID or END; ``approx`` is a TIMEX3 mod; ``part`` is a part of the day (MO, AF,
    NI …), ``spills`` whether it runs into the next day ("overnight"). ``type`` overrides the type that the core gives.
    """

    core: Core | None
    edge: str | None = None
    approx: str | None = None
    part: str | None = None
    clock: Clock | None = None
    spills: bool = False
    type: TimeType | None = None


class Limit(StrEnum):
    """Whether a time bounds what is told: always ("as of Thursday"), with a perfect verb ("by Thursday"), or not."""

    NONE = "none"
    PERFECT = "perfect"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Mention):
    """Words for a time and what they say. ``sentence`` is the passage in which they begin, ``before`` the word before
    them in lower case, ``leads`` whether that is a preposition of time ("on", "since"),
    ``ahead`` whether it looks forward ("as early as"), ``closes`` whether it is the end of a stretch just named ("the
    quarter ended Sept. 30"), ``limit`` whether it bounds what is told, ``printed`` whether it is marked as the day of a
    page or of a quoted post."""

    expression: Expression
    before: str = ""
    leads: bool = False
    ahead: bool = False
    since: bool = False
    closes: bool = False
    printed: bool = False
    limit: Limit = Limit.NONE
