"""A party stands among the doers of an incident once, where its name stands if it does."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from reportedly.incidents.building import build
from reportedly.incidents.doers import doers
from reportedly.lexicon.estimating import counted
from reportedly.model.claim import Claim
from reportedly.model.reading import Who
from reportedly.model.words import Role
from tests.incidents.made import claim, party, report

RULES = {
    "Marn Liberation Front": "actors/veldania/mlf",
    "MLF guerrillas": "en/people/guerrilla",
    "the guerrillas": "en/pointing/guerrillas",
    "they": "en/modality/stand-ins",
}


def _claims(words: tuple[str, ...]) -> list[Claim]:
    named = [replace(party("mlf"), text=text, rule=RULES[text]) for text in words]
    return [claim(f"a#{n}", perpetrators=(who,)) for n, who in enumerate(named)]


@pytest.mark.parametrize("left_out", range(len(RULES)))
def test_the_words_nearest_to_the_name_are_taken(left_out: int) -> None:
    words = tuple(RULES)[left_out:]
    for order in permutations(words):
        incident = build(_claims(order), {"a": report("a")}, {}, counted())
        assert [who.text for who in incident.perpetrators] == [words[0]]


def _people(name: str, *, general: bool = False) -> Who:
    who = replace(party(name), kind="people", described=True, role=Role.ARMED_GROUP, side=None)
    return (
        replace(who, rule="actors/generic/rebels") if general else replace(who, actor_id=None, rule="en/people/bomber")
    )


FRONT = replace(party("mlf"), role=Role.ARMED_GROUP)
GUARD = replace(party("guard"), role=Role.ARMED_GROUP)
STATE = replace(party("vd-gov", "vd-gov"), kind="state", role=Role.OFFICIAL)
ARMY = replace(party("vd-army", "vd-gov"), role=Role.MILITARY)
REBELS = _people("rebels", general=True)

ONCE = [
    (
        (_people("Suicide bomber"), _people("suicide bomber")),
        ["Suicide bomber"],
        "described people are alike in any case",
    ),
    ((REBELS, FRONT), ["mlf"], "a general word beside the one group that is named"),
    ((REBELS, FRONT, GUARD), ["guard", "mlf", "rebels"], "a general word beside two groups says neither"),
    ((REBELS, ARMY), ["rebels", "vd-army"], "a general word beside a party of another role"),
    ((STATE, ARMY), ["vd-army"], "a state beside its own arm"),
    ((STATE, FRONT), ["mlf", "vd-gov"], "a state beside another party"),
]


@pytest.mark.parametrize(("who", "expected"), [case[:2] for case in ONCE], ids=[case[2] for case in ONCE])
def test_one_doer_called_by_several_words_is_one_party(who: tuple[Who, ...], expected: list[str]) -> None:
    assert sorted(found.name for found in doers([[each] for each in who])) == expected
