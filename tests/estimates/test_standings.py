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
from reportedly.model.text import Span
from reportedly.model.words import ContradictionKind, Happening, Measure
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
    ("only people of another standing", claim("a#2", tellers=(ARMY,), tolls=(toll(None, whom="only fighters"),)), True),
    ("only people of another standing hit", claim("a#2", tellers=(ARMY,), targets=(people("only fighters"),)), True),
    ("people of another standing hit", claim("a#2", tellers=(ARMY,), targets=(people("fighters"),)), False),
    ("a party's own count, near it", claim("a#2", tellers=(ARMY,), tolls=(toll(7, whom="militants"),)), True),
    ("a party's own count, far from it", claim("a#2", tellers=(ARMY,), tolls=(toll(30, whom="militants"),)), False),
    ("nobody's own count", claim("a#2", tolls=(toll(7, whom="militants"),)), False),
]


@pytest.mark.parametrize(("case", "other", "clash"), CASES, ids=[case[0] for case in CASES])
def test_two_standings_of_the_dead(case: str, other: Claim, clash: bool) -> None:
    assert (ContradictionKind.ATTRIBUTION in clashes(VILLAGERS, other)) is clash


def test_militants_killed_are_no_civilians_hurt() -> None:
    nobody = claim("a#2", tellers=(ARMY,), tolls=(toll(0, measure=Measure.CASUALTIES, whom="civilians"),))
    militants = claim("a#3", tolls=(toll(9, whom="militants"),))
    assert ContradictionKind.DENIAL in clashes(VILLAGERS, nobody)
    assert ContradictionKind.DENIAL not in clashes(militants, nobody)


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


def test_what_the_attackers_did_besides_stands_on_the_same_side() -> None:
    took = claim("a#2", perpetrators=(party("mlf"),), happening=Happening.TERRITORY_GAINED, span=Span(0, 20))
    killed = claim("a#3", perpetrators=(party("mlf"),), tolls=(toll(9, whom="troops"),), span=Span(21, 40))
    (clash,) = assess((FAILED, took, killed), REPORTS, counted(), kin=families()).contradictions
    assert {clash.left, clash.right, *clash.left_also, *clash.right_also} == {"a#1", "a#2", "a#3"}
