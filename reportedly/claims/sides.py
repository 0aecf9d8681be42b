"""A frame and the actors of its sentence in, who did it and to whom out, by the grammar of its clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.claims.assertion import clause_head
from reportedly.claims.frames import Frame, Trigger
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Who
from reportedly.model.text import Sentence
from reportedly.model.words import Measure

_AGENT, _SUBJECT = frozenset({"agent"}), frozenset({"nsubj"})
_PATIENT = frozenset({"dobj", "nsubjpass", "obj"})
_OWNER = frozenset({"poss", "compound", "amod", "nmod"})


def sides(
    frame: Frame, actors: Sequence[Who], modality: Modality, harm: frozenset[str]
) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Perpetrators and targets of a frame, in text order. Where the clause names nobody, nobody is named here.

    ``harm`` are the addresses of the words whose owner is harmed ("the rebels' dead")."""
    sentence = frame.sentence
    seats = {number: who for who in actors for number in _tokens(sentence, who)}
    doers: set[int] = set()
    harmed: set[int] = set()
    for trigger in frame.triggers:
        found = _of(sentence, trigger, modality, harm)
        doers |= set(found[0])
        harmed |= set(found[1])
    counted = {c.head for c in frame.counts if c.head is not None and c.measure in _PEOPLE}
    doers -= counted
    harmed = (harmed | counted) - doers
    return _at(doers, seats), _at(harmed, seats)


def _of(sentence: Sentence, trigger: Trigger, modality: Modality, harm: frozenset[str]) -> tuple[list[int], list[int]]:
    if _is_verb(sentence, trigger):
        return _verb(sentence, trigger, modality)
    doers, harmed = _noun(sentence, trigger, modality)
    if trigger.mention.rule not in harm:
        return doers, harmed
    owners = set(_spread(sentence, modality, _owners(sentence, trigger.mention.token)))
    return [d for d in doers if d not in owners], [*harmed, *sorted(owners)]


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


def _verb(sentence: Sentence, trigger: Trigger, modality: Modality) -> tuple[list[int], list[int]]:
    """Subject, agent and object of a verb. A verb of dying has only a subject that suffers."""
    verb = trigger.mention.token
    subjects = _subjects(sentence, verb)
    passive = _passive(sentence, verb)
    objects = [c for c in sentence.children[verb] if sentence.tokens[c].dep in _PATIENT]
    if sentence.tokens[verb].dep in {"acl", "amod"} and sentence.tokens[verb].tag == "VBN":
        objects.append(sentence.tokens[verb].head)
    agents = _agents(sentence, verb, modality)
    if sentence.tokens[verb].lemma.lower() in modality.suffering:
        return _spread(sentence, modality, agents), _spread(sentence, modality, subjects)
    if passive:
        return _spread(sentence, modality, agents), _spread(sentence, modality, objects + subjects)
    reach = [
        g
        for c in sentence.children[verb]
        if sentence.tokens[c].text.lower() in modality.towards
        for g in _objects(sentence, c)
    ]
    doers = _blamed(sentence, verb, modality) or subjects
    return _spread(sentence, modality, doers + agents), _spread(sentence, modality, objects + reach)


def _noun(sentence: Sentence, trigger: Trigger, modality: Modality) -> tuple[list[int], list[int]]:
    """Owner, "by …" and "on …" of a noun of action, and the subject of the verb that carries it."""
    noun = trigger.mention.token
    doers = _owners(sentence, noun)
    harmed: list[int] = []
    for child in sentence.children[noun]:
        word = sentence.tokens[child].text.lower()
        if word in modality.by:
            doers += _objects(sentence, child)
        elif word in modality.towards and sentence.tokens[child].dep == "prep":
            harmed += _objects(sentence, child)
    verb = clause_head(sentence, noun)
    carried = sentence.tokens[verb].lemma.lower() in modality.carriers and noun in sentence.subtree(verb)
    if carried and sentence.tokens[noun].dep in {"dobj", "nsubjpass", "pobj", "conj"}:
        doers += _agents(sentence, verb, modality) if _passive(sentence, verb) else _subjects(sentence, verb)
    doers += _blamed(sentence, noun, modality)
    return _spread(sentence, modality, doers), _spread(sentence, modality, harmed)


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
    return token.tag == "VBN" and token.dep in {"acl", "amod", "ROOT", "advcl"} and "dobj" not in deps


def _agents(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    return [
        g
        for c in sentence.children[verb]
        if sentence.tokens[c].dep in _AGENT
        or (sentence.tokens[c].dep == "prep" and sentence.tokens[c].text.lower() in modality.by)
        for g in _objects(sentence, c)
    ]


def _blamed(sentence: Sentence, token: int, modality: Modality) -> list[int]:
    """Who is blamed for the happening: the object of "accused … of", "blamed … for"."""
    for above in sentence.ancestors(token)[:4]:
        if sentence.tokens[above].lemma.lower() in modality.blaming:
            found = [c for c in sentence.children[above] if sentence.tokens[c].dep in {"dobj", "nsubjpass"}]
            on = [
                g
                for c in sentence.children[above]
                if sentence.tokens[c].text.lower() in modality.laid
                for g in _objects(sentence, c)
            ]
            return on or [f for f in found if f != token and token not in sentence.subtree(f)]
    return []


def _objects(sentence: Sentence, preposition: int) -> list[int]:
    return [c for c in sentence.children[preposition] if sentence.tokens[c].dep in {"pobj", "pcomp"}]


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
            c for c in sentence.children[here] if sentence.tokens[c].dep in {"conj", "appos", "compound", "amod"}
        ]
        waiting += [
            g
            for c in sentence.children[here]
            if sentence.tokens[c].dep == "prep" and sentence.tokens[c].text.lower() in modality.whole
            for g in _objects(sentence, c)
        ]
    return found


def _tokens(sentence: Sentence, who: Who) -> tuple[int, ...]:
    return sentence.inside(who.span)


def _at(numbers: Iterable[int], seats: dict[int, Who]) -> tuple[Who, ...]:
    found = {seats[n].span.start: seats[n] for n in numbers if n in seats}
    return tuple(found[start] for start in sorted(found))
