"""A word for a fight in its sentence in, who fights whom out: "clashes between A and B", "A clashed with B".

The side named first fights the other, as two actors stand in a coder's row. Who stands behind "with" is whom the fight
was with, where somebody else is named for it; where nobody is ("two soldiers were killed in clashes with the rebels"),
that side did the harm.
"""

from __future__ import annotations

from reportedly.claims.frames.assertion import clause_head
from reportedly.claims.frames.prepositions import governed
from reportedly.claims.who.voice import passive, subjects
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECT = frozenset({"nsubj", "nsubjpass", "dobj"})
_JOINED = "conj"
_CLAUSE = frozenset({"acl", "relcl"})


def both_sides(sentence: Sentence, fight: int, modality: Modality) -> tuple[list[int], list[int]]:
    """Token numbers of those between whom a fight is, the side named first and the other, at the fight's own word or at
    the verb by which it comes about ("a firefight ensued on Thursday between the brigade and the rebels")."""
    first = [n for near in _near(sentence, fight, modality) for n in governed(sentence, near, modality.facing)]
    return first, [c for n in first for c in sentence.children[n] if sentence.tokens[c].dep == _JOINED]


def opponents(sentence: Sentence, fight: int, modality: Modality) -> list[int]:
    """Token numbers of those whom a fight is with."""
    against = modality.counterpart - modality.facing
    return [n for near in _near(sentence, fight, modality) for n in governed(sentence, near, against)]


def engaged(sentence: Sentence, fight: int, modality: Modality) -> list[int]:
    """Who fought, where a noun for the fight only says in what they did something else: "troops seized rifles in a
    clash with the rebels". Who came to harm in it is not meant."""
    if sentence.tokens[fight].pos in _VERBAL:
        return []
    verb = clause_head(sentence, fight)
    harmed = passive(sentence, verb) or sentence.tokens[verb].lemma.lower() in modality.suffering
    acts = any(sentence.tokens[c].dep == "dobj" for c in sentence.children[verb])
    return [] if harmed or not acts else subjects(sentence, verb)


def _near(sentence: Sentence, fight: int, modality: Modality) -> tuple[int, ...]:
    """The word for a fight and the verbs by which it comes about, as its clause or as what it is the subject of."""
    token = sentence.tokens[fight]
    if token.pos in _VERBAL:
        return (fight,)
    clauses = [c for c in sentence.children[fight] if sentence.tokens[c].dep in _CLAUSE]
    above = [token.head] if token.dep in _SUBJECT and token.head != fight else []
    carried = modality.occurring | modality.carriers
    return (fight, *(v for v in (*clauses, *above) if sentence.tokens[v].lemma.lower() in carried))
