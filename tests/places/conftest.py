"""A gazetteer of the invented country Veldania, and a reader over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.gazetteer.imports import read_rows
from reportedly.gazetteer.index import PlaceIndex
from reportedly.gazetteer.rows import Source
from reportedly.gazetteer.writing import write
from reportedly.lexicon.placing import load_placing
from reportedly.readings.where import PlaceReader

VELDANIA = Path(__file__).with_name("veldania.csv")


@pytest.fixture(scope="session")
def veldania(tmp_path_factory: pytest.TempPathFactory) -> PlaceIndex:
    """The index of the invented country."""
    path = tmp_path_factory.mktemp("gazetteer") / "veldania.sqlite"
    source = Source(name="veldania", version="1", licence="invented", attribution="invented")
    write(path, source, read_rows(VELDANIA, "veldania"))
    return PlaceIndex([path])


@pytest.fixture(scope="session")
def reader(veldania: PlaceIndex) -> PlaceReader:
    """A place reader that knows Veldania alone."""
    return PlaceReader(veldania, load_placing())
