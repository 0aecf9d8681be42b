"""A number of some of those told of: whom it counts, and that it is a part."""

from __future__ import annotations

import pytest

from reportedly.lexicon.measures import load_counts
from reportedly.model.findings import Readings
from reportedly.model.reading import HowMany
from reportedly.model.text import Page
from reportedly.model.words import Measure
from reportedly.readings.how_many import CountReader
from tests.conftest import LayOpen


@pytest.fixture(scope="module")
def reader() -> CountReader:
    return CountReader(load_counts())


def read(reader: CountReader, page: Page) -> tuple[HowMany, ...]:
    return reader.read(page, Readings())[0]


TOLD = "A strike killed 30 people and wounded 20 in Dolvi on Monday. "
SHARES = [
    ("Ten of the dead were women.", (10, Measure.KILLED, "women")),
    ("Of the dead, ten were women.", (10, Measure.KILLED, "women")),
    ("Ten of those killed were soldiers.", (10, Measure.KILLED, "soldiers")),
    ("Of those killed, 12 were soldiers, the ministry said.", (12, Measure.KILLED, "soldiers")),
    ("At least ten of the wounded were children, the ministry said.", (10, Measure.WOUNDED, "children")),
    ("Five of the wounded are in a critical condition.", (5, Measure.WOUNDED, None)),
    ("At least ten of the dead came in a raid on Kolm.", (10, Measure.KILLED, None)),
]


@pytest.mark.parametrize(("text", "counted"), SHARES, ids=[text for text, _ in SHARES])
def test_some_of_those_known_are_a_part_of_them(
    reader: CountReader, lay_open: LayOpen, text: str, counted: tuple[int, Measure, str | None]
) -> None:
    some = [h for h in read(reader, lay_open(TOLD + text)) if h.sentence == 1]
    assert [(h.low, h.measure, h.whom) for h in some] == [counted]
    assert all(h.part_of is not None for h in some if h.best)


def test_some_of_the_wounded_who_died_are_dead(reader: CountReader, lay_open: LayOpen) -> None:
    some = [h for h in read(reader, lay_open(TOLD + "Two of the wounded died on Tuesday.")) if h.sentence == 1]
    assert [(h.best, h.measure, h.part_of) for h in some] == [(2, Measure.KILLED, None)]


def test_some_of_a_number_said_beside_it_are_a_part_of_that(reader: CountReader, lay_open: LayOpen) -> None:
    found = read(reader, lay_open("Ten of the 18 victims of the raid on Dolvi come from four families."))
    assert [(h.best, h.part_of is not None) for h in found] == [(10, True), (18, False)]


@pytest.mark.parametrize(
    "text",
    [
        "The death toll in an attack on buses that carried people from three towns rose to 112.",
        "The death toll in a bomb attack on buses carrying Veldanians evacuated from two towns has risen to 112.",
        "The ministry put the number of people killed at 112.",
        "The ministry gave the number of people killed as 112.",
    ],
)
def test_the_figure_of_a_toll_is_none_that_is_said_of_something_else(
    reader: CountReader, lay_open: LayOpen, text: str
) -> None:
    assert [h.best for h in read(reader, lay_open(text)) if h.measure is Measure.KILLED] == [112]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The army shot down 18 of the 23 drones.", [18]),
        ("One of four missiles was shot down over Dolvi.", [1]),
        ("The army shot down 23 drones.", [23]),
    ],
)
def test_some_of_the_things_are_what_it_was_done_to(
    reader: CountReader, lay_open: LayOpen, text: str, counted: list[int]
) -> None:
    assert [h.best for h in read(reader, lay_open(text))] == counted
