"""A happening word in its sentence in, whether it is asserted out: said to have happened, denied, or only possible."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from reportedly.claims.frames.granted import granted
from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence, Span, Token

CLAUSAL = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "xcomp", "csubj", "csubjpass"})
_VERBAL = frozenset({"VERB", "AUX"})
_SHARED = frozenset({"aux", "auxpass", "nsubj", "nsubjpass"})
"""What a verb may have from the one that it is joined to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """``real`` is false for what is wished, planned, feared or conditional; ``negated`` for "did not"; ``hedge``
    holds the words that weaken ("may have"); ``doubted`` is true for what "could not be verified";
    ``foretold`` for what is unreal only because it would still come about, ``refused`` for what will not."""

    real: bool = True
    negated: bool = False
    hedge: Span | None = None
    doubted: bool = False
    foretold: bool = False
    refused: bool = False


def asserted(sentence: Sentence, token: int, modality: Modality, deeds: Set[int] | None = None) -> Assertion:
    """How firmly the clause of a token says that the thing happened. ``deeds`` are the tokens of all words for
    happenings in the sentence, where they are known."""
    if taken_for_granted(sentence, token, modality):
        return Assertion()
    if asks(sentence):
        return Assertion(real=False)
    if _how_many(sentence, token):
        return Assertion(real=False)
    unreal = (_kept_from, _withheld, _meant, _demanded, _of_anybody)
    if _left_open(sentence, clause_head(sentence, token), modality):
        return Assertion(real=False)
    if any(ask(sentence, token, modality) for ask in unreal) or _bidden(sentence, clause_head(sentence, token)):
        return Assertion(real=False)
    negated, hedge = _no(sentence, token, modality), None
    for verb in clause_chain(sentence, token):
        checked = _unchecked(sentence, verb, modality)
        if checked is not None:
            return Assertion(hedge=checked, doubted=True)
        if _inverted(sentence, verb, modality):
            return Assertion(real=False)
        stands = deeds is not None and granted(sentence, verb, token, deeds, modality)
        if _nobody(sentence, verb, token, modality) and not stands:
            negated = not negated
        for child in sentence.children[verb]:
            part = sentence.tokens[child]
            word = part.text.lower()
            if part.dep == "advmod" and word in modality.nearly:
                return Assertion(real=False)
            if part.dep == "advmod" and word in modality.gravely and _not(sentence, verb):
                return Assertion(real=False)  # "was not seriously hurt"
            if part.dep == "neg" or (part.dep == "advmod" and word in modality.negations):
                negated = negated if stands else not negated
            elif part.dep == "mark" and (
                word in modality.conditions or (word in modality.awaiting and _in_present(sentence, verb))
            ):
                return Assertion(real=False)
            elif part.dep in {"aux", "auxpass"} and part.tag == "MD":
                if word in modality.hedged_auxiliaries or (word in modality.guessing and _guessed(sentence, verb)):
                    hedge = part.span
                elif word in modality.unreal_auxiliaries and verb_is_own(sentence, verb, token):
                    to_come, no = not _conditional(sentence, verb, modality), _not(sentence, verb)
                    if no and stands:
                        continue
                    return Assertion(real=False, foretold=to_come and not no, refused=to_come and no)
            elif part.tag == "TO" and part.dep == "aux" and not _happened(sentence, verb, modality):
                return Assertion(real=False)
    return Assertion(negated=negated, hedge=hedge)


def _left_open(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a participle is joined to one under a condition ("unclear IF anybody was killed or INJURED")."""
    tokens = sentence.tokens
    while tokens[verb].dep == "conj" and tokens[verb].tag == "VBN" and tokens[tokens[verb].head].tag == "VBN":
        if any(tokens[c].dep in _SHARED for c in sentence.children[verb]):
            return False
        verb = tokens[verb].head
        if any(tokens[c].text.lower() in modality.conditions for c in sentence.children[verb]):
            return True
    return False


def asks(sentence: Sentence) -> bool:
    """Whether the sentence is a question, which says of nothing that it happened."""
    return sentence.text.rstrip(_CLOSING).endswith("?")


_CLOSING = " \n\t\"'”’)]»"


def taken_for_granted(sentence: Sentence, token: int, modality: Modality) -> bool:
    """Whether words take for granted that a definite noun happened: "wants to clarify the murder of the mayor", "may
    stand trial for the killings"."""
    tokens, here = sentence.tokens, token
    while tokens[here].dep == "conj" and tokens[tokens[here].head].pos in _NOMINAL:
        here = tokens[here].head
    if tokens[here].pos not in _NOMINAL or not _definite(sentence, here, modality):
        return False
    above = tokens[tokens[here].head]
    if tokens[here].dep in {"dobj", "nsubjpass"}:
        return above.lemma.lower() in modality.granting_verbs
    return tokens[here].dep == "pobj" and above.dep == "prep" and _grants(sentence, above.head, modality)


def _grants(sentence: Sentence, above: int, modality: Modality) -> bool:
    """Whether a noun grants what its preposition brings, or a verb with such a noun ("brought to trial for", "claimed
    responsibility for")."""
    lemma = sentence.tokens[above].lemma.lower()
    if sentence.tokens[above].pos in _NOMINAL:
        return lemma in modality.granting
    below = sentence.children[above]
    brought = [g for c in below if sentence.tokens[c].dep == "prep" for g in sentence.children[c]]
    brought += [c for c in below if sentence.tokens[c].dep == "dobj"]
    return lemma in modality.charging or any(sentence.tokens[g].lemma.lower() in modality.granting for g in brought)


_NOMINAL = frozenset({"NOUN", "PROPN"})


def _definite(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether an article, a pronoun or an owner says that one known thing is meant: "the murder", "Thursday's raid"."""
    return any(
        sentence.tokens[c].dep == "poss" or sentence.tokens[c].text.lower() in modality.definite
        for c in sentence.children[noun]
    )


def _guessed(sentence: Sentence, verb: int) -> bool:
    """Whether a passive of the past names who did it ("have been carried out by the militia")."""
    deps = {sentence.tokens[c].dep for c in sentence.children[verb] if sentence.tokens[c].tag != "MD"}
    return {"aux", "auxpass", "agent"} <= deps


def _not(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[c].dep == "neg" for c in sentence.children[verb])


def _conditional(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether it is said to come about under a condition only ("would shell Dolvi if …")."""
    return any(
        sentence.tokens[mark].dep == "mark" and sentence.tokens[mark].text.lower() in modality.conditions
        for clause in sentence.children[verb]
        if sentence.tokens[clause].dep == "advcl"
        for mark in sentence.children[clause]
    )


def _in_present(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is in the simple present ("until the army withdraws")."""
    helped = any(sentence.tokens[c].dep in {"aux", "auxpass"} for c in sentence.children[verb])
    return sentence.tokens[verb].tag in {"VBZ", "VBP"} and not helped


def _how_many(sentence: Sentence, token: int) -> bool:
    """Whether the clause only asks for a number: "it is unclear HOW MANY rebels died"."""
    verb = clause_head(sentence, token)
    if sentence.tokens[verb].dep not in {"ccomp", "csubj", "pcomp", "advcl"}:
        return False
    sides = (c for c in sentence.children[verb] if sentence.tokens[c].dep in {"nsubj", "nsubjpass"})
    counted = (m for c in sides for m in (c, *sentence.children[c]) if sentence.tokens[m].pos in {"ADJ", "NUM"})
    return any(sentence.tokens[n].tag == "WRB" for m in counted for n in sentence.children[m])


def _kept_from(sentence: Sentence, token: int, modality: Modality) -> bool:
    """Whether it did not come about: "without killing anybody", "foiled a bombing", "an attack was thwarted"."""
    tokens = sentence.tokens
    here, above = tokens[token], tokens[tokens[token].head]
    if here.dep in {"pobj", "pcomp"} and above.text.lower() in modality.lacking:
        return True
    if here.dep in {"acl", "amod"} and above.dep == "pobj" and tokens[above.head].text.lower() in modality.lacking:
        return True  # "without a shot being fired", "without murdered priests"
    if above.lemma.lower() in modality.averting and above.pos == "VERB":
        return here.dep in {"dobj", "nsubjpass", "pcomp"} or (here.dep == "xcomp" and here.tag == "VBG")
    if here.dep == "dobj" and above.dep == "pcomp":  # "prevented the army from making an attack"
        here, above = above, tokens[above.head]
    if here.dep == "pcomp" and above.dep == "prep":  # "kept the army from shelling the town"
        return tokens[above.head].lemma.lower() in modality.averting
    return False


def _meant(sentence: Sentence, token: int, modality: Modality) -> bool:
    """Whether it is only meant to come about: "aimed at retaking Kolm", "planned to break out and retake Kolm"."""
    tokens = sentence.tokens
    above = tokens[tokens[token].head]
    if tokens[token].dep in {"pobj", "pcomp"} and tokens[above.head].lemma.lower() in modality.purposes:
        return above.dep == "prep" and tokens[above.head].pos in _VERBAL
    first = clause_head(sentence, token)
    verb = first
    while tokens[verb].dep == "conj" and tokens[verb].tag == "VB" and tokens[tokens[verb].head].tag == "VB":
        verb = tokens[verb].head
    to = any(tokens[c].tag == "TO" and tokens[c].dep == "aux" for c in sentence.children[verb])
    return verb != first and to and not _happened(sentence, verb, modality)


def _demanded(sentence: Sentence, token: int, modality: Modality) -> bool:
    """Whether it is what somebody is told to do: "demanded that the army withdraw", "the demand that they leave"."""
    tokens = sentence.tokens
    verb = clause_head(sentence, token)
    if tokens[verb].dep not in {"ccomp", "acl", "relcl"} or tokens[verb].tag not in {"VB", "VBP"}:
        return False
    own = any(tokens[c].dep in {"nsubj", "nsubjpass"} and tokens[c].tag != "WDT" for c in sentence.children[verb])
    return own and not in_perfect(sentence, verb) and tokens[tokens[verb].head].lemma.lower() in modality.demanded


def _bidden(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is bare, with no helper and no subject: what somebody is told to do ("destroy the bridges!")."""
    token = sentence.tokens[verb]
    if token.tag != "VB" or token.dep not in {"ROOT", "ccomp", "parataxis"}:
        return False
    return not any(sentence.tokens[c].dep in _SHARED for c in sentence.children[verb])


def _of_anybody(sentence: Sentence, token: int, modality: Modality) -> bool:
    """Whether it is what anybody might do, where it is said what awaits them: "those who attack will be tried"."""
    tokens = sentence.tokens
    verb = clause_head(sentence, token)
    whoever = tokens[verb].head
    if tokens[verb].dep != "relcl" or tokens[whoever].text.lower() not in modality.anybody:
        return False
    below = sentence.children[clause_head(sentence, tokens[whoever].head)]
    return any(tokens[c].tag == "MD" and tokens[c].text.lower() in modality.unreal_auxiliaries for c in below)


def _withheld(sentence: Sentence, token: int, modality: Modality) -> bool:
    """Whether it hangs on a saying that was not said: "did not confirm that the army shelled Dolvi", "declined to
    confirm the raid"."""
    tokens = sentence.tokens
    if tokens[token].dep == "dobj" and tokens[token].pos in _NOMINAL:
        above = tokens[token].head
        return tokens[above].lemma.lower() in modality.reporting and _unsaid(sentence, above, modality)
    verb = clause_head(sentence, token)
    above = tokens[verb].head
    if tokens[verb].dep != "ccomp" or above > verb or tokens[above].lemma.lower() not in modality.withholding:
        return False
    return _unsaid(sentence, above, modality)


def _unsaid(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a word of saying is negated, or is what somebody refused ("declined to say")."""
    token = sentence.tokens[verb]
    refused = token.dep == "xcomp" and sentence.tokens[token.head].lemma.lower() in modality.refusing
    return refused or _not(sentence, verb)


def _no(sentence: Sentence, token: int, modality: Modality) -> bool:
    """Whether the word itself is of what was not: "no attack", "no clashes", "neither shelling nor raids"."""
    tokens, near = sentence.tokens, sentence.children[token]
    none = [c for c in near if tokens[c].dep == "det" or (tokens[c].dep == "preconj" and tokens[token].dep != "amod")]
    none += [c for n in near if tokens[n].dep == "amod" for c in sentence.children[n] if tokens[c].dep == "preconj"]
    return any(tokens[c].text.lower() in modality.nobody for c in none)


def _nobody(sentence: Sentence, verb: int, token: int, modality: Modality) -> bool:
    """Whether the subject or object of the verb is nobody: "no shell hit", "none of its jets", "killed nobody"."""
    deps = {"nsubj", "nsubjpass", "dobj"}
    sides = [c for c in sentence.children[verb] if sentence.tokens[c].dep in deps and c != token]
    if any(sentence.tokens[c].dep == "expl" for c in sentence.children[verb]):
        there = (c for c in sentence.children[verb] if sentence.tokens[c].dep == "attr")
        sides += [c for c in there if c != token]  # "there are no troops"
    sides = [c for c in sides if sentence.tokens[c].lemma.lower() not in modality.unknown]  # "no information"
    return any(
        sentence.tokens[side].text.lower() in modality.nobody
        or (_no(sentence, side, modality) and sentence.tokens[side].pos in _NOMINAL)
        for side in sides
    )


def _unchecked(sentence: Sentence, verb: int, modality: Modality) -> Span | None:
    """The words of a check that nobody could make ("could not be verified"), or ``None``."""
    if sentence.tokens[verb].lemma.lower() not in modality.checking:
        return None
    below = [n for n in sentence.children[verb] if sentence.tokens[n].dep in {"aux", "auxpass", "neg", "advmod"}]
    if not any(sentence.tokens[n].dep == "neg" for n in below):
        return None
    first = min(n for n in (*below, verb) if n <= verb)
    return Span(sentence.tokens[first].start, sentence.tokens[verb].end)


def _inverted(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether an auxiliary stands before the subject of a clause that hangs on another: "had the army shelled …"."""
    below = sentence.children[verb]
    subject = next((n for n in below if sentence.tokens[n].dep in {"nsubj", "nsubjpass"}), None)
    opens = next((n for n in below if sentence.tokens[n].dep in {"aux", "auxpass"}), None)
    if subject is None or opens is None or opens > subject:
        return False
    return sentence.tokens[verb].dep == "advcl" and sentence.tokens[opens].text.lower() in modality.inverting


def clause_chain(sentence: Sentence, token: int) -> tuple[int, ...]:
    """The verbs that a token's reality hangs on: its clause's verb, and upwards through bare complements
    ("managed to retake"), but not through what somebody says or a relative clause."""
    verb = clause_head(sentence, token)
    chain = [verb]
    while sentence.tokens[verb].dep in {"xcomp", "pcomp"} or _shares(sentence, verb):
        verb = clause_head(sentence, sentence.tokens[verb].head)
        if verb in chain:
            break
        chain.append(verb)
    return tuple(chain)


def _shares(sentence: Sentence, verb: int) -> bool:
    """Whether a bare verb has its helper from the verb that it is joined to: "will burn and destroy"."""
    token = sentence.tokens[verb]
    if token.dep != "conj" or token.tag != "VB":
        return False
    return not any(sentence.tokens[c].dep in _SHARED for c in sentence.children[verb])


def clause_head(sentence: Sentence, token: int) -> int:
    """The verb that heads the clause of a token (the token itself, or the nearest above it)."""
    tokens = sentence.tokens
    while tokens[token].head != token:
        here = tokens[token]
        if here.pos in _VERBAL and (here.dep in CLAUSAL or here.dep == "conj"):
            return token
        token = here.head
    return token


def in_perfect(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has the helper of the perfect ("has killed nine", "had been killed")."""
    return any(perfect_helpers(sentence, verb))


def in_past_perfect(sentence: Sentence, verb: int) -> bool:
    """Whether that helper is past ("had killed"): the verb steps back behind what is told."""
    return any(helper.tag == "VBD" for helper in perfect_helpers(sentence, verb))


def perfect_helpers(sentence: Sentence, verb: int) -> Iterator[Token]:
    tokens = (sentence.tokens[c] for c in sentence.children[verb])
    return (token for token in tokens if token.dep == "aux" and token.lemma == "have")


def verb_is_own(sentence: Sentence, verb: int, token: int) -> bool:
    """Whether the verb is the token's own clause, or carries the token as its subject, object or complement."""
    return verb == clause_head(sentence, token) or verb in sentence.ancestors(token)[:4]


def _happened(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether an infinitive happened: it is perfect, or a verb above it says so ("continued to shell")."""
    if in_perfect(sentence, verb):
        return True
    token = sentence.tokens[verb]
    above = sentence.tokens[token.head]
    if above.tag == "VBG" and above.lemma.lower() in modality.soon:
        return False  # "is going to attack"
    if any(sentence.tokens[c].tag == "WRB" for c in sentence.children[verb]):
        return False  # "know how to fight"
    if token.dep == "conj":
        return _happened(sentence, token.head, modality)
    if above.lemma.lower() in modality.tried:
        return token.dep == "xcomp" and _attempt(sentence, verb, modality)
    return token.dep in {"xcomp", "ccomp"} and above.lemma.lower() in modality.implicatives


def _attempt(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether an infinitive behind a verb of trying is an attempt on another's life or freedom: "tried to KILL the
    mayor", not "are trying to kill" or "tried to kill herself"."""
    token, above = sentence.tokens[verb], sentence.tokens[sentence.tokens[verb].head]
    done = above.tag in {"VBD", "VBN"} or above.dep == "pcomp"
    own = any(sentence.tokens[c].text.lower() in modality.own_life for c in sentence.children[verb])
    return done and not own and token.lemma.lower() in modality.on_life
