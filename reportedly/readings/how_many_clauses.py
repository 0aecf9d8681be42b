"""A verb of a sentence in, the nouns that are its subjects and objects out, by the dependency parse."""

from __future__ import annotations

from reportedly.lexicon.counting import Kind
from reportedly.readings.how_many_scene import Scene

OBJECTS = frozenset({"dobj", "obj"})
_HELPERS = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_JOINED = frozenset({"conj", "appos"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def children(scene: Scene, token: int, deps: frozenset[str]) -> tuple[int, ...]:
    return tuple(c for c in scene.sentence.children[token] if scene.sentence.tokens[c].dep in deps)


def is_passive(scene: Scene, token: int) -> bool:
    deps = {scene.sentence.tokens[c].dep for c in scene.sentence.children[token]}
    return "auxpass" in deps or "nsubjpass" in deps


def resolved(scene: Scene, token: int, subjects: tuple[int, ...]) -> tuple[int, ...]:
    """The subjects, a relative pronoun replaced by the noun that it stands for."""
    if scene.sentence.tokens[token].dep == "relcl" and all(scene.has(Kind.RELATIVE, s) for s in subjects):
        return (antecedent(scene, token),)
    return subjects


def antecedent(scene: Scene, verb: int) -> int:
    """The noun that a relative clause is of. Where the parser hangs one in the singular on a noun in the plural, it is
    of the one before that: "Omar, FATHER of three children, who WAS killed". One in the plural behind a row of names is
    of all of them: "OMAR, MIRA AND PETR, who WERE killed". Where it hangs one of a person on a thing, it is of the
    person right before it: "guns found with a TEEN WHO killed himself"."""
    tokens = scene.sentence.tokens
    noun = tokens[verb].head
    beside = min(children(scene, verb, SUBJECTS), default=0) - 1
    if beside > noun and scene.person(beside) and not scene.person(noun):
        return beside
    were = (c for c in scene.sentence.children[verb] if tokens[c].dep == "auxpass" and tokens[c].tag in _FINITE)
    if tokens[noun].tag == "NNP" and any(not scene.has(Kind.SINGULAR, c) for c in were):
        return _first_name(scene, noun)
    singular = any(scene.has(Kind.SINGULAR, c) for c in scene.sentence.children[verb])
    if not singular or tokens[noun].tag != "NNS" or tokens[noun].dep != "pobj":
        return noun
    above = tokens[tokens[noun].head].head
    return above if tokens[above].tag in ("NN", "NNP") and scene.has(Kind.OF, tokens[noun].head) else noun


def _first_name(scene: Scene, name: int) -> int:
    """The first of a row of names that the parser joined."""
    tokens = scene.sentence.tokens
    while tokens[name].dep in _JOINED and tokens[tokens[name].head].entity == tokens[name].entity == "PERSON":
        name = tokens[name].head
    return name


def shared(scene: Scene, token: int) -> tuple[int, ...]:
    """The subject of the verb that this one is joined to: "was taken to hospital and later DIED"."""
    tokens = scene.sentence.tokens
    own = lent(scene, token)
    if own:
        return own
    while tokens[token].dep == "conj" and tokens[tokens[token].head].pos in ("VERB", "AUX"):
        token = tokens[token].head
        subjects = children(scene, token, SUBJECTS)
        if subjects:
            return resolved(scene, token, subjects)
    return ()


def lent(scene: Scene, verb: int) -> tuple[int, ...]:
    """The subject of a verb in a clause joined by "and", where the parser took it for one more object of the verb
    before: "killed five guards and TWO CLERKS were rushed to hospital"."""
    tokens = scene.sentence.tokens
    first = min((c for c in scene.sentence.children[verb] if tokens[c].dep in _HELPERS), default=verb)
    noun = first - 1
    if tokens[verb].dep != "conj" or noun < 1 or tokens[noun].dep != "conj" or tokens[first].tag not in _FINITE:
        return ()
    listed = tokens[noun].head
    while tokens[listed].dep == "conj" and tokens[listed].head < listed:
        listed = tokens[listed].head
    return (noun,) if tokens[listed].dep in OBJECTS and tokens[listed].head == tokens[verb].head else ()


def governors(scene: Scene, token: int) -> tuple[int, ...]:
    """Whom a small clause is about: "left 30 people DEAD", "was found DEAD", "were reported KILLED"."""
    tokens = scene.sentence.tokens
    above = tokens[token].head
    objects = tuple(o for o in children(scene, above, OBJECTS) if o != token)
    if objects and not is_passive(scene, above):
        return objects
    if tokens[above].dep == "acl" and tokens[tokens[above].head].pos in ("NOUN", "NUM"):
        return (tokens[above].head,)
    bare = scene.headline and tokens[token].tag == "VBN"  # "Man FOUND SHOT to death"
    if tokens[above].pos == "AUX" or is_passive(scene, above) or tokens[token].dep in ("acomp", "oprd") or bare:
        return resolved(scene, above, children(scene, above, SUBJECTS))
    return ()
