"""The example of the policies page, what a stated none does, and what must hold under every policy."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reportedly.estimates.policies import RULES
from reportedly.model.claim import Claim, Teller
from reportedly.model.reading import HowMany
from reportedly.model.text import Span
from reportedly.model.words import ContradictionKind, Denied, Grade, Measure, Policy, Role, Stance
from tests.estimates.test_assess import MLF, at_least, killed, told
from tests.incidents.made import ARMY, MEDIC, MONITOR, NORTHWIRE, claim, party, toll

PAGE = Path(__file__).resolve().parents[2] / "docs" / "policies" / "index.md"
ACTIVISTS = Teller(name="activists", role=Role.ACTIVIST, anonymous=True, span=Span(0, 1))
DOZENS = toll(None, text="dozens of people", implied=(24, 99))
EXAMPLE = [
    claim("a#1", tolls=(at_least(20),)),
    claim("b#1", paper="Sava Post", tolls=(toll(26),)),
    claim("a#2", tellers=(MEDIC,), tolls=(toll(31),), span=Span(50, 90)),
    claim("a#3", tellers=(ARMY,), tolls=(toll(9),), span=Span(100, 140)),
    claim("b#2", tellers=(MLF,), stance=Stance.CLAIMS_RESPONSIBILITY, tolls=(toll(60),), span=Span(50, 90)),
    claim("c#1", tellers=(ACTIVISTS,), tolls=(DOZENS,), paper="Radio Orvan"),
]


@pytest.mark.parametrize("policy", list(Policy))
def test_the_page_shows_what_each_policy_makes_of_the_example(policy: Policy) -> None:
    rows = [line.split("|") for line in PAGE.read_text(encoding="utf-8").split("\n") if line.startswith("| `")]
    shown = {row[1].strip(" `"): tuple(None if cell.strip() == "–" else int(cell) for cell in row[2:5]) for row in rows}
    assert killed(EXAMPLE, policy) == shown[policy.value]
    assert (PAGE.parent / f"{policy.value}.md").is_file()
    assert RULES[policy]


def test_an_origins_later_figure_is_set_aside_under_every_policy() -> None:
    for policy in Policy:
        (estimate,) = told(EXAMPLE, policy).estimates
        assert estimate.set_aside == (("a#1", "20, which the same origin later put at 26"),)


NOBODY = claim("a#2", tellers=(ARMY,), tolls=(toll(0, whom=None, text="nobody"),), span=Span(50, 90))


def test_a_stated_none_lowers_the_low_end_and_is_listed() -> None:
    claims = [claim("a#1", tolls=(toll(9),)), NOBODY]
    assert killed(claims) == (0, 9, 9)
    (found,) = told(claims).contradictions
    assert (found.kind, found.about, found.left, found.right) == (ContradictionKind.DENIAL, Denied.TOLL, "a#2", "a#1")


def test_a_denial_without_a_number_is_listed_and_leaves_the_range() -> None:
    claims = [claim("a#1", tolls=(toll(9),)), claim("a#2", tellers=(ARMY,), stance=Stance.DENIES, denies=("a#1",))]
    assert killed(claims) == (9, 9, 9)
    assert [c.kind for c in told(claims).contradictions] == [ContradictionKind.DENIAL]


GRADED: list[tuple[str, list[Claim], Grade]] = [
    ("one origin", [claim("a#1", tolls=(toll(9),))], Grade.WEAK),
    ("an outlet alone", [claim("a#1", tellers=(), tolls=(toll(9),))], Grade.WEAK),
    ("two origins", [claim("a#1", tolls=(toll(9),)), claim("a#2", tellers=(MEDIC,), tolls=(toll(9),))], Grade.FAIR),
    (
        "two culprits",
        [claim("a#1", perpetrators=(party("korvia"),)), claim("a#2", tellers=(MEDIC,), perpetrators=(party("mlf"),))],
        Grade.CONTESTED,
    ),
    (
        "claimed and denied",
        [
            claim("a#1", tellers=(MLF,), stance=Stance.CLAIMS_RESPONSIBILITY),
            claim("a#2", tellers=(ARMY,), stance=Stance.DENIES, denies=("a#1",)),
        ],
        Grade.CONFIRMED,
    ),
    ("only doubted", [claim("a#1", stance=Stance.DOUBTS, tolls=(toll(9),))], Grade.DISCOUNTED),
]


@pytest.mark.parametrize(("case", "claims", "expected"), GRADED, ids=[case[0] for case in GRADED])
def test_grades_are_asked_in_their_order(case: str, claims: list[Claim], expected: Grade) -> None:
    assert told(claims).grade is expected


@some.composite
def counts(draw: some.DrawFn) -> HowMany:
    number = draw(some.integers(0, 60))
    whom = draw(some.sampled_from(["people", "children", None]))
    measure = draw(some.sampled_from([Measure.KILLED, Measure.WOUNDED]))
    exact = draw(some.booleans())
    return toll(number, whom=whom, measure=measure, high=number if exact else None)


@some.composite
def ledgers(draw: some.DrawFn) -> list[Claim]:
    """Claims of up to three reports, each told by somebody, with up to two counts."""
    tellers: tuple[tuple[Teller, ...], ...] = ((), (MONITOR,), (MEDIC,), (ARMY,), (MLF,), (NORTHWIRE, ACTIVISTS))
    stances = (Stance.STATES, Stance.STATES, Stance.DOUBTS, Stance.DENIES, Stance.CLAIMS_RESPONSIBILITY)
    return [
        claim(
            f"{draw(some.sampled_from('abc'))}#{n}",
            tellers=draw(some.sampled_from(tellers)),
            tolls=tuple(draw(some.lists(counts(), max_size=2))),
            stance=draw(some.sampled_from(stances)),
            span=Span(40 * n, 40 * n + 40),
        )
        for n in range(draw(some.integers(1, 7)))
    ]


@given(ledgers(), some.sampled_from(list(Policy)), some.integers(0, 9))
@settings(max_examples=150, deadline=None)
def test_the_order_of_claims_changes_no_estimate_and_no_contradiction(
    claims: list[Claim], policy: Policy, seed: int
) -> None:
    shuffled = list(claims)
    random.Random(seed).shuffle(shuffled)
    one, other = told(claims, policy), told(shuffled, policy)
    assert one == other


@given(ledgers())
@settings(max_examples=150, deadline=None)
def test_a_contradiction_names_each_claim_on_one_side_and_each_pair_of_positions_once(claims: list[Claim]) -> None:
    found = told(claims).contradictions
    known = {c.id for c in claims}
    for one in found:
        left, right = {one.left, *one.left_also}, {one.right, *one.right_also}
        assert left | right <= known
        assert one.left not in right
        assert one.right not in left
    assert len({(c.kind, c.left, c.right, c.text) for c in found}) == len(found)
