"""A happening word in its sentence in, whether it is only played, made up or dreaded out.

"During the drill soldiers stormed a village", "the play tells how rebels shelled Dolvi", "they are afraid of being
bombed", "misled viewers into believing that a post was attacked": none of it happened.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.claims.frames.assertion import clause_head
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_NOUNS = frozenset({"NOUN", "PROPN"})
_TOLD = frozenset({"ccomp", "xcomp", "pcomp", "advcl", "acl"})


def imagined(sentence: Sentence, token: int, modality: Modality) -> bool:
    """Whether the word is of what a film or a novel tells, of what somebody dreads, or of what others were made to
    believe."""
    return any(
        _set_in(sentence, verb, modality.fictions, modality.invented_in)
        or _subject_in(sentence, verb, modality.fictions)
        or _believed(sentence, verb, modality)
        for verb in _up(sentence, token)
    ) or _dreaded(sentence, token, modality)


def rehearsed(sentence: Sentence, token: int, modality: Modality) -> bool:
    """Whether forces only practise it: "in the exercise marines took a beach", "held a drill, firing rockets at sea".
    That people came to harm meanwhile is no part of the practice."""
    return any(
        _set_in(sentence, verb, modality.rehearsals, modality.rehearsed_in)
        or _subject_in(sentence, verb, modality.rehearsals)
        or (verb != clause_head(sentence, token) and _has_object(sentence, verb, modality))
        or _at_sham(sentence, verb, modality)
        for verb in _up(sentence, token)
    )


def _up(sentence: Sentence, token: int) -> Iterator[int]:
    """The verb of the clause and those above it, on which what it tells hangs."""
    verb = clause_head(sentence, token)
    yield verb
    while sentence.tokens[verb].dep in _TOLD | {"conj"} and sentence.tokens[verb].head != verb:
        verb = clause_head(sentence, sentence.tokens[verb].head)
        yield verb


def _set_in(sentence: Sentence, verb: int, nouns: frozenset[str], prepositions: frozenset[str]) -> bool:
    """Whether a preposition on the verb sets it in one of the nouns ("in the film")."""
    return any(
        sentence.tokens[noun].dep == "pobj" and sentence.tokens[noun].lemma.lower() in nouns
        for prep in sentence.children[verb]
        if sentence.tokens[prep].dep == "prep" and sentence.tokens[prep].text.lower() in prepositions
        for noun in sentence.children[prep]
    )


def _subject_in(sentence: Sentence, verb: int, nouns: frozenset[str]) -> bool:
    return any(
        sentence.tokens[c].dep == "nsubj" and sentence.tokens[c].pos == "NOUN" and sentence.tokens[c].lemma in nouns
        for c in sentence.children[verb]
    )


def _has_object(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether the verb is one by which an exercise is held ("carried out a drill")."""
    return sentence.tokens[verb].lemma.lower() in modality.carriers and any(
        sentence.tokens[c].dep == "dobj" and sentence.tokens[c].lemma.lower() in modality.rehearsals
        for c in sentence.children[verb]
    )


def _at_sham(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether what the verb acts on, or what it is done at, only stands for something ("fired at a mock post")."""
    near = [c for c in sentence.children[verb] if sentence.tokens[c].dep in {"dobj", "prep"}]
    near += [g for c in near for g in sentence.children[c] if sentence.tokens[g].dep == "pobj"]
    return any(
        sentence.tokens[c].dep == "amod" and sentence.tokens[c].text.lower() in modality.shams
        for noun in near
        for c in sentence.children[noun]
    )


def _believed(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether somebody was brought to believe it by deceit ("tricked people into thinking that …")."""
    return sentence.tokens[verb].lemma.lower() in modality.deceiving and any(
        sentence.tokens[c].dep == "prep" and sentence.tokens[c].text.lower() in modality.deceived_into
        for c in sentence.children[verb]
    )


def _dreaded(sentence: Sentence, token: int, modality: Modality) -> bool:
    """Whether an adjective or a noun of dread brings it: "afraid of being bombed", "worried about more attacks", "the
    risk of being shelled". What is definite did happen ("worried about the attack on Kolm")."""
    tokens = sentence.tokens
    here = token if tokens[token].pos in _NOUNS else clause_head(sentence, token)
    while tokens[here].dep == "conj":
        here = tokens[here].head
    if tokens[here].dep not in {"pobj", "pcomp"}:
        return False
    definite = any(
        tokens[c].dep == "poss" or tokens[c].text.lower() in modality.definite for c in sentence.children[here]
    )
    prep = tokens[tokens[here].head]
    above = tokens[prep.head]
    if definite or prep.dep != "prep" or prep.text.lower() not in modality.dread_of:
        return False
    return above.lemma.lower() in modality.dreading or (
        tokens[here].dep == "pcomp" and above.lemma.lower() in modality.longed
    )
