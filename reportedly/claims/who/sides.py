"""A frame and the actors of its sentence in, who did it and to whom out, by the grammar of its clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.claims.frames.frames import VIOLENCE, Frame
from reportedly.claims.frames.prepositions import governed
from reportedly.claims.who.bearers import bore, counted, keepers, preyed_on, unhurt
from reportedly.claims.who.belonging import belongings, subject_of
from reportedly.claims.who.bystanders import bystanders
from reportedly.claims.who.doubted import doubted
from reportedly.claims.who.parts import can_do, can_suffer, named_among
from reportedly.claims.who.roles import Roles, noun_roles
from reportedly.claims.who.roles_of_kind import roles_of
from reportedly.claims.who.seated import by_body, seated
from reportedly.claims.who.stand_ins import STANDS_IN
from reportedly.claims.who.voice import owners, spread
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Who
from reportedly.model.text import Sentence
from reportedly.model.words import Happening, Role

_FROM_ABOVE = frozenset({Happening.BOMBING, Happening.AIR_STRIKE})
_BODIES = frozenset({"armed-group", "militia", "military", "police", "coalition"})
_WITH_OWN = frozenset({Role.MILITARY, Role.OFFICIAL})
"""Roles of people whose own body may be another that the report names: the soldiers of a brigade are an army's."""
_FLYING = "-air-force"
"""How the ids of air forces end."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Who did it and to whom. ``charged``: words of blame name the doer; ``behind``: the sentence says who is behind
    it; ``owned``: the doer says so ("a bombing claimed by the militia")."""

    perpetrators: tuple[Who, ...] = ()
    targets: tuple[Who, ...] = ()
    charged: bool = False
    behind: bool = False
    owned: bool = False


def sides(frame: Frame, actors: Sequence[Who], modality: Modality, lexicon: Happenings) -> Sides:
    """Perpetrators and targets of a frame, in text order. Where the clause names nobody, nobody is named here."""
    sentence = frame.sentence
    seats = _seats(frame, actors, lexicon)
    roles = [*(roles_of(sentence, trigger, modality, lexicon) for trigger in frame.triggers)]
    roles += _owners(frame, roles, seats, modality)
    spared = unhurt(frame, seats)
    bodies = counted(frame) - spared
    doers = {n for each in roles for n in each.doers} - bodies or keepers(frame, seats, modality)
    doers, fought = _fight(roles, doers, bodies, seats)
    harmed = ({n for each in roles for n in each.harmed} | bodies | fought) - doers - spared
    borne = bore(frame, seats, modality, lexicon)
    doers, harmed = doers - borne, harmed | borne
    hunters = preyed_on(frame, seats, modality)
    doers, harmed = doers | hunters, harmed - hunters
    flew = set() if doers & set(seats) else _flyers(frame, harmed, seats, modality)
    doers, harmed = doers | flew, harmed - flew
    apart = bystanders(frame, doers | harmed, seats, modality, lexicon)
    doers, harmed = doers - apart, harmed - apart
    violence = frame.family == VIOLENCE
    able = (w for w in by_body(seated(doers, seats), doers, seats) if can_do(sentence, w, modality, violence=violence))
    perpetrators = tuple(able)
    among = named_among(sentence, bodies, modality)
    targets = tuple(
        w
        for w in seated(harmed | among, seats)
        if w.head in among or can_suffer(sentence, w, frame.triggers, modality, lexicon)
    )
    perpetrators = tuple(w for w in perpetrators if w not in targets)  # "two terrorists killed": nobody who did it
    meant = {w.name for w in targets if w.rule == STANDS_IN}
    perpetrators = tuple(w for w in perpetrators if w.rule != STANDS_IN or w.name not in meant)
    perpetrators = tuple(w for w in perpetrators if not _of_one(sentence, w, perpetrators, modality))
    thought = tuple(seats[n] for n in sorted(doers) if n in seats) if perpetrators else ()
    charged = {n for each in roles for n in each.charged} & doers
    behind = {n for each in roles for n in each.behind} & doers
    return Sides(
        perpetrators=perpetrators,
        targets=targets,
        charged=any(n in seats for n in charged) or any(doubted(sentence, w, modality) for w in thought),
        behind=any(n in seats for n in behind),
        owned=any(n in seats for each in roles for n in each.owned),
    )


def _of_one(sentence: Sentence, who: Who, doers: Sequence[Who], modality: Modality) -> bool:
    """Whether people described are only a body's own, and the body is a doer itself ("members of the group")."""
    if who.head is None or not who.described or who.number is not None or who.role in _WITH_OWN:
        return False
    of = set(governed(sentence, who.head, modality.whole))
    return any(w.head in of and not w.described and w.kind in _BODIES for w in doers)


def _seats(frame: Frame, actors: Sequence[Who], lexicon: Happenings) -> dict[int, Who]:
    """The actors by the token numbers of their words; the "resistance" that somebody meets is nobody, nor
    is the "hostage" of "held hostage"."""
    last = {t.mention.token: frame.sentence.inside(t.mention.span)[-1] for t in frame.triggers}
    held = {n for token, n in last.items() if n != token}
    met = [t for t in frame.triggers if t.mention.kind is Happening.ARMED_CLASH and t.mention.rule in lexicon.everyday]
    words = held | {frame.sentence.inside(t.mention.span)[-1] for t in met}
    return {n: who for who in actors if who.head not in words for n in frame.sentence.inside(who.span)}


def _flyers(frame: Frame, harmed: set[int], seats: Mapping[int, Who], modality: Modality) -> set[int]:
    """The air force behind the "of" of a noun for what it does: "the bombings of the air force" are its own."""
    sentence = frame.sentence
    nouns = (t.mention.token for t in frame.triggers if t.mention.kind in _FROM_ABOVE)
    of = {g for n in nouns if sentence.tokens[n].pos == "NOUN" for g in governed(sentence, n, modality.whole)}
    whose = {seats[n].span for n in of & harmed if n in seats and (seats[n].actor_id or "").endswith(_FLYING)}
    return {n for n in harmed if n in seats and seats[n].span in whose}


def _owners(frame: Frame, roles: Sequence[Roles], seats: Mapping[int, Who], modality: Modality) -> list[Roles]:
    """The roles of those to whom what did it, or what came to harm, is said to belong."""
    found = []
    for owned in belongings(frame.sentence, seats, modality):
        does = any(subject_of(frame.sentence, t.mention.token, owned) for t in frame.triggers)
        does = does or any(owned.thing in each.doers for each in roles)
        bears = not does and any(owned.thing in each.harmed for each in roles)
        charged = (owned.party,) if does and owned.thought else ()
        found.append(Roles([owned.party] if does else [], [owned.party] if bears else [], charged=charged))
    return found


def _fight(
    roles: Sequence[Roles], doers: set[int], counted: set[int], seats: Mapping[int, Who]
) -> tuple[set[int], set[int]]:
    """The doers, and whom they fought. Where another word of the frame has a doer ("jets strafed the camp after a
    clash between troops and rebels"), the sides of the fight did nothing of it; where neither has, whom it was with did
    it."""
    with_whom = {n for each in roles for n in each.met} - counted
    first = {n for each in roles for n in each.between} - counted
    if doers & set(seats):
        return doers, set() if first else with_whom
    return (doers | first, with_whom) if first & set(seats) else (doers | with_whom, set())


def doers_of(sentence: Sentence, noun: int, actors: Sequence[Who], modality: Modality) -> Sides:
    """Who did what a noun points back at, and how that is said ("the crime was committed by …")."""
    seats = {number: who for who in actors for number in sentence.inside(who.span)}
    roles = noun_roles(sentence, noun, modality)
    named = set(spread(sentence, modality, owners(sentence, noun)))  # "the government actions" may be any
    doers = [n for n in roles.doers if n not in named]
    return Sides(
        perpetrators=tuple(w for w in seated(doers, seats) if can_do(sentence, w, modality)),
        charged=any(n in seats for n in roles.charged),
        behind=any(n in seats for n in roles.behind),
        owned=any(n in seats for n in roles.owned),
    )
