"""A sentence in, drafts out for parties that were asked and do not tell: "the army had no comment"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.attributions.drafts import Draft
from reportedly.attributions.grammar import child, noun_phrase, span
from reportedly.lexicon.hedging import Hedge, Phrases
from reportedly.lexicon.saying import Saying
from reportedly.model.text import Sentence, Span
from reportedly.model.words import Stance


def spot_refusals(sentence: Sentence, denials: Phrases) -> Iterator[Draft]:
    """One draft for every phrase of refusal that has a subject; its content is what stays open."""
    start = sentence.span.start
    for first, last, meaning in denials.spot(sentence.text):
        if not meaning.refusal:
            continue
        found = Span(start + first, start + last)
        who = _subject(sentence, found)
        if who is not None:
            yield _draft(sentence, found, who, meaning)


def _subject(sentence: Sentence, found: Span) -> int | None:
    """The subject of the verb that the phrase belongs to."""
    head = sentence.head_of(found)
    if head is None:
        return None
    for number in (head, *sentence.ancestors(head)[:2]):
        who = child(sentence, number, "nsubj", "nsubjpass")
        if who is not None and sentence.tokens[who].start < found.start:
            return who
    return None


def _draft(sentence: Sentence, found: Span, who: int, meaning: Hedge) -> Draft:
    number = sentence.head_of(found)
    return Draft(
        sentence=sentence.number,
        head=number if number is not None else who,
        cue=(found,),
        source=(span(sentence, *noun_phrase(sentence, who, within=sentence.inside(found))),),
        content=(Span(found.start, max(found.end, sentence.tokens[-1].start)),),
        saying=_saying(meaning),
        stance=meaning.stance or Stance.DOUBTS,
        tells=False,
        speaker=who,
    )


def _saying(meaning: Hedge) -> Saying:
    return Saying(
        rule=meaning.rule,
        frames=frozenset(),
        preps=frozenset(),
        after=frozenset(),
        agents=frozenset(),
        joins=frozenset(),
        listener=False,
        objects=frozenset(),
        stance=meaning.stance or Stance.DOUBTS,
        tells=False,
    )
