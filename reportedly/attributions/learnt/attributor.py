"""A page and its readings in, attributions and hedges out, with drafts by trained weights: the stage beside the rules.

The weights correct the rules: they see what the rules found and say which words are cues and how far sources and
contents reach. Everything after the drafts (chains, tellers, stance) is the rules' own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportedly.attributions.attributor import SayingAttributor, load_attributor
from reportedly.attributions.drafts import Draft
from reportedly.attributions.learnt.hashing import number
from reportedly.attributions.learnt.proposing import Proposer
from reportedly.attributions.learnt.weights import Weights
from reportedly.attributions.quotes import with_quotes
from reportedly.lexicon.lines import HOME
from reportedly.model.claim import Attribution, Teller
from reportedly.model.findings import Readings
from reportedly.model.mention import HedgeMention
from reportedly.model.text import Page

_NOMINAL = frozenset({"NOUN", "PROPN"})


def load_learnt(weights: Weights, homes: Sequence[Path] = (HOME,)) -> LearntAttributor:
    """The stage with weights and the words of the vocabulary."""
    return LearntAttributor(load_attributor(homes), weights)


class LearntAttributor:
    """Reads who tells what with trained weights, and with the rules where the weights cannot judge."""

    def __init__(self, rules: SayingAttributor, weights: Weights) -> None:
        self.rules, self._proposer = rules, Proposer(weights, rules.sayings)
        self._known = frozenset(int(n) for n in weights.lemmas)

    def read(self, page: Page, readings: Readings) -> tuple[tuple[Attribution, ...], tuple[HedgeMention, ...]]:
        """The attributions of a page in text order, and its hedges."""
        return self.rules.told(page, readings, self.drafts(page))

    def own_voice(self, page: Page, readings: Readings) -> tuple[Teller, ...]:
        """The chain of what the report tells on nobody else's word."""
        return self.rules.own_voice(page, readings)

    def drafts(self, page: Page) -> tuple[Draft, ...]:
        """What the weights propose, with those drafts of the rules that the weights cannot judge."""
        ruled = self.rules.drafts(page)
        learnt = with_quotes(page, self._proposer.drafts(page, ruled))
        kept = [d for d in ruled if self._stays(page, d, learnt)]
        return tuple(sorted((*learnt, *kept), key=lambda d: (d.start, d.end)))

    def _stays(self, page: Page, draft: Draft, learnt: Sequence[Draft]) -> bool:
        """A draft of the rules stays where the weights were never shown its like or see nothing: where its word was
        never marked as a cue, where a teller who is named or described speaks inside another's words (marked reports
        leave inner tellers out), and where it tells something in a sentence in which the weights see no cue."""
        own = (*draft.cue, *draft.source)
        if any(s.touches(c) for d in learnt for c in d.cue for s in own):
            return False
        tokens = page.sentences[draft.sentence].tokens
        if any(piece.covers(draft.cue[0]) for d in learnt for piece in d.content):
            return draft.tells and draft.speaker is not None and tokens[draft.speaker].pos in _NOMINAL
        if number(tokens[draft.head].lemma.lower()) not in self._known:
            return True
        return draft.tells and all(d.sentence != draft.sentence for d in learnt)
