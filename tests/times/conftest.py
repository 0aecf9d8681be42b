"""What the tests of times share: the reader, and one call that reads a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.lexicon.dating import Dating, load_dating
from reportedly.model.claim import Issue
from reportedly.model.reading import When
from reportedly.readings.when import TimeReader
from tests.conftest import LayOpen

FRIDAY = "2016-03-25"

ReadTimes = Callable[..., tuple[When, ...]]
ReadIssues = Callable[..., tuple[Issue, ...]]


@pytest.fixture(scope="session")
def dating() -> Dating:
    """The dating words of English, compiled once."""
    return load_dating()


@pytest.fixture(scope="session")
def read_times(lay_open: LayOpen, dating: Dating) -> ReadTimes:
    """The times of a text; published on Friday 25 March 2016 unless told otherwise (``None`` for no date)."""

    def read(text: str, published: str | None = FRIDAY) -> tuple[When, ...]:
        return TimeReader(dating).read(lay_open(text, published=published))[0]

    return read


@pytest.fixture(scope="session")
def read_issues(lay_open: LayOpen, dating: Dating) -> ReadIssues:
    """The open questions about the times of a text."""

    def read(text: str, published: str | None = FRIDAY) -> tuple[Issue, ...]:
        return TimeReader(dating).read(lay_open(text, published=published))[1]

    return read
