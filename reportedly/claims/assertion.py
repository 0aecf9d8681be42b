"""A happening word in its sentence in, whether it is asserted out: said to have happened, denied, or only possible."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence, Span

CLAUSAL = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "xcomp", "csubj", "csubjpass"})
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """``real`` is false for what is wished, planned, feared or conditional; ``negated`` for "did not"; ``hedge``
    holds the words that weaken ("may have")."""

    real: bool = True
    negated: bool = False
    hedge: Span | None = None


def asserted(sentence: Sentence, token: int, modality: Modality) -> Assertion:
    """How firmly the clause of a token says that the thing happened."""
    negated, hedge = False, None
    for verb in clause_chain(sentence, token):
        for child in sentence.children[verb]:
            part = sentence.tokens[child]
            word = part.text.lower()
            if part.dep == "neg" or (part.dep == "advmod" and word in modality.negations):
                negated = not negated
            elif part.dep == "mark" and word in modality.conditions:
                return Assertion(real=False)
            elif part.dep in {"aux", "auxpass"} and part.tag == "MD":
                if word in modality.hedged_auxiliaries:
                    hedge = part.span
                elif word in modality.unreal_auxiliaries and verb_is_own(sentence, verb, token):
                    return Assertion(real=False)
            elif part.tag == "TO" and part.dep == "aux" and not _happened(sentence, verb, modality):
                return Assertion(real=False)
    return Assertion(negated=negated, hedge=hedge)


def clause_chain(sentence: Sentence, token: int) -> tuple[int, ...]:
    """The verbs that a token's reality hangs on: its clause's verb, and upwards through bare complements
    ("managed to retake"), but not through what somebody says or a relative clause."""
    verb = clause_head(sentence, token)
    chain = [verb]
    while sentence.tokens[verb].dep in {"xcomp", "pcomp"}:
        verb = clause_head(sentence, sentence.tokens[verb].head)
        if verb in chain:
            break
        chain.append(verb)
    return tuple(chain)


def clause_head(sentence: Sentence, token: int) -> int:
    """The verb that heads the clause of a token (the token itself, or the nearest above it)."""
    tokens = sentence.tokens
    while tokens[token].head != token:
        here = tokens[token]
        if here.pos in _VERBAL and (here.dep in CLAUSAL or here.dep == "conj"):
            return token
        token = here.head
    return token


def verb_is_own(sentence: Sentence, verb: int, token: int) -> bool:
    """Whether the verb is the token's own clause, or carries the token as its subject, object or complement."""
    return verb == clause_head(sentence, token) or verb in sentence.ancestors(token)[:4]


def _happened(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether an infinitive happened: it is perfect, or a verb above it says so ("continued to shell")."""
    if any(sentence.tokens[c].lemma == "have" and sentence.tokens[c].dep == "aux" for c in sentence.children[verb]):
        return True
    token = sentence.tokens[verb]
    above = sentence.tokens[token.head]
    if token.dep == "conj":
        return _happened(sentence, token.head, modality)
    return token.dep in {"xcomp", "ccomp"} and above.lemma.lower() in modality.implicatives
