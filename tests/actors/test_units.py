"""Names of units by their build: the exact words."""

from __future__ import annotations

import pytest

from reportedly.lexicon.actor_words import ActorWords

ROWS = [
    ("He said that the 120th artillery brigade shelled Dolvi.", "120th artillery brigade"),
    ("The First Coastal Division entered Dolvi.", "First Coastal Division"),
    ("They met the 9th Legion near Dolvi.", "9th Legion"),
    ("They met Battalion 101 near Dolvi.", "Battalion 101"),
    ("They met Unit 4410 near Dolvi.", "Unit 4410"),
    ("They met the IV Army Corps near Dolvi.", "IV Army Corps"),
    ("They met Korvia's 2nd mountain battalion near Dolvi.", "Korvia's 2nd mountain battalion"),
    ("They met the 3rd Assault Brigade 'Falcon' near Dolvi.", "3rd Assault Brigade 'Falcon"),
    ("They met Katibat al-Sava near Dolvi.", "Katibat al-Sava"),
    ("They met Liwa al-Teshil near Dolvi.", "Liwa al-Teshil"),
    ("They met Jaysh al-Orvan near Dolvi.", "Jaysh al-Orvan"),
    ("They met Kata'ib al-Marn near Dolvi.", "Kata'ib al-Marn"),
    ("They met the 26th Air Defence Brigade near Dolvi.", "26th Air Defence Brigade"),
    ("They met the Korvian Border Guard near Dolvi.", "Korvian Border Guard"),
    ("They met the Eastern Military District near Dolvi.", "Eastern Military District"),
    ("They met the 90th Guards Tank Division near Dolvi.", "90th Guards Tank Division"),
    ("They met the Dolvi Self-Defence Units near Kolm.", "Dolvi Self-Defence Units"),
    ("They told Radio Orvan that it was calm.", "Radio Orvan"),
]


@pytest.mark.parametrize(("text", "name"), ROWS)
def test_units_are_found_with_their_exact_words(words: ActorWords, text: str, name: str) -> None:
    assert [text[u.start : u.end] for u in words.units.spot(text)] == [name]


@pytest.mark.parametrize("text", ["A brigade shelled Dolvi.", "A border guard was hurt.", "A unit of 41 men left."])
def test_common_nouns_are_no_units(words: ActorWords, text: str) -> None:
    assert not list(words.units.spot(text))


def test_there_are_enough_patterns(words: ActorWords) -> None:
    assert len(words.units.patterns) >= 60
