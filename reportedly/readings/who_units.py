"""A sentence in, the units and bodies that it names by pattern out."""

from __future__ import annotations

from reportedly.lexicon.actors import role_of
from reportedly.lexicon.roles import People
from reportedly.lexicon.units import Units
from reportedly.model.reading import Who
from reportedly.model.text import Sentence, Span

_SEVERAL = frozenset({"NNS", "NNPS"})


def unit_actors(sentence: Sentence, units: Units, people: People) -> tuple[Who, ...]:
    """Units that the vocabulary does not know by name: "120th artillery brigade", "Teshil Guard"."""
    found = []
    for unit in units.spot(sentence.text):
        start = _without_people(sentence, unit.start, people)
        span = Span(sentence.span.start + start, sentence.span.start + unit.end)
        text = sentence.text[start : unit.end]
        found.append(
            Who(
                span=span,
                text=text,
                sentence=sentence.number,
                rule=unit.rule,
                actor_id=None,
                name=text,
                kind=unit.kind.value,
                role=role_of(unit.kind),
                head=sentence.head_of(span),
            )
        )
    return tuple(found)


def _without_people(sentence: Sentence, start: int, people: People) -> int:
    """Where a unit's name begins, behind people of it with a capital ("Members of the Teshil Guard")."""
    tokens = sentence.tokens
    first = sentence.at(sentence.span.start + start)
    if first is None or tokens[first].tag not in _SEVERAL or people.noun(tokens, first) is None:
        return start
    joint, article, name = first + 1, first + 2, first + 3
    if name >= len(tokens) or tokens[joint].dep != "prep" or tokens[article].dep != "det":
        return start
    return tokens[name].start - sentence.span.start
