"""A sentence and the phrases counted in it in, the parts of them out: "including four children", "two of them women"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.readings.how_many_phrases import Phrase, Scene, is_people, is_thing, phrase_of
from reportedly.readings.how_many_words import Reading

NEAR = 24
"""Tokens that may stand between a number and the words that open a part of it."""


def parts(scene: Scene, found: Sequence[Reading]) -> list[Reading]:
    """The parts of the numbers read. A part takes the measure and the event of its whole."""
    wholes = [r for r in found if r.measure in scene.fates.people_measures and not r.nobody and r.part_of is None]
    if not wholes:
        return []
    taken = {(r.phrase.head, r.measure) for r in found}
    made: list[Reading] = []
    for phrase, whole, kind in _sought(scene, wholes, {r.phrase.head for r in found}):
        if (phrase.head, whole.measure) not in taken:
            taken.add((phrase.head, whole.measure))
            rules = (*whole.rules, scene.counting.addresses[kind])
            part_of = None if kind is Kind.ALONGSIDE else whole.span(scene)
            made.append(replace(whole, phrase=phrase, part_of=part_of, rules=rules, nobody=False))
    return made


Found = tuple[Phrase, Reading, Kind]


def _sought(scene: Scene, wholes: Sequence[Reading], taken: set[int]) -> Iterator[Found]:
    yield from _opened(scene, wholes, Kind.PART)
    yield from _members(scene, wholes)
    yield from _among(scene, wholes)
    yield from (f for f in _opened(scene, wholes, Kind.ALONGSIDE) if f[0].head not in taken)
    yield from (f for f in _placed(scene, wholes) if f[0].head not in taken)


def _whole(wholes: Sequence[Reading], at: int) -> Reading | None:
    """The nearest number before the token, a whole one rather than one of a list."""
    before = [r for r in wholes if r.phrase.stop <= at and at - r.phrase.stop <= NEAR]
    return max(before, key=lambda r: (r.phrase.stop, -r.phrase.first), default=None)


def _opened(scene: Scene, wholes: Sequence[Reading], kind: Kind) -> Iterator[Found]:
    """The list that follows "including", "among them" or "along with"."""
    for start, stop in _openings(scene, kind):
        whole = _whole(wholes, start)
        if whole is not None:
            for phrase in _row(scene, stop):
                yield phrase, whole, kind


def _openings(scene: Scene, kind: Kind) -> Iterator[tuple[int, int]]:
    lower = scene.lower
    forms = sorted((form.split() for form in scene.counting.words[kind]), key=lambda f: (-len(f), f))
    at = 0
    while at < len(lower):
        form = next((f for f in forms if lower[at : at + len(f)] == f), None)
        if form is None:
            at += 1
            continue
        yield at, at + len(form)
        at += len(form)


def _row(scene: Scene, at: int) -> Iterator[Phrase]:
    """The counted phrases from the token on, joined by commas, "and" or nothing."""
    tokens = scene.sentence.tokens
    skipped = 0
    while at < len(tokens) and skipped < 3:
        phrase = _starting(scene, at)
        if phrase is not None and _fits(scene, phrase):
            yield phrase
            at, skipped = phrase.stop, 0
            continue
        if not (tokens[at].pos in ("PUNCT", "ADV", "AUX") or scene.has(Kind.LIST, at)):
            return
        at, skipped = at + 1, skipped + 1


def _starting(scene: Scene, at: int) -> Phrase | None:
    """The phrase with a number, or of one person by an article, that begins at the token."""
    number = scene.numbered.get(at)
    if number is not None:
        return scene.phrases[number.first] if number.first == at and not number.none else None
    if not scene.has(Kind.SINGLE, at):
        return None
    for noun in range(at + 1, min(at + 6, len(scene.lower))):
        if scene.lower[noun] in scene.fates.persons:
            phrase = phrase_of(scene, noun)
            return phrase if phrase is not None and phrase.first == at else None
    return None


def _fits(scene: Scene, phrase: Phrase) -> bool:
    cue = scene.cued.get(phrase.stop)
    if cue is not None and cue.fate.frame in (Frame.DONE_TO, Frame.STATE) and phrase.noun is None:
        return False
    if phrase.noun is None and phrase.vague:
        return False
    return not is_thing(scene, phrase) and (phrase.noun is None or is_people(scene, phrase))


def _members(scene: Scene, wholes: Sequence[Reading]) -> Iterator[Found]:
    """ "four OF THEM children", "two of whom were women": the number before, the noun after."""
    forms = [form.split() for form in sorted(scene.counting.words[Kind.MEMBER])]
    for number in scene.numbers:
        if number.none:
            continue
        at = number.stop
        form = next((f for f in forms if scene.lower[at : at + len(f)] == f), None)
        whole = _whole(wholes, number.first)
        if form is None or whole is None:
            continue
        phrase = scene.phrases[number.first]
        yield _about(scene, phrase, at + len(form)), whole, Kind.MEMBER


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
                if phrase is not None and _fits(scene, phrase):
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
