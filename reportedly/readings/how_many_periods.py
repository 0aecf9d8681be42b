"""A number read, its sentence and the times there in, whether it is the total of a stretch of time out: "248 deaths
between 4 May and 31 August", "a total of 125 people were killed in August", "168 in 87 raids last year".

No single happening lasts for weeks, so what a stretch of more than a week cost is a total. A month alone may only say
when: there the words must add up, or count the happenings too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.model.reading import Interval, When
from reportedly.model.words import DatePrecision
from reportedly.readings.how_many_scene import Scene, run_at
from reportedly.readings.how_many_wars import OF_DEEDS
from reportedly.readings.how_many_words import Reading

WEEK = timedelta(days=7)
FEW_DAYS = timedelta(days=2)
"""From how many days on a count that somebody kept is a total; a night may be two."""
BESIDE = 6
"""Characters between a period and the day of it that follows ("this month, on June 16")."""
SEVERAL = 3
"""So many happenings are no one attack told of as several."""


def over_period(scene: Scene, reading: Reading, times: Sequence[When]) -> bool:
    """Whether the number is that of a period which one of the sentence's times names."""
    if _stretched(scene, reading, times) or kept_count(scene, times) is not None:
        return True
    own = [when for when in times if _is_period(when) and _of_clause(scene, reading, when)]
    if not own or any(_is_day(when) for when in times):
        return False
    if any(_throughout(scene, when) for when in own) or _of_no_one_deed(scene, reading):
        return True
    return reading.cue.fate.frame is Frame.TOLL or _added_up(scene, reading) or _in_several(scene, reading)


def _of_no_one_deed(scene: Scene, reading: Reading) -> bool:
    """Whether more were killed than one happening costs, and it is not said by what ("last month nearly 1,200 civilians
    were killed", not "in a raid", "by a bomb")."""
    tokens, below = scene.sentence.tokens, scene.sentence.children[reading.event]
    if reading.phrase.size < OF_DEEDS or not any(tokens[c].dep == "nsubjpass" for c in below):
        return False
    through = [g for c in below if tokens[c].dep in ("prep", "agent") for g in scene.sentence.children[c]]
    return all(tokens[g].pos == "PROPN" or tokens[g].entity == "DATE" for g in through)


def over_separate(scene: Scene, reading: Reading) -> Reading:
    """The reading, marked where it counts what several happenings cost that the sentence parts ("killed in SEPARATE
    shootings", "in SHOOTINGS over the weekend", "killed over an eight-hour PERIOD"), or of which there were as many
    ("TWO SHOOTINGS left two men dead"): no one of them cost so many."""
    number = reading.phrase.best if reading.phrase.best is not None else reading.phrase.low
    if reading.cumulative or number is None or number < 2:
        return reading
    if _parted(scene) or _as_many(scene, reading, number):
        why: tuple[Kind, ...] = (Kind.SEPARATE,)
    elif _scattered(scene):
        why = (Kind.SEPARATE, Kind.SCATTERED)
    elif _within_spell(scene):
        why = (Kind.SEPARATE, Kind.SPELL)
    else:
        return reading
    return replace(reading, rules=(*reading.rules, *(scene.counting.addresses[kind] for kind in why)))


def _parted(scene: Scene) -> bool:
    """Whether the sentence names several happenings as separate ones ("in SEPARATE attacks", "ACROSS attacks")."""
    tokens = scene.sentence.tokens
    parting = [at for at in range(len(tokens)) if scene.has(Kind.SEPARATE, at)]
    told = [tokens[at].head for at in parting if tokens[at].head > at]
    told += [child for at in parting if tokens[at].dep == "prep" for child in scene.sentence.children[at]]
    return any(scene.has(Kind.SEVERAL, noun) for noun in told)


def _scattered(scene: Scene) -> bool:
    """Whether the sentence tells, without a number, of acts that are several in the plural ("in Monday SHOOTINGS")."""
    numbered = {phrase.noun for phrase in scene.phrases.values()}
    return any(scene.has(Kind.SCATTERED, at) and at not in numbered for at in range(len(scene.lower)))


def _within_spell(scene: Scene) -> bool:
    """Whether the sentence counts what happened within so many hours ("over an eight-HOUR PERIOD")."""
    return any(run_at(scene, Kind.SPELL, at) for at in range(len(scene.lower)))


def _as_many(scene: Scene, reading: Reading, number: int) -> bool:
    """Whether the sentence counts at least as many happenings as there were losses."""
    return any(
        phrase.noun is not None and scene.has(Kind.SEVERAL, phrase.noun) and (phrase.low or 0) >= number
        for phrase in scene.phrases.values()
        if phrase is not reading.phrase
    )


def narrowed(times: Sequence[When], start: int, end: int) -> bool:
    """Whether the words of a period between the offsets are made a day by what follows ("this month, on June 16")."""
    period = next((w for w in times if w.span.start < end and start < w.span.end), None)
    after = (w for w in times if period is not None and 0 < w.span.start - period.span.end <= BESIDE)
    return any(_is_day(w) for w in after)


def _stretched(scene: Scene, reading: Reading, times: Sequence[When]) -> bool:
    """Whether a stretch from one day to another, longer than a week, stands in the clause of the number."""
    long = (w for w in times if w.window is not None and not w.open_since and not w.limit and _lasts(w.window))
    chain = {reading.event, reading.phrase.head, *scene.sentence.ancestors(reading.event)}
    heads = (scene.sentence.head_of(w.span) for w in long)
    return any(h is not None and chain.intersection(scene.sentence.ancestors(h)) for h in heads)


def kept_count(scene: Scene, times: Sequence[When]) -> date | None:
    """The first day of a stretch over which somebody kept count ("RECORDED 406 casualties FROM 24 February, when it
    began, UNTIL 27 February"): the words of its two ends may stand apart."""
    if not any(scene.has(Kind.TALLY, at) for at in range(len(scene.lower))):
        return None
    days = [(when, at) for when in times if _is_day(when) and (at := scene.sentence.at(when.span.start)) is not None]
    for (first, opens), (last, closes) in combinations(days, 2):
        ends = _behind(scene, Kind.FROM_DAY, opens) and _behind(scene, Kind.TO_DAY, closes)
        a, b = first.days, last.days
        if ends and a is not None and b is not None and a.start and b.start and b.start - a.start >= FEW_DAYS:
            return a.start
    return None


def _behind(scene: Scene, kind: Kind, at: int) -> bool:
    """Whether the words of the kind stand just before the time, or before an hour of that day ("to 12 MIDNIGHT on")."""
    return any(scene.has(kind, before) for before in range(max(0, at - 2), at))


def _lasts(days: Interval) -> bool:
    return days.start is not None and days.end is not None and days.end - days.start > WEEK


def _is_period(when: When) -> bool:
    """Whether a time is a month, a year or what lies between."""
    return when.precision in (DatePrecision.MONTH, DatePrecision.YEAR) and when.days is not None and not when.stamp


def _of_clause(scene: Scene, reading: Reading, when: When) -> bool:
    """Whether the time hangs on the clause of the number, or on what names it ("the number of those killed in May")."""
    head = scene.sentence.head_of(when.span)
    if head is None:
        return False
    above = scene.sentence.ancestors(head)
    verb = next((n for n in above if scene.sentence.tokens[n].pos == "VERB"), None)
    if verb is None:
        return True
    chain = {reading.event, reading.phrase.head, *scene.sentence.ancestors(reading.event)}
    return verb in chain or reading.event in scene.sentence.ancestors(verb)


def _throughout(scene: Scene, when: When) -> bool:
    """Whether the period is gone through from end to end ("DURING August", "THROUGHOUT the year")."""
    first = scene.sentence.at(when.span.start)
    before = range(max(0, first - 3), first) if first is not None else ()
    return any(scene.has(Kind.THROUGHOUT, at) for at in before)


def _is_day(when: When) -> bool:
    return when.precision is DatePrecision.DAY and not when.stamp and not when.limit


def _added_up(scene: Scene, reading: Reading) -> bool:
    """Whether the number is said to be a sum ("a TOTAL of 125")."""
    number = reading.phrase.number
    return number is not None and any(scene.has(Kind.SUM, at) for at in range(number.first, number.stop))


def _in_several(scene: Scene, reading: Reading) -> bool:
    """Whether the number was lost in so many happenings ("in 87 RAIDS")."""
    return any(
        phrase.noun is not None and scene.has(Kind.SEVERAL, phrase.noun) and (phrase.low or 0) >= SEVERAL
        for phrase in scene.phrases.values()
        if phrase is not reading.phrase
    )
