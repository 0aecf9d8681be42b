"""A noun of action in, the words that say that it took place out: "carried out an attack", "clashes erupted"."""

from __future__ import annotations

from reportedly.claims.frames.assertion import clause_head
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_SUBJECTS = frozenset({"nsubjpass"})
_PAST = frozenset({"VBD", "VBN"})
_CARRIED = frozenset({"dobj", "nsubjpass"})
_SPOKEN_OF = frozenset({"dobj", "pobj", "nsubjpass", "conj"})
_SAID_OF = frozenset({"acomp", "advmod", "attr"})
"""Relations of words that say of a subject how it is."""


def carried(sentence: Sentence, noun: int, modality: Modality) -> int | None:
    """The verb that carries a noun of action or handles a means ("carried out an attack", "set off a bomb")."""
    first = noun
    while sentence.tokens[first].dep == "conj" and sentence.tokens[first].head != first:
        first = sentence.tokens[first].head
    first = _of_several(sentence, first, modality)
    verb = clause_head(sentence, noun)
    borne = sentence.tokens[first].dep in _SUBJECTS or _by_somebody(sentence, first)
    if borne:
        verb = next((v for v in (verb, *_joined(sentence, verb)) if _carries(sentence, v, modality)), verb)
    if noun == verb or not _carries(sentence, verb, modality):
        return None
    head = sentence.tokens[first].head
    if sentence.tokens[first].dep == "pobj":
        inside = sentence.tokens[head].text.lower() in modality.engaged
        return verb if inside and verb in sentence.ancestors(head)[:2] else None
    above = (*sentence.ancestors(first)[:3], *_joined(sentence, clause_head(sentence, first)))
    return verb if (borne or sentence.tokens[first].dep in _CARRIED) and verb in above else None


def done_by(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether a participle on a noun of action says who did it ("condemned the murder committed by rebels"). What a
    subject does may go back to a deed told before ("the raids carried out by jets broke the truce")."""
    return sentence.tokens[noun].dep in _SPOKEN_OF and any(
        sentence.tokens[clause].dep == "acl"
        and _carries(sentence, clause, modality)
        and any(sentence.tokens[c].dep == "agent" for c in sentence.children[clause])
        for clause in sentence.children[noun]
    )


def _by_somebody(sentence: Sentence, noun: int) -> bool:
    """Whether a noun that the parser takes for the subject is what was done by somebody ("the murder of the mayor,
    carried out by rebels")."""
    token = sentence.tokens[noun]
    return token.dep == "nsubj" and any(sentence.tokens[c].dep == "agent" for c in sentence.children[token.head])


def _of_several(sentence: Sentence, noun: int, modality: Modality) -> int:
    """The noun that says how many there were of one ("a series of raids", "a second wave of attacks"), or the noun."""
    token = sentence.tokens[noun]
    if token.dep != "pobj" or sentence.tokens[token.head].text.lower() not in modality.whole:
        return noun
    above = sentence.tokens[token.head].head
    return above if sentence.tokens[above].lemma.lower() in modality.several else noun


def occurs(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether a noun is the subject of a verb by which things come about ("clashes erupted", "the raid is ongoing")."""
    token = sentence.tokens[noun]
    if token.dep == "nsubjpass":  # "the offensive is backed by the militia"
        return sentence.tokens[token.head].lemma.lower() in modality.aiding
    if token.dep == "attr":
        return _there_was_none(sentence, noun, modality)
    if token.dep != "nsubj":
        return False
    said = (token.head, *sentence.children[token.head])
    words = {sentence.tokens[n].lemma.lower() for n in said if n == token.head or sentence.tokens[n].dep in _SAID_OF}
    return sentence.tokens[token.head].lemma.lower() in modality.occurring or bool(words & modality.lasting)


def there_was(sentence: Sentence, noun: int) -> bool:
    """Whether it is said that there was one ("there was an attack on the bank", "there have been two raids")."""
    verb = sentence.tokens[noun].head
    children = sentence.children[verb]
    if sentence.tokens[noun].dep != "attr" or not any(sentence.tokens[c].dep == "expl" for c in children):
        return False
    return any(sentence.tokens[n].tag in _PAST for n in (verb, *children) if sentence.tokens[n].dep != "conj")


def _there_was_none(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether it is said that there was none ("there had been no raid", "there were never any raids")."""
    verb = sentence.tokens[noun].head
    deps = {sentence.tokens[c].dep for c in sentence.children[verb]}
    none = any(sentence.tokens[c].text.lower() in modality.nobody for c in sentence.children[noun])
    return "expl" in deps and ("neg" in deps or none)


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


def concluded(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether a truce was made: "signed a ceasefire", "agreed on a truce", "a ceasefire agreement has been reached"."""
    tokens, here = sentence.tokens, noun
    while tokens[here].dep in {"compound", "nmod"}:
        here = tokens[here].head
    if tokens[here].dep == "pobj" and tokens[tokens[here].head].text.lower() in modality.concluded_on:
        here = tokens[here].head
    elif tokens[here].dep not in _CARRIED:
        return False
    return tokens[tokens[here].head].lemma.lower() in modality.concluding


def _carries(sentence: Sentence, verb: int, modality: Modality) -> bool:
    return sentence.tokens[verb].lemma.lower() in modality.carriers


def _joined(sentence: Sentence, verb: int) -> list[int]:
    """The verbs joined to a verb, which share its subject ("was planned and carried out by …")."""
    return [c for c in sentence.children[verb] if sentence.tokens[c].dep == "conj" and sentence.tokens[c].pos == "VERB"]
