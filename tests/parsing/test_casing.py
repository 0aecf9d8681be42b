"""Titles written with capitals, parsed as sentences."""

from __future__ import annotations

import pytest

from reportedly.parsing.casing import Casing, Known, titled
from tests.conftest import LayOpen

COMMON = [
    Known(frozenset({"kill", "claim"}), [("s", ""), ("ed", "")]),
    Known(frozenset({"drone", "strike", "market", "front", "march"})),
]


@pytest.mark.parametrize(
    ("title", "story", "expected"),
    [
        ("Drone Strike Kills Nine In Kolm", "A raid hit Kolm.", "drone strike kills Nine In Kolm"),
        ("Front Claims Attack On Market", "Later the Front said so.", "Front claims Attack On Market"),
        ("Marn Guards Free Nine", "The guards left Marn.", "Marn guards Free Nine"),
        ("Nine Killed In March", "Nothing else was said.", "Nine killed In March"),
    ],
    ids=["known words", "a name of the story", "small in the story", "a name behind a word of two letters"],
)
def test_a_title_is_written_as_a_sentence(title: str, story: str, expected: str) -> None:
    assert " ".join(Casing(story, *COMMON).lowered(title.split())) == expected


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("Drone Strike Kills Nine Civilians In Kolm", True),
        ("Drone strike kills nine civilians in Kolm", False),
        ("DRONE STRIKE KILLS NINE CIVILIANS", False),
        ("Kolm Burns", False),
    ],
)
def test_what_is_written_as_a_title(line: str, is_title: bool) -> None:
    assert titled(line.split()) is is_title


def test_the_words_stay_as_they_are_written(lay_open: LayOpen) -> None:
    text = "Drone Strike Kills Nine Civilians In Kolm\n\nA drone hit the market of Kolm on Monday."
    title = lay_open(text).sentences[0]
    assert [(t.text, t.tag) for t in title.tokens[:3]] == [("Drone", "NN"), ("Strike", "NN"), ("Kills", "VBZ")]
    assert all(text[t.start : t.end] == t.text for t in title.tokens)
