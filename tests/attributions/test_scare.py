"""Words in quotation marks that are no speech are noted, and make no attribution."""

from __future__ import annotations

import pytest

from reportedly.attributions.scare import scare_quotes
from tests.attributions.telling import Tell

NOTED = [
    ('The army shelled the so-called "safe zone" near Dolvi.', ['"safe zone"']),
    ('The "terrorists" were killed in Kolm, residents said.', ['"terrorists"']),
    ("Nine of the “rebel commanders” had left Kolm.", ["“rebel commanders”"]),
    ('State radio said "tens of bandits" had been killed.', ['"tens of bandits"']),
]
NOT_NOTED = [
    '"We are still digging," a doctor said.',
    '"Terrible," said a doctor.',
    'The army began Operation "Northern Dawn" on Monday.',
    'Ivan "Bear" Petrov left Kolm.',
    'A doctor said "the road was closed" on Monday.',
]


@pytest.mark.parametrize(("text", "marked"), NOTED)
def test_a_marked_phrase_is_noted(tell: Tell, text: str, marked: list[str]) -> None:
    told = tell(text)
    assert [s.of(text) for s in scare_quotes(told.page, told.attributions)] == marked


@pytest.mark.parametrize("text", NOT_NOTED)
def test_speech_and_names_are_not(tell: Tell, text: str) -> None:
    told = tell(text)
    assert not scare_quotes(told.page, told.attributions)


def test_a_marked_phrase_stands_on_its_attribution_and_makes_none(tell: Tell) -> None:
    text = 'The army said that it had cleared the "nest" in Kolm.'
    (attribution,) = tell(text).attributions
    assert [s.of(text) for s in attribution.scare_quotes] == ['"nest"']
