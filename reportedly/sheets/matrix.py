"""An incident and its claims in, the rows of the matrix out: each origin's word on each thing, gathered and marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from reportedly.estimates.positions import fullness
from reportedly.model.claim import Claim
from reportedly.model.incident import Incident, Origin
from reportedly.model.reading import HowMany, Who
from reportedly.model.sheet import DENIED, Cell, Field, Row
from reportedly.model.words import Stance
from reportedly.sheets.disputes import COLUMN, Disputes
from reportedly.sheets.wording import days

_DENIED = "denied, not asserted"
_NOT_LAST = "not in the estimate: no figure of the whole, or not this origin's last"
_TOTAL = "a running total, never part of one incident's toll"


def rows(
    incident: Incident, claims: Mapping[str, Claim], published: Mapping[str, date], disputes: Disputes
) -> tuple[Row, ...]:
    """The origins that count, then the voices that do not, in the order of the incident."""
    told = [*((origin, True) for origin in incident.origins), *((origin, False) for origin in incident.uncounted)]
    return tuple(
        _row(number, origin, counted, [claims[c] for c in origin.claims if c in claims], published, disputes)
        for number, (origin, counted) in enumerate(told, start=1)
    )


def _row(
    number: int,
    origin: Origin,
    counted: bool,
    claims: Sequence[Claim],
    published: Mapping[str, date],
    disputes: Disputes,
) -> Row:
    reports = sorted({claim.report for claim in claims}, key=lambda name: (published.get(name, date.max), name))
    ordered = sorted(claims, key=fullness)
    cells = _gathered(cell for claim in ordered for cell in _cells(claim, disputes))
    return Row(number=number, origin=origin, counted=counted, reports=tuple(reports), cells=tuple(cells))


def _gathered(cells: Iterable[Cell]) -> list[Cell]:
    """One cell for all claims that say the same, told by the fullest; in each column what counts stands first."""
    found: dict[tuple[object, ...], Cell] = {}
    for cell in cells:
        key = (cell.field, cell.measure, _said(cell), cell.current)
        first = found.get(key)
        found[key] = _joined(first, cell) if first else cell
    order = list(Field)
    return sorted(found.values(), key=lambda c: (order.index(c.field), c.measure or "", not c.current, c.aside))


def _said(cell: Cell) -> object:
    """What a cell says: the range of a count, whatever its words; else its words."""
    figures = (cell.low, cell.best, cell.high)
    return figures if any(number is not None for number in figures) else cell.words.casefold()


def _joined(first: Cell, other: Cell) -> Cell:
    """Two cells that say the same: what one of them rests on or is contradicted by holds for both."""
    also = first.also if other.claim in (first.claim, *first.also) else (*first.also, other.claim)
    firm = first if first.aside <= other.aside else other
    against = tuple(dict.fromkeys((*first.against, *other.against)))
    return replace(first, also=also, aside=firm.aside, reason=firm.reason, against=against)


def _cells(claim: Claim, disputes: Disputes) -> Iterator[Cell]:
    for toll in claim.tolls:
        yield _count(claim, toll, disputes)
    if claim.days is not None:
        yield replace(_plain(claim, Field.WHEN, days(claim.days), disputes), days=claim.days)
    if claim.place is not None:
        yield _plain(claim, Field.WHERE, claim.place.name, disputes)
    for field, words in (
        (Field.BY, _names(claim.perpetrators)),
        (Field.AGAINST, _names(claim.targets)),
        (Field.WITH, "; ".join(dict.fromkeys(claim.weapons))),
    ):
        if words:
            yield _deed(claim, field, words, disputes)
    hedge = f" (“{claim.hedge}”)" if claim.hedge else ""
    yield _plain(claim, Field.STANCE, f"{claim.stance.value.replace('-', ' ')}{hedge}", disputes)


def _names(actors: Iterable[Who]) -> str:
    return "; ".join(dict.fromkeys(who.name for who in actors))


def _plain(claim: Claim, field: Field, words: str, disputes: Disputes) -> Cell:
    return Cell(field=field, words=words, claim=claim.id, against=disputes.against(claim.id, field))


def _deed(claim: Claim, field: Field, words: str, disputes: Disputes) -> Cell:
    """Who, whom and with what; what a claim denies is not what it tells."""
    cell = _plain(claim, field, words, disputes)
    if claim.stance is not Stance.DENIES:
        return cell
    return replace(cell, words=f"{DENIED}{words}", aside=True, reason=_DENIED)


def _count(claim: Claim, toll: HowMany, disputes: Disputes) -> Cell:
    superseded = disputes.superseded(claim.id, toll.measure)
    reason = superseded or _set_aside(claim, toll, disputes)
    words = toll.text if not toll.whom or toll.whom in toll.text else f"{toll.text} {toll.whom}"
    return Cell(
        field=COLUMN.get(toll.measure, Field.OTHER),
        words=f"{DENIED}{words}" if claim.stance is Stance.DENIES else words,
        claim=claim.id,
        measure=toll.measure,
        low=toll.low,
        best=toll.best,
        high=toll.high,
        current=superseded is None,
        aside=reason is not None,
        reason=reason,
        against=disputes.against_count(claim.id, toll),
    )


def _set_aside(claim: Claim, toll: HowMany, disputes: Disputes) -> str | None:
    """Why the estimate does not rest on this count, as the incident's estimate has it."""
    if claim.stance is Stance.DENIES:
        return _DENIED
    if toll.part_of is not None:
        return "a part of a total that the same sentence gives"
    if toll.cumulative and not disputes.rests_on(claim.id, toll.measure):
        return _TOTAL
    if disputes.rests_on(claim.id, toll.measure):
        return None
    found = disputes.aside(claim.id, toll.measure)
    led = f"{toll.text}: "
    return next((why.removeprefix(led) for why in found if why.startswith(led)), found[0] if found else _NOT_LAST)
