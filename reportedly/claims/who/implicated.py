"""A word for a deed in its sentence in, who is tied to the deed by the law or by a part in it out.

"Two members of the Front were arrested in connection with the murder", "the colonel was linked with it", "the militia
took part in the raid". Whoever is arrested or linked is held to have done it; whoever took part did it.
"""

from __future__ import annotations

from reportedly.claims.frames.prepositions import governed, objects_of
from reportedly.claims.who.voice import subjects
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_OBJECT = frozenset({"dobj", "nsubjpass"})
_CLAUSE = frozenset({"acl", "amod"})
_JOINED = frozenset({"conj"})
_BROUGHT = frozenset({"pobj", "pcomp"})
_OWNER = frozenset({"poss", "compound"})


def implicated(sentence: Sentence, deed: int, modality: Modality) -> tuple[list[int], list[int]]:
    """Token numbers of those held to have done a deed and of those who are said to have had a part in it."""
    if taken := _taken_for(sentence, deed, modality):
        return taken, []
    verb = _verb(sentence, deed, modality)
    if verb is None:
        return _whose_part(sentence, deed, modality), []
    lemma = sentence.tokens[verb].lemma.lower()
    if sentence.tokens[verb].dep == "pcomp" and lemma in modality.implicating | modality.partaking:
        return subjects(sentence, verb), []  # "arrested on charges of taking part in the murder"
    if lemma in modality.implicating:
        return _of_verb(sentence, verb, _OBJECT) or _of_verb(sentence, verb, _SUBJECT), []
    if lemma in modality.partaking:
        return [], _of_verb(sentence, verb, _SUBJECT)
    if lemma in modality.arresting:
        taken = _of_verb(sentence, verb, _OBJECT)
        return [n for n in taken if sentence.tokens[n].lemma.lower() not in modality.suspects], []
    if _to_answer(sentence, verb, modality):
        return _of_verb(sentence, verb, _OBJECT - {"dobj"}) or subjects(sentence, verb), []
    return [], []


def _taken_for(sentence: Sentence, deed: int, modality: Modality) -> list[int]:
    """Whose arrest or trial for a deed is spoken of ("the arrest of 45 soldiers for killing a priest"), also where the
    parser hangs the deed on them."""
    token = sentence.tokens[deed]
    preposition = sentence.tokens[token.head]
    if token.dep not in _BROUGHT or preposition.text.lower() not in modality.brings_deed:
        return []
    here = preposition.head
    while sentence.tokens[here].dep in _JOINED and sentence.tokens[here].head < here:
        here = sentence.tokens[here].head
    of = sentence.tokens[here].head
    whole = sentence.tokens[here].dep == "pobj" and sentence.tokens[of].text.lower() in modality.whole
    for noun in (here, sentence.tokens[of].head) if whole else (here,):
        if sentence.tokens[noun].lemma.lower() in modality.arrests and sentence.tokens[noun].pos == "NOUN":
            return governed(sentence, noun, modality.whole)
    return []


def _to_answer(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a verb brings somebody before a court ("was brought to trial", "stands trial")."""
    below = [c for c in sentence.children[verb] if sentence.tokens[c].dep in {"prep", "dobj"}]
    near = (*below, *(g for c in below for g in objects_of(sentence, c)))
    return any(sentence.tokens[n].lemma.lower() in modality.trials for n in near)


def _whose_part(sentence: Sentence, deed: int, modality: Modality) -> list[int]:
    """Whose responsibility for a deed or part in it is spoken of ("the participation of the militia in the raid")."""
    token = sentence.tokens[deed]
    preposition = sentence.tokens[token.head]
    part = sentence.tokens[preposition.head]
    brought = token.dep == "pobj" and preposition.text.lower() in modality.brings_deed
    if not brought or part.pos != "NOUN" or part.lemma.lower() not in modality.parts:
        return []
    own = [c for c in sentence.children[preposition.head] if sentence.tokens[c].dep in _OWNER]
    return own + governed(sentence, preposition.head, modality.whole | (modality.by - modality.off))


def _verb(sentence: Sentence, deed: int, modality: Modality) -> int | None:
    """The verb whose preposition brings the deed, at once or over a noun that ties ("in connection with")."""
    here = deed
    for _ in range(2):
        token = sentence.tokens[here]
        preposition = sentence.tokens[token.head]
        if token.dep not in _BROUGHT or preposition.text.lower() not in modality.brings_deed:
            return None
        above = preposition.head
        if sentence.tokens[above].pos in {"VERB", "ADJ", "AUX"}:
            return above
        if (verb := _tying(sentence, above, modality)) is not None:
            return verb
        if sentence.tokens[above].lemma.lower() not in modality.ties:
            return above if sentence.tokens[above].tag == "VBN" else None
        here = above
    return None


def _tying(sentence: Sentence, noun: int, modality: Modality) -> int | None:
    """The verb that ties a noun to the deed, where the parser hangs the deed on that noun ("implicated two officers and
    five members of the army in the murder")."""
    while sentence.tokens[noun].dep == "conj" and sentence.tokens[sentence.tokens[noun].head].pos != "VERB":
        noun = sentence.tokens[noun].head
    token = sentence.tokens[noun]
    ties = sentence.tokens[token.head].lemma.lower() in modality.implicating
    return token.head if ties and token.dep in _OBJECT | _JOINED else None


def _of_verb(sentence: Sentence, verb: int, deps: frozenset[str]) -> list[int]:
    """The verb's own nouns of some grammar, or the noun that a participle describes."""
    found = [c for c in sentence.children[verb] if sentence.tokens[c].dep in deps]
    if found and deps is _OBJECT:  # a noun that the parser joins to the verb is one more object
        found += [c for c in sentence.children[verb] if _joined_noun(sentence, c)]
    if not found and sentence.tokens[verb].dep in _CLAUSE:
        found = _with_named(sentence, sentence.tokens[verb].head)
    return found


def _with_named(sentence: Sentence, noun: int) -> list[int]:
    """The noun that a participle describes, and whom that noun itself describes: "Colonel Tessen, the man implicated in
    the murder"."""
    token = sentence.tokens[noun]
    return [token.head, noun] if token.dep == "appos" else [noun]


def _joined_noun(sentence: Sentence, number: int) -> bool:
    token = sentence.tokens[number]
    return token.dep in _JOINED and token.pos in {"NOUN", "PROPN"}
