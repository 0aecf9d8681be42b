"""A time in its sentence in, whether it dates what happens once in a life out: "born on 3 March", "married in July".

Such a day says who somebody was. It dates no happening and moves no story.
"""

from __future__ import annotations

from reportedly.lexicon.modality import Modality
from reportedly.model.text import Sentence, Span


def of_a_life(sentence: Sentence, span: Span, modality: Modality) -> bool:
    """Whether the nearest verb or participle over a time, or the one before it whatever the parse, is one of birth,
    marriage or study."""
    head = sentence.head_of(span)
    before = next((t for t in reversed(sentence.tokens[: head or 0]) if t.tag.startswith("VB")), None)
    if before is not None and before.tag == "VBN" and before.text.lower() in modality.in_a_life:
        return True
    for number in sentence.ancestors(head) if head is not None else ():
        token = sentence.tokens[number]
        if token.text.lower() in modality.in_a_life:
            return True
        if token.pos in ("VERB", "AUX"):
            return False
    return False
