"""Contradictions between two positions, put together by the question on which they differ."""

from __future__ import annotations

from reportedly.model.disputes import disputes
from reportedly.model.incident import Contradiction
from reportedly.model.words import ContradictionKind, Denied, Measure


def toll(few: int, many: int, measure: Measure = Measure.KILLED) -> Contradiction:
    """Two counts, each on the word of an origin and in a claim that are named for it."""
    return Contradiction(
        kind=ContradictionKind.TOLL,
        measure=measure,
        left=f"{few}#1",
        right=f"{many}#1",
        text=f"{measure}: {few} (origin {few}) against {many} (origin {many})",
        says=(str(few), str(many)),
        of=((f"origin {few}",), (f"origin {many}",)),
    )


def test_counts_that_exclude_each_other_are_one_dispute_from_the_lowest_up() -> None:
    (found,) = disputes([toll(90, 110), toll(12, 90), toll(12, 110)])
    assert [(p.says, p.of, p.claims) for p in found.positions] == [
        ("12", ("origin 12",), ("12#1",)),
        ("90", ("origin 90",), ("90#1",)),
        ("110", ("origin 110",), ("110#1",)),
    ]
    assert found.text == "killed: 12 (origin 12) against 90 (origin 90) against 110 (origin 110)"


def test_a_later_pair_ties_two_disputes_together() -> None:
    (found,) = disputes([toll(1, 2), toll(7, 8), toll(2, 7)])
    assert [p.says for p in found.positions] == ["1", "2", "7", "8"]


def test_two_questions_are_two_disputes() -> None:
    found = disputes([toll(1, 2), toll(1, 2, Measure.WOUNDED), toll(30, 40)])
    assert [(d.measure, [p.says for p in d.positions]) for d in found] == [
        (Measure.KILLED, ["1", "2"]),
        (Measure.KILLED, ["30", "40"]),
        (Measure.WOUNDED, ["1", "2"]),
    ]


def test_one_pair_keeps_its_words() -> None:
    pair = toll(1, 2)
    (found,) = disputes([pair])
    assert found.text == pair.text


def test_denials_of_one_claim_are_one_dispute() -> None:
    def denial(left: str, who: str) -> Contradiction:
        text = f"the account of a monitor, denied by {who}"
        return Contradiction(
            kind=ContradictionKind.DENIAL,
            about=Denied.EXISTENCE,
            left=left,
            right="m#1",
            text=text,
            of=((who,), ("a monitor",)),
        )

    (found,) = disputes([denial("a#1", "the army"), denial("b#1", "the mayor")])
    assert [p.claims for p in found.positions] == [("a#1",), ("m#1",), ("b#1",)]
    assert found.text == "the account of a monitor, denied by the army; the account of a monitor, denied by the mayor"
    assert not disputes([])


def test_claims_of_one_position_are_gathered() -> None:
    first, again = toll(1, 2), toll(1, 3)
    again = Contradiction(
        kind=again.kind,
        measure=again.measure,
        left="x#1",
        right="3#1",
        left_also=("1#1",),
        text=again.text,
        says=again.says,
        of=(("another",), again.of[1]),
    )
    (found,) = disputes([first, again])
    assert found.positions[0].claims == ("1#1", "x#1")
    assert found.positions[0].of == ("origin 1", "another")
