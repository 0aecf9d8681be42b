"""A page's table and the heads of its cues in, features out: each token of a cue's sentence as that cue sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.attributions.drafts import Draft
from reportedly.attributions.learnt.columns import Table
from reportedly.attributions.learnt.hashing import Column, Numbers, feature_numbers, mixed, templates
from reportedly.attributions.learnt.relations import NEAR, relations
from reportedly.model.text import Page

BITS = 20
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


@dataclass(frozen=True, slots=True, order=True)
class Head:
    """The token that heads a cue: its sentence and its number in it."""

    sentence: int
    token: int


def by_cue(page: Page, drafts: Sequence[Draft]) -> dict[tuple[int, int], Draft]:
    """The rules' drafts by each token of their cues (sentence and number), first by the one that heads the cue."""
    known = {(d.sentence, d.head): d for d in drafts}
    for draft in drafts:
        for span in draft.cue:
            for n in page.sentences[draft.sentence].inside(span):
                known.setdefault((draft.sentence, n), draft)
    return known


TEMPLATES = templates("""
p.path
p.path c.lemma
p.path c.tag
p.path c.frame
p.path t.tag
p.path t.word
p.path t.edge
p.path p.side p.far
p.path p.rule
p.path t.quoted c.quoted
p.path c.quotes p.side
p.branch c.lemma
p.branch c.lemma p.place
p.branch p.place t.tag
p.branch p.place p.rule
p.branch p.place t.quoted
p.branch p.place c.quotes c.frame
p.branch p.branch@-1 c.lemma
p.branch p.branch@-1 t.tag
p.branch p.branch@1 t.tag
p.branch p.branch@-1 p.branch@1 t.word
p.branch p.rule@-1 p.rule
p.branch p.rule p.rule@1
p.rule
p.rule p.rule@-1
p.rule p.rule@1
p.rule p.rule@-1 p.rule@1 t.word
p.rule c.lemma
p.rule c.rule_head p.side
p.rule p.rule@-1 t.tag
p.rule p.rule@1 t.tag
p.rule t.quoted t.quoted@1
p.rule t.quoted t.quoted@-1
p.rule t.rule_role t.rule_content
p.rule t.dep p.far p.side
p.far p.side t.word
p.far p.side t.tag
p.far p.side c.lemma
p.far p.side c.tag c.frame
p.side t.word c.lemma
p.side t.tag c.lemma
p.side t.dep c.lemma
p.side t.word t.word@-1
p.side t.word t.word@1
p.side t.tag t.tag@-1 t.tag@1
p.side t.word@-1 t.tag
p.side t.word@1 t.tag
p.side t.tag@1 t.tag@2
p.side t.tag@-1 t.tag@-2
p.side t.quoted t.quoted@-1 t.quoted@1 t.mark
p.side t.mark c.quotes c.lemma
p.side t.quotes t.quoted c.class
p.side t.mark t.mark@-1 t.word@-1
p.side t.mark@1 t.word t.word@1
p.side t.entity t.dep
p.side t.entity t.entity@1 t.entity@-1
p.side t.shape t.entity
p.side t.head t.dep
p.side t.tail
p.side t.lemma
p.side t.head_tag t.dep t.tag
p.side t.from_start c.lemma
p.side t.to_end t.word
p.side t.to_end t.quoted c.quotes
p.side p.between
p.between p.branch
p.between p.branch t.tag
p.between t.word
p.between p.rule
p.others p.side p.branch
p.others p.side t.tag
p.others c.lemma p.side
p.others p.rule p.side
p.others t.class p.branch
p.open p.branch t.dep
p.open p.open@-1 t.tag
p.open p.open@-1 t.word
p.open p.open@1 t.tag
p.up c.lemma
p.up p.side t.dep
p.up p.branch p.rule
c.tag c.dep p.path
c.dep c.head p.branch
c.above p.branch
c.subject_tag c.clause_tag p.branch
c.clause_mark p.branch t.word
c.kind p.side t.tag
c.kind p.rule
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The tokens of some sentences as the cues in them see them: rows of all heads one after another."""

    features: Numbers
    sizes: tuple[int, ...]


def argument_numbers(
    page: Page, table: Table, heads: Sequence[Head], drafts: Sequence[Draft], others: Mapping[int, Sequence[int]]
) -> View:
    """Feature numbers of every token of every head's sentence. ``others`` are the heads of all cues by sentence."""
    token_rows: list[NDArray[np.int64]] = []
    cue_rows: list[NDArray[np.int64]] = []
    pair: list[dict[str, Column]] = []
    known = by_cue(page, drafts)
    for head in heads:
        sentence = page.sentences[head.sentence]
        size = len(sentence.tokens)
        first = table.first[head.sentence]
        token_rows.append(np.arange(first, first + size))
        cue_rows.append(np.full(size, first + head.token))
        draft = known.get((head.sentence, head.token))
        pair.append(relations(sentence, head.token, draft, others.get(head.sentence, ())))
    tokens, cues = np.concatenate(token_rows), np.concatenate(cue_rows)
    padded = {name: np.concatenate([p[name] for p in pair]) for name in pair[0]}
    places = np.concatenate([np.arange(len(r)) for r in token_rows])
    offsets = np.repeat(
        np.cumsum([0, *(len(r) + 2 * NEAR for r in token_rows[:-1])]) + NEAR, [len(r) for r in token_rows]
    )
    rows = places + offsets

    def column(name: str) -> Column:
        frame, _, rest = name.partition(".")
        if frame == "p":
            base, _, shift = rest.partition("@")
            near: Column = padded[base][rows + int(shift or 0)]
            return near
        if rest == "edge":
            edge: Column = mixed(table.at("dep", tokens), table.at("tag", tokens))
            return edge
        return table.at(rest, tokens if frame == "t" else cues)

    return View(features=feature_numbers(TEMPLATES, column, BITS), sizes=tuple(len(r) for r in token_rows))
