"""Each line of the counting vocabulary fires in its ``yes`` sentences and not in its ``no`` sentences."""

from __future__ import annotations

import pytest

from reportedly.errors import VocabError
from reportedly.lexicon.counting import CountingLine
from reportedly.lexicon.lines import load
from reportedly.lexicon.measures import FateLine, MeasureLine, load_counts
from reportedly.model.findings import Readings
from reportedly.model.words import Measure
from reportedly.readings.how_many import CountReader
from tests.conftest import LayOpen

LINES = [*load("en/measures", FateLine), *load("en/counting", CountingLine)]
YES = [(line.address, text) for line in LINES for text in line.yes]
NO = [(line.address, text) for line in LINES for text in line.no]


@pytest.fixture(scope="module")
def reader() -> CountReader:
    return CountReader(load_counts())


def fired(reader: CountReader, lay_open: LayOpen, text: str) -> set[str]:
    found, _ = reader.read(lay_open(text), Readings())
    return {rule for toll in found for rule in (toll.rule, *toll.also)}


@pytest.mark.parametrize(("address", "text"), YES)
def test_fires_where_it_must(reader: CountReader, lay_open: LayOpen, address: str, text: str) -> None:
    assert address in fired(reader, lay_open, text)


@pytest.mark.parametrize(("address", "text"), NO)
def test_is_silent_where_it_must_be(reader: CountReader, lay_open: LayOpen, address: str, text: str) -> None:
    assert address not in fired(reader, lay_open, text)


def test_every_measure_of_the_interface_is_described() -> None:
    described = {line.id for line in load("measures", MeasureLine) if line.kind == "measure"}
    assert described == {measure.value for measure in Measure}


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(VocabError, match="no profile"):
        load_counts(profile="guess")
