"""What tests share: one parser for the whole run, and a report laid open for reading."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import settings

from reportedly.model.text import Page, Published, Report
from reportedly.parsing.spacy_parser import SpacyParser, load_model
from reportedly.passages.split import PlainSplitter
from reportedly.runners import one_thread

settings.register_profile("house", deadline=None, derandomize=True)  # machines are noisy, runs must repeat
settings.load_profile("house")

LayOpen = Callable[..., Page]

CHROMIUM = shutil.which("chromium")
_QUIET = ["disable-background-networking", "disable-component-update", "disable-sync", "disable-quic", "no-first-run"]
_FLAGS = [f"--{flag}" for flag in ("no-sandbox", "disable-gpu", *_QUIET)]


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    """The parser with its model, loaded once."""
    one_thread()
    return SpacyParser(load_model())


@pytest.fixture(scope="session")
def lay_open(parser: SpacyParser) -> LayOpen:
    """A text (and fields of its report; ``published`` may be an ISO day) cut into passages and parsed."""

    def opened(text: str, **fields: Any) -> Page:
        day = fields.pop("published", None)
        published = Published(day=date.fromisoformat(day), moment=day, basis="given") if day else None
        report = Report(id=fields.pop("id", "r"), text=text, published=published, **fields)
        passages = PlainSplitter().split(report)
        return Page(report=report, passages=passages, sentences=parser.parse(report, passages))

    return opened


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A real browser, one for the whole run: its driver keeps a loop that allows no second one beside it."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield browser
        browser.close()
