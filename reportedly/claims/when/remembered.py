"""A frame and a time of its sentence in, whether the time is that of something only called to mind beside it out: of a
deed whose anniversary it is, of what came before it, of somebody's birth.

"A bomb went off on the anniversary of the 2014 raid", "the raid came after the mayor had fled last week", "born in Kolm
in 1986, he fought the army": none of these times is that of the bomb, the raid or the fight.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.frames.assertion import clause_head
from reportedly.claims.frames.counted_off import NOWHERE, came_before, done_about, revenge_above
from reportedly.claims.frames.frames import Frame
from reportedly.claims.when.beforehand import ranked_with
from reportedly.claims.when.lives import of_a_life
from reportedly.lexicon.modality import Modality
from reportedly.model.mention import TimeType
from reportedly.model.reading import When
from reportedly.model.text import Sentence, Span

_PART_OF_DAY = "/part"
"""The pattern of a part of a day that nothing points at ("the evening", unlike "this evening")."""


def remembered(frame: Frame, time: When, times: Sequence[When], modality: Modality) -> bool:
    """Whether a time is that of something which the frame's sentence only calls to mind."""
    sentence = frame.sentence
    head = sentence.head_of(time.span)
    if head is None:
        return False
    if _before_another(sentence, time, modality):
        return True
    if of_a_life(sentence, time.span, modality) or _of_name(frame, head, modality):
        return True
    if _of_anniversary(frame, head, modality) or _of_avenged(frame, head, modality):
        return True
    if not ranked_with(frame, time, modality) and _of_the_later(frame, head, modality):
        return True
    return _of_other(frame, head, modality) and not any(_counts(sentence, t, modality) for t in times)


def avenged(frame: Frame, modality: Modality) -> bool:
    """Whether a frame is what something was done in revenge for ("in retaliation for the killing of a guard", "to
    avenge it"): a deed of others on a day of its own."""
    sentence = frame.sentence
    return bool(frame.heads) and all(
        revenge_above(sentence, head, modality) is not None or done_about(sentence, head, modality) != NOWHERE
        for head in frame.heads
    )


def below_revenge(sentence: Sentence, span: Span, modality: Modality) -> bool:
    """Whether words stand in what something was done in revenge for."""
    head = sentence.head_of(span)
    return head is not None and revenge_above(sentence, head, modality) is not None


def commemorated(frame: Frame, modality: Modality) -> bool:
    """Whether a frame is what an anniversary is of: a deed of years ago."""
    return bool(frame.heads) and all(_anniversary(frame.sentence, head, modality) is not None for head in frame.heads)


def _before_another(sentence: Sentence, time: When, modality: Modality) -> bool:
    """Whether a mere part of a day is counted from something ("the evening before the anniversary")."""
    number = sentence.at(time.span.end + 1)
    if number is None or not time.rule.endswith(_PART_OF_DAY) or sentence.tokens[number].dep not in {"prep", "mark"}:
        return False
    return sentence.tokens[number].text.lower() in modality.before | modality.after


def _of_name(frame: Frame, head: int, modality: Modality) -> bool:
    """Whether a time stands in what somebody calls the frame's happening ("launched in what the mayor calls a revenge
    for a killing on Friday")."""
    sentence = frame.sentence
    verb = clause_head(sentence, head)
    named = any(sentence.tokens[c].dep == "oprd" for c in sentence.children[verb])
    names = named and sentence.tokens[verb].lemma.lower() in modality.describing
    return names and not set(frame.heads) <= {verb, *sentence.subtree(verb)}


def _of_anniversary(frame: Frame, head: int, modality: Modality) -> bool:
    """Whether a time stands in what an anniversary is of, and the frame does not, or the other way round: the day on
    which a deed is remembered is not its own."""
    noun = _anniversary(frame.sentence, head, modality)
    if noun is None:
        return commemorated(frame, modality)
    below = set(frame.sentence.subtree(noun)) - {noun}
    return not below & {*frame.heads, *(t.clause for t in frame.triggers)}


def _anniversary(sentence: Sentence, token: int, modality: Modality) -> int | None:
    """The noun for an anniversary that a token stands below, if any."""
    above = sentence.ancestors(token)
    return next((n for n in above if sentence.tokens[n].lemma.lower() in modality.anniversaries), None)


def _of_avenged(frame: Frame, head: int, modality: Modality) -> bool:
    """Whether a time stands in what something was done in revenge for, and the frame is the revenge, or the time stands
    before and the frame is what was avenged."""
    sentence = frame.sentence
    if avenged(frame, modality):
        return any(head < n for h in frame.heads if (n := revenge_above(sentence, h, modality)) is not None)
    return bool(frame.heads) and revenge_above(sentence, head, modality) is not None


def _of_the_later(frame: Frame, head: int, modality: Modality) -> bool:
    """Whether the frame stands in what came before the rest of its sentence, and a time does not: "the raid on Monday
    came days after a bombing" dates no bombing."""
    sentence = frame.sentence
    joints = {came_before(sentence, deed, modality) for deed in frame.heads}
    if not joints or None in joints:
        return False
    return not any(head in sentence.subtree(joint) for joint in joints if joint is not None)


def _of_other(frame: Frame, head: int, modality: Modality) -> bool:
    """Whether a time stands in the clause or phrase of an "after" or "before" on a verb that only says when the frame's
    happening came ("the raid came after troops had left Kolm last week"), and the frame stands outside."""
    sentence = frame.sentence
    mine = set(frame.heads) or {t.clause for t in frame.triggers}
    for number in (head, *sentence.ancestors(head)):
        if number == sentence.tokens[head].head and sentence.tokens[number].pos == "ADP":
            continue  # its own preposition: "occurred shortly after 11 p.m."
        words = {sentence.tokens[number].text.lower()}
        words |= {
            sentence.tokens[c].text.lower() for c in sentence.children[number] if sentence.tokens[c].dep == "mark"
        }
        if not words & (modality.after | modality.before):
            continue
        verb = sentence.tokens[clause_head(sentence, sentence.tokens[number].head)]
        inside = set(sentence.subtree(number))
        return verb.lemma.lower() in modality.coming and not mine <= inside
    return False


def _counts(sentence: Sentence, length: When, modality: Modality) -> bool:
    """Whether a number of days or weeks stands right before an "after" or "before"."""
    number = sentence.at(length.span.end + 1)
    if number is None or length.type is not TimeType.DURATION or not length.value[1:2].isdigit():
        return False
    return sentence.tokens[number].text.lower() in modality.after | modality.before
