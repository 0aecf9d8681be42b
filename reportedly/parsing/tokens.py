"""A parsed document and its passage in, a sentence of frozen tokens out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.attrs import ENT_IOB, ENT_TYPE, HEAD, IDX, IS_SPACE

from reportedly.model.text import Passage, Sentence, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from reportedly.parsing.forms import Form

_BEGINS = 3
"""spaCy's number for the first token of an entity."""


def sentence(passage: Passage, text: str, doc: Doc, forms: Sequence[Form]) -> Sentence:
    """The document without its white space; a token whose head is white space hangs on that one's head."""
    strings, start = doc.vocab.strings, passage.span.start
    places = doc.to_array([HEAD, IDX, ENT_TYPE, ENT_IOB, IS_SPACE]).astype("int64").tolist()
    heads = [n + row[0] for n, row in enumerate(places)]
    number = _numbers([bool(row[4]) for row in places])
    tokens = []
    for n, (form, (_, offset, label, inside, space)) in enumerate(zip(forms, places, strict=True)):
        if space:
            continue
        begin, here = start + offset, number[n]
        head = number.get(_worded(heads, n, number), here)
        entity = strings[label] if label else ""
        tokens.append(Token(begin, begin + len(form.text), *form[:5], head, entity, inside == _BEGINS))
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
