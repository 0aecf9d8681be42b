"""A phrase and the fate it met in, the ``HowMany`` out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.mentions.counts_fates import Cue
from reportedly.model.reading import HowMany
from reportedly.model.text import Span
from reportedly.model.words import Measure
from reportedly.readings.how_many_phrases import whom
from reportedly.readings.how_many_scene import Phrase, Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A phrase with what became of those it counts. ``event`` is the token that says so."""

    phrase: Phrase
    cue: Cue
    measure: Measure
    event: int
    rules: tuple[str, ...]
    part_of: Span | None = None
    cumulative: bool = False
    since: date | None = None
    nobody: bool = False

    def span(self, scene: Scene) -> Span:
        """The words of the number with its noun."""
        return scene.span(self.phrase.first, self.phrase.stop)


def how_many(scene: Scene, reading: Reading) -> HowMany:
    """The reading with its words."""
    phrase = reading.phrase
    person = scene.fates.persons.get(scene.lower[phrase.noun]) if phrase.noun is not None else None
    people = (person,) if person is not None and reading.cue.fate.people else ()
    span = reading.span(scene)
    return HowMany(
        span=span,
        text=scene.words(phrase.first, phrase.stop),
        sentence=scene.sentence.number,
        rule=reading.rules[0],
        also=(*reading.rules[1:], *phrase.rules, *people),
        measure=reading.measure,
        whom=whom(scene, phrase) if reading.measure in scene.fates.people_measures else None,
        low=0 if reading.nobody else phrase.low,
        best=0 if reading.nobody else phrase.best,
        high=0 if reading.nobody else phrase.high,
        cumulative=reading.cumulative,
        since=reading.since,
        head=phrase.head,
        event=reading.event,
        part_of=reading.part_of,
        implied=phrase.implied,
    )
