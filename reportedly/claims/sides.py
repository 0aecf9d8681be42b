"""A frame and the actors of its sentence in, who did it and to whom out, by the grammar of its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.claims.assertion import clause_head
from reportedly.claims.blame import clauses, governed, held, objects_of
from reportedly.claims.frames import Frame, Trigger
from reportedly.claims.parts import can_do, can_suffer
from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Who
from reportedly.model.text import Sentence
from reportedly.model.words import Happening, Measure

_AGENT = frozenset({"agent"})
_PATIENT = frozenset({"dobj", "nsubjpass", "obj"})
_OWNER = frozenset({"poss", "compound", "amod", "nmod"})
_CLAUSE = frozenset({"relcl", "acl"})
_KEEPING = frozenset({"armed-group", "militia"})
_PARTS = frozenset({"conj", "appos", "compound", "amod", "nmod"})
_SUBJECTS = frozenset({"nsubjpass"})
_CARRIED = frozenset({"dobj", "nsubjpass"})
_BARE = frozenset({"acl", "amod", "ROOT", "advcl", "xcomp"})
"""Where a participle without a helper is passive ("was found murdered")."""
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
    """Token numbers of doers, of those harmed, and of doers by how they are blamed."""

    doers: list[int]
    harmed: list[int]
    charged: tuple[int, ...] = ()
    behind: tuple[int, ...] = ()
    owned: tuple[int, ...] = ()


def sides(frame: Frame, actors: Sequence[Who], modality: Modality, lexicon: Happenings) -> Sides:
    """Perpetrators and targets of a frame, in text order. Where the clause names nobody, nobody is named here."""
    sentence = frame.sentence
    seats = {number: who for who in actors for number in sentence.inside(who.span)}
    roles = [_of(sentence, trigger, modality, lexicon) for trigger in frame.triggers]
    counted = {c.head for c in frame.counts if c.head is not None and c.measure in _PEOPLE}
    counted = {n for n in counted if not _does_it(sentence, n)}
    doers = {n for each in roles for n in each.doers} - counted
    doers = doers or {n for n in _keepers(frame, modality) if n in seats and seats[n].kind in _KEEPING}
    harmed = ({n for each in roles for n in each.harmed} | counted) - doers
    bore = {n for n in _borne(frame, modality, lexicon) if n in seats and seats[n].kind in _SOMEBODY}
    doers, harmed = doers - bore, harmed | bore
    perpetrators = tuple(w for w in _at(doers, seats) if can_do(sentence, w, modality))
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


def _keepers(frame: Frame, modality: Modality) -> Iterator[int]:
    """Who holds or lets go those who were kidnapped: "the Front is holding two men who were kidnapped in Kolm"."""
    sentence = frame.sentence
    for trigger in frame.triggers:
        taken = sentence.tokens[trigger.mention.token]
        if trigger.mention.kind is not Happening.ABDUCTION or taken.dep not in _CLAUSE:
            continue
        held_by = sentence.tokens[taken.head]
        if held_by.dep in _CARRIED and sentence.tokens[held_by.head].lemma.lower() in modality.keeping:
            yield from _spread(sentence, modality, _did(sentence, held_by.head, modality))


def _borne(frame: Frame, modality: Modality, lexicon: Happenings) -> Iterator[int]:
    """Whose "murder" or "abduction" it is, where nobody is named behind it: "the mayor's murder"."""
    for trigger in frame.triggers:
        word = trigger.mention.token
        if trigger.mention.rule not in lexicon.people or _is_verb(frame.sentence, trigger):
            continue
        if not governed(frame.sentence, word, modality.towards):
            yield from _spread(frame.sentence, modality, _owners(frame.sentence, word))


def _does_it(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is the subject of a verb with an object of its own: "three gunmen killed a mayor"."""
    token = sentence.tokens[noun]
    return token.dep == "nsubj" and any(sentence.tokens[c].dep == "dobj" for c in sentence.children[token.head])


def carried(sentence: Sentence, noun: int, modality: Modality) -> int | None:
    """The verb that carries a noun of action or handles a means ("carried out an attack", "set off a bomb")."""
    first = noun
    while sentence.tokens[first].dep == "conj" and sentence.tokens[first].head != first:
        first = sentence.tokens[first].head
    verb = clause_head(sentence, noun)
    if sentence.tokens[first].dep in _SUBJECTS:
        verb = next((v for v in (verb, *_joined(sentence, verb)) if _carries(sentence, v, modality)), verb)
    if noun == verb or not _carries(sentence, verb, modality):
        return None
    head = sentence.tokens[first].head
    if sentence.tokens[first].dep == "pobj":
        inside = sentence.tokens[head].text.lower() in modality.engaged
        return verb if inside and verb in sentence.ancestors(head)[:2] else None
    above = (*sentence.ancestors(first)[:3], *_joined(sentence, clause_head(sentence, first)))
    return verb if sentence.tokens[first].dep in _CARRIED and verb in above else None


def _carries(sentence: Sentence, verb: int, modality: Modality) -> bool:
    return sentence.tokens[verb].lemma.lower() in modality.carriers


def _joined(sentence: Sentence, verb: int) -> list[int]:
    """The verbs joined to a verb, which share its subject ("was planned and carried out by …")."""
    return [c for c in sentence.children[verb] if sentence.tokens[c].dep == "conj" and sentence.tokens[c].pos == "VERB"]


def occurs(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether a noun is the subject of a verb by which things come about ("clashes erupted", "the raid is ongoing")."""
    token = sentence.tokens[noun]
    if token.dep != "nsubj":
        return False
    said = (token.head, *sentence.children[token.head])
    words = {sentence.tokens[n].lemma.lower() for n in said if n == token.head or sentence.tokens[n].dep in _SAID_OF}
    return sentence.tokens[token.head].lemma.lower() in modality.occurring or bool(words & modality.lasting)


_SAID_OF = frozenset({"acomp", "advmod", "attr"})
"""Relations of words that say of a subject how it is."""


def reported(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether a noun with an article is what somebody reports ("state television reported the blast"): it is told to
    have happened, though nothing more is said of it."""
    token = sentence.tokens[noun]
    if token.dep != "dobj" or sentence.tokens[token.head].lemma.lower() not in modality.reporting:
        return False
    if any(sentence.tokens[c].dep == "neg" for c in sentence.children[token.head]):
        return False
    articles = [c for c in sentence.children[noun] if sentence.tokens[c].dep == "det"]
    return any(sentence.tokens[c].text.lower() not in modality.nobody for c in articles)


def _of(sentence: Sentence, trigger: Trigger, modality: Modality, lexicon: Happenings) -> _Roles:
    """The roles of one word; whoever stands behind "from" lost the ground that was won ("took Dolvi from the army"),
    whoever stands behind "to" won the ground that was lost."""
    if _is_verb(sentence, trigger):
        roles = _verb(sentence, trigger, modality)
    else:
        roles = _noun(sentence, trigger.mention.token, modality)
    if trigger.mention.kind is Happening.TERRITORY_GAINED:
        lost = set(_spread(sentence, modality, _across(sentence, trigger.mention.token, modality, modality.off)))
        roles.doers = [d for d in roles.doers if d not in lost]
        roles.harmed += sorted(lost)
    elif trigger.mention.kind is Happening.TERRITORY_LOST:
        won = set(_spread(sentence, modality, _across(sentence, trigger.mention.token, modality, modality.takers)))
        roles.harmed = [h for h in roles.harmed if h not in won]
        roles.doers += sorted(won)
    if trigger.mention.rule not in lexicon.harm:
        return roles
    word = trigger.mention.token
    if _is_verb(sentence, trigger):
        if not any(sentence.tokens[c].dep in _PATIENT | _AGENT for c in sentence.children[word]):
            own = [d for d in roles.doers if d in sentence.children[word]]  # "two men injured in Kolm"
            harmed = {*own, *(g for n in own for g in governed(sentence, n, modality.whole))}
            roles.harmed += sorted(harmed)
            roles.doers = [d for d in roles.doers if d not in harmed]
        return roles
    owners = set(_spread(sentence, modality, _owners(sentence, word)))
    whence = set(_spread(sentence, modality, governed(sentence, word, modality.off)))
    roles.doers = [d for d in roles.doers if d not in owners | whence]
    roles.harmed += sorted(owners)
    return roles


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
    return sentence.tokens[trigger.mention.token].pos in {"VERB", "AUX"}


def _verb(sentence: Sentence, trigger: Trigger, modality: Modality) -> _Roles:
    """Subject, agent and object of a verb. A verb of dying has only a subject that suffers."""
    verb = trigger.mention.token
    subjects = _before_gerund(sentence, verb) or _subjects(sentence, verb)
    if _reported(sentence, verb, modality):
        subjects = []
    objects = [c for c in sentence.children[verb] if sentence.tokens[c].dep in _PATIENT]
    if sentence.tokens[verb].dep in {"acl", "amod"} and sentence.tokens[verb].tag == "VBN":
        acts = any(sentence.tokens[o].dep == "dobj" for o in objects)
        (subjects if acts else objects).append(sentence.tokens[verb].head)
    agents = _agents(sentence, verb, modality)
    blamed = held(sentence, verb, modality)
    if sentence.tokens[verb].lemma.lower() in modality.bursting and not objects:
        subjects = []  # "the institute's gate exploded", "before it went off"
    if sentence.tokens[verb].lemma.lower() in modality.suffering:
        doers, harmed = [*agents, *blamed.charged], subjects
    elif _passive(sentence, verb):
        doers, harmed = [*agents, *blamed.charged], objects + subjects
    else:
        doers = [*(blamed.charged or blamed.named or subjects), *agents]
        harmed = objects + governed(sentence, verb, modality.towards)
    return _widened(sentence, modality, _Roles(doers, harmed, blamed.charged, blamed.named))


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
    owners = set(_spread(sentence, modality, _owners(sentence, noun)))  # "the government actions" may be any
    doers = [n for n in roles.doers if n not in owners]
    return Sides(
        perpetrators=tuple(w for w in _at(doers, seats) if can_do(sentence, w, modality)),
        charged=any(n in seats for n in roles.charged),
        behind=any(n in seats for n in roles.behind),
        owned=any(n in seats for n in roles.owned),
    )


def _where(sentence: Sentence, preposition: int, modality: Modality) -> bool:
    """Whether a preposition says where, and not whither ("were taken to a hospital by the Red Cross")."""
    return sentence.tokens[preposition].text.lower() not in modality.takers


def _noun(sentence: Sentence, noun: int, modality: Modality) -> _Roles:
    """Owner, "by …" and "on …" of a noun of action, the subject of the verb that carries it, and whoever is blamed."""
    doers = [*_owners(sentence, noun), *governed(sentence, noun, modality.by)]
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
            doers += _did(sentence, clause, modality)
            owned += _owns(sentence, clause, modality)
    verb = carried(sentence, noun, modality)
    if verb is not None:
        doers += _did(sentence, verb, modality)
        owned += _owns(sentence, verb, modality)
    blamed = held(sentence, noun, modality)
    doers += [*blamed.charged, *blamed.named]
    return _widened(sentence, modality, _Roles(doers, harmed, blamed.charged, blamed.named, tuple(owned)))


def _owns(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """Who says that the deed is theirs, where the verb is one of claiming."""
    return _did(sentence, verb, modality) if sentence.tokens[verb].lemma.lower() in modality.owning else []


def _widened(sentence: Sentence, modality: Modality, roles: _Roles) -> _Roles:
    return _Roles(
        _spread(sentence, modality, roles.doers),
        _spread(sentence, modality, roles.harmed),
        tuple(_spread(sentence, modality, roles.charged)),
        tuple(_spread(sentence, modality, roles.behind)),
        tuple(_spread(sentence, modality, roles.owned)),
    )


def _did(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """Who does what a verb says: the agent of a passive, else the subject."""
    return _agents(sentence, verb, modality) if _passive(sentence, verb) else _subjects(sentence, verb)


def _owners(sentence: Sentence, noun: int) -> list[int]:
    return [c for c in sentence.children[noun] if sentence.tokens[c].dep in _OWNER]


def _subjects(sentence: Sentence, verb: int) -> list[int]:
    """The subjects of a verb; a verb without one takes that of the verb it hangs on."""
    for _ in range(4):
        found = [c for c in sentence.children[verb] if sentence.tokens[c].dep in {"nsubj", "nsubjpass", "csubj"}]
        if found:
            return [
                f for f in found if sentence.tokens[f].pos != "PRON" or sentence.tokens[f].tag not in {"WDT", "WP"}
            ] or ([sentence.tokens[verb].head] if sentence.tokens[verb].dep == "relcl" else [])
        if sentence.tokens[verb].dep not in {"xcomp", "conj", "advcl", "pcomp"}:
            if sentence.tokens[verb].dep == "acl" and sentence.tokens[verb].tag == "VBG":
                return [sentence.tokens[verb].head]
            return []
        verb = clause_head(sentence, sentence.tokens[verb].head)
    return []


def _passive(sentence: Sentence, verb: int) -> bool:
    deps = {sentence.tokens[c].dep for c in sentence.children[verb]}
    if deps & {"nsubjpass", "auxpass"}:
        return True
    if "nsubj" in deps:
        return False
    token = sentence.tokens[verb]
    if token.dep == "conj" and token.tag == "VBN":
        return _passive(sentence, token.head)
    return token.tag == "VBN" and token.dep in _BARE and "dobj" not in deps


def _agents(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """Who stands behind a verb's "by", or behind its "at the hands of"."""
    found = []
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if token.dep in _AGENT or (token.dep == "prep" and token.text.lower() in modality.by):
            found += objects_of(sentence, child)
        elif token.dep == "prep":
            hands = (n for n in objects_of(sentence, child) if sentence.tokens[n].lemma.lower() in modality.hands)
            found += [g for n in hands for g in governed(sentence, n, modality.whole)]
    return found or (_behind_where(sentence, verb, modality) if _passive(sentence, verb) else [])


def _behind_where(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """Who stands behind the "by" that the parser hangs on where a passive happened: "seized near home by rebels"."""
    where = [
        noun
        for child in sentence.children[verb]
        if child > verb and sentence.tokens[child].dep == "prep" and _where(sentence, child, modality)
        for noun in objects_of(sentence, child)
        if sentence.tokens[noun].dep == "pobj" and sentence.tokens[noun].lemma.lower() not in modality.tidings
    ]
    return [doer for noun in where for doer in governed(sentence, noun, modality.by - modality.off)]


def _spread(sentence: Sentence, modality: Modality, heads: Iterable[int]) -> list[int]:
    """The heads with their conjuncts, appositions and the names inside them ("Korvian troops": the demonym too)."""
    found: list[int] = []
    waiting = list(heads)
    while waiting:
        here = waiting.pop(0)
        if here in found:
            continue
        found.append(here)
        waiting += [
            c for c in sentence.children[here] if sentence.tokens[c].dep in _PARTS and not _set_apart(sentence, here, c)
        ]
        waiting += [
            g
            for c in sentence.children[here]
            if sentence.tokens[c].dep == "prep" and sentence.tokens[c].text.lower() in modality.whole
            for g in objects_of(sentence, c)
        ]
    return found


def _set_apart(sentence: Sentence, head: int, joined: int) -> bool:
    """Whether a noun is joined to another only to be denied ("by the army and not the militia")."""
    if sentence.tokens[joined].dep != "conj":
        return False
    return any(sentence.tokens[n].dep == "neg" for n in range(head + 1, joined))


def _at(numbers: Iterable[int], seats: dict[int, Who]) -> tuple[Who, ...]:
    """The actors that stand at token numbers, in text order, each party once: "two members of the militia" is one."""
    found = {seats[n].span.start: seats[n] for n in numbers if n in seats}
    names = {seats[n].actor_id: seats[n] for n in sorted(seats, reverse=True) if seats[n].rule.startswith(_NAMED)}
    return tuple(_once((found[start] for start in sorted(found)), names))


def _once(actors: Iterable[Who], names: Mapping[str | None, Who]) -> Iterator[Who]:
    """Each party once, where the sentence names it if it does ("guerrillas of the Front"); people counted all stay."""
    seen: set[str] = set()
    for who in actors:
        if who.actor_id is None or who.number is not None:
            yield who
        elif who.actor_id not in seen:
            yield names.get(who.actor_id, who)
        if who.actor_id is not None:
            seen.add(who.actor_id)
