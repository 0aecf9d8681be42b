"""A reading of two fates told in one breath in, what it says of each out.

"Nine people were killed and wounded" counts nine casualties, and nobody can tell how many died. But "people were
killed and wounded" says of both that there were some, and "nobody was killed or wounded" of both that there were none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.lexicon.counting import Kind
from reportedly.model.words import Measure
from reportedly.readings.how_many_scene import Phrase, Scene
from reportedly.readings.how_many_words import Reading


def told_apart(scene: Scene, reading: Reading) -> Iterator[Reading]:
    """The reading, or one for each of two fates where the words are true of either."""
    fates = dict(reading.cue.both)
    small = reading.nobody or _small(reading.phrase)
    if not small or not {Measure.KILLED, Measure.WOUNDED} <= fates.keys():
        yield reading
        return
    several = scene.counting.addresses[Kind.PLURAL]
    implied = None if reading.nobody else scene.fates.profile.get(several)
    for measure, rule in reading.cue.both:
        rules = (rule, *(other for other in reading.rules if other != rule))
        yield replace(reading, phrase=replace(reading.phrase, implied=implied), measure=measure, rules=rules)


def _small(phrase: Phrase) -> bool:
    """Whether the words say no more than that there was more than one ("civilians", "several", never "dozens")."""
    return phrase.vague and (phrase.implied is None or phrase.implied[0] < SMALL)


SMALL = 10
"""The least number of a vague word from which it is a count of all ("dozens"), and says too much of either fate."""
