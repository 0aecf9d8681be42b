"""A saying verb and whoever speaks in, the words of the cue and of the source out."""

from __future__ import annotations

from reportedly.attributions.cues import cue_left, cue_right
from reportedly.attributions.ends import aside
from reportedly.attributions.grammar import has_child, span
from reportedly.attributions.speakers import Speaker
from reportedly.model.text import Sentence, Span


def cue_span(sentence: Sentence, number: int, through: int | None = None, first: int | None = None) -> tuple[Span, ...]:
    """The words of the cue, from the verb that governs the saying, if there is one."""
    begin = cue_left(sentence, number if first is None else first)
    return (span(sentence, begin, cue_right(sentence, number, through)),)


def source_span(sentence: Sentence, speaker: Speaker | None, verb: int) -> tuple[Span, ...]:
    """The speaker's words, with the comma that closes an insertion; "it" of "it is said" is no source."""
    if speaker is None or has_child(sentence, verb, "expl"):
        return ()
    tokens = sentence.tokens
    last = speaker.last
    short = aside(sentence, speaker.first, last) if last < verb else last
    if speaker.head <= short < last:
        return (span(sentence, speaker.first, short),)
    framed = any(t.text == "," for t in tokens[speaker.first : last])
    if framed and last + 1 < len(tokens) and tokens[last + 1].text == ",":
        last += 1
    return (span(sentence, speaker.first, last),)
