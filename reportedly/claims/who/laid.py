"""A frame, its weapons and the actors of its sentence in, who laid what went off out: "a mine planted by the Front".

Who sets off a mine that another laid did nothing but step on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.claims.frames.frames import Frame
from reportedly.claims.frames.prepositions import objects_of
from reportedly.claims.who.seated import seated
from reportedly.claims.who.voice import spread, subjects
from reportedly.lexicon.modality import Modality
from reportedly.model.mention import WeaponMention
from reportedly.model.reading import Who
from reportedly.model.text import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Who laid it (``by``) and the token numbers of whoever only set it off."""

    by: tuple[Who, ...]
    met: frozenset[int]


def laid(frame: Frame, weapons: Sequence[WeaponMention], actors: Sequence[Who], modality: Modality) -> Laid | None:
    """Who a clause behind the weapon says put it there ("an explosive device presumably abandoned by the Front")."""
    sentence = frame.sentence
    seats = {n: who for who in actors for n in sentence.inside(who.span)}
    for weapon in weapons:
        head = sentence.head_of(weapon.span) if frame.span.touches(weapon.span) else None
        behind = [] if head is None else _layers(sentence, head, modality)
        by = seated(spread(sentence, modality, behind), seats)
        if head is not None and by:
            return Laid(by=by, met=frozenset(_who_met(sentence, head)))
    return None


def _layers(sentence: Sentence, weapon: int, modality: Modality) -> list[int]:
    clauses = (c for c in sentence.children[weapon] if sentence.tokens[c].dep == "acl")
    put = (c for c in clauses if sentence.tokens[c].lemma.lower() in modality.planting)
    agents = (a for c in put for a in sentence.children[c] if sentence.tokens[a].dep == "agent")
    return [n for a in agents for n in objects_of(sentence, a)]


def _who_met(sentence: Sentence, weapon: int) -> list[int]:
    """The subject of the verb whose object the weapon is ("set off a mine", "stepped on a mine"), with whoever is
    joined to it."""
    token = sentence.tokens[weapon]
    verb = sentence.tokens[token.head].head if token.dep == "pobj" else token.head
    if sentence.tokens[verb].pos != "VERB" or token.dep not in {"dobj", "pobj"}:
        return []
    return [n for s in subjects(sentence, verb) for n in sentence.subtree(s)]
