"""A comparison with another dataset in, the plain objects of the machine interface out (JSON Lines)."""

from __future__ import annotations

from typing import Any

from reportedly.model.rival import Counterpart, Event, Gap, Tallied

Record = dict[str, Any]


def counterpart_record(found: Counterpart) -> Record:
    """One line of ``reportedly compare``; ``earliest`` and ``latest`` are what date and precision leave open."""
    return {
        "standing": found.standing.value,
        "ours": found.ours and _event(found.ours),
        "theirs": found.theirs and _event(found.theirs),
        "fields": [_gap(gap) for gap in found.gaps],
        "differs": [name.value for name in found.differs],
        "score": found.score,
        "why": list(found.why),
    }


def tallied_record(tallied: Tallied) -> Record:
    """The comparison in numbers."""
    return {
        "scheme": tallied.scheme.value,
        "days": tallied.days,
        "km": tallied.km,
        "theirs": tallied.theirs_read,
        "ours": tallied.ours_read,
        "both_cover": {
            "earliest": tallied.both.first and tallied.both.first.isoformat(),
            "latest": tallied.both.last and tallied.both.last.isoformat(),
            "countries": sorted(tallied.both.countries),
        },
        "matched": tallied.matched,
        "matched_beyond": tallied.beyond,
        "missing": tallied.missing,
        "extra": tallied.extra,
        "share_of_theirs": tallied.share_of_theirs,
        "share_of_ours": tallied.share_of_ours,
        "agreement": [{"field": a.field.value, "agree": a.agree, "both": a.both} for a in tallied.agreements],
        "left_out": dict(tallied.left_out),
    }


def _event(event: Event) -> Record:
    return {
        "id": event.id,
        "line": event.line,
        "earliest": event.first.isoformat(),
        "latest": event.last.isoformat(),
        "date_precision": event.date_precision,
        "place": event.place,
        "country": event.country,
        "latitude": event.latitude,
        "longitude": event.longitude,
        "reach_km": event.reach_km,
        "where_precision": event.where_precision,
        "sides": [list(side.names) for side in event.sides],
        "deaths": {"low": event.low, "best": event.best, "high": event.high},
        "kind": event.kind,
    }


def _gap(gap: Gap) -> Record:
    return {
        "field": gap.field.value,
        "ours": gap.ours,
        "theirs": gap.theirs,
        "agrees": gap.agrees,
        "by": gap.by,
    }
