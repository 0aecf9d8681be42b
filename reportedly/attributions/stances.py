"""A draft and its teller in, the stance out."""

from __future__ import annotations

from reportedly.attributions.drafts import Draft
from reportedly.attributions.grammar import has_child
from reportedly.lexicon.saying import Kind, Sources
from reportedly.model.claim import Teller
from reportedly.model.text import Page, Sentence
from reportedly.model.words import Role, Stance

_PARTIES = frozenset({Role.OFFICIAL, Role.MILITARY, Role.ARMED_GROUP})
_TOLD = frozenset({"VBD", "VBN"})
_PLAIN = frozenset({Stance.STATES, Stance.ALLEGES})


def stance_of(page: Page, draft: Draft, teller: Teller, sources: Sources) -> Stance:
    """The verb's stance; a party that tells that something is *not* so denies it, and an armed group that tells of
    what "its fighters" did claims it. Who could not confirm something doubts it."""
    if draft.stance is Stance.DENIES and draft.saying.stance is Stance.CONFIRMS and _unable(page, draft):
        return Stance.DOUBTS
    if draft.stance not in _PLAIN or teller.role not in _PARTIES or not draft.content:
        return draft.stance
    if _negative(page, draft, sources):
        return Stance.DENIES
    if teller.role is Role.ARMED_GROUP and _ours(page, draft):
        return Stance.CLAIMS_RESPONSIBILITY
    return draft.stance


def _unable(page: Page, draft: Draft) -> bool:
    """Whether the saying is of what one could not do ("could not confirm")."""
    sentence = page.sentences[draft.sentence]
    return any(sentence.tokens[n].tag == "MD" for cue in draft.cue for n in sentence.inside(cue))


def _ours(page: Page, draft: Draft) -> bool:
    """Whether "its fighters" or "one of our men" are the subject of the content, and it tells of what was; what they
    are asked to do is claimed by nobody."""
    sentence = page.sentence_at(draft.content[0].start)
    top = None if sentence is None else _top(sentence, draft)
    if sentence is None or top is None or not _past(sentence, top):
        return False
    subjects = [c for c in sentence.children[top] if sentence.tokens[c].dep == "nsubj"]
    return any(sentence.tokens[n].tag == "PRP$" for c in subjects for n in sentence.subtree(c))


def _past(sentence: Sentence, verb: int) -> bool:
    """Whether a verb or its helper stands in the past or the perfect."""
    near = (verb, *(c for c in sentence.children[verb] if sentence.tokens[c].dep == "aux"))
    return any(sentence.tokens[n].tag in _TOLD for n in near)


def _negative(page: Page, draft: Draft, sources: Sources) -> bool:
    """Whether the main verb of the content is negated, or its subject is "no …"."""
    sentence = page.sentence_at(draft.content[0].start)
    top = None if sentence is None else _top(sentence, draft)
    if sentence is None or top is None:
        return False
    if has_child(sentence, top, "neg"):
        return True
    subjects = [c for c in sentence.children[top] if sentence.tokens[c].dep in ("nsubj", "nsubjpass")]
    return any(_no(sentence, g, sources) for c in subjects for g in sentence.children[c])


def _no(sentence: Sentence, number: int, sources: Sources) -> bool:
    word = sources.heads.get(sentence.tokens[number].lemma.lower())
    return sentence.tokens[number].dep == "neg" or (word is not None and word.kind is Kind.NOBODY)


def _top(sentence: Sentence, draft: Draft) -> int | None:
    """The main verb of the content."""
    inside = sentence.inside(draft.content[0])
    members = set(inside)
    for n in inside:
        token = sentence.tokens[n]
        if token.pos in ("VERB", "AUX") and (token.head not in members or token.head == n):
            return n
    return None
