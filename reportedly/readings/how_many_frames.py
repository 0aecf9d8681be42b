"""A word of fate in, the nouns that it befell out, by the dependency parse."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.mentions.counts_fates import Cue
from reportedly.model.words import Measure
from reportedly.readings.how_many_bearers import bearers
from reportedly.readings.how_many_clauses import (
    OBJECTS,
    SUBJECTS,
    children,
    governors,
    is_passive,
    lent,
    resolved,
    shared,
)
from reportedly.readings.how_many_complements import past_setting, row_behind
from reportedly.readings.how_many_scene import Scene

_ONE = frozenset({"NN", "NNP"})
_SMALL = frozenset({"oprd", "xcomp", "ccomp", "acomp", "attr"})


def befallen(scene: Scene, cue: Cue) -> tuple[int, ...]:
    """The tokens of the nouns, numerals or names that the word says it befell."""
    for token in dict.fromkeys((cue.token, cue.last)):
        found = _frame(scene, cue, token)
        if found:
            return found
    return ()


def _frame(scene: Scene, cue: Cue, token: int) -> tuple[int, ...]:
    match cue.fate.frame:
        case Frame.DONE_TO:
            return _done_to(scene, cue, token)
        case Frame.BEFALLS:
            return _befalls(scene, cue, token)
        case Frame.STATE:
            return _state(scene, token)
        case Frame.LOSS if _among_them(scene, token):
            return _counted_among(scene, token)
        case Frame.LOSS | Frame.REMAINS:
            return (() if _cut_off(scene, cue) else bearers(scene, cue)) or _complements(scene, cue)
        case Frame.BORNE:
            return bearers(scene, cue)
        case Frame.SHED:
            return children(scene, token, OBJECTS)
        case Frame.LIVES:
            return _lives(scene, cue)
        case _:
            return ()


def _done_to(scene: Scene, cue: Cue, token: int) -> tuple[int, ...]:
    tokens = scene.sentence.tokens
    here = tokens[token]
    if _among_them(scene, token):
        return _counted_among(scene, token)
    if here.tag in ("NN", "NNS", "NNP", "NNPS"):
        return ()
    objects = children(scene, token, OBJECTS)
    passive = is_passive(scene, token)
    if objects and all(_is_oneself(scene, o) for o in objects):
        return _doers(scene, token)
    if objects and not passive:
        return objects
    if not passive and here.tag != "VBN":
        given = _object_of_next(scene, token)
        if given or here.tag == "VBG":
            return given
    subjects = children(scene, token, SUBJECTS)
    if here.dep == "relcl" and not passive and subjects and not _relative(scene, subjects):
        return (here.head,)  # "the student HE KILLED"
    if subjects:
        suffered = passive or not cue.fate.shun or scene.headline
        return resolved(scene, token, subjects) if suffered else ()
    if here.dep in ("acl", "amod", "relcl", "nmod") and scene.people(here.head):
        if _among_them(scene, here.head):
            return children(scene, _verb_of(scene, here.head), SUBJECTS | {"attr"})
        return (here.head,)
    if here.dep in _SMALL:
        return governors(scene, token)
    return shared(scene, token) if passive or (here.dep == "conj" and here.tag == "VBN") else ()


def _relative(scene: Scene, subjects: tuple[int, ...]) -> bool:
    """Whether the subject is the relative pronoun itself ("the student WHO killed")."""
    return any(scene.has(Kind.RELATIVE, s) for s in subjects)


def _is_oneself(scene: Scene, token: int) -> bool:
    """Whether the word is for the doer alone ("himself", not "himself and four policemen")."""
    joined = any(scene.sentence.tokens[c].dep == "conj" for c in scene.sentence.children[token])
    return scene.has(Kind.ONESELF, token) and not joined


def _doers(scene: Scene, token: int) -> tuple[int, ...]:
    """Who did it to himself: the subject of the verb, or the one whose object the verb's own subject is."""
    subjects = children(scene, token, SUBJECTS)
    return resolved(scene, token, subjects) if subjects else shared(scene, token)


def _object_of_next(scene: Scene, token: int) -> tuple[int, ...]:
    """The object that a verb shares with the one joined to it: "KIDNAPPED and killed two engineers"."""
    tokens = scene.sentence.tokens
    joined = [c for c in scene.sentence.children[token] if tokens[c].dep == "conj" and 0 < c - token <= 3]
    return tuple(o for verb in joined for o in children(scene, verb, OBJECTS))


def _befalls(scene: Scene, cue: Cue, token: int) -> tuple[int, ...]:
    tokens = scene.sentence.tokens
    here = tokens[token]
    if cue.fate.at and not _is_at(scene, cue, token):
        return ()
    subjects = children(scene, token, SUBJECTS)
    if subjects and all(tokens[s].dep == "expl" for s in subjects):
        subjects = children(scene, token, frozenset({"attr"}))
    if subjects:
        return resolved(scene, token, subjects)
    if cue.fate.at:
        return children(scene, token, frozenset({"attr"}))
    if here.dep in ("relcl", "acl") and scene.people(here.head):
        return (here.head,)
    return shared(scene, token)


def _is_at(scene: Scene, cue: Cue, token: int) -> bool:
    children = scene.sentence.children[token]
    return any(scene.sentence.tokens[c].dep == "prep" and scene.lower[c] in cue.fate.at for c in children)


def _state(scene: Scene, token: int) -> tuple[int, ...]:
    tokens = scene.sentence.tokens
    here = tokens[token]
    if _among_them(scene, token):
        return _counted_among(scene, token)
    if here.dep == "amod" and tokens[here.head].pos in ("NOUN", "PROPN", "NUM"):
        return (here.head,)
    subjects = children(scene, token, SUBJECTS)
    if subjects:
        return subjects
    if here.dep in _SMALL:
        return governors(scene, token)
    if here.dep in ("acl", "relcl") and tokens[here.head].pos in ("NOUN", "PROPN", "NUM"):
        return (here.head,)
    return ()


def _among_them(scene: Scene, token: int) -> bool:
    """Whether the token stands in "was among the DEAD"."""
    tokens = scene.sentence.tokens
    here = tokens[token]
    return here.dep == "pobj" and scene.has(Kind.AMONG, here.head) and tokens[tokens[here.head].head].pos == "AUX"


def _counted_among(scene: Scene, token: int) -> tuple[int, ...]:
    """Who was among them: the subject of the verb, or the noun that the parser took for another's object."""
    verb = _verb_of(scene, token)
    return children(scene, verb, SUBJECTS | {"attr"}) or lent(scene, verb)


def _verb_of(scene: Scene, token: int) -> int:
    tokens = scene.sentence.tokens
    return tokens[tokens[token].head].head


def _complements(scene: Scene, cue: Cue) -> tuple[int, ...]:
    """Of whom it is a loss: "the deaths of 12 people", "injuries to four workers", "her husband's death"."""
    tokens = scene.sentence.tokens
    found: list[int] = []
    for child in (*scene.sentence.children[cue.token], *_cut_off(scene, cue)):
        dep = tokens[child].dep
        if dep in ("prep", "dative") and child >= cue.stop and _opens(scene, child) and not _of_next(scene, cue, child):
            found += children(scene, child, frozenset({"pobj"}))
        elif cue.fate.frame is Frame.LOSS and (dep in ("poss", "dobj") or _named_before(scene, child)):
            found.append(child)
    found = found or [*past_setting(scene, cue)]
    row = row_behind(scene, cue, found[0]) if len(found) == 1 else ()
    return (*found, *(row or _beside_complement(scene, cue, found)))


def _beside_complement(scene: Scene, cue: Cue, found: list[int]) -> Iterator[int]:
    """The person joined to the complement where the parser joins it to losses in the plural: "the bodies of a boy and A
    GIRL"."""
    tokens = scene.sentence.tokens
    if tokens[cue.token].tag != "NNS" or len(found) != 1 or tokens[found[0]].tag not in _ONE:
        return
    for child in scene.sentence.children[cue.token]:
        person = scene.lower[child] in scene.fates.persons or tokens[child].entity == "PERSON"
        if tokens[child].dep == "conj" and tokens[child].tag in _ONE and person and child not in scene.cued:
            yield child


def _cut_off(scene: Scene, cue: Cue) -> tuple[int, ...]:
    """The preposition right behind hurts in the plural that the parser hangs on the verb: "caused INJURIES TO 12
    people". Where the verb brings a number to its figure ("brought the deaths to 12"), it is the verb's."""
    tokens = scene.sentence.tokens
    if cue.measure is not Measure.WOUNDED or tokens[cue.token].tag != "NNS" or cue.stop >= len(tokens):
        return ()
    to = tokens[cue.stop]
    own = to.head == cue.token or any(scene.has(kind, to.head) for kind in (Kind.BRINGING, Kind.REACHING))
    own = own or any(p.noun == cue.token for p in scene.phrases.values())  # "caused NO INJURIES to others"
    return () if own or to.dep not in ("prep", "dative") or cue.stop + 1 not in scene.numbered else (cue.stop,)


def _of_next(scene: Scene, cue: Cue, preposition: int) -> bool:
    """Whether another loss stands right before the preposition: "the death of a clerk and INJURIES TO three guards"."""
    before = next((c for c in scene.cues if c.stop == preposition and c.token != cue.token), None)
    return before is not None and before.fate.frame is Frame.LOSS and before.token > cue.token


def _opens(scene: Scene, preposition: int) -> bool:
    return scene.has(Kind.WHOSE, preposition)


def _named_before(scene: Scene, token: int) -> bool:
    """Whether a name stands before the loss without its apostrophe ("Omars death")."""
    here = scene.sentence.tokens[token]
    return here.dep in ("compound", "nmod") and here.entity == "PERSON"


def _lives(scene: Scene, cue: Cue) -> tuple[int, ...]:
    """Whose lives: the complement ("the lives of 12") or the subject that lost its own ("12 lost their lives")."""
    tokens = scene.sentence.tokens
    here = tokens[cue.token]
    above = here.head
    if scene.lower[above] not in scene.fates.acts["taking-lives"] or scene.lower[above - 1] in cue.fate.barred:
        return ()
    owners = [c for c in scene.sentence.children[cue.token] if tokens[c].tag == "PRP$"]
    if owners:
        if tokens[above].dep in ("acl", "relcl") and not children(scene, above, SUBJECTS):
            return (tokens[above].head,)
        return resolved(scene, above, children(scene, above, SUBJECTS))
    return _complements(scene, cue)
