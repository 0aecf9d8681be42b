"""A party stands among the doers of an incident once, where its name stands if it does."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from reportedly.incidents.building import build
from reportedly.lexicon.estimating import counted
from reportedly.model.claim import Claim
from tests.incidents.made import claim, party, report

RULES = {
    "Marn Liberation Front": "actors/veldania/mlf",
    "MLF guerrillas": "en/people/guerrilla",
    "the guerrillas": "en/pointing/guerrillas",
    "they": "en/modality/stand-ins",
}


def _claims(words: tuple[str, ...]) -> list[Claim]:
    doers = [replace(party("mlf"), text=text, rule=RULES[text]) for text in words]
    return [claim(f"a#{n}", perpetrators=(who,)) for n, who in enumerate(doers)]


@pytest.mark.parametrize("left_out", range(len(RULES)))
def test_the_words_nearest_to_the_name_are_taken(left_out: int) -> None:
    words = tuple(RULES)[left_out:]
    for order in permutations(words):
        incident = build(_claims(order), {"a": report("a")}, {}, counted())
        assert [who.text for who in incident.perpetrators] == [words[0]]
