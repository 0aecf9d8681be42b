"""A sentence and words of it in, whether they stand beside what is told out: a comparison, an addition, a clause on a
noun that the parse has not seen."""

from __future__ import annotations

from reportedly.model.reading import When
from reportedly.model.text import Sentence
from reportedly.model.words import DatePrecision

_RANKS = frozenset({"JJS", "RBS"})
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "attr", "acomp", "prep", "prt", "auxpass"})
_TIMES = frozenset({"DATE", "TIME"})
_WITHIN = 8
"""Words between what is ranked and the stretch within which it is."""


def compares(sentence: Sentence, time: When) -> bool:
    """Whether a stretch of weeks or years is that within which something ranks ("one of the deadliest raids this year",
    "the second such strike in a month"). A day dates the raid itself ("the largest raid on Monday")."""
    first = sentence.at(time.span.start)
    if first is None or (time.precision is not None and time.precision <= DatePrecision.DAYS):
        return False
    for n in range(first - 1, max(-1, first - _WITHIN), -1):
        token = sentence.tokens[n]
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return False
        if token.tag in _RANKS or token.entity == "ORDINAL":
            return True
    return False


def added(sentence: Sentence, number: int) -> bool:
    """Whether a noun heads what is added behind a comma ("…, a frequent target of late"), though the parse takes
    it for a time."""
    token = sentence.tokens[number]
    if token.dep != "npadvmod" or token.pos != "NOUN" or token.entity in _TIMES:
        return False
    first = min(sentence.subtree(number))
    return first > 0 and sentence.tokens[first - 1].text == "," and sentence.tokens[first].tag == "DT"


def clings(sentence: Sentence, number: int) -> bool:
    """Whether a verb stands in a clause right on a noun, without a pronoun between ("the ground it lost last year"):
    a pronoun behind the noun does something, and what it does it to is the noun."""
    children = sentence.children[number]
    subject = next((c for c in children if sentence.tokens[c].dep == "nsubj" and c < number), None)
    if subject is None or subject == 0 or sentence.tokens[subject].tag != "PRP":
        return False
    if any(sentence.tokens[c].dep in _OBJECTS and c > subject for c in children):
        return False
    between = sentence.tokens[subject + 1 : number]
    return sentence.tokens[subject - 1].pos == "NOUN" and all(t.pos == "AUX" for t in between)
