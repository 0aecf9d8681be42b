"""The stage, and a text read by it."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.attributions.attributor import SayingAttributor
from tests.attributions.telling import Tell, Told, attributor, told
from tests.conftest import LayOpen


@pytest.fixture(scope="session")
def stage() -> SayingAttributor:
    return attributor()


@pytest.fixture(scope="session")
def tell(stage: SayingAttributor, lay_open: LayOpen) -> Tell:
    """A text (and fields of its report) read for attributions."""

    def read(text: str, **fields: Any) -> Told:
        return told(stage, lay_open(text, **fields))

    return read
