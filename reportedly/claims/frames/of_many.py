"""A frame in, whether it tells of many deeds at once and so of none of them out: "most attacks are blamed on rebels",
"the capital has been attacked three times".

What such words say of who did it, and that it was done, is true of no one deed of the report. Where they give a count,
that is a total; where they stand in the simple past or in a headline, they may well tell what happened ("several
attacks shook Kolm on Friday").
"""

from __future__ import annotations

from reportedly.claims.frames.assertion import clause_head, in_past_perfect, in_perfect
from reportedly.claims.frames.frames import Frame
from reportedly.lexicon.modality import Modality
from reportedly.model.text import PassageKind, Sentence

OF_MANY = "code:of-many"
"""The rule of the note that says so."""
_PRESENT = frozenset({"VBZ", "VBP"})
_BEFORE = frozenset({"amod", "det", "nmod"})
_HOW_OFTEN = frozenset({"advmod", "npadvmod", "pobj"})
_THROUGH = frozenset({"prep", "advmod"})
_SAID = frozenset({"RB", "NNS"})
_HELPERS = frozenset({"aux", "auxpass"})


def of_many_deeds(frame: Frame, modality: Modality) -> bool:
    """Whether every word of the frame for what happened stands for many deeds, none of which is told."""
    if frame.counts or not frame.triggers or frame.sentence.passage.kind is PassageKind.HEADLINE:
        return False
    return all(_of_many(frame.sentence, token, modality) for token in frame.heads)


def _of_many(sentence: Sentence, token: int, modality: Modality) -> bool:
    verb = clause_head(sentence, token)
    if in_past_perfect(sentence, verb):
        return False
    perfect = in_perfect(sentence, verb)
    plural = sentence.tokens[token].tag == "NNS" and _named_so(sentence, token, modality)
    return (plural and (perfect or _in_present(sentence, verb))) or (
        perfect and _over_and_over(sentence, verb, modality)
    )


def _named_so(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether such a word stands before the noun, and it is not what somebody did ("has staged several attacks")."""
    if sentence.tokens[noun].dep == "dobj":
        return False
    below = (sentence.tokens[c] for c in sentence.children[noun])
    return any(t.dep in _BEFORE and t.lemma.lower() in modality.of_many for t in below)


def _in_present(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is finite and present, or its helper is."""
    helpers = (sentence.tokens[c] for c in sentence.children[verb] if sentence.tokens[c].dep in _HELPERS)
    return any(token.tag in _PRESENT for token in (sentence.tokens[verb], *helpers))


def _over_and_over(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether the verb says how often ("three times", "repeatedly", "on several occasions")."""
    tokens = sentence.tokens
    through = (c for c in sentence.children[verb] if tokens[c].dep in _THROUGH)
    below = (*sentence.children[verb], *(g for c in through for g in sentence.children[c]))
    said = (n for n in below if tokens[n].dep in _HOW_OFTEN and tokens[n].lemma.lower() in modality.times_over)
    return any(tokens[n].tag in _SAID for n in said)
