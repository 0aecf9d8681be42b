"""A parsed document and its passage in, a sentence of frozen tokens out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from spacy.attrs import ENT_IOB, ENT_TYPE, HEAD, IDX, IS_SPACE

from reportedly.model.text import Passage, Sentence, Token
from reportedly.parsing.subjects import given_back

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

    from reportedly.parsing.forms import Form

_BEGINS = 3
"""spaCy's number for the first token of an entity."""


class Row(NamedTuple):
    """What a parse says of one token of a document: ``head`` by its number, ``offset`` in characters, ``label`` of its
    entity as spaCy's number, whether it begins one, whether it is white space."""

    form: Form
    head: int
    offset: int
    label: int
    begins: bool
    space: bool


def rows(doc: Doc, forms: Sequence[Form]) -> list[Row]:
    """A row for each token of a parsed document."""
    found = doc.to_array([HEAD, IDX, ENT_TYPE, ENT_IOB, IS_SPACE]).astype("int64").tolist()
    return [
        Row(form, number + head, offset, label, inside == _BEGINS, bool(space))
        for number, (form, (head, offset, label, inside, space)) in enumerate(zip(forms, found, strict=True))
    ]


def sentence(passage: Passage, text: str, parsed: Sequence[Row], strings: StringStore) -> Sentence:
    """The rows without white space; a token whose head is white space hangs on that one's head."""
    start, heads = passage.span.start, [row.head for row in parsed]
    number = _numbers([row.space for row in parsed])
    tokens = []
    for n, row in enumerate(parsed):
        if row.space:
            continue
        form, begin, here = row.form, start + row.offset, number[n]
        head = number.get(_worded(heads, n, number), here)
        entity = strings[row.label] if row.label else ""
        end = row.offset + len(form.text)
        word = text[row.offset : end]  # a title is parsed as a sentence would be written
        tokens.append(Token(begin, start + end, word, *form[1:5], head, entity, row.begins))
    tokens = given_back(tokens)
    return Sentence(passage=passage, text=text, tokens=tuple(tokens), children=_children(tokens))


def _numbers(spaces: list[bool]) -> dict[int, int]:
    """The numbers of the tokens that are kept, by their number in the document."""
    return {n: kept for kept, n in enumerate(n for n, space in enumerate(spaces) if not space)}


def _worded(heads: list[int], n: int, number: dict[int, int]) -> int:
    """The nearest head above a token that is a word, or the root."""
    head = heads[n]
    while head not in number and heads[head] != head:
        head = heads[head]
    return head


def _children(tokens: list[Token]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in tokens]
    for n, token in enumerate(tokens):
        if token.head != n:
            children[token.head].append(n)
    return tuple(map(tuple, children))
