"""A denial that stands alone in its report answers a claim of another, whatever the order of reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from reportedly.incidents.linker import Linker
from reportedly.model.claim import Claim, Teller
from reportedly.model.incident import Incident
from reportedly.model.words import ContradictionKind, Happening, Role, Stance
from tests.incidents.made import DAY, DOLVI, KOLM, MONITOR, claim, party, report, toll

KORVIA = Teller(name="Korvia", role=Role.OFFICIAL, actor_id="korvia", side="korvia")
STRIKE = claim("kh-1#a", perpetrators=(party("Korvian air force", "korvia"),), tolls=(toll(9),))
DENIAL = claim("sp-1#a", tellers=(KORVIA,), stance=Stance.DENIES, day=None)
REPORTS = [report("kh-1"), report("sp-1", day=DAY + timedelta(days=2)), report("mt-1")]


def linked(claims: Sequence[Claim]) -> tuple[Incident, ...]:
    return Linker().link(claims, REPORTS).incidents


def answer(claims: Sequence[Claim]) -> str | None:
    """What the denial of the second report answers."""
    return next(d.denies for i in linked(claims) for d in i.denials if d.claim == "sp-1#a")


def test_the_denial_of_another_report_answers_the_claim() -> None:
    (incident,) = linked([STRIKE, DENIAL])
    (denial,) = incident.denials
    assert (denial.claim, denial.denies) == ("sp-1#a", "kh-1#a")
    assert "accused" in {reason.name for reason in denial.reasons}
    assert [c.kind for c in incident.contradictions] == [ContradictionKind.DENIAL]


def test_the_order_of_reading_does_not_matter() -> None:
    others = [STRIKE, DENIAL, claim("mt-1#a", where=KOLM, happening=Happening.BOMBING)]
    assert len({linked(order) for order in permutations(others)}) == 1


UNANSWERED = [
    ("another place", claim("kh-1#a", where=KOLM, perpetrators=STRIKE.perpetrators)),
    ("long before", claim("kh-1#a", day=DAY - timedelta(days=200), where=KOLM)),
    ("its own side's word", claim("kh-1#a", tellers=(KORVIA,))),
    ("a doubt", claim("kh-1#a", stance=Stance.DOUBTS)),
    ("far more dead", replace(STRIKE, tolls=(toll(2000),))),
    ("another did it", claim("kh-1#a", perpetrators=(party("MLF", "mlf"),), happening=Happening.ABDUCTION)),
]


@pytest.mark.parametrize(("why", "rival"), UNANSWERED, ids=[why for why, _ in UNANSWERED])
def test_a_denial_that_agrees_with_nothing_stays_without_a_target(why: str, rival: Claim) -> None:
    assert answer([rival, replace(DENIAL, tolls=(toll(9),))]) is None


def test_the_claim_that_agrees_best_is_answered() -> None:
    near = claim("mt-1#a", where=DOLVI, perpetrators=(), tellers=(MONITOR,))
    assert answer([near, STRIKE, DENIAL]) == "kh-1#a"


def test_a_denial_in_its_own_report_keeps_what_the_reader_tied() -> None:
    own = claim("sp-1#b", tellers=(MONITOR,))
    denial = claim("sp-1#a", tellers=(KORVIA,), stance=Stance.DENIES, denies=("sp-1#b",))
    assert answer([STRIKE, own, denial]) == "sp-1#b"


def test_a_denial_contradicts_what_it_denies_in_another_incident_too() -> None:
    """It belongs to the incident of what it answers first, and the other is contested all the same."""
    other = claim("sp-1#b", where=KOLM, happening=Happening.BOMBING, tellers=(MONITOR,))
    own = claim("sp-1#c", tellers=(MONITOR,))
    denial = replace(DENIAL, denies=("sp-1#c", "sp-1#b"))
    found = {i.claims: i for i in linked([other, own, denial])}
    assert sorted(found) == [("sp-1#a", "sp-1#c"), ("sp-1#b",)]
    for incident in found.values():
        assert [d.answers for d in incident.denials] == [("sp-1#c", "sp-1#b")]
        assert [c.kind for c in incident.contradictions] == [ContradictionKind.DENIAL]


def test_what_a_denial_answers_first_of_all_stands_for_what_it_denies() -> None:
    """Also where another claim that it answers is told by somebody whose word weighs more."""
    first = claim("sp-1#b", tellers=(Teller(name=None, role=Role.UNKNOWN, anonymous=True),))
    other = claim("sp-1#c", tellers=(MONITOR,))
    denial = replace(DENIAL, denies=("sp-1#b", "sp-1#c"))
    (incident,) = linked([first, other, denial])
    (found,) = incident.contradictions
    assert {found.left, found.right} == {"sp-1#a", "sp-1#b"}
    assert {*found.left_also, *found.right_also} == {"sp-1#c"}
