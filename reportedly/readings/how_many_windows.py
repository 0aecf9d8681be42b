"""A number read and the page's times in, the number with its window out: "since Wednesday", "so far this year"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.model.claim import Issue
from reportedly.model.reading import When
from reportedly.model.words import DatePrecision
from reportedly.readings.how_many_periods import kept_count, narrowed, over_period
from reportedly.readings.how_many_scene import Scene
from reportedly.readings.how_many_wars import lasting, of_war, ranks
from reportedly.readings.how_many_words import Reading

WIDEST = 16
"""Tokens that the words of a window may have ("since the offensive to retake the town began 17 days ago")."""


_FINITE = frozenset({"VBD", "VBZ", "VBP"})


class Times:
    """The times of a page, by sentence."""

    def __init__(self, times: Iterable[When]) -> None:
        self._by_sentence: dict[int, list[When]] = {}
        for when in times:
            self._by_sentence.setdefault(when.sentence, []).append(when)

    def of(self, sentence: int) -> list[When]:
        """The times of a sentence, in text order."""
        return self._by_sentence.get(sentence, [])


def windowed(scene: Scene, reading: Reading, times: Times) -> tuple[Reading, Issue | None]:
    """The reading as a running total where the sentence says so, and an issue where the window's start is not known."""
    added_up = scene.counting.addresses[Kind.LIST] in reading.phrase.rules and not reading.phrase.one
    if reading.phrase.number is None and not (reading.phrase.vague or added_up):
        return reading, None
    opening = _opening(scene, reading)
    if opening is not None:
        return _since(scene, reading, times, opening)
    if reading.phrase.number is None and not added_up:
        return reading, None  # "the raids of the past days cost the lives of judges": nobody has added them up
    told = times.of(scene.sentence.number)
    past = next((w for w in told if _is_window(scene, w) and not ranks(scene, _token(scene, w))), None)
    if past is not None and past.days is not None and _goes_with(scene, reading, _token(scene, past)):
        return _running(scene, reading, Kind.RUNNING_WINDOW, past.days.start), None
    running = scene.counting.running.search(scene.sentence.text)
    shift = scene.sentence.span.start
    if running and _of_toll_alone(scene, reading, shift + running.start()):
        return reading, None
    if running and not narrowed(told, shift + running.start(), shift + running.end()):
        return _running(scene, reading, Kind.RUNNING), None
    if over_period(scene, reading, told):
        return _running(scene, reading, Kind.PERIOD_TOTAL, kept_count(scene, told)), None
    if _up_to_now(scene, times):
        return _running(scene, reading, Kind.UP_TO_NOW), None
    if lasting(scene, reading, told) or of_war(scene, reading, told):
        return _running(scene, reading, Kind.LONG), None
    return reading, None


def beside_running(scene: Scene, reading: Reading, before: Reading | None) -> Reading:
    """The reading, running as the one before it in its sentence where it counts the others of that ("the toll since
    Friday has reached 606, with 5,332 OTHERS injured")."""
    phrase = reading.phrase
    others = scene.counting.addresses[Kind.REST] in phrase.rules or scene.has(Kind.ANOTHER, phrase.first)
    others = others or (
        reading.cue.fate.frame is Frame.TOLL and before is not None and before.cue.fate == reading.cue.fate
    )
    if reading.cumulative or before is None or not before.cumulative or not others:
        return reading
    rules = (*reading.rules, *(r for r in before.rules if r not in reading.rules and r in _windows(scene)))
    return replace(reading, cumulative=True, since=before.since, rules=rules)


def _windows(scene: Scene) -> frozenset[str]:
    """The addresses of the lines that make a number a running one."""
    kinds = (Kind.WINDOW, Kind.RUNNING_WINDOW, Kind.RUNNING, Kind.PERIOD_TOTAL, Kind.UP_TO_NOW, Kind.LONG)
    return frozenset(scene.counting.addresses[kind] for kind in kinds)


def _running(scene: Scene, reading: Reading, kind: Kind, since: date | None = None) -> Reading:
    rules = (*reading.rules, scene.counting.addresses[kind])
    return replace(reading, cumulative=True, since=since, rules=rules)


def _up_to_now(scene: Scene, times: Times) -> bool:
    """Whether the number is that of the day of the telling, of what lasts or of a whole year: "SO FAR in 2016"."""
    told = times.of(scene.sentence.number)
    year = any(when.precision is DatePrecision.YEAR for when in told)
    if scene.counting.up_to_now.search(scene.sentence.text):
        return year or _lasts(scene)
    return year and any(when.limit for when in told)


def _lasts(scene: Scene) -> bool:
    """Whether the sentence tells of a happening that lasts: "has SO FAR lost 12 soldiers in the war"."""
    return any(scene.has(Kind.LONG, at) for at in range(len(scene.lower)))


def _opening(scene: Scene, reading: Reading) -> int | None:
    """The token that opens the window ("since"), if it goes with the reading and does not rank ("the worst since")."""
    for at in range(len(scene.lower)):
        opens = scene.has(Kind.WINDOW, at) and not ranks(scene, at) and not _by_then(scene, at)
        opens = opens and not _set_beside(scene, reading, at)
        if opens and _goes_with(scene, reading, at):
            return at
    return None


def _set_beside(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether a word stands in what is only set beside a name ("the Guard, a militia active here SINCE the 1990s, has
    killed nine"), and what is counted does not."""
    above = (at, *scene.sentence.ancestors(at))
    beside = next((n for n in above if scene.sentence.tokens[n].dep == "appos"), None)
    return beside is not None and not {reading.event, reading.phrase.head} & {*scene.sentence.subtree(beside)}


def _of_toll_alone(scene: Scene, reading: Reading, start: int) -> bool:
    """Whether words for a running total belong to the toll named before them, and not to what brought it there: "a raid
    left 13 dead, bringing the toll THIS YEAR to 153"."""
    if reading.cue.fate.frame is Frame.TOLL:
        return False
    tokens = scene.sentence.tokens
    tolls = (c.token for c in scene.cues if c.fate.frame is Frame.TOLL and tokens[c.token].start < start)
    return any(tokens[reading.event].start < tokens[t].start for t in tolls)


def _by_then(scene: Scene, at: int) -> bool:
    """Whether "since" stands inside a perfect, for "by now": "the toll has SINCE risen to 47"."""
    tokens = scene.sentence.tokens
    return 0 < at < len(tokens) - 1 and tokens[at - 1].tag in _FINITE and tokens[at + 1].tag in ("VBN", "RB")


def _goes_with(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether the window opened at the token is of the verb or the noun of the reading, or of one above them."""
    tokens = scene.sentence.tokens
    verb = tokens[at].head
    if tokens[at].dep == "mark":
        if verb in (reading.event, *scene.sentence.ancestors(reading.event)):
            return False  # "has raged since a shell killed nine on Friday": the nine were killed on that day
        verb = tokens[verb].head
    if tokens[at].dep == "pobj":
        verb = tokens[verb].head
    event = reading.event
    if at < event and _in_clause_after(scene, event, at):
        return False
    chain = {event, reading.phrase.head, *scene.sentence.ancestors(event)}
    if verb in chain:
        return True
    named = tokens[event].head if tokens[event].dep == "compound" else event  # "the death TOLL"
    below = {event, named} & set(scene.sentence.ancestors(verb))
    return bool(below) and not _of_another(scene, verb, below)


def _of_another(scene: Scene, verb: int, above: set[int]) -> bool:
    """Whether the verb, or one on its way up, is of a clause that describes neither a happening nor the people: "killed
    in a province THAT has seen unrest since May", or says what is told beside it: "adding there had been NO FIGHTING in
    the past ten days"."""
    tokens = scene.sentence.tokens
    for at in (verb, *scene.sentence.ancestors(verb)):
        if at in above:
            return False
        if tokens[at].dep == "ccomp":
            return True
        if tokens[at].dep == "relcl":
            noun = tokens[at].head
            lasting = scene.has(Kind.LONG, noun) or scene.has(Kind.SEVERAL, noun)
            return not lasting and tokens[noun].pos in ("NOUN", "PROPN") and not _counts(scene, noun)
    return False


def _counts(scene: Scene, noun: int) -> bool:
    return any(phrase.noun == noun or phrase.head == noun for phrase in scene.phrases.values())


def _in_clause_after(scene: Scene, event: int, at: int) -> bool:
    """Whether the number stands in a relative clause that begins behind the window: "held since Monday, after a fight
    THAT killed ten"."""
    tokens = scene.sentence.tokens
    clause = next((n for n in (event, *scene.sentence.ancestors(event)) if tokens[n].dep == "relcl"), None)
    if clause is None or tokens[clause].head < at or _still(scene, clause):
        return False
    return tokens[clause].head > at


def _still(scene: Scene, verb: int) -> bool:
    """Whether a verb is in the present perfect: what "HAS killed hundreds" goes on."""
    tokens = scene.sentence.tokens
    below = (tokens[c] for c in scene.sentence.children[verb])
    return any(t.dep == "aux" and t.tag in ("VBZ", "VBP") and t.lemma == "have" for t in below)


def _since(scene: Scene, reading: Reading, times: Times, opening: int) -> tuple[Reading, Issue | None]:
    end = _closing(scene, opening)
    window = scene.span(opening, end)
    for when in times.of(scene.sentence.number):
        if when.days is not None and when.days.start is not None and window.touches(when.span):
            return _running(scene, reading, Kind.WINDOW, when.days.start), None
    issue = Issue(
        code="window-unsettled",
        message=f"{scene.words(opening, end)!r} opens the window of a running total; its day is not known",
        span=window,
        hint="the number stays a running total without a first day",
    )
    return _running(scene, reading, Kind.WINDOW), issue


def _closing(scene: Scene, opening: int) -> int:
    """The token after the window's words: they end at a comma, a full stop or a quotation mark."""
    tokens = scene.sentence.tokens
    at = opening + 1
    while at < len(tokens) and at - opening < WIDEST and tokens[at].pos != "PUNCT":
        at += 1
    return at


def _is_window(scene: Scene, when: When) -> bool:
    """Whether the time is a stretch of past days ("the past seven days"); "the past 24 hours" are a day, not one."""
    if when.days is None or when.days.start is None or when.days.end is None:
        return False
    if when.days.end - when.days.start <= timedelta(days=2):
        return False
    inside = scene.sentence.inside(when.span)
    around = range(max(1, inside[0] - 1), inside[-1] + 1) if inside else range(0)
    return any(scene.has(Kind.RUNNING_WINDOW, n) and _within(scene, n - 1) for n in around)


def _within(scene: Scene, at: int) -> bool:
    """Whether a preposition stands there, or before the article there: "IN the past week", not "last week"."""
    tokens = scene.sentence.tokens
    return tokens[at].pos == "ADP" or (tokens[at].pos == "DET" and at > 0 and tokens[at - 1].pos == "ADP")


def _token(scene: Scene, when: When) -> int:
    return scene.sentence.head_of(when.span) or 0
