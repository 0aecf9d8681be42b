"""The actor words, loaded once, and a sentence read for its actors."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.lexicon.actor_words import ActorWords, load_actor_words
from reportedly.model.claim import Issue
from reportedly.model.mention import WeaponMention
from reportedly.model.reading import Who
from reportedly.readings.who import ActorReader
from tests.conftest import LayOpen

ReadActors = Callable[[str], tuple[tuple[Who, ...], tuple[WeaponMention, ...], tuple[Issue, ...]]]


@pytest.fixture(scope="session")
def words() -> ActorWords:
    """All vocabularies of actors and weapons."""
    return load_actor_words()


@pytest.fixture(scope="session")
def read(words: ActorWords, lay_open: LayOpen) -> ReadActors:
    """A text read for its actors and weapons."""
    reader = ActorReader(words)
    return lambda text: reader.read(lay_open(text))
