"""The drafts of one report's claims in, the same drafts with what they take over from each other out.

A report tells one story at a time. A sentence that leaves out when, where or how ("Forty people had been killed.")
speaks of what was told just before, unless it names another place or counts since long ago. What is taken over is
noted, so that `why` can show from where.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import asin, cos, radians, sin, sqrt

from reportedly.model.claim import Claim, Note
from reportedly.model.reading import Where
from reportedly.model.words import DatePrecision, Happening, WherePrecision

_VIOLENT = frozenset(
    {
        Happening.AIR_STRIKE,
        Happening.SHELLING,
        Happening.MISSILE_STRIKE,
        Happening.BOMBING,
        Happening.SUICIDE_BOMBING,
        Happening.CHEMICAL_ATTACK,
        Happening.LANDMINE,
        Happening.ARMED_CLASH,
        Happening.AMBUSH,
        Happening.ASSASSINATION,
        Happening.EXECUTION,
        Happening.MASSACRE,
        Happening.OTHER_VIOLENCE,
        Happening.AIRCRAFT_LOST,
    }
)
SAME_KM = 25.0
"""Two points this near can be one scene: the error of a village named by its town."""

STATEMENT = 160
"""Characters between two claims of one statement: a cue and a joining phrase, not another sentence."""
REACH = 6
"""How many claims away a story still goes on."""
_WIDE = frozenset({WherePrecision.PROVINCE, WherePrecision.COUNTRY, WherePrecision.VAGUE})
LEAD = 2
"""How many claims stand at the head of a report, where what comes after completes them (a headline leaves out most)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim with what its own sentence left open: ``vague`` where only words like "killed" name the happening,
    ``dated`` where its own words date it, ``ground`` for standing background and round-ups, which take nothing over."""

    claim: Claim
    vague: bool
    dated: bool
    ground: bool


def tell(drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    """The claims, each completed from the nearest one before it (else after it) that can be the same story."""
    done: list[Draft] = []
    for number, draft in enumerate(drafts):
        before = list(reversed(done))[:REACH]
        after = drafts[number + 1 : number + 1 + REACH] if number < LEAD else ()
        draft = _complete(draft, [*before, *after], lead=number < LEAD)
        if before and not draft.dated and _one_statement(draft.claim, before[0].claim):
            draft = _take_date(draft, before[:1])
        done.append(draft)
    return tuple(d.claim for d in done)


def _one_statement(one: Claim, other: Claim) -> bool:
    """Whether a source goes on telling ("…, adding that forty died near Kolm"): the same cited chain, in a row."""
    cited = len(one.chain) > 1 and one.chain == other.chain
    return cited and _violent(one) and _violent(other) and one.span.start - other.span.end < STATEMENT


def _complete(draft: Draft, others: Sequence[Draft], *, lead: bool) -> Draft:
    if draft.ground:
        return draft
    kin = [o for o in others if not o.ground and _same_story(draft.claim, o.claim)]
    if draft.vague:
        draft = _take_kind(draft, kin)
        kin = [o for o in kin if o.vague or o.claim.happening is draft.claim.happening or not _violent(draft.claim)]
    if draft.claim.place is None or _province_of(draft.claim.place, kin):
        draft = _take_place(draft, kin, lead=lead)
    if not draft.dated:
        draft = _take_date(draft, kin)
    return draft


def _same_story(one: Claim, other: Claim) -> bool:
    if _violent(one) != _violent(other) or (not _violent(one) and one.happening is not other.happening):
        return False
    return one.place is None or other.place is None or near(one.place, other.place)


def _violent(claim: Claim) -> bool:
    return claim.happening in _VIOLENT


def near(one: Where, other: Where) -> bool:
    """Whether two places can be one scene: near each other, or one inside the other's province or country."""
    if one.name == other.name:
        return True
    if one.latitude is None or other.latitude is None:
        return None in (one.country, other.country) or one.country == other.country
    if distance_km(one, other) <= SAME_KM + max(one.radius_km or 0, other.radius_km or 0):
        return True
    wide = max((one, other), key=lambda p: int(p.precision or 1))
    narrow = other if wide is one else one
    if wide.precision in {WherePrecision.COUNTRY, WherePrecision.VAGUE}:
        return wide.country == narrow.country
    return wide.precision is WherePrecision.PROVINCE and wide.admin1 is not None and wide.admin1 == narrow.admin1


def distance_km(one: Where, other: Where) -> float:
    """Great-circle distance of two places with coordinates, in kilometres."""
    assert one.latitude is not None and one.longitude is not None
    assert other.latitude is not None and other.longitude is not None
    low, high = radians(one.latitude), radians(other.latitude)
    turn = radians(other.longitude - one.longitude)
    half = sin((high - low) / 2) ** 2 + cos(low) * cos(high) * sin(turn / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))


def _province_of(place: Where, kin: Sequence[Draft]) -> bool:
    """Whether the claim names only a province or country within which the story has a nearer place."""
    if _finer(place) or place.precision not in _WIDE:
        return False
    return any(k.claim.place is not None and _finer(k.claim.place) for k in kin)


def _finer(place: Where) -> bool:
    """Whether a place is a settlement, or one that no gazetteer knows, put where it lies."""
    unknown = place.latitude is not None and place.place_id is None
    return unknown or (place.precision or 9) <= WherePrecision.NEAR


def _take_kind(draft: Draft, kin: Sequence[Draft]) -> Draft:
    source = next((k for k in kin if not k.vague and _violent(k.claim)), None)
    if source is None:
        return draft
    return _noted(draft, "happening", source, happening=source.claim.happening)


def _take_place(draft: Draft, kin: Sequence[Draft], *, lead: bool) -> Draft:
    """The place of the nearest kin. A toll keeps its province, for it may count several scenes there; only the head of
    a report, which says shortly what the next sentences tell in full, is made more precise."""
    placed = [k for k in kin if k.claim.place is not None and k.claim.place.latitude is not None]
    if draft.claim.place is not None:
        placed = [k for k in placed if k.claim.place is not None and _finer(k.claim.place)]
    source = next(iter(placed), None)
    if source is None or source.claim.place is None:
        return draft
    if draft.claim.place is not None and (draft.claim.tolls and not lead):
        return draft
    return _noted(draft, "where", source, place=source.claim.place)


def _take_date(draft: Draft, kin: Sequence[Draft]) -> Draft:
    source = next((k for k in kin if k.dated and _fresh(k.claim)), None)
    if source is None:
        return draft
    took = source.claim
    return _noted(draft, "when", source, days=took.days, date_precision=took.date_precision, date_basis=took.date_basis)


def _fresh(claim: Claim) -> bool:
    """Whether a date is sharp enough to be that of a story: a day, a few days or a week."""
    return claim.date_precision is not None and claim.date_precision <= DatePrecision.WEEK


def _noted(draft: Draft, field: str, source: Draft, **changes: object) -> Draft:
    note = Note(
        field=field,
        rule="code:story",
        text=f"not said here; taken over from the same story ({source.claim.id})",
        span=source.claim.span,
    )
    claim = replace(draft.claim, notes=(*draft.claim.notes, note), **changes)  # type: ignore[arg-type]
    return replace(draft, claim=claim)
