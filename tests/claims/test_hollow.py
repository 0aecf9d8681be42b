"""Words for violence that report none: goods, labels, habits, wishes; and the same words where they do."""

from __future__ import annotations

import pytest

from reportedly.claims.frames.hollow import hollow
from reportedly.lexicon.happenings import load_happenings
from reportedly.lexicon.modality import load_modality
from reportedly.mentions.happenings import WordHappenings
from tests.conftest import LayOpen

CASES = [
    ("The firm sold 100 rockets to Korvia.", "rockets", True),
    ("A shipment of grenades arrived in Port Lemen.", "grenades", True),
    ("Some of the men were carrying guns and bombs.", "bombs", True),
    ("The militia carried out a bombing in Dolvi.", "bombing", False),
    ("A grenade wounded two people in Kolm.", "grenade", False),
    ("He was handling several kidnapping cases in Karsk.", "kidnapping", True),
    ("The murder trial went on in Karsk.", "murder", True),
    ("The police feared a possible attack on Dolvi.", "attack", True),
    ("The militia planned the bombing of Dolvi.", "bombing", True),
    ("He called for attacks on the army.", "attacks", True),
    ("The attack on Dolvi began at dawn.", "attack", False),
    ("The prolonged strike of the drivers went on in Port Lemen.", "strike", True),
    ("Teachers began a strike in Karsk.", "strike", True),
    ("The strike on the depot killed four workers.", "strike", False),
    ("The officer had been fired in May.", "fired", True),
    ("Shots were fired in Karsk.", "fired", False),
    ("The police confiscated six sticks of dynamite.", "dynamite", True),
    ("Soldiers seized two bombs and a rifle in Kolm.", "bombs", True),
    ("The threat of an attack on Dolvi grew.", "attack", True),
    ("The militia announced a suspension of its attacks on Dolvi.", "attacks", True),
    ("The rebels live in the hills, often attacking army patrols.", "attacking", True),
    ("The rebels are often conducting attacks on Dolvi.", "attacks", True),
    ("The rebels had often attacked Dolvi.", "attacked", False),
    ("The Guard is a militia fighting the rebels in Marn.", "fighting", True),
    ("There are soldiers fighting the rebels in Marn.", "fighting", False),
    ("The Guard was fighting the rebels in Marn.", "fighting", False),
]


@pytest.mark.parametrize(("sentence", "word", "expected"), CASES)
def test_what_only_names_violence(lay_open: LayOpen, sentence: str, word: str, expected: bool) -> None:
    assert _hollow(lay_open, sentence, word) is expected


def test_the_simple_present_tells_of_a_habit_but_not_at_the_head(lay_open: LayOpen) -> None:
    report = "The bishop spoke in Karsk. He spoke of soldiers who kill priests."
    assert _hollow(lay_open, report, "kill")
    assert not _hollow(lay_open, "Gunmen murder a priest in Karsk.", "murder")


def test_a_number_makes_the_simple_present_a_deed(lay_open: LayOpen) -> None:
    assert not _hollow(lay_open, "The bishop spoke in Karsk. Gunmen then murder two priests in Dolvi.", "murder")


def test_a_verb_whose_past_is_written_like_its_present_goes_by_the_clause_above(lay_open: LayOpen) -> None:
    told = "Fighting killed 30 people on Monday, medics said."
    assert not _hollow(lay_open, f"{told} Most of the deaths came when shells hit a market in Kharkiv.", "hit")


def _hollow(lay_open: LayOpen, text: str, word: str) -> bool:
    page, lexicon = lay_open(text), load_happenings()
    mention = next(m for m in WordHappenings(lexicon).read(page) if word in m.text.split())
    return hollow(page.sentences[mention.sentence], mention, lexicon, load_modality())
