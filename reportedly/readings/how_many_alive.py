"""A reading and those of its sentence before it in, the same marked out where "another" sets one dead beside somebody
alive: "two guards were wounded and ANOTHER was killed", "a boy was held over the death of ANOTHER BOY".

So one died and not one more, whoever else is told of elsewhere. Who "was ANOTHER VICTIM" is one more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.lexicon.counting import Kind
from reportedly.model.words import Measure
from reportedly.readings.how_many_scene import Scene
from reportedly.readings.how_many_words import Reading


def beside_the_living(scene: Scene, reading: Reading, before: Sequence[Reading]) -> Reading:
    """The reading, marked where it is of one dead besides people whom its sentence does not count among the dead."""
    if reading.measure is not Measure.KILLED or reading.phrase.best != 1 or not _one_more(scene, reading):
        return reading
    first, noun = reading.phrase.first, reading.phrase.noun
    if noun is not None and scene.sentence.tokens[noun].dep == "attr":
        return reading
    if any(other.measure is Measure.KILLED for other in before):
        return reading
    if any(
        cue.measure is Measure.KILLED and cue.token < first and cue.token != reading.cue.token for cue in scene.cues
    ):
        return reading
    told_of = any(other.measure in scene.fates.people_measures for other in before)
    if not told_of and not any(scene.lower[at] in scene.fates.persons for at in range(first)):
        return reading
    return replace(reading, rules=(*reading.rules, scene.counting.addresses[Kind.ALIVE]))


def _one_more(scene: Scene, reading: Reading) -> bool:
    """Whether the words count one besides somebody told of ("another man", "a third person")."""
    row = (Kind.ANOTHER, Kind.NTH)
    return any(scene.has(kind, at) for at in range(reading.phrase.first, reading.phrase.stop) for kind in row)
