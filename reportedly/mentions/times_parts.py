"""The named parts of a match in, pointers, edges, units and counts out: what several builders read."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.mentions.times_expression import Pointer, Unit
from reportedly.mentions.times_found import Found
from reportedly.mentions.times_numbers import amount, halves

POINTERS: Mapping[str, Pointer] = {
    "last": Pointer.LAST,
    "this": Pointer.THIS,
    "next": Pointer.NEXT,
    "previous": Pointer.PREVIOUS,
    "following": Pointer.FOLLOWING,
    "that": Pointer.THAT,
    "latest": Pointer.LATEST,
    "recent": Pointer.LAST,
    "ordinal": Pointer.THAT,
}
STEPS: Mapping[Pointer, int] = {
    Pointer.LAST: -1,
    Pointer.THIS: 0,
    Pointer.NEXT: 1,
    Pointer.PREVIOUS: -1,
    Pointer.FOLLOWING: 1,
    Pointer.THAT: 0,
    Pointer.LATEST: 0,
}
FROM_FOCUS = frozenset({Pointer.PREVIOUS, Pointer.FOLLOWING, Pointer.THAT})
_HALVES: Mapping[int | None, str] = {1: "HALF1", 2: "HALF2"}
_EDGES = ("early", "late", "mid", "earlier", "later", "edge-noun")


def pointer(found: Found, name: str = "pointer") -> Pointer | None:
    """The pointer of a part: its last word that is one ("this coming" is next, "that same" is that)."""
    pointers = [POINTERS[s.kind] for w in found.part(name) for s in w.senses if s.kind in POINTERS]
    return pointers[-1] if pointers else None


def edge(found: Found) -> str | None:
    if found.has("startunits") or found.has("endunits"):
        return "START" if found.has("startunits") else "END"
    if found.has("monthhalf"):
        return _HALVES.get(2 if found.value("monthhalf", "last") is not None else found.number("monthhalf", "ordinal"))
    value = found.value("edge", *_EDGES)
    return str(value) if value in ("START", "MID", "END", "EARLIER", "LATER") else None


def approx(found: Found) -> str | None:
    value = found.value("approx", "approx", "over")
    return str(value) if value is not None else ("APPROX" if found.has("orso") else None)


def unit_of(found: Found) -> Unit | None:
    value = found.value("unit", "unit", "units", "counted-units", "short-unit", "short-units")
    return Unit(str(value)) if value is not None else None


def count(found: Found) -> float | None:
    """The number of a ``@count`` part; ``None`` for "several"."""
    if found.has("vague"):
        return amount([w for w in found.part("vague") if w.value("couple") is not None])
    return halves(found.part("number"))
