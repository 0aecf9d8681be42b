"""A word for a deed in its sentence in, who is held to have done it out: "blamed on …", "… was behind it".

What is blamed on somebody is not said to be so: ``charged`` are the doers that words of blame name, ``named`` those
that the sentence itself says are behind the deed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.claims.frames.prepositions import governed, objects_of
from reportedly.claims.who.authorship import authors_of
from reportedly.claims.who.implicated import implicated
from reportedly.claims.who.voice import passive, subjects
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence

_NEAR = 4
"""Heads above a deed that may be words of blame for it."""
_FAR = 9
"""The same where the deed stands behind "of" and a verb in -ing, which is surer."""
_OBJECT = frozenset({"dobj", "nsubjpass"})
_TIMES = frozenset({"DATE", "TIME"})
_ROW = frozenset({"conj", "appos"})
_CLAUSE = frozenset({"acl", "relcl"})
_DESCRIBING = frozenset({"amod", "acl"})


@dataclass(frozen=True, slots=True)
class Held:
    """Token numbers of who is held to have done a deed, by how that is said."""

    charged: tuple[int, ...] = ()
    named: tuple[int, ...] = ()


def held(sentence: Sentence, deed: int, modality: Modality) -> Held:
    """Whom the sentence blames for a deed, whatever form the blame has."""
    tied, took_part = implicated(sentence, deed, modality)
    charged = _accused(sentence, deed, modality) or _ascribed(sentence, deed, modality)
    if not charged and (tried := _tried(sentence, deed, modality)):
        return Held(tuple(tried))
    charged = charged or tied
    named = [*authors_of(sentence, deed, modality), *took_part]
    near = (*sentence.ancestors(deed)[: _NEAR + 1], *clauses(sentence, deed))
    judged = any(sentence.tokens[n].lemma.lower() in modality.judging for n in near)
    return Held((*charged, *named), ()) if judged else Held(tuple(charged), tuple(named))


def _accused(sentence: Sentence, deed: int, modality: Modality) -> list[int]:
    """The object of "accused … of", "blamed … for", and what follows "blamed … on" (also where the parser hangs that on
    the deed: "blamed the attack on …")."""
    steps = _FAR if _of_doing(sentence, deed, modality) else _NEAR
    for word in (*sentence.ancestors(deed)[:steps], *clauses(sentence, deed)):
        if sentence.tokens[word].lemma.lower() not in modality.blaming or _deplored(sentence, word, deed, modality):
            continue
        lays = sentence.tokens[word].lemma.lower() in modality.laying
        laid_by = (word, deed) if sentence.tokens[deed].head == word else (word,)
        on = [n for by in laid_by for n in governed(sentence, by, modality.laid) if lays]
        on = [n for n in on if sentence.tokens[n].entity not in _TIMES]  # "for the raid on Monday"
        found = [c for c in sentence.children[word] if sentence.tokens[c].dep in _OBJECT]
        if not found and passive(sentence, word):
            found = _spoken_of(sentence, word)  # "was dismissed after being accused of ordering the murder"
        return on or [f for f in found if f != deed and _apart(sentence, f, deed, modality)]
    return []


def _tried(sentence: Sentence, deed: int, modality: Modality) -> list[int]:
    """Whom a verb of justice holds or lets go for doing a deed: "convicted two men of planning it", "acquitted them of
    charges of ordering it"."""
    if not _of_doing(sentence, deed, modality):
        return []
    for number in sentence.ancestors(deed)[:_FAR]:
        word = sentence.tokens[number]
        if word.pos == "VERB" and word.lemma.lower() in modality.in_court | modality.arresting:
            return [c for c in sentence.children[number] if sentence.tokens[c].dep in _OBJECT]
    return []


def _spoken_of(sentence: Sentence, verb: int) -> list[int]:
    """The subject of a passive without one of its own, or the noun on which its clause stands ("a colonel, removed
    after being accused")."""
    above = (verb, *sentence.ancestors(verb)[:2])
    clause = next((n for n in above if sentence.tokens[n].dep == "acl"), None)
    return [sentence.tokens[clause].head] if clause is not None else subjects(sentence, verb)


def _deplored(sentence: Sentence, verb: int, deed: int, modality: Modality) -> bool:
    """Whether the verb only condemns and has no "for" that brings the deed: "denounced the death of many civilians due
    to the raids" blames no civilians."""
    if sentence.tokens[verb].lemma.lower() not in modality.granting_verbs:
        return False
    near = (verb, *(c for c in sentence.children[verb] if sentence.tokens[c].dep in _OBJECT))
    brings = (c for n in near for c in sentence.children[n] if sentence.tokens[c].text.lower() in modality.accused_of)
    return not any(
        c > verb and sentence.tokens[c].text.lower() not in modality.whole and deed in sentence.subtree(c)
        for c in brings
    )


def _apart(sentence: Sentence, blamed: int, deed: int, modality: Modality) -> bool:
    """Whether a deed is not the deed's own word for somebody blamed ("blamed the killers of the mayor"), but what they
    are blamed for, also where the parser hangs that on them ("accused the militia of the attack")."""
    if deed not in sentence.subtree(blamed):
        return True
    if _of_doing(sentence, deed, modality):
        return True
    above = sentence.tokens[deed].head
    bearer = sentence.tokens[above].head
    while bearer != blamed and (sentence.tokens[bearer].dep in _ROW or _behind_noun(sentence, bearer)):
        bearer = sentence.tokens[bearer].head  # "blamed the Front and the Guard for the raid"
    return sentence.tokens[above].text.lower() in modality.accused_of and bearer == blamed


def _of_doing(sentence: Sentence, deed: int, modality: Modality) -> bool:
    """Whether a deed is told by a verb in -ing behind "of", which no noun takes: whatever the parser hangs that on, it
    is what somebody is accused of ("accused men loyal to the governor of carrying out attacks")."""
    token = sentence.tokens[deed]
    verb = token if token.dep == "pcomp" or token.dep not in _OBJECT else sentence.tokens[token.head]
    return verb.dep == "pcomp" and sentence.tokens[verb.head].text.lower() in modality.accused_of


def _behind_noun(sentence: Sentence, number: int) -> bool:
    """Whether a word describes the noun before it ("accused forces loyal to the governor of the raid")."""
    token = sentence.tokens[number]
    return token.dep in _DESCRIBING and token.head < number


def _ascribed(sentence: Sentence, deed: int, modality: Modality) -> list[int]:
    """What follows "attributed … to", also where the parser hangs that on the deed, or where it is said of the action
    in which the deed was done."""
    inside = (c for n in _part_of(sentence, deed, modality) for c in clauses(sentence, n))
    for word in (*sentence.ancestors(deed)[:_NEAR], *clauses(sentence, deed), *inside):
        if sentence.tokens[word].lemma.lower() in modality.ascribing:
            by = (word, deed) if sentence.tokens[deed].head == word else (word,)
            return [n for each in by for n in governed(sentence, each, modality.ascribed_to)]
    return []


def _part_of(sentence: Sentence, deed: int, modality: Modality) -> list[int]:
    """The nouns for a deed in which another was done: "in an action attributed to the Front, men wounded a guard"."""
    if sentence.tokens[deed].pos != "VERB":
        return []
    brought = governed(sentence, deed, modality.engaged - modality.ascribed_to)
    return [n for n in brought if n < deed and sentence.tokens[n].lemma.lower() in modality.deeds]


def clauses(sentence: Sentence, noun: int) -> Iterable[int]:
    """The clauses that tell about a noun: "the attack blamed on …", "the bombing, which was attributed to …", also
    where the parser hangs them on what was struck ("the bombing of a bank, which was attributed to …")."""
    struck = [n for c in sentence.children[noun] if sentence.tokens[c].dep == "prep" for n in objects_of(sentence, c)]
    return [c for n in (noun, *struck) for c in sentence.children[n] if sentence.tokens[c].dep in _CLAUSE]
