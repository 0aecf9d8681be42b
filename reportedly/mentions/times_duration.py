"""A unit and an amount in, a TIMEX3 duration out."""

from __future__ import annotations

from reportedly.mentions.times_expression import Unit


def span_value(unit: Unit, amount: float | None) -> str:
    """A TIMEX3 duration: P3D, PT2H, P2Y6M, PXM."""
    time = "T" if unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND) else ""
    letter = unit.value[-1]
    if unit is Unit.FORTNIGHT:
        return f"P{2 * amount:g}W" if amount else "PXW"
    if amount is None:
        return f"P{time}X{letter}"
    if unit is Unit.DECADE:
        return f"P{amount * 10:g}Y"
    if unit is Unit.CENTURY:
        return f"P{amount * 100:g}Y"
    whole, rest = int(amount), amount - int(amount)
    smaller = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}.get(unit.value)
    if rest and smaller:
        first = f"{whole}{letter}" if whole else ""
        return f"P{time}{first}{round(rest * smaller[0])}{smaller[1]}"
    return f"P{time}{amount:g}{letter}"
