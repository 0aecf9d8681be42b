"""A sentence and what is counted in it in, the parts out: "including four children", "two of them women"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.model.words import Measure
from reportedly.readings.how_many_lists import summed
from reportedly.readings.how_many_phrases import phrase_of
from reportedly.readings.how_many_rows import countable, openings, row
from reportedly.readings.how_many_scene import Phrase, Scene, run_at
from reportedly.readings.how_many_words import Reading

_HURT = frozenset({Measure.CASUALTIES, Measure.WOUNDED})
NEAR = 24
"""Tokens that may stand between a number and the words that open a part of it."""


def parts(scene: Scene, found: Sequence[Reading]) -> list[Reading]:
    """The parts of the numbers read. A part takes the measure and the event of its whole."""
    wholes = [r for r in found if r.measure in scene.fates.people_measures and not r.nobody and r.part_of is None]
    if not wholes:
        return []
    taken = {(r.phrase.head, r.measure) for r in found}
    made: list[Reading] = []
    for phrase, whole, kind in _sought(scene, wholes, found):
        if (phrase.head, whole.measure) not in taken:
            taken.add((phrase.head, whole.measure))
            rules = (*whole.rules, scene.counting.addresses[kind])
            part_of = None if kind is Kind.ALONGSIDE else whole.span(scene)
            made.append(replace(whole, phrase=phrase, part_of=part_of, rules=rules, nobody=False))
    dead = list(_fatal(scene, wholes))
    died = {r.phrase.head for r in dead}
    return [*_added(scene, found, [r for r in made if r.phrase.head not in died]), *dead]


def survived(scene: Scene, found: Sequence[Reading]) -> list[Reading]:
    """The numbers read, where some of the wounded died of it ("two were wounded, ONE FATALLY") with all who were hurt
    as casualties, dead and wounded together."""
    dead = {r.event for r in found if r.measure is Measure.KILLED and r.rules[0] in scene.fates.fatal.values()}
    return [
        replace(r, measure=Measure.CASUALTIES) if r.measure is Measure.WOUNDED and r.event in dead else r for r in found
    ]


def _added(scene: Scene, found: Sequence[Reading], made: Sequence[Reading]) -> Iterator[Reading]:
    """The readings made, and where one person died alongside others, all of them: "Ana Tesh was killed alongside
    HER FOUR CHILDREN" is five, of whom four are a part."""
    beside = [r for r in made if r.part_of is None]
    one = [r for r in found if r.phrase.one and any(_of_one(r, other) for other in beside)]
    for whole in one[:1]:
        others = [r for r in beside if _of_one(whole, r)]
        total = summed(scene, [whole.phrase, *(r.phrase for r in others)])
        if total is None:
            break
        sum_ = replace(whole, phrase=replace(total, noun=None, one=False), rules=others[0].rules)
        yield sum_
        yield from (replace(r, part_of=sum_.span(scene)) if r in others else r for r in made)
        return
    yield from made


def _of_one(whole: Reading, other: Reading) -> bool:
    return whole.event == other.event and whole.measure is other.measure


def _fatal(scene: Scene, wholes: Sequence[Reading]) -> Iterator[Reading]:
    """Those of the people hit whom it killed: "three people were shot, TWO FATALLY"."""
    taken = {r.phrase.head for r in wholes}
    for first, phrase in sorted(scene.phrases.items()):
        at = phrase.stop if phrase.noun is None else phrase.noun + 1
        at += run_at(scene, Kind.MEMBER, at)
        rule = scene.fates.fatal.get(scene.lower[at]) if at < len(scene.lower) else None
        whole = _whole([r for r in wholes if r.measure in _HURT], first)
        if rule is not None and whole is not None and at not in scene.cued and phrase.head not in taken:
            yield replace(whole, phrase=phrase, measure=Measure.KILLED, rules=(rule, *whole.rules))


Found = tuple[Phrase, Reading, Kind]


def _sought(scene: Scene, wholes: Sequence[Reading], found: Sequence[Reading]) -> Iterator[Found]:
    done = {r.phrase.head for r in found if r.cue.fate.frame in (Frame.DONE_TO, Frame.STATE)}
    held = {r.phrase.head for r in found}
    yield from (f for f in _opened(scene, wholes, Kind.PART) if f[0].head not in done)
    yield from _members(scene, wholes)
    yield from _among(scene, wholes)
    yield from (f for f in _opened(scene, wholes, Kind.ALONGSIDE) if f[0].head not in held)
    yield from (f for f in _placed(scene, wholes) if f[0].head not in held)


def _whole(wholes: Sequence[Reading], at: int) -> Reading | None:
    """The nearest number before the token, a whole one rather than one of a list."""
    before = [r for r in wholes if r.phrase.stop <= at and at - r.phrase.stop <= NEAR]
    return max(before, key=lambda r: (r.phrase.stop, -r.phrase.first), default=None)


def _opened(scene: Scene, wholes: Sequence[Reading], kind: Kind) -> Iterator[Found]:
    """The list that follows "including", "among them" or "along with"."""
    for start, stop in openings(scene, kind):
        whole = _whole(wholes, start)
        if whole is not None and not (kind is Kind.ALONGSIDE and _turned(scene, whole.phrase.stop, start)):
            for phrase in row(scene, stop):
                if kind is Kind.PART or phrase.noun is not None:  # a bare number may be an age ("her brother, 28")
                    yield phrase, whole, kind


def _turned(scene: Scene, start: int, stop: int) -> bool:
    """Whether another verb stands between: "was killed in Kolm, where he had FOUGHT alongside 300 men"."""
    tokens = scene.sentence.tokens
    return any(tokens[at].pos == "VERB" and at not in scene.cued for at in range(start, stop))


def _members(scene: Scene, wholes: Sequence[Reading]) -> Iterator[Found]:
    """ "four OF THEM children", "two of whom were women": the number before, the noun after."""
    for number in scene.numbers:
        if number.none or number.vague is not None:
            continue
        at = number.stop
        length = run_at(scene, Kind.MEMBER, at)
        whole = _whole(wholes, number.first) if length else None
        if whole is None:
            continue
        phrase = scene.phrases[number.first]
        yield _about(scene, phrase, at + length), whole, Kind.MEMBER


def _about(scene: Scene, phrase: Phrase, at: int) -> Phrase:
    """The phrase with the noun that is said of it after "of them"."""
    tokens = scene.sentence.tokens
    for noun in range(at, min(at + 4, len(tokens))):
        if scene.lower[noun] in scene.fates.persons:
            return replace(phrase, noun=noun, stop=noun + 1)
        if tokens[noun].pos not in ("AUX", "ADV", "ADJ", "DET"):
            break
    return replace(phrase, noun=None, stop=at)


def _among(scene: Scene, wholes: Sequence[Reading]) -> Iterator[Found]:
    """ "two women and two children were AMONG eight people killed"."""
    tokens = scene.sentence.tokens
    for whole in wholes:
        noun = whole.phrase.head
        preposition = tokens[noun].head
        if tokens[noun].dep != "pobj" or tokens[preposition].dep != "prep" or not scene.has(Kind.AMONG, preposition):
            continue
        verb = tokens[preposition].head
        for child in scene.sentence.children[verb]:
            if tokens[child].dep not in ("nsubj", "nsubjpass"):
                continue
            for head in (child, *(c for c in scene.sentence.children[child] if tokens[c].dep == "conj")):
                phrase = phrase_of(scene, head)
                if phrase is not None and countable(scene, phrase):
                    yield phrase, whole, Kind.AMONG


def _placed(scene: Scene, wholes: Sequence[Reading]) -> Iterator[Found]:
    """Bare numbers with a place of their own after a whole: "21 were killed, 15 IN Dolvi and another six IN Kolm"."""
    rows = [p for _, p in sorted(scene.phrases.items()) if p.noun is None and not p.vague and p.stop not in scene.cued]
    for phrase in rows:
        whole = _whole(wholes, phrase.first)
        if whole is None or not scene.has(Kind.PLACED, phrase.stop) or phrase.number is None or phrase.number.none:
            continue
        if whole.phrase.low is not None and phrase.low is not None and phrase.low < whole.phrase.low:
            yield phrase, whole, Kind.PLACED
