"""A doer in its sentence in, whether it is only thought to be one out: "suspected members of the militia"."""

from __future__ import annotations

from reportedly.lexicon.modality import Modality
from reportedly.model.reading import Who
from reportedly.model.text import Sentence


def doubted(sentence: Sentence, who: Who, modality: Modality) -> bool:
    """Whether the doer is only thought to be one ("suspected members of the militia", "rebels presumed to be ...")."""
    inside = sentence.inside(who.span)
    if not inside:
        return False
    first = inside[0]
    near = {first - 1} if first else set()
    by = first - 2 if first > 1 and sentence.tokens[first - 1].dep == "det" else first - 1
    if by > 0 and sentence.tokens[by].text.lower() in modality.by:
        near.add(by - 1)  # "presumably by the militia"
    behind = inside[-1] + 1
    if behind + 1 < len(sentence.tokens) and sentence.tokens[behind + 1].text.lower() in modality.linking:
        near.add(behind)  # "gunmen thought to be members of the militia"
    head = sentence.tokens[inside[-1]].head
    words = {*inside, *near, *(c for c in sentence.children[head] if c < first and sentence.tokens[c].dep == "amod")}
    return any(sentence.tokens[n].text.lower() in modality.doubted for n in words)
