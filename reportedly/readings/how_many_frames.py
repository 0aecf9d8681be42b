"""A word of fate in, the nouns that it befell out, by the dependency parse."""

from __future__ import annotations

from reportedly.lexicon.counting import Kind
from reportedly.lexicon.measures import Frame
from reportedly.mentions.counts_fates import Cue
from reportedly.readings.how_many_scene import Scene

_OBJECTS = frozenset({"dobj", "obj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
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
        case Frame.LOSS | Frame.REMAINS:
            return _complements(scene, cue)
        case Frame.SHED:
            return _children(scene, token, _OBJECTS)
        case Frame.LIVES:
            return _lives(scene, cue)
        case _:
            return ()


def _children(scene: Scene, token: int, deps: frozenset[str]) -> tuple[int, ...]:
    return tuple(c for c in scene.sentence.children[token] if scene.sentence.tokens[c].dep in deps)


def _done_to(scene: Scene, cue: Cue, token: int) -> tuple[int, ...]:
    tokens = scene.sentence.tokens
    here = tokens[token]
    if here.tag in ("NN", "NNS", "NNP", "NNPS"):
        return ()
    objects = _children(scene, token, _OBJECTS)
    passive = _is_passive(scene, token)
    if objects and not passive:
        return objects
    if not passive and here.tag != "VBN":
        shared = _object_of_next(scene, token)
        if shared or here.tag == "VBG":
            return shared
    subjects = _children(scene, token, _SUBJECTS)
    if subjects:
        return _resolved(scene, token, subjects) if passive or not cue.fate.shun else ()
    if here.dep in ("acl", "amod", "relcl", "nmod") and tokens[here.head].pos in ("NOUN", "PROPN", "NUM", "PRON"):
        if _among_them(scene, here.head):
            return _children(scene, _verb_of(scene, here.head), _SUBJECTS | {"attr"})
        return (here.head,)
    if here.dep in _SMALL:
        return _governors(scene, token)
    return _shared(scene, token) if passive or (here.dep == "conj" and here.tag == "VBN") else ()


def _object_of_next(scene: Scene, token: int) -> tuple[int, ...]:
    """The object that a verb shares with the one joined to it: "KIDNAPPED and killed two engineers"."""
    tokens = scene.sentence.tokens
    joined = [c for c in scene.sentence.children[token] if tokens[c].dep == "conj" and 0 < c - token <= 3]
    return tuple(o for verb in joined for o in _children(scene, verb, _OBJECTS))


def _is_passive(scene: Scene, token: int) -> bool:
    deps = {scene.sentence.tokens[c].dep for c in scene.sentence.children[token]}
    return "auxpass" in deps or "nsubjpass" in deps


def _resolved(scene: Scene, token: int, subjects: tuple[int, ...]) -> tuple[int, ...]:
    """The subjects, a relative pronoun replaced by the noun that it stands for."""
    tokens = scene.sentence.tokens
    if tokens[token].dep == "relcl" and all(scene.has(Kind.RELATIVE, s) for s in subjects):
        return (tokens[token].head,)
    return subjects


def _governors(scene: Scene, token: int) -> tuple[int, ...]:
    """Whom a small clause is about: "left 30 people DEAD", "was found DEAD", "were reported KILLED"."""
    tokens = scene.sentence.tokens
    above = tokens[token].head
    objects = tuple(o for o in _children(scene, above, _OBJECTS) if o != token)
    if objects and not _is_passive(scene, above):
        return objects
    if tokens[above].pos == "AUX" or _is_passive(scene, above) or tokens[token].dep in ("acomp", "oprd"):
        return _resolved(scene, above, _children(scene, above, _SUBJECTS))
    return ()


def _befalls(scene: Scene, cue: Cue, token: int) -> tuple[int, ...]:
    tokens = scene.sentence.tokens
    here = tokens[token]
    if cue.fate.at and not _is_at(scene, cue, token):
        return ()
    subjects = _children(scene, token, _SUBJECTS)
    if subjects and all(tokens[s].dep == "expl" for s in subjects):
        subjects = _children(scene, token, frozenset({"attr"}))
    if subjects:
        return _resolved(scene, token, subjects)
    if cue.fate.at:
        return _children(scene, token, frozenset({"attr"}))
    if here.dep in ("relcl", "acl") and tokens[here.head].pos in ("NOUN", "PROPN", "NUM", "PRON"):
        return (here.head,)
    return _shared(scene, token)


def _shared(scene: Scene, token: int) -> tuple[int, ...]:
    """The subject of the verb that this one is joined to: "was taken to hospital and later DIED"."""
    tokens = scene.sentence.tokens
    while tokens[token].dep == "conj" and tokens[tokens[token].head].pos in ("VERB", "AUX"):
        token = tokens[token].head
        subjects = _children(scene, token, _SUBJECTS)
        if subjects:
            return _resolved(scene, token, subjects)
    return ()


def _is_at(scene: Scene, cue: Cue, token: int) -> bool:
    children = scene.sentence.children[token]
    return any(scene.sentence.tokens[c].dep == "prep" and scene.lower[c] in cue.fate.at for c in children)


def _state(scene: Scene, token: int) -> tuple[int, ...]:
    tokens = scene.sentence.tokens
    here = tokens[token]
    if _among_them(scene, token):
        return _children(scene, _verb_of(scene, token), _SUBJECTS | {"attr"})
    if here.dep == "amod" and tokens[here.head].pos in ("NOUN", "PROPN", "NUM"):
        return (here.head,)
    subjects = _children(scene, token, _SUBJECTS)
    if subjects:
        return subjects
    if here.dep in _SMALL:
        return _governors(scene, token)
    if here.dep in ("acl", "relcl") and tokens[here.head].pos in ("NOUN", "PROPN", "NUM"):
        return (here.head,)
    return ()


def _among_them(scene: Scene, token: int) -> bool:
    """Whether the token stands in "was among the DEAD"."""
    tokens = scene.sentence.tokens
    here = tokens[token]
    return here.dep == "pobj" and scene.has(Kind.AMONG, here.head) and tokens[tokens[here.head].head].pos == "AUX"


def _verb_of(scene: Scene, token: int) -> int:
    tokens = scene.sentence.tokens
    return tokens[tokens[token].head].head


def _complements(scene: Scene, cue: Cue) -> tuple[int, ...]:
    """Of whom it is a loss: "the deaths of 12 people", "injuries to four workers", "her husband's death"."""
    tokens = scene.sentence.tokens
    found: list[int] = []
    for child in scene.sentence.children[cue.token]:
        dep = tokens[child].dep
        if dep in ("prep", "dative") and child >= cue.stop and _opens(scene, child):
            found += _children(scene, child, frozenset({"pobj"}))
        elif cue.fate.frame is Frame.LOSS and (dep in ("poss", "dobj") or _named_before(scene, child)):
            found.append(child)
    return tuple(found)


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
    if scene.lower[above] not in scene.fates.acts["taking-lives"]:
        return ()
    owners = [c for c in scene.sentence.children[cue.token] if tokens[c].tag == "PRP$"]
    if owners:
        if tokens[above].dep in ("acl", "relcl") and not _children(scene, above, _SUBJECTS):
            return (tokens[above].head,)
        return _resolved(scene, above, _children(scene, above, _SUBJECTS))
    return _complements(scene, cue)
