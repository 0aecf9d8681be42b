"""The attributions of a report in, the same out, those as judgements that turn away a deed and not somebody's words.

"The bishop rejected the killing of the teacher" condemns it, and takes it for granted: only what was told can be denied
by rejecting it ("rejected the report", "dismissed the accusation"). Who judges a deed tells of nothing.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from reportedly.lexicon.happenings import Happenings
from reportedly.lexicon.modality import Modality
from reportedly.model.claim import Attribution
from reportedly.model.findings import Readings
from reportedly.model.text import Page, Sentence
from reportedly.model.words import Stance

_DEEDS = frozenset({"remote", "fighting", "holding", "damage"})
"""Families of what is done to people and things; who rejects a truce or a withdrawal will have none."""


def judged_deeds(
    page: Page, attributions: Sequence[Attribution], readings: Readings, lexicon: Happenings, modality: Modality
) -> tuple[Attribution, ...]:
    """Attributions whose verb of rejecting has a deed for its object tell nothing and deny nothing."""
    denials = [a for a in attributions if a.stance is Stance.DENIES and a.tells and a.cue and a.content]
    if not denials:
        return tuple(attributions)
    deeds = {(m.sentence, m.token) for m in readings.happenings if lexicon.family(m.kind) in _DEEDS}
    untrue = [h.span for h in readings.hedges if h.stance is Stance.DENIES]
    judged = {
        a
        for a in denials
        if _judges(page.sentence_at(a.cue[0].start), a, deeds, modality)
        and not any(content.covers(span) for content in a.content for span in untrue)
    }
    return tuple(replace(a, stance=Stance.STATES, tells=False) if a in judged else a for a in attributions)


def _judges(sentence: Sentence | None, said: Attribution, deeds: Set[tuple[int, int]], modality: Modality) -> bool:
    """Whether a verb of rejecting governs a noun for one known deed, which nothing calls only alleged."""
    if sentence is None:
        return False
    head = sentence.head_of(said.content[0])
    verbs = {n for cue in said.cue for n in sentence.inside(cue)}
    if head is None or (sentence.number, head) not in deeds or sentence.tokens[head].pos not in _NOMINAL:
        return False
    above = sentence.tokens[head].head
    if above not in verbs or sentence.tokens[above].lemma.lower() not in modality.rejecting:
        return False
    words = {sentence.tokens[c].text.lower() for c in sentence.children[head]}
    return not words & (modality.at_all | modality.doubted | modality.nobody)


_NOMINAL = frozenset({"NOUN", "PROPN"})
