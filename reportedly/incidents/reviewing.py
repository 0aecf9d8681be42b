"""Claims and what people ruled of them in, the claims as they count out: rejected ones gone, corrected ones mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from reportedly.errors import LedgerError
from reportedly.model.claim import Claim, Note
from reportedly.model.reading import HowMany, Interval, Where, Who
from reportedly.model.review import Correction, Review
from reportedly.model.words import DatePrecision, Happening, Measure, Ruling, Stance, WherePrecision

W = TypeVar("W", Happening, Stance)

NONE = "none"
"""What a person writes to say that the claim holds no such value."""

_RANGE = re.compile(r"(\d*)(?:(-)(\d*))?")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")
_PLACE = re.compile(r"(?P<name>[^@]+?)\s*@\s*(?P<lat>-?\d+(?:\.\d+)?)\s*,\s*(?P<lon>-?\d+(?:\.\d+)?)")


def reviewed(claims: Iterable[Claim], reviews: Sequence[Review]) -> tuple[Claim, ...]:
    """The claims that count, in their order."""
    ruled = {review.claim: review for review in reviews}
    kept = []
    for claim in claims:
        review = ruled.get(claim.id)
        if review is None or review.ruling is Ruling.ACCEPT:
            kept.append(claim)
        elif review.ruling is Ruling.CORRECT:
            kept.append(corrected(claim, review))
    return tuple(kept)


def corrected(claim: Claim, review: Review) -> Claim:
    """The claim with each corrected field, and a note that says who corrected it.

    Raises LedgerError for a field that cannot be corrected or a value that cannot be read.
    """
    for correction in review.corrections:
        claim = _setter(correction.field)(claim, correction)
        note = Note(
            field=correction.field,
            rule=f"decision:{review.decision}",
            text=f"{correction.value}, by {review.by}" + (f": {review.note}" if review.note else ""),
        )
        claim = replace(claim, notes=(*claim.notes, note))
    return claim


def _setter(field: str) -> Callable[[Claim, Correction], Claim]:
    if field in _FIELDS:
        return _FIELDS[field]
    if field in set(Measure):
        return _toll
    raise LedgerError(
        f"{field!r} is no field that can be corrected",
        mend=f"correct one of {', '.join((*_FIELDS, *Measure))}",
        code="correct-field",
    )


def _happening(claim: Claim, correction: Correction) -> Claim:
    return replace(claim, happening=_word(Happening, correction))


def _stance(claim: Claim, correction: Correction) -> Claim:
    return replace(claim, stance=_word(Stance, correction))


def _when(claim: Claim, correction: Correction) -> Claim:
    if correction.value == NONE:
        return replace(claim, days=None, date_precision=None, date_basis=None)
    match = _DAYS.fullmatch(correction.value)
    try:
        first, last = (date.fromisoformat(day) for day in (match[1], match[2] or match[1])) if match else (None, None)
    except ValueError:
        first = last = None
    if first is None or last is None or last < first:
        raise _unreadable(correction, "write a day as 2024-05-13, or the first and last as 2024-05-13/2024-05-15")
    precision = DatePrecision.DAY if first == last else _precision((last - first).days + 1)
    return replace(
        claim, days=Interval(first, last + timedelta(days=1)), date_precision=precision, date_basis="corrected"
    )


def _precision(days: int) -> DatePrecision:
    """UCDP's classes: up to six days, a week, a month, a year."""
    steps = ((6, DatePrecision.DAYS), (7, DatePrecision.WEEK), (31, DatePrecision.MONTH))
    return next((precision for most, precision in steps if days <= most), DatePrecision.YEAR)


def _where(claim: Claim, correction: Correction) -> Claim:
    if correction.value == NONE:
        return replace(claim, place=None)
    match = _PLACE.fullmatch(correction.value)
    if match is None or abs(float(match["lat"])) > 90 or abs(float(match["lon"])) > 180:
        raise _unreadable(correction, "write the name and the point as  Kolm @ 41.2, 61.5")
    place = Where(
        span=claim.span,
        text=match["name"],
        sentence=-1,
        rule="decision",
        name=match["name"],
        place_id=None,
        latitude=float(match["lat"]),
        longitude=float(match["lon"]),
        radius_km=None,
        precision=WherePrecision.EXACT,
        country=None,  # the person named a point, not a country
        basis="corrected",
    )
    return replace(claim, place=place)


def _by(claim: Claim, correction: Correction) -> Claim:
    if correction.value == NONE:
        return replace(claim, perpetrators=())
    return replace(claim, perpetrators=(_party(claim, correction.value),))


def _to(claim: Claim, correction: Correction) -> Claim:
    if correction.value == NONE:
        return replace(claim, targets=())
    return replace(claim, targets=(_party(claim, correction.value),))


def _party(claim: Claim, name: str) -> Who:
    known = next((w for w in (*claim.perpetrators, *claim.targets) if w.name == name), None)
    return known or Who(
        span=claim.span, text=name, sentence=-1, rule="decision", actor_id=None, name=name, kind="organisation"
    )


def _toll(claim: Claim, correction: Correction) -> Claim:
    measure = Measure(correction.field)
    others = tuple(t for t in claim.tolls if t.measure is not measure)
    if correction.value == NONE:
        return replace(claim, tolls=others)
    match = _RANGE.fullmatch(correction.value)
    low, high = (_number(match[1]), _number(match[3]) if match[2] else _number(match[1])) if match else (None, None)
    if (low is None and high is None) or (low is not None and high is not None and high < low):
        raise _unreadable(correction, "write a number as 12, a range as 12-15, an open one as 12- or -15")
    before = next((t for t in claim.tolls if t.measure is measure), None)
    toll = HowMany(
        span=before.span if before else claim.span,
        text=before.text if before else correction.value,
        sentence=before.sentence if before else -1,
        rule="decision",
        measure=measure,
        whom=before.whom if before else None,
        low=low,
        best=low if low == high or high is None else None,
        high=high,
    )
    return replace(claim, tolls=(toll, *others))


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _word(kind: type[W], correction: Correction) -> W:
    try:
        return kind(correction.value)
    except ValueError:
        raise _unreadable(correction, f"write one of {', '.join(kind)}") from None


def _unreadable(correction: Correction, mend: str) -> LedgerError:
    return LedgerError(f"{correction.value!r} cannot be read as {correction.field}", mend=mend, code="correct-value")


_FIELDS: Mapping[str, Callable[[Claim, Correction], Claim]] = {
    "happening": _happening,
    "stance": _stance,
    "when": _when,
    "where": _where,
    "by": _by,
    "to": _to,
}
