"""A page and its times in, the numbers counted out: who was killed, wounded, taken, driven out, and what was struck.

In each sentence that holds a word of fate ("killed", "dead", "injuries", "air strikes"), the counted stand tight beside
it ("8 killed", "wounding 30") or where the parse shows them; then come the parts ("including four children"), the
running numbers ("the toll rose to 45") and the windows of time ("since Wednesday").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.lexicon.measures import CountWords, Frame
from reportedly.model.claim import Issue
from reportedly.model.findings import Readings
from reportedly.model.reading import HowMany
from reportedly.model.text import Page, Span
from reportedly.model.words import Measure
from reportedly.readings.how_many_alive import beside_the_living
from reportedly.readings.how_many_counted import counted
from reportedly.readings.how_many_doers import doers
from reportedly.readings.how_many_included import included, of_told, of_whole, shares
from reportedly.readings.how_many_nouns import lay_out
from reportedly.readings.how_many_parts import parts, survived
from reportedly.readings.how_many_periods import over_separate
from reportedly.readings.how_many_scene import Scene
from reportedly.readings.how_many_tolls import tolls
from reportedly.readings.how_many_wars import of_war_told
from reportedly.readings.how_many_windows import Times, beside_running, windowed
from reportedly.readings.how_many_words import Reading
from reportedly.readings.who_entities import family_names


class CountReader:
    """Reads the numbers counted in a page."""

    def __init__(self, lexicon: CountWords) -> None:
        self.lexicon = lexicon

    def read(self, page: Page, readings: Readings) -> tuple[tuple[HowMany, ...], tuple[Issue, ...]]:
        """The numbers of a page in text order, and what could not be settled."""
        times = Times(readings.times)
        found: list[HowMany] = []
        issues: list[Issue] = []
        ground = [place.span for place in readings.places]
        for scene in self._scenes(page):
            before: list[Reading] = []
            people = (r for r in _readings(scene) if not _of_ground(scene, r, ground))
            for reading in sorted(people, key=lambda r: r.phrase.first):
                reading, issue = windowed(scene, reading, times)
                reading = beside_running(scene, reading, before[-1] if before else None)
                reading = over_separate(scene, reading)
                reading = beside_the_living(scene, reading, before)
                before.append(reading)
                found.append(of_war_told(scene, reading, of_told(scene, reading, found), found))
                issues += [issue] if issue else []
        found.sort(key=lambda h: (h.span.start, h.span.end, h.measure.value))
        return tuple(found), tuple(issues)

    def _scenes(self, page: Page) -> Iterator[Scene]:
        surnames = family_names(page)
        for sentence in page.sentences:
            if sentence.tokens and self.lexicon.fates.trigger.search(sentence.text):
                yield lay_out(sentence, self.lexicon.counting, self.lexicon.fates, surnames)


def _of_ground(scene: Scene, reading: Reading, ground: Sequence[Span]) -> bool:
    """Whether what a party lost or captured is a place and nobody ("the army lost Kolm", "the MLF captured Kolm")."""
    if not reading.phrase.one:
        return False
    if reading.cue.fate.frame is Frame.SHED:
        return any(span.touches(reading.span(scene)) for span in ground)
    noun = reading.phrase.noun
    if reading.cue.measure is not Measure.CAPTURED or noun is None:
        return False
    return any(span.touches(scene.sentence.tokens[noun].span) for span in ground)


def _readings(scene: Scene) -> list[Reading]:
    found = counted(scene)
    found += tolls(scene, found)
    found += parts(scene, found)
    found += included(scene, found)
    found = shares(scene, found)
    return doers(scene, survived(scene, of_whole(scene, found)))
