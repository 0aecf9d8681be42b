"""A frame in, whether its words say that it came before what the report is about out: "an earlier strike killed nine",
"the raid came days after a bombing", "it followed a shooting".

Such a deed has no part in the day of the story: it was over by then.
"""

from __future__ import annotations

from reportedly.claims.frames.counted_off import came_before, measured_against, ranked_since
from reportedly.claims.frames.frames import Frame
from reportedly.lexicon.modality import Modality
from reportedly.model.reading import When
from reportedly.model.text import Sentence


def beforehand(frame: Frame, modality: Modality) -> bool:
    """Whether an adjective on one of the frame's words says so, or all of them stand in what came before the rest."""
    sentence, heads = frame.sentence, frame.heads
    if any(_called_earlier(sentence, head, modality) for head in heads):
        return True
    return bool(heads) and all(came_before(sentence, head, modality) is not None for head in heads)


def ranked_with(frame: Frame, time: When, modality: Modality) -> bool:
    """Whether the frame and a time both stand behind the "since" of a rank: "the worst since 2 May, when a bomb killed
    nine", "the deadliest since rebels shelled Kolm on 2 May"."""
    since = compared(frame, modality)
    return since is not None and measured_against(frame.sentence, time.span, modality) == since


def compared(frame: Frame, modality: Modality) -> int | None:
    """The "since" of a rank behind which the whole frame stands, if any."""
    since = {ranked_since(frame.sentence, head, modality) for head in frame.heads}
    return since.pop() if len(since) == 1 else None


def _called_earlier(sentence: Sentence, head: int, modality: Modality) -> bool:
    tokens = sentence.tokens
    below = (tokens[c] for c in sentence.children[head])
    return tokens[head].pos == "NOUN" and any(t.dep == "amod" and t.text.lower() in modality.earlier for t in below)


def day_of_clause(frame: Frame, time: When) -> bool:
    """Whether the whole frame stands in a clause that says what was on the day: "since 2 May, WHEN the mayor was
    shot"."""
    sentence, tokens = frame.sentence, frame.sentence.tokens
    head = sentence.head_of(time.span)
    if head is None or not frame.heads:
        return False
    clauses = [c for c in sentence.children[head] if tokens[c].dep == "relcl" and c > head]
    when = (c for c in clauses if any(tokens[n].tag == "WRB" for n in sentence.children[c]))
    return any(set(frame.heads) <= set(sentence.subtree(c)) for c in when)
