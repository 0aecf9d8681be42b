"""A headline in, on whose word it stands out."""

from __future__ import annotations

import pytest

from tests.attributions.telling import Tell


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Air strike kills 20 in Tavren: monitor", ("monitor", ":", "Air strike kills 20 in Tavren")),
        ("Monitor: air strike kills 20 in Tavren", ("Monitor", ":", "air strike kills 20 in Tavren")),
        ("Nine dead in Kolm, state TV says", ("state TV", "says", "Nine dead in Kolm")),
        ("Shelling kills six in Dolvi, says Red Cross", ("Red Cross", "says", "Shelling kills six in Dolvi")),
        ("Four killed in raid, hospital sources say", ("hospital sources", "say", "Four killed in raid")),
        ("Drone strike kills nine in Kolm – residents", ("residents", "–", "Drone strike kills nine in Kolm")),
        ("Nine killed in market bombing - police", ("police", "-", "Nine killed in market bombing")),
    ],
)
def test_a_headline_says_on_whose_word_it_stands(tell: Tell, headline: str, expected: tuple[str, str, str]) -> None:
    assert expected in tell(f"{headline}\n\nIt rained in Kolm on Sunday.").rows()


@pytest.mark.parametrize(
    "headline",
    [
        "Army enters Kolm, residents flee",
        "Kolm: a town without bread",
        "Nine killed in Kolm - live updates",
        "Korvia: Soldiers Kill Nine Villagers",
    ],
)
def test_a_headline_without_a_teller(tell: Tell, headline: str) -> None:
    assert not tell(f"{headline}\n\nIt rained in Kolm on Sunday.").rows()


def test_who_told_it_behind_the_last_name_is_no_more_than_that(tell: Tell) -> None:
    told = tell(
        "A bomber blew himself up in Kolm, killing six officials and badly wounding Mayor Tesh, "
        "local media reported on Wednesday."
    )
    assert told.chain("A bomber") == "local media/media*"


def test_a_line_of_a_live_blog_says_on_whose_word_it_stands(tell: Tell) -> None:
    told = tell("It rained.\n\n08:00 GMT - Three reporters killed in a strike: state media\n\nThe road was open.")
    assert told.chain("Three reporters") == "state media/media"


def test_a_place_above_its_report_tells_nothing(tell: Tell) -> None:
    told = tell("Ziarat:\nAt least three people were killed in Kolm, confirmed the governor's spokesman Ivan Petrov.")
    assert told.chain("At least three people") == "Ivan Petrov/official"
