"""A sentence in, the units and bodies that it names by pattern out."""

from __future__ import annotations

from reportedly.lexicon.actors import role_of
from reportedly.lexicon.units import Units
from reportedly.model.reading import Who
from reportedly.model.text import Sentence, Span


def unit_actors(sentence: Sentence, units: Units) -> tuple[Who, ...]:
    """Units that the vocabulary does not know by name: "120th artillery brigade", "Teshil Guard"."""
    found = []
    for unit in units.spot(sentence.text):
        span = Span(sentence.span.start + unit.start, sentence.span.start + unit.end)
        text = sentence.text[unit.start : unit.end]
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
