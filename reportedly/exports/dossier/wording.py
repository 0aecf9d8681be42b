"""Days, ranges, places and kinds in, the words that a dossier has for them out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from reportedly.exports.countries import country
from reportedly.exports.records import first_day, last_day
from reportedly.model.incident import Estimate, Incident
from reportedly.model.reading import Interval, Where
from reportedly.model.words import DatePrecision, WherePrecision

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

_WHERE = {
    WherePrecision.EXACT: "the place itself",
    WherePrecision.NEAR: "near the place",
    WherePrecision.DISTRICT: "the district",
    WherePrecision.PROVINCE: "the province",
    WherePrecision.VAGUE: "a vague region",
    WherePrecision.COUNTRY: "the country",
    WherePrecision.WATER_OR_AIR: "at sea or in the air",
}
_WHEN = {
    DatePrecision.DAY: "to the day",
    DatePrecision.DAYS: "within a few days",
    DatePrecision.WEEK: "within a week",
    DatePrecision.MONTH: "within a month",
    DatePrecision.YEAR: "within a year",
}


def heading(incident: Incident) -> str:
    """What, where and when, in one line."""
    place = incident.place.name if incident.place else "place not known"
    return f"{kind(incident.happening.value)}, {place}, {days(incident.days)}"


def kind(word: str) -> str:
    """A word of the interface as words: "Air strike"."""
    plain = word.replace("_", " ").replace("-", " ")
    return plain[:1].upper() + plain[1:]


def day(of: date | None) -> str:
    """A day in words."""
    return f"{of.day} {_MONTHS[of.month - 1]} {of.year}" if of else "day not known"


def short_day(of: date | None) -> str:
    """A day in few words."""
    return f"{of.day} {_MONTHS[of.month - 1][:3]}" if of else "no day"


def days(interval: Interval | None) -> str:
    """Days in words, the first and the last included; all of a month or year is called by its name."""
    first, last = first_day(interval), last_day(interval)
    if first is None and last is None:
        return "day not known"
    if first is None:
        return f"not after {day(last)}"
    if last is None:
        return f"from {day(first)}"
    if first == last:
        return day(first)
    whole = first.year == last.year and first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole and (first.month, last.month) == (1, 12):
        return str(first.year)
    if whole and first.month == last.month:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    shown = f"{first.day} {_MONTHS[first.month - 1]}" if first.year == last.year else day(first)
    return f"{shown} – {day(last)}"


def when(incident: Incident) -> str:
    """The days with how precise they are."""
    said = _WHEN.get(incident.date_precision) if incident.date_precision else None
    return f"{days(incident.days)} ({said})" if said and incident.days else days(incident.days)


def where(place: Where | None) -> str:
    """A place with its division and country."""
    if place is None:
        return "not known"
    land = country(place.country)
    names = (place.name, place.admin1, land.name if land and land.name != land.alpha2 else None)
    return ", ".join(dict.fromkeys(name for name in names if name))


def precision(place: Where) -> str:
    """How precise a point is, in words; without a point, that it has none."""
    if place.latitude is None or place.longitude is None:
        return "no gazetteer knows the point"
    said = _WHERE.get(place.precision, "not stated") if place.precision else "not stated"
    radius = f", within {place.radius_km:g} km" if place.radius_km else ""
    return f"{place.latitude:g}, {place.longitude:g} ({said}{radius})"


def figure(low: int | None, best: int | None, high: int | None) -> str:
    """A range in words: "17 (12 to 19)", "33 or more", "12 to 19"."""
    return " ".join(filter(None, headline(low, best, high)))


def headline(low: int | None, best: int | None, high: int | None) -> tuple[str, str]:
    """The number that stands for a range, and in brackets the ends that it leaves."""
    if best is None:
        return _ends(low, high), ""
    if low == best == high:
        return grouped(best), ""
    if low == best and high is None:
        return grouped(best), "or more"
    return grouped(best), f"({_ends(low, high)})"


def _ends(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return grouped(low) if low == high else f"{grouped(low)} to {grouped(high)}"
    if low is not None:
        return f"{grouped(low)} or more"
    return f"up to {grouped(high)}" if high is not None else "not known"


def grouped(number: int) -> str:
    """A number with its thousands apart."""
    return f"{number:,}"


def told(estimate: Estimate | None) -> str:
    """An estimate in words; a dash where the reports give none."""
    return figure(estimate.low, estimate.best, estimate.high) if estimate else "–"


def listed(names: Sequence[str]) -> str:
    """Names, each once; what nobody says is said to be so."""
    return ", ".join(dict.fromkeys(names)) or "not said"


def many(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{grouped(count)} {noun if count == 1 else f'{noun}s'}"
