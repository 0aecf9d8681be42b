"""A number read and the page's times in, the number with its window out: "since Wednesday", "so far this year"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from reportedly.lexicon.counting import Kind
from reportedly.model.claim import Issue
from reportedly.model.mention import TimeType
from reportedly.model.reading import When
from reportedly.readings.how_many_phrases import Scene
from reportedly.readings.how_many_words import Reading


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
    opening = _opening(scene, reading)
    if opening is not None:
        return _since(scene, reading, times, opening)
    past = next((w for w in times.of(scene.sentence.number) if _is_window(scene, w)), None)
    if past is not None and past.days is not None and _goes_with(scene, reading, _token(scene, past)):
        return replace(reading, cumulative=True, since=past.days.start), None
    if scene.counting.running.search(scene.sentence.text) or _long(scene, reading, times):
        return replace(reading, cumulative=True), None
    return reading, None


def _long(scene: Scene, reading: Reading, times: Times) -> bool:
    """Whether a happening that lasts did it ("the conflict has killed"), or days of it ("seven days of raids left")."""
    tokens = scene.sentence.tokens
    event = reading.event
    while tokens[event].dep in ("conj", "ccomp", "xcomp", "oprd", "acomp", "dobj", "pobj", "prep", "advcl"):
        if any(tokens[c].dep in ("nsubj", "nsubjpass") for c in scene.sentence.children[event]):
            break
        event = tokens[event].head
    for child in scene.sentence.children[event]:
        if tokens[child].dep == "nsubj" and child != reading.phrase.head:
            if scene.has(Kind.LONG, child) or any(
                w.type is TimeType.DURATION and w.span.start <= tokens[child].start < w.span.end
                for w in times.of(scene.sentence.number)
            ):
                return True
        if tokens[child].dep == "prep" and child > event:
            if any(scene.has(Kind.LONG, p) for p in scene.sentence.children[child]):
                return True
    return False


def _opening(scene: Scene, reading: Reading) -> int | None:
    """The token that opens the window ("since"), if it goes with the reading and does not rank ("the worst since")."""
    for at in range(len(scene.lower)):
        if scene.has(Kind.WINDOW, at) and _goes_with(scene, reading, at):
            if not any(scene.has(Kind.FIRST, n) for n in range(max(0, at - 8), at)):
                return at
    return None


def _goes_with(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether the window opened at the token is of the verb or the noun of the reading, or of one above them."""
    tokens = scene.sentence.tokens
    verb = tokens[at].head
    if tokens[at].dep == "mark":
        verb = tokens[verb].head
    chain = {reading.event, reading.phrase.head, *scene.sentence.ancestors(reading.event)}
    return verb in chain or reading.event in scene.sentence.ancestors(verb)


def _since(scene: Scene, reading: Reading, times: Times, opening: int) -> tuple[Reading, Issue | None]:
    tokens = scene.sentence.tokens
    top = tokens[opening].head if tokens[opening].dep == "mark" else opening
    inside = scene.sentence.subtree(top)
    after = tokens[opening].start
    end = tokens[inside[-1]].end
    for when in times.of(scene.sentence.number):
        if when.days is not None and when.days.start is not None and after <= when.span.end and when.span.start < end:
            return replace(reading, cumulative=True, since=when.days.start), None
    issue = Issue(
        code="window-unsettled",
        message=f"{scene.words(inside[0], inside[-1] + 1)!r} opens the window of a running total; its day is not known",
        span=scene.span(opening, opening + 1),
        hint="the number stays a running total without a first day",
    )
    return replace(reading, cumulative=True), issue


def _is_window(scene: Scene, when: When) -> bool:
    """Whether the time is a stretch of past days ("the past seven days"), longer than one."""
    if when.days is None or when.days.start is None or when.days.end is None:
        return False
    if when.days.end - when.days.start <= timedelta(days=1):
        return False
    inside = scene.sentence.inside(when.span)
    around = range(max(0, inside[0] - 1), inside[-1] + 1) if inside else range(0)
    return any(scene.has(Kind.RUNNING_WINDOW, n) for n in around)


def _token(scene: Scene, when: When) -> int:
    return scene.sentence.head_of(when.span) or 0
