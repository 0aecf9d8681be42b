"""A page in, the words that weaken its statements out."""

from __future__ import annotations

from reportedly.lexicon.hedging import Phrases
from reportedly.model.mention import HedgeMention
from reportedly.model.text import Page, Sentence, Span


def spot_hedges(page: Page, phrases: Phrases, denials: Phrases) -> tuple[HedgeMention, ...]:
    """The hedges and the phrases of doubt of every parsed sentence, in text order."""
    found = [m for s in page.sentences if s.tokens for words in (phrases, denials) for m in _in(s, words)]
    return tuple(sorted(found, key=lambda m: (m.span, m.rule)))


def _in(sentence: Sentence, phrases: Phrases) -> list[HedgeMention]:
    start = sentence.span.start
    found = []
    for first, last, hedge in phrases.spot(sentence.text):
        words = sentence.text[first:last]
        if first > 0 and words[0].isupper() and words[1:].islower() and _names(sentence.text, first, last):
            continue
        if hedge.behind and _describes(sentence, start + first):
            continue
        span = Span(start + first, start + last)
        found.append(
            HedgeMention(
                span=span,
                text=words,
                sentence=sentence.number,
                rule=hedge.rule,
                degree=hedge.degree,
                stance=hedge.stance,
                refusal=hedge.refusal,
                signs=hedge.signs,
            )
        )
    return found


def _names(text: str, first: int, last: int) -> bool:
    """Whether a capital makes the words a name: the month of May, the first word of one ("the Provisional Guard").
    In a headline all words may have one."""
    if last - first <= 3:
        return True
    before = text[:first].split()
    plain = len(before) == 1 or (before != [] and before[-1][:1].islower())
    return plain and text[last : last + 2].strip()[:1].isupper()


def _describes(sentence: Sentence, start: int) -> bool:
    """Whether the word stands before its noun ("unknown attackers")."""
    number = sentence.at(start)
    if number is None or sentence.tokens[number].dep != "amod":
        return False
    noun = sentence.tokens[number].head
    return noun > number and all(token.pos == "ADJ" for token in sentence.tokens[number + 1 : noun])
