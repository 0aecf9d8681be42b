"""The vocabulary of dates: its examples fire, its mistakes are named, and what it finds is true to the text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import VocabError
from reportedly.lexicon.dating import Dating, load_dating
from reportedly.lexicon.dating_grammar import Codes, compiled
from reportedly.lexicon.dating_lines import DatingPattern, DatingWord, FeastLine
from reportedly.lexicon.lines import HOME, Line, load
from reportedly.mentions.times_builders import BUILDERS
from reportedly.mentions.times_checks import CHECKS
from reportedly.mentions.times_words import line_of
from tests.times.conftest import ReadTimes

LINES: tuple[Line, ...] = (
    *load("en/dating/patterns", DatingPattern),
    *load("en/dating/words", DatingWord),
    *load("en/dating/feasts", FeastLine),
)


@pytest.mark.parametrize("line", [line for line in LINES if line.yes or line.no], ids=lambda line: line.address)
def test_examples_fire_where_they_must(read_times: ReadTimes, line: Line) -> None:
    for sentence in line.yes:
        assert line.address in {when.rule for when in read_times(sentence)}, sentence
    for sentence in line.no:
        assert line.address not in {when.rule for when in read_times(sentence)}, sentence


def test_patterns_name_builders_and_checks_that_exist() -> None:
    for line in load("en/dating/patterns", DatingPattern):
        assert line.reads in BUILDERS, line.origin
        assert set(line.needs) <= set(CHECKS), line.origin


@pytest.mark.parametrize(
    ("pattern", "what"),
    (("month @nothing", "there is no part"), ("nonesuch", "no word is of the kind"), ("month &", "cannot read")),
)
def test_a_wrong_pattern_is_told_with_its_line(pattern: str, what: str) -> None:
    with pytest.raises(VocabError, match=what) as told:
        compiled(pattern, codes=Codes([frozenset({"month"})]), parts={}, where="dates.yml:3")
    assert told.value.where == "dates.yml:3"


def test_a_holiday_needs_one_rule(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "dating"
    folder.mkdir(parents=True)
    (folder / "feasts.yml").write_text('- id: twice\n  forms: [Karsk Day]\n  easter: 1\n  every: "01-02"\n')
    with pytest.raises(VocabError, match="exactly one of every, easter"):
        load_dating((HOME, tmp_path))


def test_a_house_may_add_its_own_holidays(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "dating"
    folder.mkdir(parents=True)
    (folder / "feasts.yml").write_text('- id: karsk-day\n  forms: [Karsk Day]\n  every: "01-02"\n')
    assert "karsk-day" in load_dating((HOME, tmp_path)).feasts


@given(st.text(max_size=80))
@settings(max_examples=200)
def test_any_text_becomes_a_line_of_words(text: str) -> None:
    words = line_of(text, 0, len(text), _DATING)
    assert len(words.line) == len(words.pieces)
    for word in words.words(0, len(words.pieces)):
        assert text[word.start : word.end] == word.text


JUMBLE = (
    *("on", "the", "last", "next", "March", "31", "2016", "Friday", ",", "two", "days", "ago", "-", "and", "early"),
    *("25th", "6:30", "a.m.", "night", "of", "week", "since", "99", "a"),
)


@given(st.lists(st.sampled_from(JUMBLE), max_size=9))
@settings(max_examples=60, deadline=None)
def test_any_jumble_of_time_words_is_read_without_overlap(read_times: ReadTimes, words: list[str]) -> None:
    text = "Shells fell " + " ".join(words) + "."
    found = read_times(text)
    for when in found:
        assert text[when.span.start : when.span.end] == when.text
    for one, two in pairwise(found):
        assert one.span.end <= two.span.start


_DATING: Dating = load_dating()
