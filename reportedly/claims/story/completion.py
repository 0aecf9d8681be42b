"""A draft of a claim and those that stand near it in, the same draft with the kind and the place of their story out.

A report tells one story at a time. A sentence that leaves out when, where or how ("Forty people had been killed.")
speaks of what was told just before, unless it names another place or counts since long ago. What is taken over is
noted, so that `why` can show from where.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.drafts import REMOTE, TAKEN_OVER, Draft, near, violent
from reportedly.claims.story.unlike import all_over_a_country, by_other_hands, one_kind
from reportedly.model.claim import Claim, Note
from reportedly.model.reading import Where
from reportedly.model.words import Happening, Stance, WherePrecision

RECENT = timedelta(days=90)
"""How long before its telling a story can have been over that a report takes up again: what lies further back is
another."""
NEXT = 160
"""Characters between two claims of which the one goes on with the other: no other sentence stands between."""
_DISTRICTS = frozenset({"en/placing/district", "en/placing/county", "en/placing/subdivision"})
"""The rules of names that the text calls a district."""
_WIDE = frozenset({WherePrecision.PROVINCE, WherePrecision.COUNTRY, WherePrecision.VAGUE})


def complete(draft: Draft, others: Sequence[Draft], *, lead: bool, news: date | None = None) -> Draft:
    """The draft with the kind and the place that its sentence leaves out. ``lead`` marks the head of a report, ``news``
    is the last day of what the report tells first."""
    if draft.ground:
        return draft
    kin = [
        other
        for number, other in enumerate(_along(draft, others))
        if (not other.ground or (number == 0 and _gone_on(draft, other))) and same_story(draft.claim, other.claim)
        if draft.dated or not recalled(other, news) or next_to(draft, other)
    ]
    if draft.vague:
        draft = _take_kind(draft, kin)
        kin = [o for o in kin if o.vague or o.claim.happening is draft.claim.happening or not violent(draft.claim)]
    kin = [k for k in kin if not _turned_to(k, draft)]
    held = draft.spread or all_over_a_country(draft.claim)
    if draft.claim.place is None or (not held and _province_of(draft.claim.place, kin)):
        draft = _take_place(draft, [k for k in kin if _on_its_ground(draft, k)], lead=lead)
    return _in_its_land(draft) if draft.claim.place is None else draft


def _along(draft: Draft, others: Sequence[Draft]) -> Sequence[Draft]:
    """The others, but only those of its own sentence where that leaves the ground that the report was on."""
    return [o for o in others if o.elsewhere and next_to(draft, o)] if draft.elsewhere else others


def _turned_to(other: Draft, draft: Draft) -> bool:
    """Whether the report only turns to the place of another draft, in a sentence that sets out with it, after it has
    told this one ("In Dolvi, shells hit a mill")."""
    return other.opens and not draft.vague and other.claim.span.start > draft.claim.span.end


def last_day(draft: Draft) -> date | None:
    """The last day of a draft that is dated."""
    return draft.claim.days.end if draft.dated and draft.claim.days else None


def next_to(draft: Draft, other: Draft) -> bool:
    """Whether a draft can be the sentence that goes on with another."""
    one, two = draft.claim.span, other.claim.span
    return max(one.start - two.end, two.start - one.end) < NEXT


def recalled(other: Draft, news: date | None) -> bool:
    """Whether another draft is of a time long before what the report tells first (``news``): what is recalled from
    years ago lends when and where it was to nothing but the sentence that goes on there."""
    day = last_day(other)
    return day is not None and news is not None and news - day > RECENT


def _on_its_ground(draft: Draft, other: Draft) -> bool:
    """Whether the place of another draft can be that of this one: it lies in the country that this one names, and not
    where another party did something unlike."""
    place = other.claim.place
    if draft.land is not None and place is not None and place.country not in {None, draft.land.country}:
        return False
    return alike(draft, other) or not by_other_hands(draft.claim, other.claim)


def alike(draft: Draft, other: Draft) -> bool:
    """Whether two claims can tell of one happening: of one kind, or one of them does not say which."""
    return draft.vague or other.vague or one_kind(draft.claim, other.claim)


def _in_its_land(draft: Draft) -> Draft:
    """The draft in the country as which what was struck is named."""
    if draft.land is None:
        return draft
    text = f"what was struck is said to be of {draft.land.name}"
    note = Note(field="where", rule=_OWNED, text=text, span=draft.land.span)
    return replace(draft, claim=replace(draft.claim, place=draft.land, notes=(*draft.claim.notes, note)))


_OWNED = "code:land-of-site"


def _gone_on(draft: Draft, other: Draft) -> bool:
    """Whether a draft speaks of the happenings of the round-up told just before it ("killed in the strikes")."""
    return draft.resumes and other.gathers and draft.claim.happening is other.claim.happening


def same_story(one: Claim, other: Claim) -> bool:
    """Whether two claims can belong together: both violent, or of one kind (ground won by one party), or the first of
    what the strikes of the other damaged, and not at two places that are apart."""
    damaged = one.happening is Happening.INFRASTRUCTURE_DAMAGE and other.happening in REMOTE
    alone = not violent(one) and (one.happening is not other.happening or _of_others(one, other))
    if not damaged and (alone or violent(one) != violent(other)):
        return False
    return one.place is None or other.place is None or near(one.place, other.place)


def _of_others(one: Claim, other: Claim) -> bool:
    """Whether two claims of ground won name different known parties: what one won is not where another did."""
    mine, theirs = ({w.actor_id for w in claim.perpetrators if w.actor_id} for claim in (one, other))
    return one.happening is Happening.TERRITORY_GAINED and bool(mine) and bool(theirs) and not mine & theirs


_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
"""Days that lie further apart are no slip of "yesterday": two happenings are told of."""


def _of_another_time(draft: Draft, other: Draft) -> bool:
    """Whether both are dated, more than a week apart: the raid of May is not how somebody died in March."""
    return _days_apart(draft, other, _WEEK)


def _days_apart(draft: Draft, other: Draft, gap: timedelta) -> bool:
    """Whether both are dated, and such a time lies between."""
    one, two = draft.claim.days, other.claim.days
    if not (draft.dated and other.dated and one and two):
        return False
    before = one.end is not None and two.start is not None and one.end + gap <= two.start
    return before or (two.end is not None and one.start is not None and two.end + gap <= one.start)


def _slip(draft: Draft, other: Draft) -> timedelta:
    """How far apart two days may seem and be one: "yesterday" may be a day off, "earlier this week" is not today."""
    days = (draft.claim.days, other.claim.days)
    single = all(d is not None and d.start and d.end and d.end - d.start <= _DAY for d in days)
    return _DAY if single else timedelta()


def _province_of(place: Where, kin: Sequence[Draft]) -> bool:
    """Whether the claim names only a province or country within which the story has a nearer place."""
    if _finer(place) or place.precision not in _WIDE:
        return False
    return any(k.claim.place is not None and _finer(k.claim.place) for k in kin)


def _finer(place: Where) -> bool:
    """Whether a place is a settlement or a district, or one that no gazetteer knows, put where it lies."""
    unknown = place.latitude is not None and place.place_id is None
    district = place.precision is WherePrecision.DISTRICT and place.rule in _DISTRICTS
    return unknown or district or (place.precision or 9) <= WherePrecision.NEAR


def _take_kind(draft: Draft, kin: Sequence[Draft]) -> Draft:
    naming = [k for k in kin if _names_kind(draft, k)]
    source = next((k for k in naming if _of_one_day(draft, k)), next(iter(naming), None))
    if source is None:
        return draft
    return noted(draft, "happening", source, happening=source.claim.happening)


def own_denial(told: Claim, other: Claim) -> bool:
    """Whether a claim denies something, told by whoever tells another that is no denial: it is no word on that."""
    return other.stance is Stance.DENIES and told.stance is not Stance.DENIES and told.chain[-1:] == other.chain[-1:]


def _of_one_day(draft: Draft, other: Draft) -> bool:
    """Whether both are dated to the same days: "Saturday's attack" is rather the bombing of Saturday than the clash of
    Sunday."""
    return draft.dated and other.dated and draft.claim.days == other.claim.days


def _names_kind(draft: Draft, other: Draft) -> bool:
    """Whether another draft can say how it was done; not what one who tells the draft says has not been ("ten were
    killed, he said, adding there had been no fighting")."""
    if other.vague or not violent(other.claim) or own_denial(draft.claim, other.claim):
        return False
    return not _unlike(draft, other) and not _of_another_time(draft, other)


def _unlike(draft: Draft, other: Draft) -> bool:
    """Whether the one was shot and the other came from afar or blew up: a kind is not taken from there."""
    return draft.shot and other.claim.happening in REMOTE


def _take_place(draft: Draft, kin: Sequence[Draft], *, lead: bool) -> Draft:
    """The place of the nearest kin. A toll keeps its province, for it may count several scenes there; only the head of
    a report, which says shortly what the next sentences tell in full, is made more precise, and looks past a province
    of its background for the town. What happened on another day may have happened anywhere."""
    placed = [
        k for k in kin if k.claim.place is not None and (k.claim.place.latitude is not None or _names_it(draft, k))
    ]
    if draft.claim.place is not None:
        placed = [k for k in placed if k.claim.place is not None and _finer(k.claim.place)]
        placed = [k for k in placed if not _of_another_time(draft, k) and not k.another]
    nearer = (k for k in placed if lead and k.claim.place is not None and _finer(k.claim.place))
    source = next(nearer, None) or next(iter(placed), None)
    if source is None or source.claim.place is None or _days_apart(draft, source, _slip(draft, source)):
        return draft
    if draft.claim.place is not None and (draft.claim.tolls and not lead):
        return draft
    return noted(draft, "where", source, place=source.claim.place)


def _names_it(draft: Draft, other: Draft) -> bool:
    """Whether another draft of the same kind of happening names a village that no gazetteer knows."""
    place = other.claim.place
    unknown = place is not None and place.place_id is None and not place.nameless
    return unknown and (draft.vague or other.claim.happening is draft.claim.happening)


def noted(draft: Draft, field: str, source: Draft, **changes: object) -> Draft:
    """The draft with what it takes over from another, and a note of it."""
    note = Note(
        field=field,
        rule=TAKEN_OVER,
        text=f"not said here; taken over from the same story ({source.claim.id})",
        span=source.claim.span,
    )
    claim = replace(draft.claim, notes=(*draft.claim.notes, note), **changes)  # type: ignore[arg-type]
    return replace(draft, claim=claim)
