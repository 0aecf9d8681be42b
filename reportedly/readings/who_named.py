"""A name of the vocabulary with its meaning in, an actor out."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.lexicon.names import Meaning, Use
from reportedly.model.reading import Who
from reportedly.model.text import Sentence, Span

PERSON = "person"
STATE = "state"
PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: its tokens [first, past), what it means, and the address of the rule by which it stands
    for an actor here."""

    span: Span
    first: int
    past: int
    meaning: Meaning
    rule: str | None

    @property
    def sure(self) -> bool:
        """Whether the words name one actor, whatever stands around them."""
        return self.meaning.use <= Use.PERSON and not self.meaning.generic


def named_actor(sentence: Sentence, named: Named) -> Who:
    """The actor that a name stands for."""
    actor, use = named.meaning.actor, named.meaning.use
    text = _text(sentence, named.span)
    return Who(
        span=named.span,
        text=text,
        sentence=sentence.number,
        rule=named.rule or actor.rule,
        actor_id=None if use is Use.PEOPLE else actor.id,
        name=text if use in {Use.PEOPLE, Use.PERSON} else actor.name,
        kind=_KINDS.get(use, actor.kind.value),
        role=None if use is Use.PEOPLE else actor.role,
        side=None if use is Use.PEOPLE else actor.side or None,
        head=sentence.head_of(named.span),
        described=named.meaning.generic or use is Use.PEOPLE,
    )


_KINDS = {Use.PERSON: PERSON, Use.STATE: STATE, Use.SEAT: STATE, Use.PEOPLE: PEOPLE}


def _text(sentence: Sentence, span: Span) -> str:
    """The words of a span, with white space as the sentence has it: plain spaces."""
    return sentence.text[span.start - sentence.span.start : span.end - sentence.span.start]
