"""Numerals of a sentence, without a parse of who is counted."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.lexicon.counting import load_counting
from reportedly.mentions.counts import numbers
from reportedly.model.text import Passage, PassageKind, Sentence, Span, Token

WORDS = load_counting()


def sentence(text: str) -> Sentence:
    """A sentence cut at blanks, without a parse."""
    tokens, at = [], 0
    for word in text.split(" "):
        tokens.append(Token(at, at + len(word), word, word, "X", "X", "dep", 0))
        at += len(word) + 1
    passage = Passage(number=0, paragraph=0, kind=PassageKind.SENTENCE, span=Span(0, len(text)))
    return Sentence(passage=passage, text=text, tokens=tuple(tokens))


def ranges(text: str) -> list[tuple[int | None, int | None, int | None]]:
    return [(n.low, n.best, n.high) for n in numbers(sentence(text), WORDS)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("8 men", 8),
        ("1,200 men", 1200),
        ("twenty-two men", 22),
        ("a hundred men", 100),
        ("a hundred and five men", 105),
        ("two hundred and thirty-one men", 231),
        ("two thousand men", 2000),
        ("a dozen men", 12),
        ("killed 2000 people", 2000),
        ("half a dozen men", 6),
        ("two dozen men", 24),
        ("1.5 million men", 1_500_000),
        ("a quarter of a million men", 250_000),
    ],
)
def test_reads_numerals(text: str, figure: int) -> None:
    assert ranges(text) == [(figure, figure, figure)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 20 men", (20, 20, None)),
        ("more than 20 men", (20, 20, None)),
        ("20+ men", (20, 20, None)),
        ("20 or more men", (20, 20, None)),
        ("up to 20 men", (None, None, 20)),
        ("fewer than 20 men", (None, None, 19)),
        ("about 20 men", (None, 20, None)),
        ("about more than 20 men", (20, 20, None)),
        ("12-19 men", (12, None, 19)),
        ("two or three men", (2, None, 3)),
        ("between 12 and 19 men", (12, None, 19)),
        ("dozens of men", (None, None, None)),
    ],
)
def test_bounds_make_ranges(text: str, expected: tuple[int | None, int | None, int | None]) -> None:
    assert ranges(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "a 24-year-old man",
        "aged 24 ",
        "40 km away",
        "3 hours later",
        "at 21:30 exactly",
        "on 3 March",
        "on March 3 again",
        "in 2016 again",
        "the 120th brigade",
        "40 percent of them",
        "$300 each",
        "No. 12 there",
        "an F-16 there",
        "20161234567 calls",
    ],
)
def test_ages_dates_sizes_and_labels_are_left_out(text: str) -> None:
    assert ranges(text) == []


@given(st.integers(min_value=1, max_value=1_899))
def test_any_figure_is_read_as_itself(figure: int) -> None:
    assert ranges(f"{figure} men") == [(figure, figure, figure)]
    assert ranges(f"{figure:,} men") == [(figure, figure, figure)]


@given(st.text(alphabet="0123456789 ,.-+abcdehilnorstuvwy", max_size=60))
def test_numbers_never_overlap_and_keep_their_order(text: str) -> None:
    found = numbers(sentence(text), WORDS)
    for left, right in pairwise(found):
        assert left.span.end <= right.span.start
    for number in found:
        known = [n for n in (number.low, number.best, number.high) if n is not None]
        assert known == sorted(known)
