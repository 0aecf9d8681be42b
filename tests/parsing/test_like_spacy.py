"""The parser takes short cuts through spaCy: what comes out must be what spaCy itself says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.text import Passage, PassageKind, Passages, Report, Sentence, Span
from reportedly.parsing.spacy_parser import BATCH, SpacyParser

SENTENCES = (
    "Three civilians were killed in Dolvi on Monday, the Marn Liberation Front said.",
    "There were two strikes near Port Lemen, and there's been no word from Karsk.",
    "We're gonna leave; we've got ta go, let's run, c'mon, y'all, it ain't safe.",
    "He can't, won't and shan't say who had done it, but they'd been warned.",
    "“I did not see that,” she told VELTA  in   Harsema.",
    "Korvian air force",
    "  ",
    "12 300 people fled Upper Sava\tin 2016 .",
)


def _sentences(parser: SpacyParser, texts: tuple[str, ...]) -> tuple[Sentence, ...]:
    passages, start = [], 0
    for number, text in enumerate(texts):
        span = Span(start, start + len(text))
        passages.append(Passage(number=number, paragraph=number, kind=PassageKind.SENTENCE, span=span))
        start = span.end + 1
    return parser.parse(Report(id="r", text="\n".join(texts)), Passages(passages=tuple(passages)))


def _said_by_spacy(model: Any, text: str) -> list[tuple[object, ...]]:
    return [
        (t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.ent_type_, t.ent_iob_ == "B")
        for t in model(text)
        if not t.is_space
    ]


def _said(sentence: Sentence) -> list[tuple[object, ...]]:
    return [(t.text, t.lemma, t.pos, t.tag, t.dep, t.entity, t.begins) for t in sentence.tokens]


@pytest.mark.parametrize("text", SENTENCES)
def test_every_token_is_as_spacy_says(parser: SpacyParser, text: str) -> None:
    (sentence,) = _sentences(parser, (text,))
    expected = _said_by_spacy(parser.model, text.replace("\t", " ")) if text.strip() else []
    assert _said(sentence) == expected


def test_heads_are_as_spacy_says_white_space_aside(parser: SpacyParser) -> None:
    (sentence,) = _sentences(parser, (SENTENCES[0],))
    doc = parser.model(SENTENCES[0])
    assert [t.head for t in sentence.tokens] == [t.head.i for t in doc]
    assert [list(c) for c in sentence.children] == [[c.i for c in t.children] for t in doc]


def test_what_was_learned_from_one_text_does_not_change_another(parser: SpacyParser) -> None:
    together = _sentences(parser, SENTENCES)
    again = _sentences(parser, SENTENCES[::-1])[::-1]
    assert [_said(s) for s in together] == [_said(s) for s in again]


def test_more_passages_than_a_batch(parser: SpacyParser) -> None:
    many = _sentences(parser, ("Two died.",) * (BATCH + 3))
    assert len({tuple(_said(s)) for s in many}) == 1
    assert [s.tokens[0].start for s in many] == [s.span.start for s in many]


WORDS = st.sampled_from(sorted({w for s in SENTENCES for w in s.split()} | {"gon", "na", "is", "that", "have", "its"}))


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14).map(lambda words: " ".join(("They", *words))))
def test_any_string_of_words_is_tagged_as_spacy_tags_it(parser: SpacyParser, text: str) -> None:
    (sentence,) = _sentences(parser, (text,))
    assert _said(sentence) == _said_by_spacy(parser.model, text)
