"""The claims of one report in, the claims that somebody told dead lives out: they deny that he died.

"Officials said the mayor was among the dead, but his brother told Northwire that he was safe."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.attributions.govern import governing
from reportedly.claims.answers.answering import answer
from reportedly.claims.answers.rebuttals import disputes
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution, Claim, Note
from reportedly.model.text import Page, Sentence
from reportedly.model.words import Measure, Stance

RULE = "en/modality/alive"
_NAMING = frozenset({"NOUN", "PROPN"})
_SHORTEST = 4  # letters of a word that can name somebody


def alive(
    page: Page, attributions: Sequence[Attribution], claims: Sequence[Claim], modality: Modality
) -> tuple[Claim, ...]:
    """One claim for each person said to live of whom the report also tells, on another's word, that he died."""
    deaths = [c for c in claims if c.stance is not Stance.DENIES and any(t.measure is Measure.KILLED for t in c.tolls)]
    if not deaths:
        return ()
    found = []
    for sentence, token, names in _said_to_live(page, modality):
        told = governing(attributions, sentence.tokens[token].span)
        if told is None or not told.content:
            told = _denier(page, sentence, attributions, modality)
        if told is None:
            continue
        target = next((c for c in deaths if c.chain != told.chain and names & _dead(page, c)), None)
        if target is not None:
            span = next((s for s in told.content if s.touches(sentence.span)), sentence.span)
            because = Note(field="stance", rule=RULE, text="somebody told dead is said to live", span=span)
            found.append(answer(told, target, span, because))
    return tuple({claim.id: claim for claim in found}.values())


def _denier(
    page: Page, sentence: Sentence, attributions: Sequence[Attribution], modality: Modality
) -> Attribution | None:
    """Who denied in the sentence before what was told, and goes on to say why ("He disagreed with the report. The
    commander is alive.")."""
    if not sentence.number:
        return None
    before = page.sentences[sentence.number - 1]
    said = (a for a in attributions if a.source and any(before.span.covers(cue) for cue in a.cue))
    return next((a for a in said if a.stance is Stance.DENIES or disputes(before, a, modality)), None)


def _said_to_live(page: Page, modality: Modality) -> Iterator[tuple[Sentence, int, frozenset[str]]]:
    """Each "is alive", with the words of its subject."""
    for sentence in page.sentences:
        for number, token in enumerate(sentence.tokens):
            if token.text.lower() in modality.alive and token.dep in {"acomp", "attr", "conj"}:
                names = _subject(sentence, token.head)
                if names:
                    yield sentence, number, names


def _subject(sentence: Sentence, verb: int) -> frozenset[str]:
    """The words for one who lives; none where the verb is negated, or some of many are counted."""
    below = sentence.children[verb]
    if any(sentence.tokens[c].dep == "neg" or sentence.tokens[c].tag == "MD" for c in below):
        return frozenset()
    subject = next((c for c in below if sentence.tokens[c].dep == "nsubj"), None)
    words = [] if subject is None else [sentence.tokens[n] for n in sentence.subtree(subject)]
    if any(word.pos == "NUM" for word in words):
        return frozenset()
    return frozenset(w.text.casefold() for w in words if w.pos in _NAMING and len(w.text) >= _SHORTEST)


def _dead(page: Page, claim: Claim) -> frozenset[str]:
    """The words that name the dead: of one victim any noun ("the groom"), of several only names."""
    one = any(t.measure is Measure.KILLED and t.best == 1 for t in claim.tolls)
    sentence = page.sentence_at(claim.span.start)
    if sentence is None:
        return frozenset()
    tokens = [sentence.tokens[n] for n in sentence.inside(claim.span)]
    naming = _NAMING if one else frozenset({"PROPN"})
    return frozenset(t.text.casefold() for t in tokens if t.pos in naming and len(t.text) >= _SHORTEST)
