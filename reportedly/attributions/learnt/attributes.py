"""A sentence, the quotes and the rules' drafts of its page in, a row of numbers for each of its tokens out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from reportedly.attributions.drafts import Draft
from reportedly.attributions.learnt.hashing import number
from reportedly.lexicon.saying import Sayings
from reportedly.model.text import Page, PassageKind, Sentence, Span, Token

_CORE = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "dobj": "object",
    "dative": "object",
    "ccomp": "clause",
    "xcomp": "infinitive",
    "prep": "prep",
    "agent": "prep",
    "aux": "aux",
    "auxpass": "passive",
    "neg": "neg",
    "mark": "marker",
    "prt": "particle",
    "poss": "owner",
    "acl": "acl",
    "relcl": "acl",
    "advcl": "advcl",
    "conj": "conj",
    "pobj": "pobj",
    "attr": "object",
    "acomp": "object",
}
_DOUBLE = frozenset('"“”«»„')
_LEMMAS = ("subject", "object", "prep", "aux", "neg", "marker", "particle", "infinitive")
_TAGS = ("subject", "object", "clause", "infinitive", "passive", "owner", "acl", "advcl", "pobj")
_OWN = (
    "word", "lemma", "tail", "tag", "pos", "dep", "entity", "shape", "head", "head_tag", "head_dep", "grand", "class",
    "head_class", "above", "quoted", "mark", "quotes", "kind", "rule_role", "rule_content", "rule_head", "from_start",
    "to_end", "speaks_before", "speaks_after", "quote_before", "quote_after",
)  # fmt: skip
_BELOW = (*_LEMMAS, *(f"{part}_tag" for part in _TAGS), "clause_mark", "frame", "frame_after")
_PLACE = {name: place for place, name in enumerate(_BELOW)}

NAMES = (*_OWN, *_BELOW)
"""The columns of a row, in order."""


class Marks:
    """What quotes and rules say of every character of a page."""

    def __init__(self, page: Page, drafts: Sequence[Draft]) -> None:
        size = len(page.report.text) + 1
        self.quoted, self.content, self.role = (np.zeros(size, dtype=np.uint8) for _ in range(3))
        for quote in page.passages.quotes:
            self.quoted[quote.outer.start : quote.outer.end] = 1
            if quote.carried:
                self.quoted[quote.outer.start : quote.outer.end] = 2
        for draft in drafts:
            _raise(self.content, draft.content)
        for value, part in ((1, "source"), (2, "cue")):
            for draft in drafts:
                for span in getattr(draft, part):
                    self.role[span.start : span.end] = value
        self.heads = {(d.sentence, d.head): d for d in drafts}


def _raise(counts: NDArray[np.uint8], spans: Sequence[Span]) -> None:
    for span in spans:
        counts[span.start : span.end] += np.uint8(1)


def attributes(sentence: Sentence, marks: Marks, sayings: Sayings) -> Iterator[tuple[int, ...]]:
    """One row a token, with the columns of ``NAMES``."""
    tokens = sentence.tokens
    size = len(tokens)
    sayer = [_class(t.lemma.lower(), t.pos, sayings) for t in tokens]
    spoken = list(accumulate((s != "" for s in sayer), initial=0))
    quoted = [int(marks.quoted[t.start]) for t in tokens]
    some = any(quoted)
    kind = number(sentence.passage.kind) if sentence.passage.kind is not PassageKind.SENTENCE else 1
    whole = 1 + (2 if all(quoted[:-1]) else 1 if some else 0)
    words = [number(t.text.lower()) for t in tokens]
    lemmas = [number(t.lemma.lower()) for t in tokens]
    tags = [number(t.tag) for t in tokens]
    for n, token in enumerate(tokens):
        head, text = token.head, token.text
        draft = marks.heads.get((sentence.number, n))
        yield (
            words[n],
            lemmas[n],
            number(text.lower()[-3:]),
            tags[n],
            number(token.pos),
            number(token.dep),
            number(token.entity) + token.begins,
            1 + (text[0].isupper() + text.isupper() * 2 + (not text[0].isalnum()) * 4),
            lemmas[head],
            tags[head],
            number(tokens[head].dep),
            lemmas[tokens[head].head],
            number(sayer[n]),
            number(sayer[head]),
            number(_above(sentence, n, sayer)),
            1 + quoted[n],
            1 + (text in _DOUBLE) * (1 + (n + 1 < size and quoted[n + 1] > 0)),
            whole,
            kind,
            1 + int(marks.role[token.start]),
            1 + min(int(marks.content[token.start]), 3),
            1 if draft is None else number(draft.saying.rule),
            1 + min(n, 4),
            1 + min(size - 1 - n, 4),
            1 + min(spoken[n], 2),
            1 + min(spoken[size] - spoken[n + 1], 2),
            1 + (_beside(n, -1, quoted) if some else 0),
            1 + (_beside(n, 1, quoted) if some else 0),
            *_below(tokens, sentence, n),
        )


def _class(lemma: str, pos: str, sayings: Sayings) -> str:
    """What the vocabulary says of a word: the line that holds it as this part of speech."""
    if pos in ("VERB", "AUX") and lemma in sayings.verbs:
        return sayings.verbs[lemma][0].rule
    if pos in ("NOUN", "PROPN") and lemma in sayings.nouns:
        return "noun " + sayings.nouns[lemma][0].rule
    return "adverb" if lemma in sayings.adverbs else ""


def _above(sentence: Sentence, below: int, sayer: Sequence[str]) -> str:
    """The nearest saying word above a token, with the relation by which the token hangs under it."""
    tokens = sentence.tokens
    here = below
    for _ in range(5):
        up = tokens[here].head
        if up == here:
            return ""
        if sayer[up]:
            return f"{tokens[here].dep} {'before' if here < up else 'after'} {tokens[up].pos}"
        here = up
    return ""


def _beside(here: int, step: int, quoted: Sequence[int]) -> int:
    """In how many tokens a quote begins on one side: 0 for none near."""
    if quoted[here]:
        return 0
    for far in range(1, 6):
        there = here + step * far
        if not 0 <= there < len(quoted):
            return 0
        if quoted[there]:
            return min(far, 4)
    return 0


def _below(tokens: Sequence[Token], sentence: Sentence, here: int) -> list[int]:
    """The children of a token by their part, as lemma and tag, and the sequence of parts."""
    found = [0] * len(_BELOW)
    parts = []
    for c in sentence.children[here]:
        token = tokens[c]
        part = _CORE.get(token.dep)
        if part is None:
            continue
        side = "<" if c < here else ">"
        parts.append(side + part)
        lemma, tag = _PLACE.get(part), _PLACE.get(f"{part}_tag")
        if lemma is not None and not found[lemma]:
            found[lemma] = number(token.lemma.lower())
        if tag is not None and not found[tag]:
            found[tag] = number(side + token.tag)
        if part == "clause":
            mark = next((tokens[g].lemma for g in sentence.children[c] if tokens[g].dep == "mark"), "-")
            found[_PLACE["clause_mark"]] = number(side + mark)
    if parts:
        found[_PLACE["frame"]] = number(" ".join(parts))
        found[_PLACE["frame_after"]] = number(" ".join(p for p in parts if p[0] == ">"))
    return found
