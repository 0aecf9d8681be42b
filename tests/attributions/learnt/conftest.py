"""Weights trained on the invented reports, once for all tests of the room."""

from __future__ import annotations

import pytest

from reportedly.attributions.attributor import SayingAttributor
from reportedly.attributions.learnt.attributor import LearntAttributor
from reportedly.attributions.learnt.examples import Lesson
from reportedly.attributions.learnt.training import train
from reportedly.attributions.learnt.weights import Weights
from tests.attributions.learnt.marked import TOLD
from tests.conftest import LayOpen


@pytest.fixture(scope="session")
def lessons(stage: SayingAttributor, lay_open: LayOpen) -> tuple[Lesson, ...]:
    """The reports parsed, with what the rules find, three times over: a rare feature is not learnt."""
    pages = [lay_open(text, id=f"r{n}") for n, (text, _) in enumerate(TOLD)]
    once = [
        Lesson(page=page, drafts=stage.drafts(page), marked=marked)
        for page, (_, marked) in zip(pages, TOLD, strict=True)
    ]
    return tuple(once * 3)


@pytest.fixture(scope="session")
def weights(lessons: tuple[Lesson, ...], stage: SayingAttributor) -> Weights:
    return train(lessons, stage.sayings, statement="invented")


@pytest.fixture(scope="session")
def learnt(stage: SayingAttributor, weights: Weights) -> LearntAttributor:
    return LearntAttributor(stage, weights)
