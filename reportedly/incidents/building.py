"""A group of claims in, an incident out: what kind, when, where, who, with everything estimated about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly import ids
from reportedly.claims.story.totals import of_many
from reportedly.claims.where.whereabouts import RULE as SETTING
from reportedly.estimates.assess import ANY, Assessment, assess
from reportedly.estimates.parties import on_the_day
from reportedly.estimates.voices import voice
from reportedly.incidents.days import closed
from reportedly.incidents.doers import doers
from reportedly.incidents.harmed import harmed
from reportedly.incidents.retold import retold
from reportedly.lexicon.estimating import Counted
from reportedly.lexicon.linking import Families
from reportedly.lexicon.mouths import Mouths
from reportedly.model.claim import Claim
from reportedly.model.incident import Copy, Incident
from reportedly.model.reading import Interval, Where
from reportedly.model.text import Report
from reportedly.model.words import DatePrecision, Happening, Policy, Stance, WherePrecision
from reportedly.readings.where_addresses import HERE

_AS_REGISTERED = Mouths()
_QUARTER = "en/placing/quarter"
"""The rule of names that the text calls a quarter."""
_ORDER = {kind: place for place, kind in enumerate(Happening)}
_GENERAL = frozenset({Happening.OTHER, Happening.OTHER_VIOLENCE, Happening.STATEMENT})
_MOVES = frozenset(
    {
        Happening.ARREST,
        Happening.ADVANCE,
        Happening.WITHDRAWAL,
        Happening.DEPLOYMENT,
        Happening.EVACUATION,
        Happening.DISPLACEMENT,
        Happening.STATEMENT,
        Happening.CEASEFIRE,
    }
)


def build(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    copies: Mapping[str, Sequence[Copy]],
    counted: Counted,
    policy: Policy = Policy.OURS,
    mouths: Mouths = _AS_REGISTERED,
    *,
    outside: Sequence[Claim] = (),
    kin: Families = ANY,
) -> Incident:
    """One incident from claims that belong together. ``copies`` lists each report's copies, under the first of the
    two; ``mouths`` says who held an outlet or force on the day of a report; ``outside`` are claims of other incidents
    that deny something in this one; ``kin`` says which kinds of happening may be one."""
    ordered = sorted(on_the_day(claims, reports, mouths), key=lambda claim: claim.id)
    names = tuple(sorted({claim.report for claim in ordered}))
    inside = [copy for name in names for copy in copies.get(name, ()) if copy.right in names]
    told: Assessment = assess(
        ordered,
        {name: reports[name] for name in names if name in reports},
        counted,
        policy=policy,
        copies=inside,
        passages=retold(ordered, reports),
        outside=outside,
        kin=kin,
    )
    kind = _kind(ordered)
    days, precision = _when([claim for claim in ordered if not kin.come_of((claim.happening,), (kind,))], counted)
    return Incident(
        id=ids.incident_id(tuple(claim.id for claim in ordered)),
        reports=names,
        claims=tuple(claim.id for claim in ordered),
        happening=kind,
        days=days,
        date_precision=precision,
        place=_where(ordered),
        perpetrators=doers(claim.perpetrators for claim in _deeds(ordered, kind) if claim.stance is not Stance.DENIES),
        targets=harmed([claim.targets for claim in ordered if claim.stance is not Stance.DENIES], told.estimates),
        estimates=told.estimates,
        origins=told.sources.counted,
        grade=told.grade,
        grade_reason=told.reason,
        contradictions=told.contradictions,
        uncounted=told.sources.uncounted,
        total=all(of_many(claim) for claim in ordered),
    )


def _kind(claims: Iterable[Claim]) -> Happening:
    """The kind that most claims give. Moves, arrests and truces give way to violence that more claims tell of: what
    follows an attack is no name for it. General words ("attack") stand only where nothing says more."""
    votes = Counter(claim.happening for claim in claims if claim.stance is not Stance.DENIES)
    votes = votes or Counter(claim.happening for claim in claims)
    violence = sum(n for kind, n in votes.items() if kind not in _MOVES and kind is not Happening.OTHER)
    named = {kind: n for kind, n in votes.items() if kind not in _MOVES or n >= violence}
    special = {kind: n for kind, n in named.items() if kind not in _GENERAL} or named
    return min(special, key=lambda kind: (-special[kind], _ORDER[kind]))


def _when(claims: Sequence[Claim], words: Counted) -> tuple[Interval | None, DatePrecision | None]:
    """The narrowest stated days that the most voices support; where none is stated, the closest bound. ``claims`` are
    those that tell of the incident itself."""
    stated = [claim for claim in claims if claim.days is not None and claim.stance is not Stance.DENIES]
    if not stated:
        return None, None
    firm = [claim for claim in stated if claim.days and claim.days.start and claim.days.end]
    if not firm:
        bound = min(stated, key=lambda claim: (claim.date_precision or 9, str(claim.days and claim.days.end), claim.id))
        return bound.days, bound.date_precision
    told: dict[Interval, list[Claim]] = defaultdict(list)
    for claim in firm:
        if claim.days is not None:
            told[claim.days].append(claim)
    widths = {days: _width(days) for days in told}
    near = [days for days, width in widths.items() if width <= max(2, min(widths.values()))]
    votes = {days: len({voice(c, words).key for c in told[days]}) for days in near} if len(near) > 1 else {near[0]: 1}
    best = min(near, key=lambda days: (-votes[days], widths[days], str(days.start)))
    return best, min(claim.date_precision or DatePrecision.YEAR for claim in told[best])


def _width(days: Interval) -> int:
    ordinals = closed(days, None)
    return ordinals.width if ordinals else 366


def _where(claims: Sequence[Claim]) -> Where | None:
    """The most precise place; of equally precise ones, that of most claims. A village that no gazetteer knows says
    more than the province that it lies in; that claims name a point or its surroundings makes no difference."""
    placed = [claim for claim in claims if claim.place is not None and claim.stance is not Stance.DENIES]
    placed = placed or [claim for claim in claims if claim.place is not None]
    placed = [claim for claim in placed if not _inferred(claim)] or placed
    places = [claim.place for claim in placed if claim.place is not None]
    if not places:
        return None
    votes = Counter(place.place_id or place.name for place in places)
    inner = {(place.latitude, place.longitude) for place in places if _in_a_town(place)}
    return min(
        places,
        key=lambda place: (
            _coarse(place),
            (place.latitude, place.longitude) in inner and not _in_a_town(place),
            -votes[place.place_id or place.name],
            place.precision or WherePrecision.WATER_OR_AIR,
            place.latitude is None,
            place.anaphor,
            place.name,
        ),
    )


def _inferred(claim: Claim) -> bool:
    """Whether no words of the claim name its place: it is "here", or where the sentence before was."""
    pointed = claim.place is not None and claim.place.rule == HERE
    return pointed or any(note.rule == SETTING for note in claim.notes)


def _in_a_town(place: Where) -> bool:
    """Whether a quarter that no gazetteer knows is put at the town that it lies in."""
    lies_in = place.inside is not None or place.rule == _QUARTER
    return place.place_id is None and place.latitude is not None and lies_in


def _coarse(place: Where) -> float:
    """How coarse a place is: points and their surroundings, then names that no gazetteer knows, then regions."""
    if place.precision is None:
        return WherePrecision.NEAR + 0.5
    return max(place.precision, WherePrecision.NEAR)


def _deeds(claims: Sequence[Claim], kind: Happening) -> Sequence[Claim]:
    """The claims whose doers did what the incident is: who pulls back, moves up or makes arrests after an attack did
    not do it."""
    return claims if kind in _MOVES else [claim for claim in claims if claim.happening not in _MOVES]
