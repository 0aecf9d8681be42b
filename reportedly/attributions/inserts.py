"""A sentence in, drafts out for sayings that are put into the words themselves: "as Northwire reported, K", "in a
survey by the VMC, K"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.attributions.complements import trimmed
from reportedly.attributions.cues import cue_left
from reportedly.attributions.drafts import Draft
from reportedly.attributions.grammar import child, lemma, noun_phrase, span
from reportedly.lexicon.saying import Frame, Saying, Sayings
from reportedly.model.text import Sentence, Span

_LINKS = frozenset({"mark", "advmod", "prep"})


def spot_inserts(sentence: Sentence, sayings: Sayings) -> Iterator[Draft]:
    """One draft for every insertion that names a teller for the sentence around it."""
    for number, token in enumerate(sentence.tokens):
        line = sayings.inserts.get(token.text.lower())
        if line is None:
            continue
        draft = _paper(sentence, number, line, sayings) if line.objects else _saying(sentence, number, sayings)
        if draft is not None:
            yield draft


def _saying(sentence: Sentence, number: int, sayings: Sayings) -> Draft | None:
    """ "As the mayor said, K", "K, as reported by Northwire"."""
    tokens = sentence.tokens
    verb = tokens[number].head if tokens[number].dep in _LINKS else number
    if tokens[number].dep == "prep":
        verb = next((c for c in sentence.children[number] if tokens[c].tag == "VBN"), number)
    lines = sayings.verbs.get(lemma(sentence, verb), ()) if verb > number else ()
    line = next((x for x in lines if x.tells and Frame.CLAUSE in x.frames), None)
    if line is None or child(sentence, verb, "ccomp", "dobj", "xcomp") is not None:
        return None
    agent = child(sentence, verb, "agent")
    who = child(sentence, verb, "nsubj") if agent is None else child(sentence, agent, "pobj")
    last = max(sentence.subtree(verb))
    content = _around(sentence, number, last) if who is not None else ()
    if who is None or not content:
        return None
    cue = span(sentence, cue_left(sentence, verb) if who < verb else verb, verb)
    return _draft(sentence, line, verb, cue, who, content)


def _paper(sentence: Sentence, number: int, line: Saying, sayings: Sayings) -> Draft | None:
    """ "In a survey by the VMC, K", if no saying of its own follows."""
    noun = child(sentence, number, "pobj")
    head = sentence.tokens[number].head
    if noun is None or lemma(sentence, noun) not in line.objects or lemma(sentence, head) in sayings.verbs:
        return None
    content = _around(sentence, number, max(sentence.subtree(number)))
    cue = sentence.tokens[number].span
    return _draft(sentence, line, number, cue, noun, content) if content else None


def _draft(sentence: Sentence, line: Saying, head: int, cue: Span, who: int, content: tuple[Span, ...]) -> Draft:
    return Draft(
        sentence=sentence.number,
        head=head,
        cue=(cue,),
        source=(span(sentence, *noun_phrase(sentence, who, within=(head,))),),
        content=content,
        saying=line,
        stance=line.stance,
        tells=line.tells,
        speaker=who,
    )


def _around(sentence: Sentence, first: int, last: int) -> tuple[Span, ...]:
    """The words before and after an insertion that commas or the sentence's ends part from them."""
    tokens = sentence.tokens
    if (first > 0 and tokens[first - 1].pos != "PUNCT") or (last + 1 < len(tokens) and tokens[last + 1].pos != "PUNCT"):
        return ()
    pieces = (trimmed(sentence, 0, first - 1), trimmed(sentence, last + 1, len(tokens) - 1))
    return tuple(piece for piece in pieces if piece is not None and piece.end - piece.start > 1)
