"""The steps of STANAG 2511, read from origins and contradictions."""

from __future__ import annotations

import pytest

from reportedly.estimates.credibility import Credibility, credibility
from reportedly.model.incident import Contradiction, Origin
from reportedly.model.words import ContradictionKind, Grade, Role

CENTRE = Origin(name="Veldania Monitoring Centre", role=Role.MONITOR, claims=("a#1",), reason="")
ARMY = Origin(name="the Veldanian army", role=Role.MILITARY, claims=("b#1",), reason="")
TOLL = Contradiction(kind=ContradictionKind.TOLL, left="a#1", right="b#1", text="")
DENIAL = Contradiction(kind=ContradictionKind.DENIAL, left="a#1", right="b#1", text="")

STEPS = [
    ("two origins, no contradiction", (CENTRE, ARMY), (), Grade.FAIR, Credibility.CONFIRMED),
    ("two origins, two tolls", (CENTRE, ARMY), (TOLL,), Grade.FAIR, Credibility.PROBABLY_TRUE),
    ("two origins, a denial", (CENTRE, ARMY), (DENIAL, TOLL), Grade.CONTESTED, Credibility.POSSIBLY_TRUE),
    ("one origin", (CENTRE,), (), Grade.WEAK, Credibility.POSSIBLY_TRUE),
    ("one origin, a denial", (CENTRE,), (DENIAL,), Grade.CONTESTED, Credibility.DOUBTFUL),
    ("a warring party alone", (ARMY,), (), Grade.WEAK, Credibility.DOUBTFUL),
    ("only denied", (), (), Grade.DISCOUNTED, Credibility.IMPROBABLE),
    ("no origin", (), (), Grade.WEAK, Credibility.CANNOT_BE_JUDGED),
]


@pytest.mark.parametrize(("case", "origins", "disputes", "grade", "step"), STEPS, ids=[case[0] for case in STEPS])
def test_the_steps(
    case: str, origins: tuple[Origin, ...], disputes: tuple[Contradiction, ...], grade: Grade, step: Credibility
) -> None:
    rated = credibility(origins, disputes, grade)
    assert rated.step is step
    assert rated.reason
