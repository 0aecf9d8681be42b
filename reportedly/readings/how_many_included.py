"""A sentence and what is counted in it in, the parts of a total that another sentence gives out: "the dead included
three officers", "ten of whom are in critical condition"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.mentions.counts_fates import Cue
from reportedly.model.reading import HowMany
from reportedly.readings.how_many_rows import row
from reportedly.readings.how_many_scene import Phrase, Scene, run_at
from reportedly.readings.how_many_words import Reading, how_many

_SOME = 4
"""Words of "two of the wounded"."""
_NAMING = frozenset({Frame.LOSS, Frame.REMAINS, Frame.STATE})
"""Frames of words that can stand for those whom something befell ("the dead", "the fatalities")."""


def included(scene: Scene, found: Sequence[Reading]) -> list[Reading]:
    """The members of a row behind "the dead included": parts of a number that this sentence does not say."""
    taken = {r.phrase.head for r in found}
    return [
        Reading(
            phrase=phrase,
            cue=cue,
            measure=cue.measure,
            event=cue.token,
            rules=(*cue.rules, scene.counting.addresses[Kind.PART]),
            part_of=scene.span(cue.token, cue.stop),
        )
        for cue in scene.cues
        for phrase in _row_of(scene, cue)
        if cue.measure is not None and phrase.head not in taken
    ]


def _row_of(scene: Scene, cue: Cue) -> Iterator[Phrase]:
    """The counted phrases behind the verb of including whose subject the word is."""
    tokens = scene.sentence.tokens
    noun = _named_by(scene, cue)
    if noun is None or cue.measure not in scene.fates.people_measures or noun in scene.numbered:
        return
    if tokens[noun].dep == "nsubj" and run_at(scene, Kind.PART, tokens[noun].head):
        yield from row(scene, tokens[noun].head + 1)


def _named_by(scene: Scene, cue: Cue) -> int | None:
    """The noun that stands for those whom something befell: "the DEAD", or the pronoun that a participle tells of
    ("THOSE killed")."""
    here = scene.sentence.tokens[cue.token]
    if cue.fate.frame in _NAMING:
        return cue.token
    if cue.fate.frame is not Frame.DONE_TO or here.dep != "acl" or here.tag != "VBN":
        return None
    return here.head if scene.sentence.tokens[here.head].tag == "DT" else None


def of_whole(scene: Scene, found: Sequence[Reading]) -> list[Reading]:
    """The readings, those of some "of them" or "of whom" pointing at the number of the same fate before them, where a
    word of fate of their own reads them ("57 remain in hospital, TEN OF WHOM are in critical condition")."""
    return [_pointed(scene, reading, found) for reading in found]


def _pointed(scene: Scene, reading: Reading, found: Sequence[Reading]) -> Reading:
    number = reading.phrase.number
    if reading.part_of is not None or number is None or number.none or not _some(scene, number.first, number.stop):
        return reading
    wholes = [r for r in found if r.measure is reading.measure and r.part_of is None and r.phrase.stop <= number.first]
    if not wholes:
        return reading
    rules = (*reading.rules, scene.counting.addresses[Kind.MEMBER])
    return replace(reading, part_of=wholes[-1].span(scene), rules=rules)


def _some(scene: Scene, first: int, stop: int) -> bool:
    """Whether a number is one "of them" ("ten of whom", "of whom ten")."""
    if run_at(scene, Kind.MEMBER, stop):
        return True
    return any(run_at(scene, Kind.MEMBER, at) == first - at for at in range(max(0, first - 2), first))


def of_told(scene: Scene, reading: Reading, told: Sequence[HowMany]) -> HowMany:
    """What a reading counts, where it is of some of those whom the sentence before counted ("263 OF THESE DEATHS were
    of civilians") with that number as its whole, running where the whole does. Some of those to whom something else
    befell ("two of the wounded died") are no part of it."""
    some = how_many(scene, reading)
    words = range(reading.phrase.first, max(reading.phrase.stop, reading.phrase.first + _SOME))
    other = any(cue.token in words and cue.measure is not reading.measure for cue in scene.cues)
    member = scene.counting.addresses[Kind.MEMBER] in some.also
    if other or not member or some.part_of is not None or some.best is None:
        return some
    wholes = (t for t in reversed(told) if 0 <= some.sentence - t.sentence <= 1 and t.part_of is None)
    whole = next((t for t in wholes if t.measure is some.measure and (t.low or 0) > some.best), None)
    if whole is None:
        return some
    return replace(some, part_of=whole.span, cumulative=whole.cumulative, since=whole.since)
