"""A frame and the times of its sentence in, those out that date what somebody died of: "died on Monday after being shot
on 3 May", "died on Tuesday of wounds suffered on Saturday".

The day of a death that came later is not that of the deed, where the same words say on which day the dead were hurt.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.frames.assertion import clause_head
from reportedly.claims.frames.frames import Frame
from reportedly.claims.frames.prepositions import objects_of
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import When
from reportedly.model.text import Span

_JOINTS = frozenset({"prep", "mark"})


def of_the_hurt(frame: Frame, own: Sequence[When], there: Sequence[When], modality: Modality) -> list[When]:
    """``own``, the times that are the frame's, or those ``there`` in the sentence that date the hurt before a death."""
    for death in own:
        verb = dying_verb(frame, death.span, modality)
        hurt = [t for t in there if verb is not None and _before(t, death) and _in_hurt(frame, t, verb, modality)]
        if hurt:
            return hurt
    return list(own)


def dying_verb(frame: Frame, span: Span, modality: Modality) -> int | None:
    """The verb of dying on which a time hangs ("was pronounced dead on Monday"), if any."""
    head = frame.sentence.head_of(span)
    verb = clause_head(frame.sentence, head) if head is not None else None
    return verb if verb is not None and frame.sentence.tokens[verb].lemma.lower() in modality.dying else None


def dies_of_wounds(frame: Frame, modality: Modality) -> bool:
    """Whether somebody is said to die of what was done to him before ("died of his wounds")."""
    sentence = frame.sentence
    verbs = [n for n in frame.heads if sentence.tokens[n].lemma.lower() in modality.dying]
    nouns = (noun for verb in verbs for below in sentence.children[verb] for noun in objects_of(sentence, below))
    return any(sentence.tokens[noun].lemma.lower() in modality.hurts for noun in nouns)


def of_wounds(frame: Frame, span: Span, modality: Modality) -> bool:
    """Whether a time is the day on which somebody died of what was done to him before: the deed was not later."""
    return dying_verb(frame, span, modality) is not None and dies_of_wounds(frame, modality)


def _before(time: When, death: When) -> bool:
    days, later = time.days, death.days
    if days is None or later is None or days.start is None or days.end is None or later.start is None:
        return False
    return days.end <= later.start


def _in_hurt(frame: Frame, time: When, verb: int, modality: Modality) -> bool:
    """Whether a time below a verb of dying stands in what came before it ("after being shot on 3 May"), or on the
    wounds or the deed that somebody died of."""
    sentence, head = frame.sentence, frame.sentence.head_of(time.span)
    for number in (head, *sentence.ancestors(head)) if head is not None else ():
        if number == verb:
            return False
        token = sentence.tokens[number]
        marks = (sentence.tokens[n] for n in (number, *sentence.children[number]))
        after = any(mark.dep in _JOINTS and mark.text.lower() in modality.after for mark in marks)
        wound = token.pos == "NOUN" and (number in frame.heads or token.lemma.lower() in modality.hurts)
        if after or wound:
            return verb in sentence.ancestors(number)
    return False
