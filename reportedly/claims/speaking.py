"""Actors of a frame and who tells it in, the actors with those who speak of themselves known out ("we", "our men")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.claims.frames import Frame
from reportedly.claims.stand_ins import SPEAKS
from reportedly.model.claim import Attribution, Teller
from reportedly.model.reading import Who
from reportedly.model.text import Span
from reportedly.model.words import Role

_OUTLET = "outlet"
_BODIES = frozenset({"organisation", "military", "militia", "armed-group"})


def speaking_of_itself(who: Who, frame: Frame, teller: Teller) -> Who:
    """The party that speaks, where it tells of itself and its own men ("we", "its fighters", "our brothers")."""
    first = frame.sentence.at(who.span.start)
    party = teller.actor_id is not None and teller.role in {Role.ARMED_GROUP, Role.MILITARY}
    mine = who.rule == SPEAKS or (first is not None and frame.sentence.tokens[first].tag == "PRP$")
    if not party or who.actor_id is not None or not mine:
        return who
    return replace(who, actor_id=teller.actor_id, name=teller.name or who.name, side=teller.side, described=False)


def mouth_of(teller: Teller, actors: Sequence[Who]) -> Teller:
    """The teller, as the armed group whose own station or paper it is, where the report names both ("our units" of a
    guerrilla radio are the guerrillas')."""
    if teller.role is not Role.OUTLET or not teller.name:
        return teller
    name = teller.name.casefold()
    own = next((w for w in actors if w.side and w.kind == _OUTLET and w.name.casefold() == name), None)
    party = own and next((w for w in actors if w.actor_id == own.side and not w.described), None)
    if not party or party.role is not Role.ARMED_GROUP:
        return teller
    return replace(teller, name=party.name, role=party.role, actor_id=party.actor_id, side=party.side)


def without_bare_speakers(actors: Iterable[Who]) -> tuple[Who, ...]:
    """The actors without the "we" of a speaker who is no party."""
    return tuple(w for w in actors if w.rule != SPEAKS or w.actor_id is not None)


def only_tells(who: Who, told: Attribution | None) -> bool:
    """Whether somebody without a name is the teller of the words: "a military source" neither did it nor bore it."""
    return told is not None and who.actor_id is None and any(s.covers(who.span) for s in told.source)


def named_in_source(source: Sequence[Span], actors: Sequence[Who]) -> tuple[Who, ...]:
    """The actors that stand in a source's words: who claims a deed did it. A group that no vocabulary knows counts
    where no known one stands there ("a group calling itself …")."""
    own = [w for w in actors if any(s.touches(w.span) for s in source)]
    return tuple({w.actor_id: w for w in reversed(own) if w.actor_id}.values()) or tuple(
        w for w in own if w.kind in _BODIES and not w.described
    )
