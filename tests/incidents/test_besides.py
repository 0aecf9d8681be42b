"""What a report tells besides holds two happenings apart; what adds up, or gives one count, does not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportedly.incidents.besides import beside, called_separate, told_besides
from reportedly.incidents.telling import may_count_one, sums
from reportedly.lexicon.linking import families
from reportedly.model.claim import Claim
from reportedly.model.reading import HowMany
from reportedly.model.text import Span
from reportedly.model.words import Happening
from tests.incidents.made import ARMY, MEDIC, claim, party, report, toll

LEAD = "Eight people died when aircraft hit the mill. "


@pytest.mark.parametrize(
    ("text", "fields", "apart"),
    [
        ("Six people were also killed in shelling.", {"happening": Happening.SHELLING}, True),
        ("The blast also killed six people.", {}, False),
        ("Six people were also killed by the Front.", {"perpetrators": (party("mlf"),)}, True),
        ("Six people were killed in a separate attack.", {}, True),
        ("Meanwhile, rebel fire killed six people.", {}, True),
        ("Six people were killed in another Front attack on a patrol.", {}, True),
        ("Six people were killed.", {"happening": Happening.SHELLING}, False),
        ("In addition to the dead, six people were wounded.", {"happening": Happening.SHELLING}, False),
        ("In addition, six people were killed.", {"happening": Happening.SHELLING}, True),
    ],
)
def test_what_is_told_besides(text: str, fields: dict[str, object], apart: bool) -> None:
    first = claim("a#1", span=Span(0, len(LEAD)), tolls=(toll(8),), perpetrators=(party("army"),))
    whole = LEAD + text
    words = Span(len(LEAD), len(whole))
    second = claim("a#2", span=words, tolls=(toll(6, span=words),), **fields)  # type: ignore[arg-type]
    how = told_besides([first, second], report("a", whole), families().adding)
    assert (beside(first, second, how[1]) < 0) is apart


@pytest.mark.parametrize(
    ("text", "tolls", "two"),
    [
        ("In a separate attack, aircraft hit a school, killing six people.", (), True),
        ("In a separate attack, aircraft hit a school, killing six people.", (toll(8),), True),
        ("In a separate attack, aircraft hit a school, killing six people.", (toll(6),), False),
        ("Meanwhile, aircraft hit a school, killing six people.", (), False),
    ],
)
def test_what_is_called_separate_is_another_than_what_counts_nobody_too(
    text: str, tolls: tuple[HowMany, ...], two: bool
) -> None:
    whole = LEAD + text
    words = Span(len(LEAD), len(whole))
    claims = [
        claim("a#1", span=Span(0, len(LEAD)), tolls=tolls),
        claim("a#2", span=words, tolls=(toll(6, span=words),)),
    ]
    found = called_separate(claims, told_besides(claims, report("a", whole), families().adding))
    assert found == ({(0, 1)} if two else set())


def test_one_count_told_again_is_not_besides() -> None:
    claims = [claim("a#1", tolls=(toll(6),)), claim("a#2", tolls=(toll(6),), happening=Happening.SHELLING)]
    assert (
        beside(claims[0], claims[1], told_besides(claims, report("a", "Meanwhile six died."), families().adding)[1])
        == 0
    )


def test_as_many_of_others_are_besides() -> None:
    whole = LEAD + "Elsewhere, eight guards were killed in a separate firefight."
    words = Span(len(LEAD), len(whole))
    first = claim("a#1", span=Span(0, len(LEAD)), tolls=(toll(8, **FIGHTERS),))
    second = claim("a#2", span=words, tolls=(toll(8, span=words, **GUARDS),))
    how = told_besides([first, second], report("a", whole), families().adding)
    assert beside(first, second, how[1]) < 0


FIGHTERS, GUARDS = {"whom": "fighters"}, {"whom": "foreign guards"}


@pytest.mark.parametrize(
    ("claims", "pairs"),
    [
        ([claim("a#1", tolls=(toll(21),)), claim("a#2", tolls=(toll(15),)), claim("a#3", tolls=(toll(6),))],
         {(0, 1), (0, 2)}),
        ([claim("a#1", tolls=(toll(120, **FIGHTERS), toll(60, **GUARDS))), claim("a#2", tolls=(toll(80, **FIGHTERS),)),
          claim("a#3", tolls=(toll(40, **FIGHTERS),))], {(0, 1), (0, 2)}),
        ([claim("a#1", tolls=(toll(120, **FIGHTERS), toll(60, **GUARDS))), claim("a#2", tolls=(toll(80, **GUARDS),)),
          claim("a#3", tolls=(toll(40, **GUARDS),))], set()),
        ([claim("a#1", tolls=(toll(21),)), claim("a#2", tellers=(MEDIC,), tolls=(toll(15),)),
          claim("a#3", tellers=(ARMY,), tolls=(toll(6),))], set()),
    ],
    ids=["parts of all the dead", "parts of one group", "parts of another group", "parts by other voices"],
)  # fmt: skip
def test_which_counts_add_up(claims: Sequence[Claim], pairs: set[tuple[int, int]]) -> None:
    assert set(sums(claims)) == pairs


@pytest.mark.parametrize(
    ("far", "pairs"),
    [
        ({(0, 2)}, set()),
        ({(0, 1), (0, 2)}, {(0, 1), (0, 2)}),
        ({(0, 2), (0, 3)}, set()),
    ],
    ids=["one part far off", "enlarged on, told from the capital", "far off and told later"],
)
def test_what_lies_far_off_adds_up_to_nothing(far: set[tuple[int, int]], pairs: set[tuple[int, int]]) -> None:
    counts = (21, 15, 6) if (0, 3) not in far else (21, 5, 15, 6)
    claims = [claim(f"a#{n}", tolls=(toll(count),)) for n, count in enumerate(counts, 1)]
    assert set(sums(claims, far)) == pairs


def test_at_least_ten_is_no_count_of_hundreds() -> None:
    ten = claim("a#1", tolls=(toll(10, high=None, best=None),))
    assert may_count_one(ten, claim("a#2", tolls=(toll(14),)))
    assert not may_count_one(ten, claim("a#3", tolls=(toll(245),)))
