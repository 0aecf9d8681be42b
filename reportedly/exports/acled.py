"""An incident and what was told of it in, one row of ACLED's layout (31 columns) out.

An event of ACLED has a day, a place below the country and a type. An incident without one of them has no row; the
reason is counted. Codes: ACLED Codebook; see :mod:`reportedly.exports.acled_codes`.
"""

from __future__ import annotations

from datetime import date, timedelta

from reportedly.exports.acled_codes import POLITICAL, Inter, disorder, event_type, inter, interaction, side
from reportedly.exports.countries import Country, country
from reportedly.exports.records import first_day, last_day
from reportedly.exports.tables import Row
from reportedly.exports.walk import Told
from reportedly.model.disputes import disputes
from reportedly.model.incident import Incident, Origin
from reportedly.model.reading import Where, Who
from reportedly.model.words import DatePrecision, Measure, WherePrecision

_NAMES = """
    event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
    actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude
    longitude geo_precision source source_scale notes fatalities tags timestamp
"""
COLUMNS = tuple(_NAMES.split())
"""The columns of ACLED's interface, in its order."""

TIME = {DatePrecision.DAY: 1, DatePrecision.DAYS: 2, DatePrecision.WEEK: 2, DatePrecision.MONTH: 3}
"""time_precision: 1 the day, 2 within a week, 3 within a month (the middle of it)."""

_GEO = {
    WherePrecision.EXACT: 1,
    WherePrecision.NEAR: 2,
    WherePrecision.DISTRICT: 3,
    WherePrecision.PROVINCE: 3,
    WherePrecision.VAGUE: 3,
}
"""geo_precision: 1 the town itself, 2 near it, 3 a larger region."""

_NO_EVENT = "the dead are told of only in running totals and round-ups, which are no event"
_NO_DAY = "no day within a month is known"
_NO_PLACE = "no place below the country is known"
_NO_TYPE = "ACLED has no type for what is told, or the parties that would settle it are not named"


def acled_row(incident: Incident, told: Told) -> Row | str:
    """The row, or the reason why there is none."""
    if told.only_totals:
        return _NO_EVENT
    day, place = _day(incident), incident.place
    if day is None:
        return _NO_DAY
    if place is None or place.latitude is None or place.longitude is None or place.precision not in _GEO:
        return _NO_PLACE
    first, second = side(incident.perpetrators, place.country), side(incident.targets, place.country)
    kind = event_type(incident, first, second)
    if kind is None:
        return _NO_TYPE
    where = country(place.country)
    row: Row = dict.fromkeys(COLUMNS)
    row.update(
        event_id_cnty=_id(incident, where),
        event_date=day,
        year=day.year,
        time_precision=TIME[incident.date_precision or DatePrecision.DAY],
        disorder_type=disorder(kind[0]),
        event_type=kind[0],
        sub_event_type=kind[1],
        **_sides(incident, first, second),
        civilian_targeting="Civilian targeting" if second is Inter.CIVILIANS and kind[0] in POLITICAL else None,
        **_where(place, where),
        source="; ".join(sorted({report.outlet for report in told.reports if report.outlet})) or None,
        notes=_notes(incident, told),
        fatalities=fatalities(incident, told),
        tags=_tags(incident),
    )
    return row


def _day(incident: Incident) -> date | None:
    """The day, or the middle of a stretch of at most a month; an open stretch has none."""
    first, last = first_day(incident.days), last_day(incident.days)
    if first is None or last is None or incident.date_precision not in TIME:
        return None
    return first + timedelta(days=(last - first).days // 2)


def _id(incident: Incident, where: Country | None) -> str:
    """Country letters and a number made from the incident's id: the same in every export."""
    letters = (where and (where.alpha3 or where.alpha2)) or "ZZZ"
    return f"{letters}{int(''.join(c for c in incident.id if c in '0123456789abcdef') or '0', 16)}"


def _sides(incident: Incident, first: Inter | None, second: Inter | None) -> Row:
    place = incident.place.country if incident.place else None
    one, with_one = _actors(incident.perpetrators, first, place)
    two, with_two = _actors(incident.targets, second, place)
    return {
        "actor1": one,
        "assoc_actor_1": with_one,
        "inter1": first and int(first),
        "actor2": two,
        "assoc_actor_2": with_two,
        "inter2": second and int(second),
        "interaction": interaction(first, second),
    }


def _actors(actors: tuple[Who, ...], kind: Inter | None, place: str | None) -> tuple[str | None, str | None]:
    """The first actor of the side's kind, one with a name before one that is only described; and the others."""
    alike = sorted((who for who in actors if inter(who, place) is kind), key=lambda who: who.described)
    main = alike[0].name if alike else None
    others = dict.fromkeys(who.name for who in actors if who.name != main)
    return main, "; ".join(others) or None


def _where(place: Where, where: Country | None) -> Row:
    return {
        "iso": where and where.numeric,
        "country": where and where.name,
        "admin1": place.admin1,
        "location": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geo_precision": place.precision and _GEO[place.precision],
    }


def fatalities(incident: Incident, told: Told) -> int | None:
    """ACLED's number: the most conservative one given; 0 where no report tells of dead; nothing where they tell of
    dead and give no number, since ACLED's codes for that hang on how violent the place is."""
    killed = incident.estimate(Measure.KILLED)
    if killed is not None and (killed.low, killed.best) != (None, None):
        return killed.low if killed.low is not None else killed.best
    tells = any(toll.measure is Measure.KILLED for claim in told.claims for toll in claim.tolls)
    return None if tells or killed is not None else 0


def _notes(incident: Incident, told: Told) -> str:
    """What each origin says, in its report's words where those are shown; then what is contradicted."""
    lines = [_origin(origin, told) for origin in (*incident.origins, *incident.uncounted)]
    lines += [f"Contradicted ({found.kind.value}): {found.text}." for found in disputes(incident.contradictions)]
    return " ".join(lines)


def _origin(origin: Origin, told: Told) -> str:
    claim = told.first_of(origin)
    said = told.quote(claim) if claim else ""
    words = f": “{said}”" if said else ""
    report = f" [{claim.report}]" if claim else ""
    return f"{origin.name} ({origin.role.value}){words}{report}."


def _tags(incident: Incident) -> str:
    """The incident's id and what has no column: the range of the dead, the origins, the grade."""
    killed = incident.estimate(Measure.KILLED)
    span = f"; fatalities range={_end(killed.low)}-{_end(killed.high)}" if killed else ""
    return f"incident={incident.id}; origins={incident.independent_sources}; grade={incident.grade.value}{span}"


def _end(number: int | None) -> str:
    return "?" if number is None else str(number)
