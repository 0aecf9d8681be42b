"""The claims of one report in, the same out, counts that are drawn over many happenings marked as running totals.

"Shells killed twenty on Thursday. In the past six days 84 have been killed in Kolm": who counts over days in which the
report tells of one strike gives a sum, and no toll of that strike. And a sum goes on: "Since October the raids have
killed 600 people in Orvan. In Marn, officials have announced the deaths of 24 soldiers."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.drafts import TAKEN_OVER
from reportedly.claims.frames.assertion import clause_head, in_past_perfect, in_perfect
from reportedly.claims.story.period_totals import PERIOD_TOTAL
from reportedly.model.claim import Claim, Note
from reportedly.model.reading import HowMany, Interval
from reportedly.model.text import Page, Sentence
from reportedly.model.words import Measure, Stance
from reportedly.readings.how_many_wars import WAR
from reportedly.readings.when_calendar import precision

RULE = "code:total"
SINCE = "en/counting/since"
"""The line of the vocabulary for words from which on a number runs."""
_LASTING = frozenset(
    {SINCE, PERIOD_TOTAL, *(f"en/counting/{line}" for line in ("long", "past-window", "so-far", "up-to-now"))}
)
"""Lines that make a number that of all that went on: since a day, over days or months, this year, through a war."""
_OVER = (SINCE, PERIOD_TOTAL)
_MANY = 20
"""A figure that no accident gives a headline and a total of the same report."""
_LENGTHS = "en/dating/patterns/lengths/"
_PEOPLE = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})
_STRETCH = timedelta(days=4)
"""From how many days on a count that holds a smaller one of a day in them is a sum: a night may be two days, and the
"last two days" three."""
_SHARP = timedelta(days=2)


def with_totals(page: Page, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims in their order, sums of days and what goes on telling them marked as running totals."""
    told: list[Claim] = []
    for claim in claims:
        since = _summed(claim, claims)
        whole = None if since else _foretold(claim, claims)
        before = None if since or whole else _going_on(page, claim, told)
        if whole:
            also = [rule for rule in _OVER if rule in whole.also]
            told.append(_marked(claim, whole.since, "the figure of a total told further on", *also))
        elif since:
            told.append(_marked(claim, since, "counts over days of which the report tells one by one"))
        elif before:
            told.append(_within(_marked(claim, before.since, "goes on with the total told before", SINCE)))
        else:
            told.append(claim)
    return tuple(told)


def of_many(claim: Claim) -> bool:
    """Whether a claim tells of many happenings and so belongs to no one incident: a round-up, or nothing but running
    totals."""
    whole = [toll for toll in claim.tolls if toll.part_of is None] or claim.tolls
    return claim.container or (bool(whole) and all(over_many(toll) for toll in whole))


def over_many(toll: HowMany) -> bool:
    """Whether a running total has a beginning, known or not ("since Wednesday", "since the first attack"), is of what
    lasts ("seven days of raids left") or as high as only a war's, and so is of many happenings; any other ("the toll
    has risen to 14") may be of one, and one death is of one."""
    number = next((n for n in (toll.best, toll.low, toll.high) if n is not None), 0)
    begins = toll.since is not None or not _LASTING.isdisjoint((toll.rule, *toll.also))
    return toll.cumulative and number != 1 and (begins or number >= WAR.get(toll.measure, number + 1))


def _marked(claim: Claim, since: date | None, why: str, *also: str) -> Claim:
    tolls = tuple(
        replace(t, cumulative=True, since=since, also=(*t.also, *also)) if t.measure in _PEOPLE else t
        for t in claim.tolls
    )
    return replace(claim, tolls=tolls, notes=(*claim.notes, Note(field="tolls", rule=RULE, text=why, span=claim.span)))


def _within(claim: Claim) -> Claim:
    """The claim dated to the window of its total: a day taken over from a strike is none of a total."""
    since = next((t.since for t in claim.tolls if t.cumulative and t.since), None)
    end = claim.days.end if claim.days else None
    if since is None or end is None or end <= since:
        return claim
    window = Interval(since, end)
    return replace(claim, days=window, date_precision=precision(window), date_basis=None)


def _summed(claim: Claim, claims: Sequence[Claim]) -> date | None:
    """The first day of the stretch that a claim counts over ("in the past six days"), where the report counts fewer on
    a day in it. A week in which it happened on some day ("earlier this week") is no stretch."""
    days = claim.days
    if days is None or days.start is None or days.end is None or days.end - days.start < _STRETCH:
        return None
    lasts = any(note.field == "when" and note.rule.startswith(_LENGTHS) for note in claim.notes)
    if not lasts or claim.stance is Stance.DENIES:
        return None
    ours = dict(_counts(claim))
    parts = (c for c in claims if c is not claim and _sharp(c) and c.days is not None and days.touches(c.days))
    fewer = any(0 < n < ours.get(measure, 0) for c in parts for measure, n in _counts(c))
    return days.start if fewer else None


def _foretold(claim: Claim, claims: Sequence[Claim]) -> HowMany | None:
    """The running total with a beginning whose figure a claim without a day of its own, a headline, gives before it."""
    ours = {(measure, n) for measure, n in _counts(claim) if n >= _MANY}
    if not ours or _own_day(claim):
        return None
    later = (t for c in claims if c.span.start > claim.span.end for t in c.tolls if t.cumulative and t.part_of is None)
    over = (t for t in later if over_many(t) or PERIOD_TOTAL in t.also)
    return next((t for t in over if (t.measure, t.best or t.low) in ours), None)


def _going_on(page: Page, claim: Claim, told: Sequence[Claim]) -> HowMany | None:
    """The running total that the sentence before gave, where the claim counts on in the perfect and gives no day of its
    own."""
    if not any(True for _ in _counts(claim)) or _own_day(claim):
        return None
    sentence = page.sentence_at(claim.span.start)
    if sentence is None or not sentence.number or not _in_perfect(sentence, claim.tolls):
        return None
    before = page.sentences[sentence.number - 1].span
    last = [t for c in told if before.covers(c.span) for t in c.tolls if t.measure in _PEOPLE]
    return last[-1] if last and all(over_many(t) for t in last) else None


def _in_perfect(sentence: Sentence, tolls: Sequence[HowMany]) -> bool:
    """Whether the first count hangs on a verb in the perfect ("have been killed", "have announced the deaths of")."""
    event = next((t.event for t in tolls if t.measure in _PEOPLE), None)
    if event is None or event >= len(sentence.tokens):
        return False
    verb = clause_head(sentence, event)
    return in_perfect(sentence, verb) and not in_past_perfect(sentence, verb)


def _counts(claim: Claim) -> Iterator[tuple[Measure, int]]:
    """What the claim counts of people, running totals left out."""
    for toll in claim.tolls:
        number = toll.best or toll.low or toll.high
        if toll.measure in _PEOPLE and number and not toll.cumulative and toll.part_of is None:
            yield toll.measure, number


def _sharp(claim: Claim) -> bool:
    days = claim.days
    return days is not None and days.start is not None and days.end is not None and days.end - days.start <= _SHARP


def _own_day(claim: Claim) -> bool:
    """Whether its own words date the claim."""
    if claim.days is None or claim.days.start is None:
        return False
    return not any(note.field == "when" and note.rule == TAKEN_OVER for note in claim.notes)
