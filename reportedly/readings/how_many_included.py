"""A sentence and what is counted in it in, the parts of a total that another sentence gives out: "the dead included
three officers", "ten of the dead were women", "ten of whom are in critical condition"."""

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
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
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


def shares(scene: Scene, found: Sequence[Reading]) -> list[Reading]:
    """Some of those whom a word of fate names, with what is said of them: "TEN OF THE DEAD were WOMEN", "of those
    wounded, FIVE are CHILDREN". Those of whom the sentence says itself what became of them stand in ``found``, but for
    who they were."""
    taken = {r.phrase.head: r for r in found}
    made: list[Reading] = []
    for number in scene.numbers:
        cue = None if number.none else _shared(scene, number.first, number.stop)
        phrase = scene.phrases[number.first]
        if cue is None or cue.measure not in scene.fates.people_measures or _counts_others(scene, phrase):
            continue
        told = taken.get(phrase.head)
        if told is not None and told.measure is not cue.measure:
            continue  # "two of the WOUNDED DIED"
        phrase = _who_were(scene, phrase)
        rules = (*cue.rules, scene.counting.addresses[Kind.MEMBER])
        whole = next((r.span(scene) for r in found if r.phrase.noun == cue.token), None)  # "ten of the 18 VICTIMS"
        made.append(Reading(phrase=phrase, cue=cue, measure=cue.measure, event=cue.token, rules=rules, part_of=whole))
    heads = {r.phrase.first for r in made}
    return [*(r for r in found if r.phrase.first not in heads), *made]


def _counts_others(scene: Scene, phrase: Phrase) -> bool:
    """Whether the number has a noun of its own, but for one that its verb says of it ("TEN were women")."""
    return phrase.noun is not None and scene.sentence.tokens[phrase.noun].dep != "attr"


def _shared(scene: Scene, first: int, stop: int) -> Cue | None:
    """The word of fate whose people the number is some of: behind "of", or before the verb whose subject it is."""
    tokens, children = scene.sentence.tokens, scene.sentence.children
    behind = [stop] if stop < len(tokens) else []
    verb = tokens[stop - 1].head
    fronted = [c for c in children[verb] if c < first] if tokens[stop - 1].dep in _SUBJECTS else []
    for at in (*behind, *fronted):
        if scene.has(Kind.OF, at):
            for noun in children[at]:
                cues = (cue for cue in scene.cues if noun in (cue.token, _named_by(scene, cue)))
                cue = next((cue for cue in cues if _definite(scene, noun)), None)
                if cue is not None:
                    return cue
    return None


def _definite(scene: Scene, noun: int) -> bool:
    """Whether the noun is said with the article, or points itself ("the DEAD", "THOSE killed")."""
    tokens = scene.sentence.tokens
    return tokens[noun].tag == "DT" or any(tokens[c].tag == "DT" for c in scene.sentence.children[noun])


def _who_were(scene: Scene, phrase: Phrase) -> Phrase:
    """The phrase with the people that its verb says they were."""
    tokens = scene.sentence.tokens
    number = phrase.stop - 1 if phrase.number is None else phrase.number.stop - 1
    if tokens[number].dep not in _SUBJECTS:
        return phrase
    said = [c for c in scene.sentence.children[tokens[number].head] if tokens[c].dep == "attr"]
    noun = next((c for c in said if scene.lower[c] in scene.fates.persons), None)
    return phrase if noun is None else replace(phrase, noun=noun, stop=noun + 1)


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
