"""A page and the drafts of the rules in, one row of numbers a token out: what the features are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.attributions.drafts import Draft
from reportedly.attributions.learnt.attributes import NAMES, Marks, attributes
from reportedly.attributions.learnt.hashing import Column, number
from reportedly.lexicon.saying import Sayings
from reportedly.model.text import Page

Rows = NDArray[np.int64]

PAD = 3
"""Empty rows before and after every sentence, so that a neighbour can be asked for anywhere."""

_EMPTY = (7,) * len(NAMES)
"""What stands where there is no token."""


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
    rows: list[tuple[int, ...]] = [_EMPTY] * PAD
    first: dict[int, int] = {}
    numbers: list[int] = []
    places: list[tuple[int, int]] = []
    marks = Marks(page, drafts)
    for sentence in page.sentences:
        able = [n for n, token in enumerate(sentence.tokens) if number(token.lemma.lower()) in lemmas]
        if able:
            first[sentence.number] = len(rows)
            numbers.extend(len(rows) + n for n in able)
            places.extend((sentence.number, n) for n in able)
            rows.extend(attributes(sentence, marks, sayings))
            rows.extend([_EMPTY] * PAD)
    whole = np.array(rows, dtype=np.uint64).T.copy()
    columns = dict(zip(NAMES, whole, strict=True))
    return Table(columns=columns, first=first, rows=np.array(numbers, dtype=np.int64), places=tuple(places))
