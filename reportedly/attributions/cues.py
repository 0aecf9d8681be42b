"""A saying word in its sentence in, the words of its cue out: auxiliaries, adverbs, particles, governing verbs."""

from __future__ import annotations

from reportedly.attributions.grammar import acronym, child, has_child
from reportedly.lexicon.saying import Sayings
from reportedly.model.text import Sentence

_LEFT = frozenset({"aux", "auxpass", "neg", "advmod"})
_RIGHT = frozenset({"prt"})
_BETWEEN = frozenset({"prt", "advmod", "acomp", "neg"})
_GOVERNING = frozenset({"xcomp", "advcl"})


def cue_left(sentence: Sentence, number: int) -> int:
    """The first of the auxiliaries, negations and adverbs that stand right before a verb."""
    tokens = sentence.tokens
    first = number
    while first > 0 and tokens[first - 1].head == number and tokens[first - 1].dep in _LEFT:
        if acronym(sentence, first - 1):
            break
        first -= 1
    return first


def cue_right(sentence: Sentence, number: int, through: int | None = None) -> int:
    """The particle right after a verb, or the last word that its complement brings into the cue."""
    tokens = sentence.tokens
    last = max(number, through or number)
    while last + 1 < len(tokens) and tokens[last + 1].head == number and tokens[last + 1].dep in _RIGHT:
        last += 1
    return last


def governor(sentence: Sentence, number: int, sayings: Sayings) -> int | None:
    """The verb in "went on to explain" and "took pains to say", or the one in "issued a statement saying", which is
    one cue with the saying and brings its subject; none if it is a saying itself."""
    tokens = sentence.tokens
    token = tokens[number]
    first = cue_left(sentence, number)
    above = _of_infinitive(sentence, number, first)
    if above is None and token.tag == "VBG" and token.dep == "acl" and token.head == first - 1:
        above = _of_paper(sentence, token.head, sayings)
    if above is None or above >= first or not tokens[above].tag.startswith("VB"):
        return None
    known = sayings.verbs.get(tokens[above].lemma.lower(), ())
    if (known and not any(line.carries for line in known)) or has_child(sentence, above, "nsubjpass", "auxpass"):
        return None
    return above


def _of_infinitive(sentence: Sentence, number: int, first: int) -> int | None:
    """The verb of which a "to" verb is the complement, if nothing but a particle or adverb parts them."""
    tokens = sentence.tokens
    if tokens[number].tag != "VB" or tokens[first].tag != "TO" or tokens[number].dep not in _GOVERNING:
        return None
    above = tokens[number].head
    between = range(above + 1, first)
    return above if above < first and all(tokens[n].dep in _BETWEEN for n in between) and len(between) <= 2 else None


def _of_paper(sentence: Sentence, noun: int, sayings: Sayings) -> int | None:
    """The verb that has a saying noun for its object."""
    token = sentence.tokens[noun]
    if token.dep != "dobj" or token.lemma.lower() not in sayings.nouns:
        return None
    return token.head if child(sentence, token.head, "nsubj") is not None or token.head < noun else None
