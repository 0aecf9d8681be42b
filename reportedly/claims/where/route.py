"""A frame of movement and the places of its sentence in, its route out: whence, whither and how far.

A place belongs to the route by the nearest word above it that gives a direction ("withdrew the jets from the base to
Korvia") or by a verb that itself does ("left Dolvi", "entered Kolm"). Where something moves, the route says which place
is the happening's: a withdrawal is told of the ground that is left, an advance or a deployment of the ground that is
reached.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportedly.claims.frames.assertion import clause_head
from reportedly.claims.frames.frames import Frame
from reportedly.lexicon.moving import Moving
from reportedly.model.claim import Note, Route
from reportedly.model.reading import Where, Who
from reportedly.model.words import Happening

LEAVING = frozenset({Happening.WITHDRAWAL, Happening.EVACUATION, Happening.DISPLACEMENT})
"""Kinds told of the ground that is left."""

REACHING = frozenset({Happening.ADVANCE, Happening.DEPLOYMENT})
"""Kinds told of the ground that is reached."""

_ITSELF = frozenset({Happening.DEPLOYMENT, Happening.WITHDRAWAL})
_OBJECT = frozenset({"dobj", "nsubjpass", "obj"})
_NOUNY = frozenset({"compound", "nmod", "amod", "appos", "conj", "poss", "det", "nummod"})


class Routed(NamedTuple):
    """The route of a frame, where its words give one, with the reasons."""

    route: Route | None = None
    notes: tuple[Note, ...] = ()


def route_of(frame: Frame, kind: Happening, places: Sequence[Where], moving: Moving) -> Routed:
    """The route of a frame that tells of movement. A frame of another kind has none."""
    if kind not in LEAVING | REACHING or not frame.triggers:
        return Routed()
    ends: dict[str, Where] = {}
    notes: list[Note] = []
    for place in (p for p in places if p.locative and frame.span.touches(p.span)):
        end = _end(frame, place, moving)
        if end is not None and end[0] not in ends:
            ends[end[0]] = place
            notes.append(Note(field="route", rule=end[1], text=f"{end[0]} {place.name}", span=place.span))
    length = next(_lengths(frame, places, moving), None)
    if length is not None:
        notes.append(length[1])
    if not notes:
        return Routed()
    route = Route(whence=ends.get("whence"), whither=ends.get("whither"), km=length[0] if length else None)
    return Routed(route, tuple(notes))


def told_of(place: Where | None, kind: Happening, route: Route | None) -> Where | None:
    """The place of a movement: what the grammar chose, unless that is the wrong end of the route."""
    if route is None:
        return place
    right, wrong = (route.whence, route.whither) if kind in LEAVING else (route.whither, route.whence)
    return right if right is not None and (place is None or place == wrong) else place


def movers(
    kind: Happening, perpetrators: tuple[Who, ...], targets: tuple[Who, ...]
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """The sides of a movement: who is moved by nobody that the words name moves itself ("the brigade was deployed")."""
    return (targets, ()) if kind in _ITSELF and targets and not perpetrators else (perpetrators, targets)


def _end(frame: Frame, place: Where, moving: Moving) -> tuple[str, str] | None:
    """Which end of the route a place is, and the address of the line that says so."""
    sentence = frame.sentence
    head = sentence.head_of(place.span)
    if head is None or not set(frame.heads) & {clause_head(sentence, head), *sentence.ancestors(head)}:
        return None
    for below, above in pairwise((head, *sentence.ancestors(head))):
        token = sentence.tokens[above]
        word, lemma = token.text.lower(), token.lemma.lower()
        if token.pos in {"ADP", "SCONJ", "PART"} or token.dep == "prep":
            if word in moving.whence:
                return "whence", moving.whence[word]
            if word in moving.whither:
                return "whither", moving.whither[word]
        elif above in frame.heads or token.pos == "VERB":
            acted_on = sentence.tokens[below].dep in _OBJECT
            if acted_on and lemma in moving.leaves:
                return "whence", moving.leaves[lemma]
            if acted_on and lemma in moving.reaches:
                return "whither", moving.reaches[lemma]
            return None
        elif token.dep not in {*_NOUNY, *_OBJECT, "pobj", "nsubj"}:
            return None
    return None


def _lengths(frame: Frame, places: Sequence[Where], moving: Moving) -> Iterator[tuple[float, Note]]:
    """Numbers of kilometres that hang on a happening word ("advanced 5 km", "an advance of 5 km") and are no part of
    the words for a place ("5 km east of Kolm")."""
    sentence = frame.sentence
    for number, token in enumerate(sentence.tokens):
        unit = moving.units.get(token.text.lower())
        if unit is None or number == 0 or not frame.span.touches(token.span):
            continue
        if any(place.span.covers(token.span) for place in places):
            continue
        digits = sentence.tokens[number - 1].text.replace(",", "")
        hangs = token.dep in {"npadvmod", "dobj", "pobj", "advmod"} and set(frame.heads) & set(
            sentence.ancestors(number)[:2]
        )
        if hangs and digits.replace(".", "", 1).isdigit():
            km = round(float(digits) * unit[0], 3)
            yield km, Note(field="route", rule=unit[1], text=f"over {km:g} km", span=token.span)
