"""A sentence and words of it in, whether they stand beside what is told out: a comparison, an addition, a clause on a
noun that the parse has not seen."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.lexicon.modality import Modality
from reportedly.model.mention import TimeType
from reportedly.model.reading import When
from reportedly.model.text import Sentence
from reportedly.model.words import DatePrecision

_RANKS = frozenset({"JJS", "RBS"})
_OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "attr", "acomp", "prep", "prt", "auxpass"})
_TIMES = frozenset({"DATE", "TIME"})
_WITHIN = 12
"""Words between what is ranked and the stretch within which it is."""


def compares(sentence: Sentence, time: When, modality: Modality) -> bool:
    """Whether a stretch of weeks or years is that within which something ranks ("one of the deadliest raids this year",
    "the second such strike in a month", "the deadliest since war broke out in June"). A day dates the raid itself ("the
    largest raid on Monday")."""
    first = sentence.at(time.span.start)
    if first is None:
        return False
    since = next((n for n in range(first - 1, 0, -1) if sentence.tokens[n].text.lower() in modality.windows), None)
    if since is not None and ranked(sentence, since):
        return _no_verb(sentence, since, first) or said_to_be(sentence, since)
    if time.precision is not None and time.precision <= DatePrecision.DAYS:
        return False
    return ranked(sentence, first)


def ranks_since(sentence: Sentence, time: When) -> bool:
    """Whether something ranks among all since a time ("the deadliest raid since March")."""
    first = sentence.at(time.span.start)
    return first is not None and first > 0 and ranked(sentence, first - 1)


def _no_verb(sentence: Sentence, start: int, end: int) -> bool:
    return all(t.pos not in ("VERB", "AUX") for t in sentence.tokens[start:end])


def said_to_be(sentence: Sentence, since: int) -> bool:
    """Whether what ranks is said of something ("is one of the largest since", "…, the worst since"), so that all that
    follows belongs to the comparison; a subject that ranks is followed by what it did."""
    before = next((t for t in reversed(sentence.tokens[:since]) if t.pos in ("VERB", "AUX", "PUNCT")), None)
    return before is not None and (before.pos == "AUX" or before.text == ",")


def ranked(sentence: Sentence, first: int) -> bool:
    """Whether a word of rank stands right before a token, no verb between."""
    for n in range(first - 1, max(-1, first - _WITHIN), -1):
        token = sentence.tokens[n]
        if token.pos in ("VERB", "AUX", "PUNCT") and token.text != "-":
            return False
        if (token.tag in _RANKS and not _bounds_number(sentence, n)) or token.entity == "ORDINAL":
            return True
    return False


def _bounds_number(sentence: Sentence, number: int) -> bool:
    """Whether a word of rank only bounds a number ("at least 33 attacks")."""
    following = sentence.tokens[number + 1] if number + 1 < len(sentence.tokens) else None
    return following is not None and following.pos == "NUM"


def added(sentence: Sentence, number: int) -> bool:
    """Whether a noun heads what is added behind a comma ("…, a frequent target of late"), though the parse takes
    it for a time."""
    token = sentence.tokens[number]
    if token.dep != "npadvmod" or token.pos != "NOUN" or token.entity in _TIMES:
        return False
    first = min(sentence.subtree(number))
    return first > 0 and sentence.tokens[first - 1].text == "," and sentence.tokens[first].tag == "DT"


def of_thing_before(sentence: Sentence, time: When, heads: Sequence[int]) -> bool:
    """Whether a length behind a comma tells how long the thing before the comma has lasted ("a strike in the war, now
    in its third year"), and that thing is none of the ``heads``."""
    first = sentence.at(time.span.start)
    if first is None or time.type is not TimeType.DURATION or sentence.tokens[first].tag != "PRP$":
        return False
    comma = next((n for n in range(first - 1, 0, -1) if sentence.tokens[n].pos not in ("ADV", "ADP")), None)
    if comma is None or sentence.tokens[comma].text != ",":
        return False
    verb = next((n for n in range(comma - 1, -1, -1) if sentence.tokens[n].pos in ("VERB", "AUX")), -1)
    return verb >= 0 and not any(verb < head < comma for head in heads)


def set_off(sentence: Sentence, time: When, clause: int) -> bool:
    """Whether a time at the end of a sentence is parted by a comma from the relative clause before it, which is not set
    off itself ("killed by men who stormed a village, about a year ago"): it dates the main clause."""
    first, last = sentence.at(time.span.start), sentence.at(time.span.end - 1)
    if first is None or last is None or any(t.pos != "PUNCT" for t in sentence.tokens[last + 1 :]):
        return False
    if first and sentence.tokens[first - 1].pos == "ADP":
        first -= 1
    inside = [n for n in sentence.subtree(clause) if n < first - 1]
    if first < 2 or sentence.tokens[first - 1].text != "," or not inside:
        return False
    return sentence.tokens[inside[0]].head == clause and sentence.tokens[max(inside[0] - 1, 0)].text != ","


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
