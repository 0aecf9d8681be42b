"""A sentence in, the words in it that say who holds what out: "rebel-held Kolm", "under the control of"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportedly.lexicon.holding import HoldingWords
from reportedly.model.text import Sentence

VERBAL = frozenset({"VERB", "AUX"})
NOUN_CLAUSES = frozenset({"relcl", "acl"})


class Said(NamedTuple):
    """Words that say who holds what: the tokens of the trigger, the ground and the holder, and the line they are of."""

    trigger: int
    ground: tuple[int, ...]
    holder: int
    rule: str


def spot_said(sentence: Sentence, words: HoldingWords) -> Iterator[Said]:
    """Every place in a sentence where words say that somebody holds something."""
    for number, token in enumerate(sentence.tokens):
        lemma = token.lemma.lower()
        if lemma in words.verbs and token.pos in {*VERBAL, "ADJ"}:
            yield from _held(sentence, number, words.verbs[lemma])
        elif lemma in words.nouns:
            yield from _stronghold(sentence, number, words.nouns[lemma])
        elif token.dep == "pobj":
            rule = words.standing.get((sentence.tokens[token.head].lemma.lower(), lemma))
            if rule:
                yield from _standing(sentence, number, rule)


def _held(sentence: Sentence, number: int, rule: str) -> Iterator[Said]:
    """A verb of holding: behind a party and a hyphen, with a "by", or with subject and object."""
    tokens, children = sentence.tokens, sentence.children[number]
    compound = [c for c in children if tokens[c].dep in {"npadvmod", "compound", "amod", "nmod"} and c < number]
    agents = [p for c in children if tokens[c].dep == "agent" for p in _objects(sentence, c)]
    if tokens[number].tag in {"VBN", "VBD", "JJ", "NN"} and compound and tokens[number].head != number:
        yield Said(number, (tokens[number].head,), compound[-1], rule)
    elif agents:
        yield from (Said(number, _suffering(sentence, number), agent, rule) for agent in agents)
    else:
        subjects = [c for c in children if tokens[c].dep == "nsubj"]
        objects = tuple(c for c in children if tokens[c].dep == "dobj")
        if tokens[number].dep == "relcl" and not objects:
            objects = (tokens[number].head,)
        if subjects and objects:
            yield Said(number, objects, subjects[0], rule)


def _suffering(sentence: Sentence, number: int) -> tuple[int, ...]:
    """What is held, beside a "by": the noun of a participle, the passive subject, the noun of a relative clause."""
    tokens = sentence.tokens
    if tokens[number].dep in NOUN_CLAUSES or tokens[number].dep == "amod":
        return (tokens[number].head,)
    return tuple(c for c in sentence.children[number] if tokens[c].dep in {"nsubjpass", "nsubj"})


def _standing(sentence: Sentence, number: int, rule: str) -> Iterator[Said]:
    """ "Under the control of X": X hangs on the noun, or stands before it; the ground is what stands so."""
    tokens = sentence.tokens
    above = tokens[tokens[number].head].head
    holders = [p for c in sentence.children[number] if tokens[c].dep == "prep" for p in _objects(sentence, c)]
    holders += [c for c in sentence.children[number] if tokens[c].dep in {"compound", "amod", "poss"}]
    if tokens[above].pos in VERBAL:
        ground = tuple(c for c in sentence.children[above] if tokens[c].dep in {"nsubj", "nsubjpass"})
        ground = ground or ((tokens[above].head,) if tokens[above].dep in NOUN_CLAUSES else ())
    else:
        ground = (above,)
    if holders and ground:
        yield Said(number, ground, holders[0], rule)


def _stronghold(sentence: Sentence, number: int, rule: str) -> Iterator[Said]:
    """ "The rebel stronghold of Ostrel", "Ostrel, a stronghold of the MLF"."""
    tokens = sentence.tokens
    before = [c for c in sentence.children[number] if tokens[c].dep in {"compound", "amod", "poss", "nmod"}]
    below = [p for c in sentence.children[number] if tokens[c].dep == "prep" for p in _objects(sentence, c)]
    ground: tuple[int, ...] = (number,)
    if tokens[number].dep == "appos":
        ground = (tokens[number].head, number)
    elif tokens[number].dep == "attr":
        ground = tuple(c for c in sentence.children[tokens[number].head] if tokens[c].dep == "nsubj")
    for holder in (*before, *below):
        yield Said(number, ground, holder, rule)


def _objects(sentence: Sentence, preposition: int) -> Iterator[int]:
    for child in sentence.children[preposition]:
        if sentence.tokens[child].dep == "pobj":
            yield child
