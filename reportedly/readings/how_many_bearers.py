"""A noun for a hurt or for care in, those who bear it out: "TWO MEN with gunshot wounds"."""

from __future__ import annotations

from reportedly.mentions.counts_fates import Cue
from reportedly.readings.how_many_clauses import OBJECTS, SUBJECTS, children, governors, is_passive, resolved, shared
from reportedly.readings.how_many_scene import Scene

_NOMINAL = ("NOUN", "PROPN", "NUM", "PRON")
_VERBAL = ("VERB", "AUX")


def bearers(scene: Scene, cue: Cue) -> tuple[int, ...]:
    """The tokens of those who bear the hurt: the subject of the verb that it is the object of, or whatever stands
    before one of its prepositions."""
    if not cue.fate.by:
        return ()
    tokens = scene.sentence.tokens
    token = cue.token
    while tokens[token].dep == "conj" and tokens[token].head < token:
        token = tokens[token].head
    above = tokens[token].head
    if tokens[token].dep in OBJECTS:
        return _subjects(scene, above) if _is_one_of(scene, above, cue.fate.under) else ()
    if tokens[token].dep == "pobj" and scene.lower[above] in cue.fate.by:
        return _before(scene, cue, tokens[above].head)
    return ()


def carrier(scene: Scene, cue: Cue) -> int:
    """The verb or noun that carries a hurt, whose mood is the hurt's."""
    tokens = scene.sentence.tokens
    above = tokens[cue.token].head
    return tokens[above].head if tokens[cue.token].dep == "pobj" else above


def _before(scene: Scene, cue: Cue, governor: int) -> tuple[int, ...]:
    """Who stands before the preposition: a noun, or the subject or object of the verb it completes."""
    tokens = scene.sentence.tokens
    if tokens[governor].pos in _NOMINAL and _is_one_of(scene, governor, cue.fate.under):
        return (governor - 1,) if scene.lower[governor - 1] in scene.fates.persons else ()  # taken for a noun
    if tokens[governor].pos in _NOMINAL:
        return () if cue.fate.via else (governor,)
    if cue.fate.via and not _is_one_of(scene, governor, cue.fate.via):
        return ()
    objects = children(scene, governor, OBJECTS)
    return objects if objects and not is_passive(scene, governor) else _subjects(scene, governor)


def _is_one_of(scene: Scene, verb: int, acts: frozenset[str]) -> bool:
    return any(scene.lower[verb] in scene.fates.acts[act] for act in acts)


def _subjects(scene: Scene, verb: int) -> tuple[int, ...]:
    """The subject of a verb, or the noun that it tells of ("a man SUFFERING wounds")."""
    tokens = scene.sentence.tokens
    found = children(scene, verb, SUBJECTS)
    if found:
        return resolved(scene, verb, found)
    if tokens[verb].dep in ("acl", "relcl") and tokens[tokens[verb].head].pos in _NOMINAL:
        return (tokens[verb].head,)
    if tokens[verb].dep in ("xcomp", "oprd", "acomp", "advcl") and tokens[tokens[verb].head].pos in _VERBAL:
        return governors(scene, verb) or _subjects(scene, tokens[verb].head)
    return shared(scene, verb)
