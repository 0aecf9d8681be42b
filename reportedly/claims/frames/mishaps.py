"""A page and its words for what happened in, the sentences out that tell of a disaster or an accident and not of
violence: "An earthquake killed 350 people. More than 2,500 were injured."

What such a sentence counts is no toll of the war. A report that opens with a mishap goes on with it until a sentence
tells of violence; in one that has told of violence a bus may overturn because of it, and only the words of the clause
("killed in an accident") tell a mishap (see ``hollow``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.mention import HappeningMention
from reportedly.model.text import Page, Sentence
from reportedly.model.words import Happening

FAMILIES = frozenset({"violence", "damage", "control", "count"})
"""Families of frames that a mishap may be taken for: harm, damage, a place that fell, a number alone."""
_ARMED = frozenset({"remote", "fighting"})
_OPEN = frozenset({Happening.OTHER_VIOLENCE, Happening.AIRCRAFT_LOST})
_DOES = frozenset({"nsubj", "nsubjpass"})
_NAMES = frozenset({"amod", "compound", "nmod"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def of_mishaps(
    page: Page, happenings: Sequence[HappeningMention], armed: Set[int], lexicon: Happenings, modality: Modality
) -> frozenset[int]:
    """The numbers of the sentences with which a report goes on with a mishap that it opens with. ``armed`` are those in
    which a weapon is named."""
    words: defaultdict[int, list[HappeningMention]] = defaultdict(list)
    for mention in happenings:
        words[mention.sentence].append(mention)
    found: set[int] = set()
    goes_on = False
    for sentence in page.sentences:
        here = sentence.number
        if here in armed or any(_violent(sentence, mention, lexicon, modality) for mention in words[here]):
            break
        goes_on = goes_on or _tells(sentence, modality)
        if goes_on:
            found.add(here)
    return frozenset(found)


def _violent(sentence: Sentence, mention: HappeningMention, lexicon: Happenings, modality: Modality) -> bool:
    """Whether a word tells of violence, and not only that people came to harm or that a mishap struck."""
    if mention.rule in lexicon.manner:
        return True
    if mention.rule in lexicon.harm or lexicon.family(mention.kind) not in _ARMED:
        return False
    return mention.kind not in _OPEN or not _by_mishap(sentence, mention.token, modality)


def _by_mishap(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a disaster or a vehicle does it: "a QUAKE struck Kolm", "the BUS hit a tree"."""
    tokens = sentence.tokens
    did = [c for c in sentence.children[verb] if tokens[c].dep in _DOES]
    did += [tokens[verb].head] if tokens[verb].dep in {"relcl", "acl"} else []
    return any(_disaster(sentence, d, modality) or tokens[d].lemma.lower() in modality.vehicles for d in did)


def _tells(sentence: Sentence, modality: Modality) -> bool:
    """Whether the sentence names a disaster, an accident on a road, or a vehicle that met with one."""
    tokens = sentence.tokens
    return any(
        _disaster(sentence, n, modality) if token.pos in _NOUNS else _crashes(sentence, n, modality)
        for n, token in enumerate(tokens)
    )


def _disaster(sentence: Sentence, noun: int, modality: Modality) -> bool:
    tokens = sentence.tokens
    lemma = tokens[noun].lemma.lower()
    if lemma in modality.disasters:
        return True
    named = (tokens[c].lemma.lower() for c in sentence.children[noun] if tokens[c].dep in _NAMES)
    return lemma in modality.accidents and any(name in modality.vehicles | modality.traffic for name in named)


def _crashes(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether a vehicle goes off its way: "a BUS plunged into a ravine"."""
    tokens = sentence.tokens
    if tokens[verb].pos != "VERB" or tokens[verb].lemma.lower() not in modality.crashing:
        return False
    return any(tokens[c].dep in _DOES and tokens[c].lemma.lower() in modality.vehicles for c in sentence.children[verb])
