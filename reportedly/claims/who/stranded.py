"""A verb in its sentence in, its doer out where the parser hung that elsewhere.

Four slips of parsing that a reader passes over: the doer behind "by" hangs on where it happened ("seized near home by
rebels"), on a joined verb ("abducted and murdered by rebels") or on who bore it ("a man who was seized in Kolm,
presumably by rebels"); the subject is taken into the phrase that opens the sentence ("In Dolvi rebels shelled …").
"""

from __future__ import annotations

from reportedly.claims.frames.prepositions import governed, objects_of
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OPENING = frozenset({"prep", "advmod"})
_OWN = frozenset({"nsubj", "nsubjpass", "auxpass", "agent"})
_VERBS = frozenset({"VERB", "AUX"})


def stranded_agents(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """Who did what a passive without a "by" of its own says."""
    return (
        _behind_where(sentence, verb, modality)
        or _shared(sentence, verb, modality)
        or _behind_doubt(sentence, verb, modality)
    )


def swallowed_subject(sentence: Sentence, verb: int) -> list[int]:
    """The noun right before a finite verb without a subject, where the parser took it into the phrase that opens the
    clause: "In the village of Dolvi rebels set fire to a school", "at 0620 rebels placed bombs"."""
    before = verb - 1
    while before > 0 and sentence.tokens[before].dep in {"advmod", "npadvmod"}:
        before -= 1
    if sentence.tokens[verb].tag not in _FINITE or before <= 0:
        return []
    token = sentence.tokens[before]
    above = sentence.ancestors(before)
    if token.dep != "pobj" or token.pos not in {"NOUN", "PROPN"} or verb not in above:
        return []
    opening = above[above.index(verb) - 1]
    return [before] if opening < before and sentence.tokens[opening].dep in _OPENING else []


def taken_in(sentence: Sentence, verb: int) -> list[int]:
    """The noun right before the finite verb of a clause of its own, where the parser took the word that opens the
    clause for a preposition, and the subject for its object: "a week after rebels killed two"."""
    before = verb - 1
    token = sentence.tokens[before] if before > 0 else None
    if token is None or sentence.tokens[verb].tag not in _FINITE or token.dep != "pobj":
        return []
    opens = sentence.tokens[token.head]
    return [before] if token.pos in {"NOUN", "PROPN"} and opens.dep == "prep" and verb not in (opens.head,) else []


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


def _where(sentence: Sentence, preposition: int, modality: Modality) -> bool:
    """Whether a preposition says where, and not whither ("were taken to a hospital by the Red Cross")."""
    return sentence.tokens[preposition].text.lower() not in modality.takers


def _shared(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """The doer of a participle joined to a passive ("were abducted and then murdered by rebels"); who helps or takes
    somebody somewhere did not do what came before."""
    for child in sentence.children[verb]:
        token = sentence.tokens[child]
        if token.dep != "conj" or token.tag != "VBN" or token.lemma.lower() in modality.caring:
            continue
        below = sentence.children[child]
        deps = {sentence.tokens[c].dep for c in below}
        whither = any(sentence.tokens[c].text.lower() in modality.takers for c in below)
        if "agent" in deps and not deps & (_OWN - {"agent"}) and not whither:
            return [n for c in below if sentence.tokens[c].dep == "agent" for n in objects_of(sentence, c)]
    return []


def _behind_doubt(sentence: Sentence, verb: int, modality: Modality) -> list[int]:
    """Who stands behind the next "by" of the sentence, where a word of doubt stands before it ("was seized in Kolm
    today, presumably by rebels") and no verb between."""
    for number in range(verb + 1, len(sentence.tokens)):
        token = sentence.tokens[number]
        if token.pos in _VERBS:
            return []
        doubt = sentence.tokens[number - 1].text.lower() in modality.doubted
        if doubt and token.text.lower() in modality.by - modality.off:
            return objects_of(sentence, number)
    return []
