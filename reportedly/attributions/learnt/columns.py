"""A page and the drafts of the rules in, one row of numbers a token out: what the features are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.attributions.drafts import Draft
from reportedly.attributions.learnt.hashing import Column, number
from reportedly.lexicon.saying import Sayings
from reportedly.model.text import Page, PassageKind, Sentence, Span

Rows = NDArray[np.int64]

PAD = 3
"""Empty rows before and after every sentence, so that a neighbour can be asked for anywhere."""

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
    "mark": "mark",
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
_FAR = (1, 2, 3, 4, 6, 9, 14, 20, 30)


def depths(sentence: Sentence) -> list[int]:
    """How many words stand above each token."""
    found = [0] * len(sentence.tokens)
    waiting = [n for n, t in enumerate(sentence.tokens) if t.head == n]
    while waiting:
        here = waiting.pop()
        for c in sentence.children[here]:
            found[c] = found[here] + 1
            waiting.append(c)
    return found


def bucket(distance: int) -> int:
    """A distance in coarse steps."""
    return sum(abs(distance) >= step for step in _FAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The tokens of a page, row by row. ``first`` is the row of each sentence's first token, by sentence number."""

    columns: Mapping[str, Column]
    first: Mapping[int, int]
    rows: Rows  # of the tokens that may head a cue, in order
    places: tuple[tuple[int, int], ...]  # sentence and number of each of them

    def at(self, name: str, rows: Rows) -> Column:
        """The values of a column, or of its neighbours (``word@-1``), at some rows."""
        column, _, shift = name.partition("@")
        return self.columns[column][rows + int(shift)] if shift else self.columns[column][rows]


def table(page: Page, drafts: Sequence[Draft], sayings: Sayings, lemmas: Set[int]) -> Table:
    """The tokens of the sentences in which a word of ``lemmas`` stands, which alone may head a cue."""
    rows: list[dict[str, int]] = [{}] * PAD
    first: dict[int, int] = {}
    numbers: list[int] = []
    places: list[tuple[int, int]] = []
    marks = _Marks(page, drafts)
    for sentence in page.sentences:
        able = [n for n, token in enumerate(sentence.tokens) if number(token.lemma.lower()) in lemmas]
        if able:
            first[sentence.number] = len(rows)
            numbers.extend(len(rows) + n for n in able)
            places.extend((sentence.number, n) for n in able)
            rows.extend(_rows(sentence, marks, sayings))
            rows.extend([{}] * PAD)
    names = rows[PAD].keys() if len(rows) > PAD else ()
    columns = {
        name: np.fromiter((row.get(name, 7) for row in rows), dtype=np.uint64, count=len(rows)) for name in names
    }
    return Table(columns=columns, first=first, rows=np.array(numbers, dtype=np.int64), places=tuple(places))


class _Marks:
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


def _raise(counts: np.ndarray[tuple[int], np.dtype[np.uint8]], spans: Sequence[Span]) -> None:
    for span in spans:
        counts[span.start : span.end] += np.uint8(1)


def _rows(sentence: Sentence, marks: _Marks, sayings: Sayings) -> Iterator[dict[str, int]]:
    tokens = sentence.tokens
    size = len(tokens)
    sayer = [_class(t.lemma.lower(), t.pos, sayings) for t in tokens]
    quoted = [int(marks.quoted[t.start]) for t in tokens]
    some = any(quoted)
    kind = number(sentence.passage.kind) if sentence.passage.kind is not PassageKind.SENTENCE else 1
    whole = 1 + (2 if all(quoted[:-1]) else 1 if some else 0)
    depth = depths(sentence)
    for n, token in enumerate(tokens):
        head, text = token.head, token.text
        lower = text.lower()
        row = {
            "word": number(lower),
            "lemma": number(token.lemma.lower()),
            "tail": number(lower[-3:]),
            "tag": number(token.tag),
            "pos": number(token.pos),
            "dep": number(token.dep),
            "entity": number(token.entity) + (1 if token.begins else 0),
            "shape": 1 + (text[0].isupper() + text.isupper() * 2 + (not text[0].isalnum()) * 4),
            "head": number(tokens[head].lemma.lower()),
            "head_tag": number(tokens[head].tag),
            "head_dep": number(tokens[head].dep),
            "grand": number(tokens[tokens[head].head].lemma.lower()),
            "grand_tag": number(tokens[tokens[head].head].tag),
            "side": 1 + (head > n) + 2 * (head == n),
            "depth": 1 + min(depth[n], 6),
            "class": number(sayer[n]),
            "head_class": number(sayer[head]),
            "above": number(_above(sentence, n, sayer)),
            "quoted": 1 + quoted[n],
            "mark": 1 + (text in _DOUBLE) * (1 + (n + 1 < size and quoted[n + 1] > 0)),
            "quotes": whole,
            "kind": kind,
            "rule_role": 1 + int(marks.role[token.start]),
            "rule_content": 1 + min(int(marks.content[token.start]), 3),
            "rule_head": 1,
            "from_start": 1 + min(n, 4),
            "to_end": 1 + min(size - 1 - n, 4),
            "speaks_before": 1 + min(sum(s != "" for s in sayer[:n]), 2),
            "speaks_after": 1 + min(sum(s != "" for s in sayer[n + 1 :]), 2),
            "quote_before": 1 + _beside(tokens, n, -1, quoted),
            "quote_after": 1 + _beside(tokens, n, 1, quoted),
            **_below(sentence, n),
        }
        draft = marks.heads.get((sentence.number, n))
        if draft is not None:
            row["rule_head"] = number(draft.saying.rule)
        yield row


def _class(lemma: str, pos: str, sayings: Sayings) -> str:
    """What the vocabulary says of a word: the line that holds it as this part of speech."""
    if pos in ("VERB", "AUX") and lemma in sayings.verbs:
        return sayings.verbs[lemma][0].rule
    if pos in ("NOUN", "PROPN") and lemma in sayings.nouns:
        return "noun " + sayings.nouns[lemma][0].rule
    return "adverb" if lemma in sayings.adverbs else ""


def _above(sentence: Sentence, number_: int, sayer: Sequence[str]) -> str:
    """The nearest saying word above a token, with the relation by which the token hangs under it."""
    tokens = sentence.tokens
    here = number_
    for up in sentence.ancestors(number_)[:5]:
        if sayer[up]:
            return f"{tokens[here].dep} {'before' if here < up else 'after'} {tokens[up].pos}"
        here = up
    return ""


def _beside(tokens: Sequence[object], here: int, step: int, quoted: Sequence[int]) -> int:
    """In how many tokens a quote begins on one side: 0 for none near."""
    for far in range(1, 6):
        there = here + step * far
        if not 0 <= there < len(tokens):
            return 0
        if quoted[there] and not quoted[here]:
            return min(far, 4)
    return 0


def _below(sentence: Sentence, here: int) -> dict[str, int]:
    """The children of a token by their part, as lemma and tag, and the sequence of parts."""
    tokens = sentence.tokens
    found = dict.fromkeys(_BELOW, 0)
    parts = []
    for c in sentence.children[here]:
        part = _CORE.get(tokens[c].dep)
        if part is None:
            continue
        side = "<" if c < here else ">"
        parts.append(side + part)
        if part in _LEMMAS and not found[part]:
            found[part] = number(tokens[c].lemma.lower())
        if part in _TAGS and not found[part + "_tag"]:
            found[part + "_tag"] = number(side + tokens[c].tag)
        if part == "clause":
            mark = next((tokens[g].lemma for g in sentence.children[c] if tokens[g].dep == "mark"), "-")
            found["clause_mark"] = number(side + mark)
    found["frame"] = number(" ".join(parts))
    found["frame_after"] = number(" ".join(p for p in parts if p[0] == ">"))
    return found


_LEMMAS = ("subject", "object", "prep", "aux", "neg", "mark", "particle", "infinitive")
_TAGS = ("subject", "object", "clause", "infinitive", "passive", "owner", "acl", "advcl", "pobj")
_BELOW = (*_LEMMAS, *(f"{part}_tag" for part in _TAGS), "clause_mark", "frame", "frame_after")
