"""Words that set one happening beside another are found in any case, in plain letters and beside others."""

from __future__ import annotations

import pytest

from reportedly.lexicon.adding import Adding, load_adding


@pytest.mark.parametrize(
    ("text", "also", "apart"),
    [
        ("Six people were also killed in Karsk", True, False),
        ("MEANWHILE a strike hit Dolvi", False, True),
        ("Ñor Tavren: Meanwhile six were ALSO killed", True, True),
        ("alsø killed in the falsoed town", False, False),
        ("six were killed in Brenik", False, False),
    ],
)
def test_what_a_sentence_says(text: str, *, also: bool, apart: bool) -> None:
    adding = load_adding()
    assert (adding.says_also(text), adding.says_apart(text)) == (also, apart)


def test_without_words_nothing_is_said() -> None:
    assert not Adding().says_also("also")
