"""The place names that a report is sure of in, their other occurrences in it out: one sense per discourse.

A name that once stands with a preposition or a feature word is read as a place wherever it stands alone, even where
the parser takes it for a person ("entered Palmyra" after "near Palmyra"). Gale, Church and Yarowsky, "One sense per
discourse" (1992).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.mentions.places_around import after
from reportedly.mentions.places_evidence import Ground, Reason, described
from reportedly.mentions.places_exclusions import titled_person
from reportedly.mentions.places_lookup import Lookup
from reportedly.mentions.places_mention import PlaceMention
from reportedly.mentions.places_names import Run, capital
from reportedly.mentions.places_signs import told
from reportedly.mentions.places_surroundings import PLACE_LABELS, Surroundings
from reportedly.mentions.places_window import Window

RULE = "code:echo"
_SHORTEST = 4


def echoes(
    found: Sequence[PlaceMention], scenes: Sequence[Surroundings], names: Lookup
) -> Iterator[tuple[Surroundings, Window, Reason]]:
    """The further occurrences, in text order, that touch no mention already found."""
    if not scenes:
        return
    sure = _sure_names(found, scenes[0])
    if not sure:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(sure, key=lambda n: (-len(n), n))))})(?!\w)")
    taken: dict[int, list[PlaceMention]] = {}
    for mention in found:
        taken.setdefault(mention.sentence, []).append(mention)
    for scene in scenes:
        sentence = scene.sentence
        for match in pattern.finditer(sentence.text):
            start, end = match.start() + sentence.span.start, match.end() + sentence.span.start
            if any(m.span.start < end and start < m.span.end for m in taken.get(sentence.number, ())):
                continue
            window = _window(scene, start, end, match[0], names)
            if window is not None and _stands_alone(window, scene):
                yield scene, window, described(window, scene, Ground(RULE))


def _sure_names(found: Sequence[PlaceMention], scene: Surroundings) -> frozenset[str]:
    """The names of which the words around them, and not the parser alone, say that they are places."""
    sure: set[str] = set()
    for mention in found:
        folded = mention.name.lower()
        if not mention.sure or len(mention.name) < _SHORTEST or mention.name in scene.surnames:
            continue
        if folded in scene.placing.never or folded in scene.placing.parties or not mention.name[0].isupper():
            continue
        if not mention.hits and mention.rule == "code:entity":
            continue
        sure.add(mention.name)
    return frozenset(sure)


def _window(scene: Surroundings, start: int, end: int, name: str, names: Lookup) -> Window | None:
    """The tokens of the words, where they begin and end with them."""
    tokens = scene.tokens
    first = next((n for n, token in enumerate(tokens) if token.start == start), None)
    last = next((n + 1 for n, token in enumerate(tokens) if token.end == end), None)
    if first is None or last is None or last <= first:
        return None
    run = Run(first, last, (first,), (last,))
    return Window(run=run, first=first, last=last, core=last, name=name, hits=names.find(name))


def _stands_alone(window: Window, scene: Surroundings) -> bool:
    """Whether the words are no part of a person's or organisation's name here, and nobody who is told or cited."""
    tokens, placing = scene.tokens, scene.placing
    entity = scene.entity_at(window.first, window.last)
    inside = entity is not None and (entity.first < window.first or entity.last > window.last)
    if entity is not None and inside and entity.label not in PLACE_LABELS:
        members = {token.text.lower() for token in tokens[entity.first : entity.last]}
        if not scene.titled or members & placing.organisations or members & placing.civic:
            return False
    if not scene.titled and tokens[window.last - 1].pos != "PROPN":
        return False
    if not window.hits and _before_a_noun(window, scene):
        return False
    if titled_person(window, scene) or (not window.hits and told(window, scene)):
        return False
    if entity is not None and entity.label == "NORP":
        return False
    if window.first > 0:
        previous = tokens[window.first - 1]
        if previous.text == "." and previous.end + 1 >= tokens[window.first].start:
            return False
        joined = capital(previous) and previous.pos == "PROPN" and previous.entity not in {"NORP", *PLACE_LABELS}
        if joined and window.first > 1 and not scene.titled and previous.text.lower() not in placing.parts:
            return False
    if window.last == len(tokens) or not capital(tokens[window.last]):
        return True
    following = tokens[window.last]
    if following.text.lower() in placing.organisations:
        return False
    return scene.titled or following.entity == "NORP" or (following.begins and following.entity in PLACE_LABELS)


def _before_a_noun(window: Window, scene: Surroundings) -> bool:
    """Whether the name describes the noun after it, which is no feature word: "Zhemun elders"."""
    if window.last == len(scene.tokens) or scene.tokens[window.last].pos != "NOUN":
        return False
    return after(scene.tokens, window.last, scene.placing.features) is None
