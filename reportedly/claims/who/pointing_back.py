"""A sentence and the parties in it in, who it says did the deed told before out, where it names no deed of its own.

Eight forms: a word that points back and its doer ("the crime was committed by …", "attributed the act to …"), whoever
speaks for the doers ("said he belonged to … and that the action was carried out because …"), whom it involved ("the
action involved men of …"), blame without a deed ("police suspect …"), what those who did it belong to ("the killers
were members of …"), whose mark the deed bears ("it bore the hallmarks of …"), whose signs were left there ("a flag of …
was found at the scene"), and suspicion ("… is believed to be responsible").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.claims.frames.assertion import asserted, clause_head
from reportedly.claims.frames.prepositions import governed
from reportedly.claims.who.identified import plainly, said_to_be
from reportedly.claims.who.sides import doers_of
from reportedly.claims.who.suspected import suspected
from reportedly.claims.who.voice import subjects
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Who
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Stance

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_OBJECT = frozenset({"dobj", "nsubjpass"})
_RELATIVE = frozenset({"WDT", "WP"})
_ARTICLES = frozenset({"det", "poss"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ascribed:
    """Who did the deed told before; ``cue`` is the token that says so, ``by`` the one who blames, if the verb has a
    subject; ``several`` where the words point back at more than one deed; ``hedge`` is the sign it is taken from."""

    cue: int
    doers: tuple[Who, ...]
    stance: Stance
    by: int | None = None
    several: bool = False
    hedge: str | None = None

    def span(self, sentence: Sentence) -> Span:
        """The word that says so."""
        return sentence.tokens[self.cue].span


def pointing_back(sentence: Sentence, parties: Sequence[Who], modality: Modality) -> Iterator[Ascribed]:
    """What the sentence says of who did it; nothing where it denies that, wishes it or leaves it open."""
    for number, token in enumerate(sentence.tokens):
        word = token.lemma.lower()
        if word in modality.deeds and _definite(sentence, number, modality):
            found = _by_noun(sentence, number, parties, modality)
        elif word in modality.blaming and token.pos == "VERB":
            found = _by_blame(sentence, number, parties, modality)
        elif word in modality.culprits:
            found = _by_culprits(sentence, number, parties, modality)
        elif word in modality.marks:
            found = _by_mark(sentence, number, parties, modality)
        elif word in modality.signs:
            found = _by_sign(sentence, number, parties, modality)
        else:
            found = _by_suspicion(sentence, number, parties, modality)
        if found is not None and found.doers:
            yield found


def _definite(sentence: Sentence, number: int, modality: Modality) -> bool:
    """Whether a word points back: a pronoun, or a noun with an article that does ("the crime", "these acts")."""
    if sentence.tokens[number].pos == "PRON":
        return sentence.tokens[number].tag not in _RELATIVE
    return any(
        sentence.tokens[c].text.lower() in modality.definite
        for c in sentence.children[number]
        if sentence.tokens[c].dep in _ARTICLES
    )


def _by_noun(sentence: Sentence, noun: int, parties: Sequence[Who], modality: Modality) -> Ascribed | None:
    told = asserted(sentence, noun, modality)
    if not told.real or told.negated or told.doubted or _only_thought(sentence, noun):
        return None
    found = doers_of(sentence, noun, parties, modality)
    own = {n for g in governed(sentence, noun, modality.whole) for n in sentence.subtree(g)}
    if any(own & set(sentence.inside(w.span)) for w in found.perpetrators):
        return None  # "the crimes of the militia" are any of them
    plural = sentence.tokens[noun].tag in {"NNS", "NNPS"}
    if involved := _involved(sentence, noun, parties, modality):
        return Ascribed(cue=noun, doers=involved, stance=Stance.ALLEGES, by=_blamer(sentence, noun), several=plural)
    if not found.perpetrators:
        member = _by_member(sentence, noun, parties, modality)
        return Ascribed(cue=noun, doers=member, stance=Stance.CLAIMS_RESPONSIBILITY, several=plural)
    stance = Stance.STATES
    if found.owned:
        stance = Stance.CLAIMS_RESPONSIBILITY
    elif found.charged or found.behind:
        stance = Stance.ALLEGES
    return Ascribed(cue=noun, doers=found.perpetrators, stance=stance, by=_blamer(sentence, noun), several=plural)


def _involved(sentence: Sentence, noun: int, parties: Sequence[Who], modality: Modality) -> tuple[Who, ...]:
    """The armed groups that a deed is said to involve: "it is presumed that the action involved men of the Front"."""
    token = sentence.tokens[noun]
    verb = sentence.tokens[token.head]
    if token.dep != "nsubj" or verb.lemma.lower() not in modality.partaking:
        return ()
    involved = [c for c in sentence.children[token.head] if sentence.tokens[c].dep == "dobj"]
    seats = {n for c in involved for n in sentence.subtree(c)}
    found = {w.actor_id: w for w in parties if w.kind in _BANDS and seats & set(sentence.inside(w.span))}
    return tuple(found.values())


def _by_member(sentence: Sentence, noun: int, parties: Sequence[Who], modality: Modality) -> tuple[Who, ...]:
    """ "A caller said he belonged to the Front and that the action was carried out because …": the party of whoever
    speaks for those who did it."""
    tokens, deed = sentence.tokens, sentence.tokens[noun].head
    if tokens[noun].dep != "nsubjpass" or tokens[deed].lemma.lower() not in modality.carriers:
        return ()
    for verb, token in enumerate(tokens):
        says = token.lemma.lower() in modality.belonging and any(
            tokens[c].dep == "nsubj" and tokens[c].tag == "PRP" for c in sentence.children[verb]
        )
        if says:
            seats = {n for n in sentence.subtree(verb) if n < noun}
            return tuple(w for w in parties if w.kind in _BANDS and seats & set(sentence.inside(w.span)))
    return ()


def _only_thought(sentence: Sentence, word: int) -> bool:
    """Whether the words hang on a noun as what is done with it ("with the intention of blaming the militia for it")."""
    return any(sentence.tokens[n].dep == "pcomp" for n in sentence.ancestors(word))


def _blamer(sentence: Sentence, word: int) -> int | None:
    """The subject of the verb above a word, where somebody is: "the police" of "the police attribute the crime to"."""
    for verb in (word, *sentence.ancestors(word)[:3]):
        if sentence.tokens[verb].pos == "VERB":
            return next((c for c in sentence.children[verb] if sentence.tokens[c].dep == "nsubj"), None)
    return None


def _by_blame(sentence: Sentence, verb: int, parties: Sequence[Who], modality: Modality) -> Ascribed | None:
    """ "Police suspect the militia": an object that is a party, and nothing that it is blamed for."""
    told = asserted(sentence, verb, modality)
    if not told.real or told.negated or any(sentence.tokens[c].dep in _OTHER for c in sentence.children[verb]):
        return None
    if sentence.tokens[verb].lemma.lower() in modality.granting_verbs:
        return None  # who condemns the militia says of no deed that it is the militia's
    blamed = [c for c in sentence.children[verb] if sentence.tokens[c].dep in _OBJECT]
    if any(_told_of(sentence, b) for b in blamed):
        return None
    seats = {n for b in blamed for n in sentence.subtree(b)}
    doers = tuple(w for w in parties if seats & set(sentence.inside(w.span)))
    return Ascribed(cue=verb, doers=doers, stance=Stance.ALLEGES, by=_blamer(sentence, verb))


_OTHER = frozenset({"prep", "pcomp", "xcomp", "ccomp", "dative"})
"""What behind a verb of blame brings the matter."""


def _told_of(sentence: Sentence, blamed: int) -> bool:
    """Whether something is said of whom the verb blames ("condemned the militia's silence", "the raid by rebels")."""
    return any(sentence.tokens[c].dep in {"prep", "acl", "relcl", "poss"} for c in sentence.children[blamed])


def _by_culprits(sentence: Sentence, noun: int, parties: Sequence[Who], modality: Modality) -> Ascribed | None:
    """ "The killers were members of the Front", "those responsible belong to the Front"."""
    token = sentence.tokens[noun]
    verb = token.head
    if token.dep not in _SUBJECT or not _definite(sentence, noun, modality):
        return None
    if token.pos == "PRON" and not any(
        sentence.tokens[c].lemma.lower() in modality.authors for c in sentence.children[noun]
    ):
        return None  # "those responsible", not "those who fled"
    told = asserted(sentence, verb, modality)
    if not told.real or told.negated:
        return None
    seats = {n for s in said_to_be(sentence, noun, modality) for n in sentence.subtree(s)}
    doers = tuple(w for w in parties if seats & set(sentence.inside(w.span)))
    sure = told.hedge is None and plainly(sentence, verb, modality)
    return Ascribed(cue=verb, doers=doers, stance=Stance.STATES if sure else Stance.ALLEGES)


def _by_suspicion(sentence: Sentence, word: int, parties: Sequence[Who], modality: Modality) -> Ascribed | None:
    """ "The Front is believed to be responsible", "suspicion fell on the Front"."""
    seats = {n for s in suspected(sentence, word, modality) for n in (s, *sentence.subtree(s))}
    doers = tuple(w for w in parties if seats & set(sentence.inside(w.span)))
    if not doers:
        return None
    told = asserted(sentence, word, modality)
    if not told.real or told.negated:
        return None
    return Ascribed(cue=word, doers=doers, stance=Stance.ALLEGES)


def _by_mark(sentence: Sentence, noun: int, parties: Sequence[Who], modality: Modality) -> Ascribed | None:
    """ "The attack bears the hallmarks of the Front", "it was the work of the Front"."""
    verb = sentence.tokens[noun].head
    above = (
        sentence.tokens[verb].head if sentence.tokens[verb].dep == "xcomp" else verb
    )  # "is believed to be the work of"
    near = (*sentence.children[verb], *sentence.children[above])
    subject = next((c for c in near if sentence.tokens[c].dep in _SUBJECT), None)
    if subject is None or not _definite(sentence, subject, modality):
        return None
    told = asserted(sentence, noun, modality)
    if not told.real or told.negated:
        return None
    seats = {n for g in governed(sentence, noun, modality.whole) for n in sentence.subtree(g)}
    doers = tuple(w for w in parties if seats & set(sentence.inside(w.span)))
    return Ascribed(cue=noun, doers=doers, stance=Stance.ALLEGES)


def _by_sign(sentence: Sentence, noun: int, parties: Sequence[Who], modality: Modality) -> Ascribed | None:
    """ "A flag of the Front was found at the scene", "the attackers left leaflets of the Front"."""
    verb = clause_head(sentence, noun)
    if sentence.tokens[verb].lemma.lower() not in modality.leaving:
        return None
    by = any(sentence.tokens[c].lemma.lower() in modality.culprits for c in subjects(sentence, verb))
    there = any(sentence.tokens[n].lemma.lower() in modality.left_at for n in sentence.subtree(verb))
    told = asserted(sentence, verb, modality)
    if not (by or there) or not told.real or told.negated:
        return None
    seats = set(sentence.subtree(noun))
    doers = tuple(w for w in parties if w.kind in _BANDS and seats & set(sentence.inside(w.span)))
    return Ascribed(cue=noun, doers=doers, stance=Stance.STATES, hedge=sentence.tokens[noun].text)


_BANDS = frozenset({"armed-group", "militia"})
