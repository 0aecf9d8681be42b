"""A happening word in its sentence in, whether it tells of no happening out: bombs that are sold, a murder trial, a
possible attack, an army that kills as a habit, a death from illness.

These words name violence and report none. They are kept apart from what is denied, wished or feared, which
``assertion`` reads.
"""

from __future__ import annotations

from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.mention import HappeningMention
from reportedly.model.text import PassageKind, Sentence

_PRESENT = frozenset({"VBZ", "VBP"})
_TITLES = frozenset({PassageKind.HEADLINE, PassageKind.CAPTION})
_NOUNS = frozenset({"NOUN", "PROPN"})
_DEEDS = frozenset({"remote", "fighting", "damage", "holding"})
"""Families of single deeds; who holds or besieges a town does so in the present."""

_ACTED_ON = frozenset({"dobj", "nsubjpass", "obj"})


def hollow(sentence: Sentence, mention: HappeningMention, lexicon: Happenings, modality: Modality) -> bool:
    """Whether the word only names a kind of violence."""
    token = sentence.tokens[mention.token]
    if token.pos in _NOUNS:
        return (
            (mention.rule not in lexicon.means and _labels(sentence, mention.token, modality))
            or _only_dates(sentence, mention.token, modality)
            or _only_possible(sentence, mention.token, modality)
            or _only_wished(sentence, mention.token, modality)
            or (mention.rule in lexicon.means and _goods(sentence, mention.token, modality))
            or (mention.rule in lexicon.harm and _mishap(sentence, mention.token, modality))
        )
    if mention.rule in lexicon.harm and _mishap(sentence, mention.token, modality):
        return True
    return lexicon.family(mention.kind) in _DEEDS and _habit(sentence, mention.token)


def _labels(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether the noun only says of what kind another is: "a murder trial", "kidnapping cases"."""
    token = sentence.tokens[noun]
    while token.dep == "conj" and sentence.tokens[token.head].pos in _NOUNS:
        token = sentence.tokens[token.head]
    return token.dep in {"compound", "nmod"} and sentence.tokens[token.head].lemma.lower() in modality.labelled


def _only_dates(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether the noun only says since when: "the worst violence since the battle for Kolm"."""
    token = sentence.tokens[noun]
    return token.dep == "pobj" and sentence.tokens[token.head].text.lower() in modality.windows


def _only_possible(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether an adjective says that it has not come about: "a possible attack", "the planned bombing"."""
    return any(
        sentence.tokens[c].dep == "amod" and sentence.tokens[c].text.lower() in modality.possible
        for c in sentence.children[noun]
    )


def _only_wished(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether the noun is what somebody plans, fears or calls for: "planned the murder of", "called for attacks on"."""
    tokens, here = sentence.tokens, noun
    while tokens[here].dep == "conj" and tokens[tokens[here].head].pos in _NOUNS:
        here = tokens[here].head
    above = tokens[here].head
    if tokens[here].dep == "pobj" and tokens[above].dep == "prep" and tokens[above].text.lower() in modality.wished_for:
        above = tokens[above].head
    elif tokens[here].dep not in {"dobj", "obj"}:
        return False
    return tokens[above].pos == "VERB" and tokens[above].lemma.lower() in modality.wishing


def _goods(sentence: Sentence, noun: int, modality: Modality) -> bool:
    """Whether bombs, shells or rockets are carried, sold or stored: "a shipment of grenades", "sold them bombs"."""
    tokens = sentence.tokens
    here = noun
    while tokens[here].dep in {"conj", "appos"} and tokens[tokens[here].head].pos in _NOUNS:
        here = tokens[here].head
    above = tokens[tokens[here].head]
    if tokens[here].dep == "pobj":
        return above.text.lower() in modality.whole and tokens[above.head].lemma.lower() in modality.stocks
    if tokens[here].dep not in _ACTED_ON or above.lemma.lower() not in modality.trading:
        return False
    return not any(tokens[c].dep == "prt" for c in sentence.children[tokens[here].head])  # "carried out a bombing"


def _mishap(sentence: Sentence, token: int, modality: Modality) -> bool:
    """Whether an illness, an accident or a disaster did the harm: "died of cancer", "killed in a road accident"."""
    return any(
        sentence.tokens[cause].lemma.lower() in modality.mishaps
        for child in sentence.children[token]
        if sentence.tokens[child].dep in {"prep", "agent"}
        for cause in sentence.children[child]
        if sentence.tokens[cause].dep == "pobj"
    )


def _habit(sentence: Sentence, verb: int) -> bool:
    """Whether a verb in the simple present tells what somebody does as a rule ("an army that kills priests"): below
    the headline and the first sentence, where the present stands for yesterday, and without a number."""
    token = sentence.tokens[verb]
    if sentence.passage.kind in _TITLES or sentence.number == 0:
        return False
    helpers = [sentence.tokens[c] for c in sentence.children[verb] if sentence.tokens[c].dep in {"aux", "auxpass"}]
    if token.tag not in _PRESENT or helpers:
        return False
    return not any(sentence.tokens[n].pos == "NUM" for n in sentence.subtree(verb))
