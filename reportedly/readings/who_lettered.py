"""A report's text and its actors in, the actors with letters that a report explains under one name out.

"The People's Defence Front (PDF)", "the Army of Marn (Spanish abbreviation: EMA)": letters in brackets right behind a
body's name are that body, here and wherever the report goes on with them. Where the vocabulary knows only one of the
two, both are that one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.model.reading import Who

_BODIES = frozenset({"organisation", "armed-group", "militia", "military", "police", "coalition"})
_PARTIES = frozenset({"party", "government"})
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_GLOSS = re.compile(r"\s?[(\[](?:[^()\[\]\n]{0,20}: )?([A-Z]{2,7})[)\]]")
"""Letters in brackets, with or without a word that says what they are."""


def unglossed(text: str, actors: Sequence[Who]) -> tuple[Who, ...]:
    """The actors in text order without those who are but the name of the body before them, written out in brackets:
    "the MLF [movement for the liberation of Marn]"."""
    known = {who.span.end for who in actors if who.kind in _BODIES | _PARTIES and who.actor_id is not None}
    return tuple(
        who
        for who in actors
        if who.actor_id is not None
        or who.number is not None
        or text[who.span.end : who.span.end + 1] not in _CLOSING
        or _opened(text, who.span.start) not in known
    )


def _opened(text: str, start: int) -> int | None:
    """Where the words before a bracket end that opens right before ``start``."""
    opening = start - 1
    return len(text[:opening].rstrip()) if start and text[opening] in _OPENING else None


def lettered(text: str, actors: Sequence[Who]) -> tuple[Who, ...]:
    """The actors in text order; letters that stand in brackets behind an unknown body's name are called by it."""
    bodies = _bodies(text, actors)
    if not bodies:
        return tuple(actors)
    named = dict(bodies.values())
    short = {letters: body for letters, (_, body) in bodies.items()}
    return tuple(_called(who, short.get(who.text) or named.get(who.name)) for who in actors)


def _bodies(text: str, actors: Sequence[Who]) -> Mapping[str, tuple[str, Who]]:
    """By letters, the name that they are short for and the actor whose name and id count: the one with an id, if
    the vocabulary has either."""
    known = {who.text: who for who in actors if who.kind in _BODIES and who.actor_id is not None and not who.described}
    found: dict[str, tuple[str, Who]] = {}
    for body in actors:
        if body.kind not in _BODIES or body.described or body.actor_id is not None:
            continue
        gloss = _GLOSS.match(text, body.span.end)
        if gloss is not None:
            found.setdefault(gloss[1], (body.name, known.get(gloss[1], body)))
    return found


def _called(who: Who, body: Who | None) -> Who:
    """An actor under the name of the body that it is."""
    if body is None or who.actor_id is not None:
        return who
    return replace(who, name=body.name, kind=body.kind, actor_id=body.actor_id, role=body.role, side=body.side)
