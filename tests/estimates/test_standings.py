"""What the dead were, and how an attack ended: two origins that cannot both be right."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from reportedly.claims.frames.outcomes import BEATEN
from reportedly.estimates.assess import assess
from reportedly.lexicon.estimating import counted
from reportedly.lexicon.linking import families
from reportedly.lexicon.victims import ALL, SOME
from reportedly.model.claim import Claim, Note
from reportedly.model.words import ContradictionKind, Happening
from tests.incidents.made import ARMY, DAY, KOLM, MEDIC, claim, party, report, toll

REPORTS = {"a": report("a", day=DAY), "b": report("b", day=DAY + timedelta(days=1))}
EVERYBODY = Note(field="targets", rule=ALL, text="what all of those harmed were")
SOMEBODY = Note(field="targets", rule=SOME, text="what some of those harmed were")
REPELLED = Note(field="outcome", rule=BEATEN, text="the attack was beaten back")
VILLAGERS = claim("a#1", tellers=(MEDIC,), tolls=(toll(9, whom="villagers"),))


def people(word: str) -> object:
    return replace(party(word), text=word, actor_id=None, side=None)


def clashes(*claims: Claim) -> list[ContradictionKind]:
    return [c.kind for c in assess(claims, REPORTS, counted(), kin=families()).contradictions]


CASES = [
    (
        "another standing for all of them",
        claim("a#2", tellers=(ARMY,), targets=(people("militants"),), notes=(EVERYBODY,)),
        True,
    ),
    ("for some of them", claim("a#2", tellers=(ARMY,), targets=(people("militants"),), notes=(SOMEBODY,)), False),
    ("the same standing", claim("a#2", tellers=(ARMY,), targets=(people("children"),), notes=(EVERYBODY,)), False),
    ("no standing that is known", claim("a#2", tellers=(ARMY,), targets=(people("men"),), notes=(EVERYBODY,)), False),
    ("one count of another standing", claim("a#2", tellers=(ARMY,), tolls=(toll(9, whom="militants"),)), True),
]


@pytest.mark.parametrize(("case", "other", "clash"), CASES, ids=[case[0] for case in CASES])
def test_two_standings_of_the_dead(case: str, other: Claim, clash: bool) -> None:
    assert (ContradictionKind.ATTRIBUTION in clashes(VILLAGERS, other)) is clash


FAILED = claim("a#1", tellers=(ARMY,), perpetrators=(party("mlf"),), notes=(REPELLED,))
ENDS = [
    (
        "the attackers won ground",
        claim("a#2", perpetrators=(party("mlf"),), happening=Happening.TERRITORY_GAINED),
        True,
    ),
    ("others won ground", claim("a#2", perpetrators=(party("army"),), happening=Happening.TERRITORY_GAINED), False),
    ("far away", claim("a#2", perpetrators=(party("mlf"),), happening=Happening.TERRITORY_GAINED, where=KOLM), False),
    (
        "on another day",
        claim("a#2", perpetrators=(party("mlf"),), happening=Happening.TERRITORY_GAINED, day=DAY + timedelta(days=3)),
        False,
    ),
]


@pytest.mark.parametrize(("case", "other", "clash"), ENDS, ids=[case[0] for case in ENDS])
def test_an_attack_beaten_back_wins_no_ground(case: str, other: Claim, clash: bool) -> None:
    assert (ContradictionKind.ATTRIBUTION in clashes(FAILED, other)) is clash
