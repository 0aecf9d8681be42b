"""A sentence in, drafts out for prepositions and adverbs that tell of a telling: "according to X", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.attributions.complements import trimmed
from reportedly.attributions.drafts import Draft
from reportedly.attributions.grammar import noun_phrase, span
from reportedly.lexicon.saying import Saying, Sayings
from reportedly.model.text import Sentence, Span

_TELLING_SUBJECT = frozenset({"PROPN", "NOUN", "PRON"})


def spot_phrases(sentence: Sentence, sayings: Sayings) -> Iterator[Draft]:
    """Drafts of the phrases before a source and of the adverbs for an unnamed teller."""
    lowered = [t.text.lower() for t in sentence.tokens]
    for number, word in enumerate(lowered):
        adverb = sayings.adverbs.get(word)
        if adverb is not None:
            draft = _adverb(sentence, number, adverb)
        elif word in sayings.openers:
            draft = _preposition(sentence, number, lowered, sayings)
        else:
            continue
        if draft is not None:
            yield draft


def _preposition(sentence: Sentence, number: int, lowered: list[str], sayings: Sayings) -> Draft | None:
    """ "according to the army, K" and "K, according to the army"."""
    for length in (2, 4):
        saying = sayings.phrases.get(tuple(lowered[number : number + length]))
        if saying is not None:
            return _according(sentence, number, number + length - 1, saying)
    return None


def _according(sentence: Sentence, first: int, last: int, saying: Saying) -> Draft | None:
    tokens = sentence.tokens
    who = next(
        (n for n in range(last + 1, len(tokens)) if tokens[n].dep in ("pobj", "dobj") and tokens[n].head <= last), None
    )
    if who is None:
        return None
    left, right = noun_phrase(sentence, who)
    left = max(left, last + 1)
    content = _around(sentence, first, right)
    if not content or not _can_tell(sentence, who):
        return None
    return Draft(
        sentence=sentence.number,
        head=first,
        cue=(span(sentence, first, last),),
        source=(span(sentence, left, right),),
        content=content,
        saying=saying,
        stance=saying.stance,
        tells=True,
        speaker=who,
        quotes=False,
        takes_quote=True,
    )


def _can_tell(sentence: Sentence, number: int) -> bool:
    """ "according to plan" has no teller."""
    token = sentence.tokens[number]
    bare = token.tag == "NN" and not sentence.children[number]
    return token.pos in _TELLING_SUBJECT and not bare


def _around(sentence: Sentence, first: int, right: int) -> tuple[Span, ...]:
    """The clause that the phrase belongs to: the words before it, the words after it, or both."""
    if first == 0 or _opens(sentence, first):
        after = trimmed(sentence, right + 1, len(sentence.tokens) - 1)
        return () if after is None else (after,)
    before = trimmed(sentence, _clause_start(sentence, first), first - 1)
    pieces = [] if before is None else [before]
    if right + 1 < len(sentence.tokens) - 1 and _goes_on(sentence, first, right):
        after = trimmed(sentence, right + 1, len(sentence.tokens) - 1)
        if after is not None:
            pieces.append(after)
    return tuple(pieces)


def _opens(sentence: Sentence, first: int) -> bool:
    """Whether only conjunctions and marks stand before."""
    return all(t.pos in ("CCONJ", "PUNCT", "ADV", "SCONJ") for t in sentence.tokens[:first]) and first <= 3


def _goes_on(sentence: Sentence, first: int, right: int) -> bool:
    """Whether the clause before the phrase has its verb only after it ("The dam, according to X, broke")."""
    head = sentence.tokens[first].head
    return right < head < len(sentence.tokens) or not any(t.pos in ("VERB", "AUX") for t in sentence.tokens[:first])


def _clause_start(sentence: Sentence, first: int) -> int:
    """After a semicolon, if there is one."""
    return max((n + 1 for n in range(first) if sentence.tokens[n].text == ";"), default=0)


def _adverb(sentence: Sentence, number: int, saying: Saying) -> Draft | None:
    """ "The dam was reportedly hit": the clause without the adverb."""
    head = sentence.tokens[number].head
    if head == number:
        return None
    while sentence.tokens[head].pos not in ("VERB", "AUX") and sentence.tokens[head].head != head:
        head = sentence.tokens[head].head
    words = sentence.subtree(head)
    front = trimmed(sentence, words[0], number - 1) if words[0] < number else None
    back = trimmed(sentence, number + 1, words[-1]) if words[-1] > number else None
    content = tuple(s for s in (front, back) if s is not None)
    if not content:
        return None
    return Draft(
        sentence=sentence.number,
        head=number,
        cue=(sentence.tokens[number].span,),
        source=(),
        content=content,
        saying=saying,
        stance=saying.stance,
        tells=saying.tells,
        hedged=True,
    )
