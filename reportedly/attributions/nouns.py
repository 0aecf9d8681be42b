"""A sentence in, drafts of saying nouns out: "the army's claim that K", "their call for K", "voiced fears that K"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.attributions.complements import Found
from reportedly.attributions.cues import cue_left
from reportedly.attributions.drafts import Draft
from reportedly.attributions.grammar import child, has_child, lemma, noun_phrase, span, subject
from reportedly.attributions.tails import tail
from reportedly.lexicon.saying import Saying, Sayings
from reportedly.model.text import Sentence, Span

_BEFORE = frozenset({"det", "amod", "advmod", "nummod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Holder:
    """Who holds what a noun says: the head and the words of its phrase, and the first token of the cue."""

    head: int | None
    source: tuple[Span, ...]
    first: int
    verb: int | None = None


def spot_nouns(sentence: Sentence, sayings: Sayings) -> Iterator[Draft]:
    """One draft for every saying noun that is followed by what it says."""
    for number, token in enumerate(sentence.tokens):
        lines = sayings.nouns.get(token.lemma.lower()) if token.pos == "NOUN" else None
        if not lines:
            continue
        verb = _carrier(sentence, number, sayings)
        if verb is None and _of_a_saying(sentence, number, sayings):
            continue
        for line in lines:
            draft = _draft(sentence, number, line, verb, sayings)
            if draft is not None:
                yield draft
                break


def _draft(sentence: Sentence, number: int, line: Saying, verb: int | None, sayings: Sayings) -> Draft | None:
    agent = _agent(sentence, number, line)
    behind = agent[1] + 1 if agent is not None and agent[0] == number + 1 else None
    found = tail(sentence, number, line, behind) or _shared(sentence, number, line)
    if found is None or (line.plural and found.through is not None and sentence.tokens[number].tag != "NNS"):
        return None
    holder = _holder(sentence, number, line, verb, agent, sayings)
    last = number if found.through is None or behind is not None else found.through
    return Draft(
        sentence=sentence.number,
        head=number if holder.verb is None else holder.verb,
        cue=(span(sentence, holder.first, last),),
        source=holder.source,
        content=found.spans,
        saying=line,
        stance=line.stance,
        tells=line.tells,
        speaker=holder.head,
    )


def _shared(sentence: Sentence, number: int, line: Saying) -> Found | None:
    """A clause that something else parts from its noun ("reports on Friday that K")."""
    clause = child(sentence, number, "acl", "ccomp", "relcl")
    mark = None if clause is None else child(sentence, clause, "mark")
    if mark is None or mark < number or sentence.tokens[mark].text.lower() not in line.joins:
        return None
    return tail(sentence, number, line, mark)


def _holder(
    sentence: Sentence,
    number: int,
    line: Saying,
    verb: int | None,
    agent: tuple[int, int, int] | None,
    sayings: Sayings,
) -> _Holder:
    """Who is behind a noun: the subject of its verb, its owner, "by …"; or nobody is named."""
    if verb is not None:
        who = subject(sentence, verb)
        source = () if who is None else (span(sentence, *noun_phrase(sentence, who, within=(verb,))),)
        teller = number if line.tells and not _tells_by(sentence, number, verb, sayings) else who
        return _Holder(head=teller, source=source, first=cue_left(sentence, verb), verb=verb)
    first = _left(sentence, number)
    if agent is not None:
        who = agent[2]
        return _Holder(head=who, source=(span(sentence, *noun_phrase(sentence, who, clauses=False)),), first=first)
    owner = child(sentence, number, "poss")
    if owner is None:
        paper = (sentence.tokens[number].span,) if line.tells else ()
        return _Holder(head=number if line.tells else None, source=paper, first=first)
    phrase = noun_phrase(sentence, owner)
    return _Holder(head=owner, source=(span(sentence, *phrase),), first=min(max(first, phrase[1] + 1), number))


def _tells_by(sentence: Sentence, number: int, verb: int, sayings: Sayings) -> bool:
    """Whether the verb makes its subject tell what the noun says ("issued a report of"); who studies or receives
    reports is not their teller, unless they are his own."""
    owned = child(sentence, number, "poss") is not None
    return owned or any(line.carries for line in sayings.verbs.get(lemma(sentence, verb), ()))


def _left(sentence: Sentence, number: int) -> int:
    """The first of the noun's article and adjectives."""
    tokens = sentence.tokens
    first = number
    while first > 0 and tokens[first - 1].dep in _BEFORE and first <= tokens[first - 1].head <= number:
        first -= 1
    return first


def _agent(sentence: Sentence, number: int, line: Saying) -> tuple[int, int, int] | None:
    """The preposition of "fears among residents", the end of its phrase, and the phrase's head."""
    for c in sentence.children[number]:
        if c > number and sentence.tokens[c].text.lower() in line.agents:
            noun = child(sentence, c, "pobj")
            if noun is not None:
                return c, noun_phrase(sentence, noun, clauses=False)[1], noun
    return None


def _carrier(sentence: Sentence, number: int, sayings: Sayings) -> int | None:
    """The verb of "expressed concern" and "toned down his criticism", whose object the noun is and whose subject
    holds it; a verb that is a saying of its own only where the vocabulary says that it carries nouns."""
    token = sentence.tokens[number]
    if token.dep != "dobj" or token.head > number:
        return None
    verb, owner = token.head, child(sentence, number, "poss")
    lines = sayings.verbs.get(lemma(sentence, verb), ())
    if any(line.carries for line in lines):
        return verb
    if lines or (owner is not None and sentence.tokens[owner].pos != "PRON"):
        return None
    return verb if subject(sentence, verb) is not None and not has_child(sentence, verb, "nsubjpass") else None


def _of_a_saying(sentence: Sentence, number: int, sayings: Sayings) -> bool:
    """Whether the noun belongs to a saying verb ("said in a statement that", "had reports of")."""
    above = sentence.ancestors(number)[:2]
    token = sentence.tokens[number]
    reach = 1 if token.dep == "dobj" else 2 if token.dep == "pobj" else 0
    return any(sentence.tokens[a].lemma.lower() in sayings.verbs for a in above[:reach])
