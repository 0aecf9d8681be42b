"""A draft of a claim and those before and after it in, the same draft with the date of its story out.

A report tells one story at a time. What is taken over is noted with where it came from, so that `why` can show it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.drafts import Draft, violent
from reportedly.claims.story.completion import NEXT, RECENT, alike, next_to, noted, own_denial, recalled, same_story
from reportedly.claims.story.unlike import by_other_hands
from reportedly.claims.when.day_counted import Steps, stepped
from reportedly.model.claim import Claim, Note
from reportedly.model.reading import Interval, When
from reportedly.model.words import DatePrecision, Happening, Stance
from reportedly.readings.when_calendar import precision

_LED_BY = 4
"""Characters of the preposition before a day that opens a sentence."""

UNLIKE = 4
"""How many claims further away one of another kind counts, where a date is looked for."""
SOON = 1
"""How many claims after a lead its day is told at the latest, where a sentence opens with that day; one further down
that opens so ("On Friday warplanes killed nine") turns to another matter."""
NIGHT = timedelta(days=2)
"""The longest time that is still one point of a story: a night."""
WEEK = timedelta(days=7)
"""How long before a guessed day the day of a story may lie."""
GONE_BY = timedelta(days=3)
"""How long before its telling a year or month ended that a report looks back to."""
FAR = 6
"""How many claims before it a claim counts as far away, where only one after it or one of its statement is dated."""


def dated(draft: Draft, before: Sequence[Draft], after: Sequence[Draft], *, news: date | None = None) -> Draft:
    """The draft with the date that its sentence leaves out: that of a claim of the same story, else the day that the
    narration has reached. Where there is none, it holds at least the earliest bound of its story. ``news`` is the last
    day of what the report tells first."""
    if draft.hour and draft.dated and not draft.ground:
        return _of_its_night(draft, before, after, news)
    if draft.dated or draft.ground:
        return draft
    if draft.apart is not None:
        return _stepped(draft, before[0], draft.apart) if before and _to_the_day(before[0]) else draft
    if before and draft.farther and _goes_on_with(draft, before[0]):
        return _take_date(draft, before[0])
    if before and (_steps_aside(draft, before[0]) or _stays_aside(draft, before[0])):
        return replace(draft, aside=True)
    if before and _said_by_then(draft, before[0]):
        draft = _take_date(draft, before[0])
    source = _nearest(draft, before, after, news)
    if source is not None:
        return _before(draft, source) if draft.earlier else _take_date(draft, source)
    if draft.earlier:
        return draft
    time = draft.reached or (None if before or _of_another(draft.reaches, after) else draft.reaches)
    if time is not None and _narrated(draft, time):
        return _at(draft, time)
    bounds = (
        d
        for d in (*before, *after)
        if d.bounded and not d.earlier and alike(draft, d) and _tighter(draft.claim, d.claim)
    )
    bound = next(bounds, None)
    return _take_date(draft, bound) if bound is not None else draft


def _of_another(time: When | None, after: Sequence[Draft]) -> bool:
    """Whether a day told further on is that of another happening ("ANOTHER attack on Sunday killed six")."""
    told = (d for d in after if d.dated and d.claim.days is not None)
    first = next(told, None)
    return time is not None and first is not None and first.another and first.claim.days == time.days


def _before(draft: Draft, source: Draft) -> Draft:
    """The draft of a deed told as earlier than the story's: over before the story's first day."""
    days = source.claim.days
    if days is None or days.start is None:
        return draft
    taken = _take_date(draft, source)
    return replace(
        taken,
        claim=replace(taken.claim, days=Interval(None, days.start), date_precision=None),
        dated=False,
        bounded=True,
    )


def _of_its_night(draft: Draft, before: Sequence[Draft], after: Sequence[Draft], news: date | None) -> Draft:
    """A draft that says only the time of day ("Police came at 10 p.m."), on the day of its story where that is told:
    a day of news so near to the report that nobody need name it twice. A day that the story has told stays."""
    told = any(other.dated and not other.hour and other.claim.days == draft.claim.days for other in before)
    source = None if told else _nearest(draft, before, after, news)
    if source is None or not _within_days(source.claim, draft.claim):
        return draft
    return replace(_take_date(draft, source), hour=False)


def _within_days(told: Claim, guessed: Claim) -> bool:
    """Whether a claim tells of one day or night, within a week before the guessed one."""
    theirs, mine = told.days, guessed.days
    if theirs is None or mine is None or theirs.start is None or theirs.end is None or mine.start is None:
        return False
    return theirs.end - theirs.start <= NIGHT and timedelta(0) <= mine.start - theirs.start <= WEEK


def _to_the_day(draft: Draft) -> bool:
    return draft.dated and draft.claim.date_precision is DatePrecision.DAY


def _stepped(draft: Draft, source: Draft, apart: Steps) -> Draft:
    """The draft so many days from the one told before it in its sentence."""
    taken = _take_date(draft, source)
    days = source.claim.days
    if days is None or days.start is None or days.end is None:
        return draft
    moved = stepped(days, apart)
    return replace(taken, claim=replace(taken.claim, days=moved, date_precision=precision(moved)))


def _nearest(draft: Draft, before: Sequence[Draft], after: Sequence[Draft], news: date | None) -> Draft | None:
    """The claim whose date is taken: the nearest one before, rather of the same kind; one after, unless it tells of
    another happening; the one whose statement goes on."""
    found: list[tuple[int, Draft]] = []
    for number, other in enumerate(before):
        if recalled(other, news) and not next_to(draft, other):
            continue
        if _lends(draft, other, goes_on=number == 0 and draft.resumes) and (number == 0 or not other.ground):
            found.append((number + (0 if alike(draft, other) else UNLIKE) + _past(draft, other), other))
    for number, other in enumerate(after):
        if _turns_away(number, other) and not retold(draft, other):
            continue
        apart = other.ground or (other.another and not draft.another)
        if not apart and _lends(draft, other, goes_on=number == 0 and other.resumes):
            found.append((FAR + number, other))
    if before and before[0].dated and _fresh(before[0].claim) and _one_statement(draft.claim, before[0].claim):
        found.append((FAR, before[0]))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _steps_aside(draft: Draft, other: Draft) -> bool:
    """Whether the claim just before tells of a year or month gone by, and the draft goes on there: "Last year the mayor
    was shot dead. He was killed at home." The story before has no day for it then. A definite noun ("the raid") may go
    back to the story."""
    then, told = other.claim.days, draft.claim.days
    if not other.dated or other.ground or other.ahead or _fresh(other.claim) or draft.resumes:
        return False
    if then is None or told is None or then.end is None or told.end is None or told.end - then.end < GONE_BY:
        return False
    return (
        next_to(draft, other) and violent(other.claim) and alike(draft, other) and same_story(draft.claim, other.claim)
    )


def _stays_aside(draft: Draft, other: Draft) -> bool:
    """Whether the draft goes on with what steps aside itself ("In 1982 rebels ambushed soldiers. The army shelled the
    town. Thousands died.")."""
    return other.aside and next_to(draft, other) and violent(other.claim) and same_story(draft.claim, other.claim)


def _goes_on_with(draft: Draft, other: Draft) -> bool:
    """Whether a draft that points back can mean the claim just before it."""
    return next_to(draft, other) and other.dated and not other.ahead and violent(other.claim) and alike(draft, other)


def _past(draft: Draft, other: Draft) -> int:
    """How much further away a claim counts for one that points back at a deed by its noun ("claimed responsibility for
    THE ATTACK"), where it does not name the deed by that word."""
    points = draft.claim.stance is Stance.CLAIMS_RESPONSIBILITY and draft.resumes
    return UNLIKE if points and other.words.isdisjoint(draft.words) else 0


def _turns_away(number: int, other: Draft) -> bool:
    """Whether a later claim's sentence opens with a time of its own that is not that of a lead: a day told far down, or
    a longer stretch, with which a report looks back ("Earlier this week the army killed 14")."""
    days = other.claim.days
    long = days is not None and days.start is not None and days.end is not None and days.end - days.start > NIGHT
    return (number > SOON or long) and _opens_with_day(other)


def _opens_with_day(draft: Draft) -> bool:
    """Whether a claim's sentence opens with the day that dates it."""
    spans = (note.span for note in draft.claim.notes if note.field == "when" and note.kept and note.span)
    return any(span.start - draft.claim.span.start <= _LED_BY for span in spans)


def retold(draft: Draft, other: Draft) -> bool:
    """Whether a later claim tells the same again, with the same dead or wounded at the same place."""
    one, two = draft.claim, other.claim
    if one.place is None or two.place is None or not one.tolls or not two.tolls:
        return False
    same = {(t.measure, t.best) for t in one.tolls if t.best} & {(t.measure, t.best) for t in two.tolls if t.best}
    return bool(same) and alike(draft, other)


def resumed(draft: Draft, after: Sequence[Draft]) -> Sequence[Draft]:
    """The claim that follows at once, where it goes on about the same happening ("The strike came on Tuesday")."""
    return [d for d in after[:1] if d.resumes and alike(draft, d)]


def _narrated(draft: Draft, time: When) -> bool:
    """Whether the day of the narration can be that of a claim: of violence, and not after the claim's own bound."""
    if not violent(draft.claim) or time.days is None or time.days.start is None:
        return False
    mine = draft.claim.days
    return not (mine and mine.end and mine.end <= time.days.start)


def _at(draft: Draft, time: When) -> Draft:
    """The draft at the day that the narration has reached."""
    note = Note(field="when", rule="code:narration", text=f"the story stands at {time.text!r}", span=time.span)
    claim = replace(
        draft.claim,
        notes=(*draft.claim.notes, note),
        days=time.window or time.days,
        date_precision=precision(time.window) if time.window else time.precision,
        date_basis=time.text,
    )
    return replace(draft, claim=claim, dated=True)


def _lends(draft: Draft, other: Draft, *, goes_on: bool) -> bool:
    """Whether another claim's date can be that of the draft: sharp, not after the draft's own bound, and of the same
    story (``goes_on`` where one speaks of the other with a definite noun). A round-up lends its days to the part that
    follows at once; a running total lends nothing, nor does an arrest lend its day to what somebody is held for."""
    resumed = goes_on and alike(draft, other) and violent(draft.claim) and other.claim.happening is not Happening.ARREST
    if (
        not other.dated
        or own_denial(draft.claim, other.claim)
        or other.ahead
        or (other.hour and draft.hour)
        or not _fresh(other.claim)
        or not (resumed or same_story(draft.claim, other.claim))
    ):
        return False
    if (other.ground and not other.gathers) or other.apart is not None:
        return False
    if not resumed and _by_other_hands(draft, other):
        return False
    mine, theirs = draft.claim.days, other.claim.days
    return not (mine and theirs and mine.start is None and mine.end and theirs.start and mine.end <= theirs.start)


def _by_other_hands(draft: Draft, other: Draft) -> bool:
    """Whether two known parties did two unlike things: each has its own day."""
    return not alike(draft, other) and by_other_hands(draft.claim, other.claim)


def _tighter(one: Claim, other: Claim) -> bool:
    """Whether another claim of the same story says that it was over earlier than the first one's own telling, and not
    long before: a deed told of with a far day is another."""
    mine, theirs = one.days, other.days
    if mine is None or theirs is None or not violent(one) or not same_story(one, other):
        return False
    return _earlier_end(one, other) and bool(mine.end and theirs.end and mine.end - theirs.end <= RECENT)


def _earlier_end(one: Claim, other: Claim) -> bool:
    """Whether a claim without a first day is bounded by a later day than another is."""
    mine, theirs = one.days, other.days
    return bool(mine and theirs and mine.start is None and mine.end and theirs.end and theirs.end < mine.end)


def _one_statement(one: Claim, other: Claim) -> bool:
    """Whether a source goes on telling ("…, adding that forty died near Kolm"): the same cited chain, in a row."""
    cited = len(one.chain) > 1 and one.chain == other.chain
    return cited and violent(one) and violent(other) and one.span.start - other.span.end < NEXT


def _said_by_then(draft: Draft, other: Draft) -> bool:
    """Whether a source goes on with what it said on a day that bounds it ("On Monday the mayor said … He added: …")."""
    one, two = draft.claim, other.claim
    if draft.bounded or not other.bounded or other.dated or one.span.start - two.span.end >= NEXT:
        return False
    goes_on = len(one.chain) > 1 and [(t.role, t.actor_id or t.name) for t in one.chain] == [
        (t.role, t.actor_id or t.name) for t in two.chain
    ]
    return goes_on and _earlier_end(one, two)


def _take_date(draft: Draft, source: Draft) -> Draft:
    took = source.claim
    taken = noted(draft, "when", source, days=took.days, date_precision=took.date_precision, date_basis=took.date_basis)
    return replace(taken, dated=source.dated, bounded=source.bounded)


def _fresh(claim: Claim) -> bool:
    """Whether a date is sharp enough to be that of a story: a day, a few days or a week."""
    return claim.date_precision is not None and claim.date_precision <= DatePrecision.WEEK
