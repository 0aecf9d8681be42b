"""A frame and the actors of its sentence in, who did it and to whom out, by the grammar of its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.claims.blame import clauses, held
from reportedly.claims.bystanders import bystanders
from reportedly.claims.carrying import carried
from reportedly.claims.facing import both_sides, engaged, opponents
from reportedly.claims.frames import Frame, Trigger
from reportedly.claims.parts import can_do, can_suffer
from reportedly.claims.prepositions import governed, objects_of
from reportedly.claims.voice import agents, did, owners, passive, spread, subjects
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Who
from reportedly.model.text import Sentence
from reportedly.model.words import Happening, Measure

_AGENT = frozenset({"agent"})
_PATIENT = frozenset({"dobj", "nsubjpass", "obj"})
_CLAUSE = frozenset({"relcl", "acl"})
_KEEPING = frozenset({"armed-group", "militia"})
_CARRIED = frozenset({"dobj", "nsubjpass"})
_PEOPLED = "en/people/"
_ONE = frozenset({"NN", "NNP"})
_BETWEEN_VERBS = frozenset({"cc", "advmod", "aux", "auxpass"})
_BODIES = frozenset({"organisation", "armed-group", "militia", "military", "police", "coalition"})
"""Kinds of bodies that are one where they have one name."""
_NAMED = "actors/"
"""What the rules of actors begin with that are called by a name."""
_SOMEBODY = frozenset(
    {"person", "civilians", "journalists", "officials", "relatives", "women", "children", "detainees"}
)
"""Kinds of people whose "murder" or "abduction" is the one that they bore."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Who did it and to whom. ``charged``: words of blame name the doer; ``behind``: the sentence says who is behind
    it; ``owned``: the doer says so ("a bombing claimed by the militia")."""

    perpetrators: tuple[Who, ...] = ()
    targets: tuple[Who, ...] = ()
    charged: bool = False
    behind: bool = False
    owned: bool = False


@dataclass(slots=True)
class _Roles:
    """Token numbers of doers, of those harmed, of those fought with, of the first side of a fight, and of doers by how
    they are blamed."""

    doers: list[int]
    harmed: list[int]
    met: list[int] = field(default_factory=list)
    between: list[int] = field(default_factory=list)
    charged: tuple[int, ...] = ()
    behind: tuple[int, ...] = ()
    owned: tuple[int, ...] = ()


def sides(frame: Frame, actors: Sequence[Who], modality: Modality, lexicon: Happenings) -> Sides:
    """Perpetrators and targets of a frame, in text order. Where the clause names nobody, nobody is named here."""
    sentence = frame.sentence
    met = [t for t in frame.triggers if t.mention.kind is Happening.ARMED_CLASH and t.mention.rule in lexicon.everyday]
    words = {sentence.inside(t.mention.span)[-1] for t in met}  # the "resistance" that somebody meets
    seats = {number: who for who in actors if who.head not in words for number in sentence.inside(who.span)}
    roles = [_of(sentence, trigger, modality, lexicon) for trigger in frame.triggers]
    counted = {c.head for c in frame.counts if c.head is not None and c.measure in _PEOPLE}
    counted = {n for n in counted if not _does_it(sentence, n)}
    unhurt = {n for n, who in seats.items() if _behind_harm(sentence, who, frame)}
    counted -= unhurt
    doers = {n for each in roles for n in each.doers} - counted
    doers = doers or {n for n in _keepers(frame, modality) if n in seats and seats[n].kind in _KEEPING}
    doers, fought = _fight(roles, doers, counted, seats)
    harmed = ({n for each in roles for n in each.harmed} | counted | fought) - doers - unhurt
    bore = {n for n in _borne(frame, modality, lexicon) if n in seats and _somebody(sentence, n, seats[n])}
    doers, harmed = doers - bore, harmed | bore
    apart = bystanders(frame, doers | harmed, seats, modality, lexicon)
    doers, harmed = doers - apart, harmed - apart
    perpetrators = tuple(w for w in _by_body(_at(doers, seats), doers, seats) if can_do(sentence, w, modality))
    targets = tuple(w for w in _at(harmed, seats) if can_suffer(sentence, w, frame.triggers, modality, lexicon))
    thought = tuple(seats[n] for n in sorted(doers) if n in seats) if perpetrators else ()
    charged = {n for each in roles for n in each.charged} & doers
    behind = {n for each in roles for n in each.behind} & doers
    return Sides(
        perpetrators=perpetrators,
        targets=targets,
        charged=any(n in seats for n in charged) or any(_doubted(sentence, w, modality) for w in thought),
        behind=any(n in seats for n in behind),
        owned=any(n in seats for each in roles for n in each.owned),
    )


def _fight(
    roles: Sequence[_Roles], doers: set[int], counted: set[int], seats: Mapping[int, Who]
) -> tuple[set[int], set[int]]:
    """The doers, and whom they fought. Where another word of the frame has a doer ("jets strafed the camp after a
    clash between troops and rebels"), the sides of the fight did nothing of it; where neither has, whom it was with did
    it."""
    with_whom = {n for each in roles for n in each.met} - counted
    first = {n for each in roles for n in each.between} - counted
    if doers & set(seats):
        return doers, set() if first else with_whom
    return (doers | first, with_whom) if first & set(seats) else (doers | with_whom, set())


def _keepers(frame: Frame, modality: Modality) -> Iterator[int]:
    """Who holds or lets go those who were kidnapped: "the Front is holding two men who were kidnapped in Kolm"."""
    sentence = frame.sentence
    for trigger in frame.triggers:
        taken = sentence.tokens[trigger.mention.token]
        if trigger.mention.kind is not Happening.ABDUCTION or taken.dep not in _CLAUSE:
            continue
        held_by = sentence.tokens[_first_joined(sentence, taken.head)]
        if held_by.dep in _CARRIED and sentence.tokens[held_by.head].lemma.lower() in modality.keeping:
            yield from spread(sentence, modality, did(sentence, held_by.head, modality))


def _first_joined(sentence: Sentence, noun: int) -> int:
    """The first of the nouns that a noun is joined to ("holding a judge and a mayor, who were kidnapped")."""
    while sentence.tokens[noun].dep == "conj" and sentence.tokens[noun].head != noun:
        noun = sentence.tokens[noun].head
    return noun


def _somebody(sentence: Sentence, number: int, who: Who) -> bool:
    """Whether it is one of the people whose murder is the one they bore: no body, but one of its men ("the police
    commander's murder")."""
    return who.kind in _SOMEBODY or (who.rule.startswith(_PEOPLED) and sentence.tokens[number].tag in _ONE)


def _borne(frame: Frame, modality: Modality, lexicon: Happenings) -> Iterator[int]:
    """Whose "murder" or "abduction" it is, where nobody is named behind it: "the mayor's murder"."""
    for trigger in frame.triggers:
        word = trigger.mention.token
        if trigger.mention.rule not in lexicon.people or _is_verb(frame.sentence, trigger):
            continue
        if not governed(frame.sentence, word, modality.towards):
            yield from spread(frame.sentence, modality, owners(frame.sentence, word))


def _does_it(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is the subject of a verb with an object of its own: "three gunmen killed a mayor"."""
    token = sentence.tokens[noun]
    acts = any(sentence.tokens[c].dep == "dobj" for c in sentence.children[token.head])
    return token.dep == "nsubj" and (acts or bool(_shared_object(sentence, token.head)))


def _behind_harm(sentence: Sentence, who: Who, frame: Frame) -> bool:
    """Whether the word for the harm stands inside the words for somebody, between a number and the noun, who then are
    not those counted: "18 killed in gunmen attack"."""
    inside = set(sentence.inside(who.span))
    return who.head is not None and any(
        t.mention.token in inside and t.mention.token < who.head for t in frame.triggers
    )


def _of(sentence: Sentence, trigger: Trigger, modality: Modality, lexicon: Happenings) -> _Roles:
    """The roles of one word; whoever stands behind "from" lost the ground that was won ("took Dolvi from the army"),
    whoever stands behind "to" won the ground that was lost."""
    if _is_verb(sentence, trigger):
        roles = _verb(sentence, trigger, modality)
        if trigger.mention.rule in lexicon.presence:  # "there are no Korvian troops in Orvan"
            there = [c for c in sentence.children[trigger.mention.token] if sentence.tokens[c].dep == "attr"]
            roles.doers += spread(sentence, modality, there)
    else:
        roles = _noun(sentence, trigger.mention.token, modality)
    if trigger.mention.kind is Happening.ARMED_CLASH:
        _met(sentence, trigger.mention.token, modality, roles)
    if trigger.mention.kind is Happening.TERRITORY_GAINED:
        lost = set(spread(sentence, modality, _across(sentence, trigger.mention.token, modality, modality.off)))
        roles.doers = [d for d in roles.doers if d not in lost]
        roles.harmed += sorted(lost)
    elif trigger.mention.kind is Happening.TERRITORY_LOST:
        won = set(spread(sentence, modality, _across(sentence, trigger.mention.token, modality, modality.takers)))
        roles.harmed = [h for h in roles.harmed if h not in won]
        roles.doers += sorted(won)
    if trigger.mention.rule not in lexicon.harm:
        return roles
    word = trigger.mention.token
    if _is_verb(sentence, trigger):
        if shared := _shared_object(sentence, word):
            roles.harmed += spread(sentence, modality, shared)
        elif not any(sentence.tokens[c].dep in _PATIENT | _AGENT for c in sentence.children[word]):
            own = [d for d in roles.doers if d in sentence.children[word]]  # "two men injured in Kolm"
            harmed = {*own, *(g for n in own for g in governed(sentence, n, modality.whole))}
            roles.harmed += sorted(harmed)
            roles.doers = [d for d in roles.doers if d not in harmed]
        return roles
    bearers = set(spread(sentence, modality, owners(sentence, word)))
    whence = set(spread(sentence, modality, governed(sentence, word, modality.off)))
    roles.doers = [d for d in roles.doers if d not in bearers | whence]
    roles.harmed += sorted(bearers)
    return roles


def _shared_object(sentence: Sentence, verb: int) -> list[int]:
    """The object of the verb joined to an active verb that has none of its own ("have killed and executed dozens of
    people")."""
    below = sentence.children[verb]
    if passive(sentence, verb) or any(sentence.tokens[c].dep in _PATIENT for c in below):
        return []
    if not any(sentence.tokens[c].dep == "nsubj" for c in below):
        return []
    joined = [c for c in below if sentence.tokens[c].dep == "conj" and sentence.tokens[c].pos == "VERB"]
    near = [c for c in joined if all(sentence.tokens[n].dep in _BETWEEN_VERBS for n in range(verb + 1, c))]
    return [o for c in near for o in sentence.children[c] if sentence.tokens[o].dep == "dobj"]


def _met(sentence: Sentence, fight: int, modality: Modality, roles: _Roles) -> None:
    """Lays the sides of a fight to its roles: of two, the one named first fights the other."""
    first, second = both_sides(sentence, fight, modality)
    roles.met += spread(sentence, modality, (*second, *opponents(sentence, fight, modality)))
    roles.between += [n for n in spread(sentence, modality, first) if n not in roles.met]
    if roles.met and not roles.between and not roles.doers:
        roles.between += spread(sentence, modality, engaged(sentence, fight, modality))


def _across(sentence: Sentence, word: int, modality: Modality, joins: frozenset[str]) -> list[int]:
    """Who stands behind a preposition at a word for winning or losing ground, or at the ground itself."""
    whole = [c for c in sentence.children[word] if sentence.tokens[c].text.lower() in modality.whole]
    near = (word, *whole, *(c for c in sentence.children[word] if sentence.tokens[c].dep in _CARRIED))
    below = (g for n in near for g in (n, *objects_of(sentence, n)))
    return [noun for n in dict.fromkeys(below) for noun in governed(sentence, n, joins)]


def _doubted(sentence: Sentence, who: Who, modality: Modality) -> bool:
    """Whether the doer is only thought to be one ("suspected members of the militia", "rebels presumed to be ...")."""
    inside = sentence.inside(who.span)
    if not inside:
        return False
    first = inside[0]
    near = {first - 1} if first else set()
    by = first - 2 if first > 1 and sentence.tokens[first - 1].dep == "det" else first - 1
    if by > 0 and sentence.tokens[by].text.lower() in modality.by:
        near.add(by - 1)  # "presumably by the militia"
    behind = inside[-1] + 1
    if behind + 1 < len(sentence.tokens) and sentence.tokens[behind + 1].text.lower() in modality.linking:
        near.add(behind)  # "gunmen thought to be members of the militia"
    head = sentence.tokens[inside[-1]].head
    words = {*inside, *near, *(c for c in sentence.children[head] if c < first and sentence.tokens[c].dep == "amod")}
    return any(sentence.tokens[n].text.lower() in modality.doubted for n in words)


_PEOPLE = frozenset(
    {
        Measure.KILLED,
        Measure.WOUNDED,
        Measure.CASUALTIES,
        Measure.MISSING,
        Measure.CAPTURED,
        Measure.ABDUCTED,
        Measure.ARRESTED,
        Measure.DISPLACED,
    }
)
"""What is counted of people is counted of those harmed."""


def _is_verb(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a word for a happening is a verb; one that nouns stand before as its parts is a noun, whatever the parser
    takes it for ("killed in Veldania gunmen attack")."""
    token = sentence.tokens[trigger.mention.token]
    parts = any(sentence.tokens[c].dep == "compound" for c in sentence.children[trigger.mention.token])
    return token.pos in {"VERB", "AUX"} and not parts


def _verb(sentence: Sentence, trigger: Trigger, modality: Modality) -> _Roles:
    """Subject, agent and object of a verb. A verb of dying has only a subject that suffers."""
    verb = trigger.mention.token
    subject = _before_gerund(sentence, verb) or subjects(sentence, verb)
    if _reported(sentence, verb, modality):
        subject = []
    objects = [c for c in sentence.children[verb] if sentence.tokens[c].dep in _PATIENT]
    if sentence.tokens[verb].dep in {"acl", "amod"} and sentence.tokens[verb].tag == "VBN":
        acts = any(sentence.tokens[o].dep == "dobj" for o in objects)
        (subject if acts else objects).append(sentence.tokens[verb].head)
    behind = agents(sentence, verb, modality)
    blamed = held(sentence, verb, modality)
    if sentence.tokens[verb].lemma.lower() in modality.bursting and not objects:
        subject = []  # "the institute's gate exploded", "before it went off"
    if sentence.tokens[verb].lemma.lower() in modality.suffering:
        doers, harmed = [*behind, *blamed.charged], subject
    elif passive(sentence, verb):
        doers, harmed = [*behind, *blamed.charged], objects + subject
    else:
        doers = [*(blamed.charged or blamed.named or subject), *behind]
        harmed = objects + governed(sentence, verb, modality.towards)
    return _widened(sentence, modality, _Roles(doers, harmed, charged=blamed.charged, behind=blamed.named))


def _reported(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a gerund only says what tidings are of: who "receives reports of shelling" does not shell."""
    preposition = sentence.tokens[verb].head
    if sentence.tokens[verb].dep != "pcomp":
        return False
    return sentence.tokens[sentence.tokens[preposition].head].lemma.lower() in modality.tidings


def _before_gerund(sentence: Sentence, verb: int) -> list[int]:
    """Who stands right before a verb in -ing, behind a preposition: "killed in rebel shelling of a school"."""
    before = verb - 1
    gerund = sentence.tokens[verb].tag == "VBG" and before >= 0 and sentence.tokens[before].dep == "pobj"
    return [before] if gerund and sentence.tokens[before].pos == "NOUN" else []


def doers_of(sentence: Sentence, noun: int, actors: Sequence[Who], modality: Modality) -> Sides:
    """Who did what a noun points back at, and how that is said ("the crime was committed by …")."""
    seats = {number: who for who in actors for number in sentence.inside(who.span)}
    roles = _noun(sentence, noun, modality)
    named = set(spread(sentence, modality, owners(sentence, noun)))  # "the government actions" may be any
    doers = [n for n in roles.doers if n not in named]
    return Sides(
        perpetrators=tuple(w for w in _at(doers, seats) if can_do(sentence, w, modality)),
        charged=any(n in seats for n in roles.charged),
        behind=any(n in seats for n in roles.behind),
        owned=any(n in seats for n in roles.owned),
    )


def _noun(sentence: Sentence, noun: int, modality: Modality) -> _Roles:
    """Owner, "by …" and "on …" of a noun of action, the subject of the verb that carries it, and whoever is blamed."""
    doers = [*owners(sentence, noun), *governed(sentence, noun, modality.by)]
    first = sentence.tokens[noun].head if sentence.tokens[noun].dep == "conj" else noun
    doers += governed(sentence, first, modality.by - modality.off) if first != noun and not doers else []
    harmed: list[int] = []
    owned: list[int] = []
    for child in sentence.children[noun]:
        token = sentence.tokens[child]
        if token.dep == "prep" and token.text.lower() in modality.towards:
            harmed += objects_of(sentence, child)
    for clause in clauses(sentence, noun):
        if sentence.tokens[clause].lemma.lower() in modality.carriers:
            doers += did(sentence, clause, modality)
            owned += _owns(sentence, clause, modality)
    verb = carried(sentence, noun, modality)
    if verb is not None:
        doers += did(sentence, verb, modality)
        owned += _owns(sentence, verb, modality)
    blamed = held(sentence, noun, modality)
    if blamed.charged:
        doers = [d for d in doers if not _accuses(sentence, d, modality)]
    doers += [*blamed.charged, *blamed.named]
    return _widened(
        sentence, modality, _Roles(doers, harmed, charged=blamed.charged, behind=blamed.named, owned=tuple(owned))
    )


def _accuses(sentence: Sentence, doer: int, modality: Modality) -> bool:
    """Whether a noun is the subject of a verb of blame: who accuses the army of razing villages and using air strikes
    uses none."""
    token = sentence.tokens[doer]
    return token.dep == "nsubj" and sentence.tokens[token.head].lemma.lower() in modality.blaming


def _owns(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """Who says that the deed is theirs, where the verb is one of claiming."""
    return did(sentence, verb, modality) if sentence.tokens[verb].lemma.lower() in modality.owning else []


def _widened(sentence: Sentence, modality: Modality, roles: _Roles) -> _Roles:
    return _Roles(
        doers=spread(sentence, modality, roles.doers),
        harmed=spread(sentence, modality, roles.harmed),
        charged=tuple(spread(sentence, modality, roles.charged)),
        behind=tuple(spread(sentence, modality, roles.behind)),
        owned=tuple(spread(sentence, modality, roles.owned)),
    )


def _at(numbers: Iterable[int], seats: dict[int, Who]) -> tuple[Who, ...]:
    """The actors that stand at token numbers, in text order, each party once: "two members of the militia" is one."""
    found = {seats[n].span.start: seats[n] for n in numbers if n in seats}
    names = {seats[n].actor_id: seats[n] for n in sorted(seats, reverse=True) if seats[n].rule.startswith(_NAMED)}
    return tuple(_once((found[start] for start in sorted(found)), names))


def _by_body(found: Iterable[Who], numbers: Iterable[int], seats: Mapping[int, Who]) -> Iterator[Who]:
    """The actors, people counted of a body that the sentence names as that body, with their number ("two soldiers of
    the 3rd Brigade")."""
    named = (seats[n] for n in sorted(numbers, reverse=True) if n in seats)
    bodies = {w.actor_id: w for w in named if w.number is None and not w.described}
    for who in found:
        body = bodies.get(who.actor_id) if who.number is not None and who.actor_id else None
        yield replace(body, number=who.number) if body else who


def _once(actors: Iterable[Who], names: Mapping[str | None, Who]) -> Iterator[Who]:
    """Each party once, where the sentence names it if it does ("guerrillas of the Front"); people counted all stay."""
    seen: set[str] = set()
    for who in actors:
        party = who.actor_id or (who.name if who.kind in _BODIES and not who.described else None)
        if party is None or who.number is not None:
            yield who
        elif party not in seen:
            yield names.get(who.actor_id, who) if who.actor_id else who
        if party is not None:
            seen.add(party)
