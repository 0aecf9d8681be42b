"""Actors of a frame and who tells it in, the actors with those who speak of themselves known out ("we", "our men")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.claims.frames.frames import Frame
from reportedly.claims.who.stand_ins import SPEAKS
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution, Teller
from reportedly.model.reading import Who
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Role

_OUTLET = "outlet"
_COLON = ":"
_ARMED = frozenset({"armed-group", "militia"})
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
    """The teller, as the armed group whose own station or paper it is, where the report names the group ("our units" of
    a guerrilla radio are the guerrillas')."""
    if teller.role is not Role.OUTLET or not teller.name:
        return teller
    name = teller.name.casefold()
    sides = (w.side for w in actors if w.side and w.kind == _OUTLET and w.name.casefold() == name)
    side = teller.side or next(sides, None)
    party = next((w for w in actors if side and w.actor_id == side and not w.described), None)
    if not party or party.role is not Role.ARMED_GROUP:
        return teller
    return replace(teller, name=party.name, role=party.role, actor_id=party.actor_id, side=party.side)


def without_bare_speakers(actors: Iterable[Who]) -> tuple[Who, ...]:
    """The actors without the "we" of a speaker who is no party."""
    return tuple(w for w in actors if w.rule != SPEAKS or w.actor_id is not None)


def nameless_in(who: Who, telling: Sequence[Span]) -> bool:
    """Whether somebody without a name stands in the words for who tells: "a military source" did nothing of what is
    told and bore none of it."""
    return who.actor_id is None and any(s.covers(who.span) for s in telling)


def tells_from_outside(who: Who, told: Attribution | None, frame: Frame) -> bool:
    """Whether somebody stands in the words for the teller and outside those of the frame, where the parser may have
    hung the one on the other ("Raid kills two: health ministry")."""
    if told is None or not any(s.covers(who.span) for s in told.source):
        return False
    return not frame.span.touches(who.span) or behind_colon(who, frame.sentence)


def behind_colon(who: Who, sentence: Sentence) -> bool:
    """Whether the words are all that stands behind a colon: "Six killed in raid: TG" tells on whose word it is."""
    first, behind = sentence.at(who.span.start), sentence.at(who.span.end + 1)
    return first is not None and first > 0 and sentence.tokens[first - 1].text == _COLON and behind is None


def who_claims(told: Attribution, sentence: Sentence, actors: Sequence[Who], modality: Modality) -> tuple[Who, ...]:
    """Who did what somebody claims: the party in the source's words, the one on whose behalf they are said, the known
    party that tells, or else the only armed group that the sentence names before ("the Front left leaflets")."""
    here = [w for w in actors if w.sentence == sentence.number]
    named = named_in_source(told.source, here) or _beside_source(told.source, sentence, here)
    behalf = [w for w in here if w.head is not None and _on_behalf(sentence, w.head, modality)]
    known = tuple(w for w in named if w.actor_id and not w.described)
    if known:
        return tuple(w for n, w in enumerate(known) if n == 0 or _joined(sentence, w))
    if behalf:
        return tuple(behalf[:1])
    teller = told.chain[-1]
    same = [w for w in actors if teller.actor_id is not None and w.actor_id == teller.actor_id and not w.described]
    if same and teller.role is Role.ARMED_GROUP:
        return (min(same, key=lambda w: (w.sentence != sentence.number, w.span.start)),)
    cue = told.cue[0].start if told.cue else sentence.span.end
    groups = {w.actor_id: w for w in here if w.kind in _ARMED and w.actor_id and w.span.end <= cue}
    stray = not any(span.touches(w.span) for span in told.source for w in here)  # no source, or none that is somebody
    nobody = teller.role is Role.DOCUMENT or (teller.actor_id is None and stray)
    return named or (tuple(groups.values()) if len(groups) == 1 and nobody else ())


def _beside_source(source: Sequence[Span], sentence: Sentence, actors: Sequence[Who]) -> tuple[Who, ...]:
    """The known party that stands beside the source's words as their name (the clandestine group "Kolm Dawn")."""
    heads = {head for s in source if (head := sentence.head_of(s)) is not None}
    return tuple(
        w
        for w in actors
        if w.actor_id is not None
        and not w.described
        and w.head is not None
        and sentence.tokens[w.head].dep == "appos"
        and sentence.tokens[w.head].head in heads
    )


def _joined(sentence: Sentence, who: Who) -> bool:
    """Whether a name is joined to another ("the Front and the Guard")."""
    head = who.head if who.head is not None else sentence.head_of(who.span)
    return head is not None and sentence.tokens[head].dep == "conj"


def _on_behalf(sentence: Sentence, head: int, modality: Modality) -> bool:
    """Whether a name stands behind "on behalf of", "in the name of"."""
    above = sentence.tokens[head].head
    noun = sentence.tokens[sentence.tokens[above].head]
    return sentence.tokens[head].dep == "pobj" and noun.lemma.lower() in modality.behalf


def named_in_source(source: Sequence[Span], actors: Sequence[Who]) -> tuple[Who, ...]:
    """The actors that stand in a source's words: who claims a deed did it. A group that no vocabulary knows counts
    where no known one stands there ("a group calling itself …")."""
    own = [w for w in actors if any(s.touches(w.span) for s in source)]
    return tuple({w.actor_id: w for w in reversed(own) if w.actor_id}.values()) or tuple(
        w for w in own if w.kind in _BODIES and not w.described
    )
