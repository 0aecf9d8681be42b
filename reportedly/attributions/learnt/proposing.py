"""A page, the drafts of the rules and trained weights in, the drafts that the weights propose out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from reportedly.attributions.drafts import Draft
from reportedly.attributions.learnt.arguments import LABELS, Head, argument_numbers, by_cue
from reportedly.attributions.learnt.columns import table
from reportedly.attributions.learnt.crf import allowed, best
from reportedly.attributions.learnt.cues import cue_numbers
from reportedly.attributions.learnt.fitting import BARRED
from reportedly.attributions.learnt.kinds import kind_of
from reportedly.attributions.learnt.weights import Weights
from reportedly.lexicon.saying import Frame, Saying, Sayings
from reportedly.model.text import Page, Sentence, Span
from reportedly.model.words import Stance

Pieces = dict[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A cue that the weights see, its score, and the spans of its parts in its sentence."""

    head: Head
    score: float
    parts: Pieces


class Proposer:
    """Weights set up once and used for every page."""

    def __init__(self, weights: Weights, sayings: Sayings) -> None:
        self.weights, self.sayings = weights, sayings
        self._lemmas = frozenset(int(n) for n in weights.lemmas)
        barred = np.where(allowed(LABELS), np.float32(0), BARRED)
        self._moves, self._starts = weights.moves + barred[:-1], weights.starts + barred[-1]

    def drafts(self, page: Page, rules: Sequence[Draft]) -> tuple[Draft, ...]:
        """The proposals as drafts; what they have of the vocabulary is taken from the rules' draft of the same cue."""
        known = by_cue(page, rules)
        found = self.chosen(page, self.proposals(page, rules))
        return tuple(self._draft(page, p, known.get((p.head.sentence, p.head.token))) for p in found)

    def proposals(self, page: Page, rules: Sequence[Draft]) -> list[Proposal]:
        """Every cue above the least score with its parts."""
        rows = table(page, rules, self.sayings, self._lemmas)
        if not rows.places:
            return []
        bias, least = (float(x) for x in self.weights.scalars)
        scores = self.weights.cues[cue_numbers(rows)].sum(axis=1) + bias
        seen = [(Head(*place), float(s)) for place, s in zip(rows.places, scores, strict=True) if s > least]
        if not seen:
            return []
        heads = [head for head, _ in seen]
        others: dict[int, list[int]] = {}
        for head in heads:
            others.setdefault(head.sentence, []).append(head.token)
        view = argument_numbers(page, rows, heads, rules, others)
        sums = self.weights.labels[view.features].sum(axis=1)
        found, first = [], 0
        for (head, score), size in zip(seen, view.sizes, strict=True):
            parts = self._parts(page.sentences[head.sentence], sums[first : first + size])
            found.append(Proposal(head=head, score=score, parts=parts))
            first += size
        return found

    def _parts(self, sentence: Sentence, scores: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> Pieces:
        kinds = [kind_of(t) for t in sentence.tokens]
        row = best(scores, self._moves[kinds], self._starts)
        parts: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
        for n, label in enumerate(row):
            mark, _, part = LABELS[label].partition("-")
            token = sentence.tokens[n]
            if mark == "B":
                parts[part].append(token.span)
            elif mark == "I":
                parts[part][-1] = Span(parts[part][-1].start, token.end)
        return {part: tuple(spans) for part, spans in parts.items()}

    def chosen(self, page: Page, proposals: Sequence[Proposal]) -> list[Proposal]:
        """The proposals that stand beside each other: of two, one in the other's content, the surer one stays."""
        kept: list[Proposal] = []
        for one in sorted(proposals, key=lambda p: (-p.score, p.head)):
            if one.parts["cue"] and not any(_clash(page, one, other) for other in kept):
                kept.append(one)
        return sorted(kept, key=lambda p: p.head)

    def _draft(self, page: Page, found: Proposal, rule: Draft | None) -> Draft:
        sentence = page.sentences[found.head.sentence]
        source, cue, content = (found.parts[part] for part in ("source", "cue", "content"))
        speaker = sentence.head_of(source[0]) if source else None
        quotes = any(q.outer.touches(piece) for q in page.passages.quotes for piece in content)
        if rule is not None:
            return replace(
                rule, head=found.head.token, cue=cue[:1], source=source, content=content, quotes=quotes,
                saying=replace(rule.saying, rule=_address(rule.saying)), takes_quote=True,
                speaker=rule.speaker if _inside(sentence, rule.speaker, source) else speaker,
            )  # fmt: skip
        saying = self._saying(sentence, found.head.token)
        tells = saying.tells if saying is not None else quotes
        saying = saying if saying is not None else _UNKNOWN
        return Draft(
            sentence=sentence.number, head=found.head.token, cue=cue[:1], source=source, content=content,
            saying=replace(saying, rule=_address(saying)), stance=saying.stance, tells=tells, speaker=speaker,
            quotes=quotes, takes_quote=True, hedged=saying.thinks,
        )  # fmt: skip

    def _saying(self, sentence: Sentence, number: int) -> Saying | None:
        """The vocabulary's line for the word that heads the cue."""
        token = sentence.tokens[number]
        lemma = token.lemma.lower()
        lines = self.sayings.verbs.get(lemma) if token.pos in ("VERB", "AUX") else self.sayings.nouns.get(lemma)
        return lines[0] if lines else self.sayings.adverbs.get(lemma)


def _address(saying: Saying) -> str:
    return f"learnt/{saying.rule.rpartition('/')[2]}"


def _inside(sentence: Sentence, number: int | None, source: Sequence[Span]) -> bool:
    return number is not None and any(span.touches(sentence.tokens[number].span) for span in source)


def _clash(page: Page, one: Proposal, other: Proposal) -> bool:
    if one.head.sentence != other.head.sentence:
        return False
    token = page.sentences[one.head.sentence].tokens[one.head.token].span
    there = page.sentences[other.head.sentence].tokens[other.head.token].span
    cue, cues = one.parts["cue"], other.parts["cue"]
    if any(a.touches(b) for a in cue for b in cues):
        return True
    return any(p.touches(token) for p in other.parts["content"]) or any(p.touches(there) for p in one.parts["content"])


_UNKNOWN = Saying(
    rule="new-cue",
    frames=frozenset({Frame.QUOTE, Frame.CLAUSE}),
    preps=frozenset(),
    after=frozenset(),
    agents=frozenset(),
    joins=frozenset(),
    listener=False,
    objects=frozenset(),
    stance=Stance.STATES,
    tells=False,
)
"""What a cue means that the vocabulary does not know: it tells only where its content is quoted."""
