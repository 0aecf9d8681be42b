"""A sentence in, drafts of predicates out: "is confident that K", "took aim at K", "made clear that K"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.attributions.complements import Found
from reportedly.attributions.cues import cue_left
from reportedly.attributions.drafts import Draft
from reportedly.attributions.grammar import antecedent, lemma, noun_phrase, span, subject
from reportedly.attributions.tails import tail
from reportedly.lexicon.saying import Saying, Sayings
from reportedly.model.text import Sentence

_NEAR = 6
"""Words between a verb and the object that makes one word with it."""
_TURNED = frozenset({"dobj", "acomp", "oprd", "ccomp", "attr", "nsubj", "prep", "advmod"})


def spot_turns(sentence: Sentence, sayings: Sayings) -> Iterator[Draft]:
    """One draft for every adjective and turn of the vocabulary that is followed by what it is about."""
    for number, token in enumerate(sentence.tokens):
        if token.pos in ("ADJ", "VERB"):
            lines = sayings.adjectives.get(token.text.lower())
            draft = _first(sentence, number, number, lines) if lines else None
            if draft is not None:
                yield draft
                continue
        if token.pos in ("VERB", "AUX"):
            draft = _turn(sentence, number, sayings)
            if draft is not None:
                yield draft


def _turn(sentence: Sentence, verb: int, sayings: Sayings) -> Draft | None:
    """A verb and a later word that stand together in the vocabulary."""
    base = lemma(sentence, verb)
    for number in range(verb + 1, min(verb + _NEAR, len(sentence.tokens))):
        token = sentence.tokens[number]
        lines = sayings.turns.get((base, token.lemma.lower())) if token.dep in _TURNED else None
        if lines and verb in sentence.ancestors(number)[:2]:
            return _first(sentence, verb, number, lines)
    return None


def _first(sentence: Sentence, verb: int, number: int, lines: tuple[Saying, ...]) -> Draft | None:
    for line in lines:
        found = tail(sentence, number, line)
        if found is not None:
            return _draft(sentence, verb, number, line, found)
    return None


def _draft(sentence: Sentence, verb: int, number: int, line: Saying, found: Found) -> Draft:
    who = subject(sentence, verb)
    if who is not None and who >= number:
        who = None
    first = _copula(sentence, verb) if verb == number else cue_left(sentence, verb)
    last = number if found.through is None else found.through
    phrase = None if who is None else noun_phrase(sentence, who, within=range(first, last + 1))
    return Draft(
        sentence=sentence.number,
        head=verb,
        cue=(span(sentence, first, last),),
        source=() if phrase is None else (span(sentence, *phrase),),
        content=found.spans,
        saying=line,
        stance=line.stance,
        tells=line.tells,
        speaker=None if who is None else antecedent(sentence, who),
    )


def _copula(sentence: Sentence, number: int) -> int:
    """Where the cue of an adjective begins: with its adverbs, and with the "is" right before them."""
    first = cue_left(sentence, number)
    above = sentence.tokens[number].head
    if above < first and all(sentence.tokens[n].head == above for n in range(above + 1, first)):
        verbal = sentence.tokens[above].pos in ("AUX", "VERB") and sentence.tokens[number].dep in ("acomp", "oprd")
        return cue_left(sentence, above) if verbal else first
    return first
