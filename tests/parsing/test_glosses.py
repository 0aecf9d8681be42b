"""What stands in brackets behind a name is outside the grammar of its sentence: the rest is parsed as without it."""

from __future__ import annotations

import pytest

from reportedly.model.text import Passage, PassageKind, Passages, Report, Sentence, Span
from reportedly.parsing.glosses import glosses
from reportedly.parsing.spacy_parser import SpacyParser

GLOSSED = (
    (
        "The mayor has blamed MLF [Marn Liberation Front] guerrillas for the murder of the judge.",
        "The mayor has blamed MLF guerrillas for the murder of the judge.",
    ),
    (
        "Members of the Teshil Guard (TG) shelled the village [words indistinct] on Monday.",
        "Members of the Teshil Guard shelled the village on Monday.",
    ),
)


def _parsed(parser: SpacyParser, text: str) -> Sentence:
    passage = Passage(number=0, paragraph=0, kind=PassageKind.SENTENCE, span=Span(0, len(text)))
    return parser.parse(Report(id="r", text=text), Passages(passages=(passage,)))[0]


def _grammar(sentence: Sentence) -> list[tuple[str, str, str]]:
    return [(t.text, t.dep, sentence.tokens[t.head].text) for t in sentence.tokens]


@pytest.mark.parametrize(("glossed", "plain"), GLOSSED)
def test_the_rest_is_parsed_as_without_the_gloss(parser: SpacyParser, glossed: str, plain: str) -> None:
    with_gloss, words = _grammar(_parsed(parser, glossed)), _grammar(_parsed(parser, plain))
    assert [row for row in with_gloss if row in words] == words


@pytest.mark.parametrize("text", [text for text, _ in GLOSSED])
def test_no_word_is_lost_or_moved(parser: SpacyParser, text: str) -> None:
    tokens = _parsed(parser, text).tokens
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == text.replace(" ", "")


def test_a_gloss_hangs_on_the_word_that_it_explains(parser: SpacyParser) -> None:
    sentence = _parsed(parser, GLOSSED[1][0])
    (short,) = (token for token in sentence.tokens if token.text == "TG")
    assert (short.dep, sentence.tokens[short.head].text) == ("appos", "Guard")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Front [ MLF ] said", [range(2, 5)]),
        ("the Front ( Front of Marn ) said", [range(2, 7)]),
        ("twelve people ( five of them children ) died", []),  # says something of its own
        ("[ Text ] The army said", []),  # explains nothing before it
        ("the Front [ MLF said", []),
        ("the Front ( ) said", []),
    ],
)
def test_what_is_a_gloss(text: str, found: list[range]) -> None:
    assert glosses(text.split()) == found
