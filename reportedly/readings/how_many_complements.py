"""A noun for a loss in, the people in its complement that the parse does not show out: those behind a place or time
("the murder IN DOLVI of a mayor"), and the rest of a row ("the murders of a judge, A CLERK and A DRIVER")."""

from __future__ import annotations

from reportedly.lexicon.counting import Kind
from reportedly.mentions.counts_fates import Cue
from reportedly.readings.how_many_clauses import children
from reportedly.readings.how_many_scene import Scene

_ONE = frozenset({"NN", "NNP"})
_TIMES = frozenset({"DATE", "TIME"})
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN"})
_POBJ = frozenset({"pobj"})


def past_setting(scene: Scene, cue: Cue) -> tuple[int, ...]:
    """Of whom it is a loss, behind the place or the time of it: "the murder IN DOLVI OF the mayor", "the killings
    DURING the past three days OF a judge". The parser hangs these on the place or the time."""
    tokens = scene.sentence.tokens
    setting = cue.stop
    if setting >= len(tokens) or tokens[setting].pos != "ADP" or scene.has(Kind.WHOSE, setting):
        return ()
    for noun in children(scene, setting, _POBJ):
        if tokens[noun].pos != "PROPN" and tokens[noun].entity not in _TIMES:
            continue
        for of in scene.sentence.children[noun]:
            if scene.has(Kind.OF, of):
                return tuple(n for n in children(scene, of, _POBJ) if _is_person(scene, n))
    return ()


def row_behind(scene: Scene, cue: Cue, first: int) -> tuple[int, ...]:
    """The persons in a row behind the first of whom several losses are told, each with an article, the last also a
    name: "the murders of a judge, ANOTHER CLERK, and the DRIVER". Nothing where the row does not end in an "and"."""
    tokens = scene.sentence.tokens
    if tokens[cue.token].tag != "NNS" or tokens[first].tag != "NN" or scene.lower[first] not in scene.fates.persons:
        return ()
    found: list[int] = []
    at, last = _past_tail(scene, first + 1), False
    while not last and at < len(tokens):
        start = at + 1 if tokens[at].text == "," else at
        last = scene.has(Kind.LIST, start)
        start += 1 if last else 0
        head = _next_in_row(scene, start, last=last) if start > at else None
        if head is None:
            return ()
        found.append(head)
        at = _past_tail(scene, head + 1)
    return tuple(found) if last else ()


def _is_person(scene: Scene, token: int) -> bool:
    return scene.person(token) or scene.numbered.get(token) is not None


def _next_in_row(scene: Scene, start: int, *, last: bool) -> int | None:
    """The noun for a person, or the name, of the phrase that begins there."""
    tokens = scene.sentence.tokens
    article = start < len(tokens) and (tokens[start].pos == "DET" or tokens[start].tag == "PRP$")
    at = start + 1 if article else start
    while at < len(tokens) and tokens[at].pos in _INSIDE:
        at += 1
    head = at - 1
    if head < start or tokens[head].tag not in _ONE or not scene.person(head):
        return None
    return head if article or (last and tokens[head].entity == "PERSON") else None


def _past_tail(scene: Scene, at: int) -> int:
    """The token behind "of Marn", "of the militia", where that follows."""
    tokens = scene.sentence.tokens
    if at >= len(tokens) or not scene.has(Kind.OF, at):
        return at
    at += 1
    while at < len(tokens) and tokens[at].pos in (*_INSIDE, "DET"):
        at += 1
    return at
