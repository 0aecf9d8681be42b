"""A sentence in, its rows of parts out: the counted phrases that follow "including" or "among them", one by one."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.readings.how_many_nouns import REACH
from reportedly.readings.how_many_phrases import is_people, is_thing, phrase_of
from reportedly.readings.how_many_scene import Phrase, Scene, run_at

_SPELLS_OUT = frozenset({":", "–", "—", "--"})
"""Marks after which a row is not gone on with but told in full: "three children – two boys and a girl"."""


def part_firsts(scene: Scene) -> frozenset[int]:
    """The first tokens of all phrases that stand in a row of parts."""
    return frozenset(p.first for _, stop in openings(scene, Kind.PART) for p in row(scene, stop))


def openings(scene: Scene, kind: Kind) -> Iterator[tuple[int, int]]:
    """Where the words of the kind stand, as token numbers, half-open; the longest form first."""
    past = 0
    for at, word in enumerate(scene.lower):
        if at >= past and word in scene.counting.runs[kind]:
            length = run_at(scene, kind, at)
            if length:
                past = at + length
                yield at, past


def row(scene: Scene, at: int) -> Iterator[Phrase]:
    """The counted phrases from the token on, joined by commas, "and" or nothing."""
    tokens = scene.sentence.tokens
    skipped = 0
    while at < len(tokens) and skipped < 3:
        phrase = _starting(scene, at)
        if phrase is not None and (_of_the_rest(scene, phrase) or not countable(scene, phrase)):
            return
        if phrase is not None:
            yield phrase
            at, skipped = _past_name(scene, phrase), 0
            continue
        if tokens[at].text in _SPELLS_OUT or not (
            tokens[at].pos in ("PUNCT", "ADV", "AUX") or scene.has(Kind.LIST, at)
        ):
            return
        at, skipped = at + 1, skipped + 1


def _past_name(scene: Scene, phrase: Phrase) -> int:
    """The token after the name of one person told of: "her husband OMAR TESH and two sons"."""
    at = phrase.stop
    while phrase.one and at < len(scene.lower) and scene.sentence.tokens[at].pos == "PROPN":
        at += 1
    return at


def _starting(scene: Scene, at: int) -> Phrase | None:
    """The phrase with a number, or of one person by an article or as a relative, that begins at the token."""
    number = scene.numbered.get(at)
    if number is not None:
        return scene.phrases[number.first] if number.first == at and not number.none else None
    own = at < len(scene.lower) and scene.sentence.tokens[at].tag == "PRP$"
    if own and at + 1 in scene.numbered:
        return _starting(scene, at + 1)  # "her FOUR CHILDREN"
    if not own and not scene.has(Kind.SINGLE, at):
        return None
    for noun in range(at + 1, min(at + REACH, len(scene.lower))):
        if _is_person(scene, noun) and not _is_person(scene, noun + 1):  # "his 12-year-old SON"
            phrase = phrase_of(scene, noun)
            return phrase if phrase is not None and phrase.first == at else None
    return None


def _is_person(scene: Scene, at: int) -> bool:
    return at < len(scene.lower) and scene.lower[at] in scene.fates.persons


def _of_the_rest(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase counts people besides those named before ("37 others"): it is no part of them."""
    return any(scene.has(Kind.REST, at) for at in range(phrase.first, phrase.stop))


def countable(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase counts people and has no fate of its own right after it."""
    cue = scene.cued.get(phrase.stop)
    if cue is not None and cue.fate.frame in (Frame.DONE_TO, Frame.STATE) and phrase.noun is None:
        return False
    if phrase.noun is None and phrase.vague:
        return False
    return not is_thing(scene, phrase) and (phrase.noun is None or is_people(scene, phrase))
