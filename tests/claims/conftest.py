"""A whole reader over the invented country, for sentences that are read as reports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.demo import prepare
from reportedly.model.claim import Claim
from reportedly.model.text import Published, Report

Told = Callable[[str], tuple[Claim, ...]]


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The claims of a report of Radio Orvan, printed on Friday 10 May 2024."""
    _, setting = prepare(tmp_path_factory.mktemp("places"))
    read = setting()
    published = Published(day=date(2024, 5, 10), moment="2024-05-10", basis="given")

    def claims(text: str) -> tuple[Claim, ...]:
        return read(Report(id="r", text=text, outlet="Radio Orvan", published=published)).claims

    return claims
