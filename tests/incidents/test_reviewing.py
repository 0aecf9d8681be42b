"""Claims and rulings in, the claims as they count out; decisions follow their words through another reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportedly.errors import LedgerError
from reportedly.incidents.following import followed
from reportedly.incidents.reviewing import corrected, reviewed
from reportedly.model.claim import Claim, Teller
from reportedly.model.reading import Interval
from reportedly.model.review import Correction, Review, Seen
from reportedly.model.text import Span
from reportedly.model.words import DatePrecision, Happening, Measure, Role, Ruling, Stance

CLAIM = Claim(
    id="r#1",
    report="r",
    span=Span(10, 60),
    happening=Happening.AIR_STRIKE,
    stance=Stance.STATES,
    hedge=None,
    chain=(Teller(name="Northwire", role=Role.AGENCY),),
    days=None,
    date_precision=None,
    date_basis=None,
    place=None,
)


def correct(**values: str) -> Review:
    """A correction by A. Coder."""
    corrections = tuple(Correction(field=field, value=value) for field, value in values.items())
    return Review(ruling=Ruling.CORRECT, claim="r#1", by="A. Coder", decision=3, corrections=corrections)


@pytest.mark.parametrize(
    ("value", "low", "best", "high"),
    [("12", 12, 12, 12), ("12-15", 12, None, 15), ("12-", 12, 12, None), ("-15", None, None, 15), ("0", 0, 0, 0)],
)
def test_a_corrected_toll(value: str, low: int | None, best: int | None, high: int | None) -> None:
    (toll,) = corrected(CLAIM, correct(killed=value)).tolls
    assert (toll.measure, toll.low, toll.best, toll.high) == (Measure.KILLED, low, best, high)


def test_a_toll_can_be_taken_out_again() -> None:
    with_toll = corrected(CLAIM, correct(killed="3"))
    assert corrected(with_toll, correct(killed="none")).tolls == ()


def test_corrected_day_place_kind_stance_and_party() -> None:
    claim = corrected(
        CLAIM,
        correct(
            when="2024-05-13/2024-05-15", where="Kolm @ 41.2, 61.5", happening="shelling", stance="denies", by="MLF"
        ),
    )
    assert claim.days == Interval(date(2024, 5, 13), date(2024, 5, 16))
    assert claim.date_precision is DatePrecision.DAYS
    assert claim.place is not None
    assert (claim.place.name, claim.place.latitude, claim.place.longitude) == ("Kolm", 41.2, 61.5)
    assert (claim.happening, claim.stance) == (Happening.SHELLING, Stance.DENIES)
    assert [who.name for who in claim.perpetrators] == ["MLF"]


def test_a_correction_says_who_made_it() -> None:
    (note,) = corrected(CLAIM, correct(killed="3")).notes
    assert (note.rule, note.text) == ("decision:3", "3, by A. Coder")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("killed", "many"),
        ("killed", "9-3"),
        ("killed", ""),
        ("when", "yesterday"),
        ("when", "2024-02-31"),
        ("when", "2024-05-15/2024-05-13"),
        ("where", "Kolm"),
        ("where", "Kolm @ 95, 61"),
        ("stance", "maybe"),
        ("happening", "strike"),
        ("colour", "red"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_mend(field: str, value: str) -> None:
    with pytest.raises(LedgerError) as caught:
        corrected(CLAIM, correct(**{field: value}))
    assert caught.value.mend


def test_rejected_claims_do_not_count_and_accepted_ones_stay_as_they_are() -> None:
    other = replace(CLAIM, id="r#2")
    reject = Review(ruling=Ruling.REJECT, claim="r#1", by="A. Coder", decision=1)
    accept = Review(ruling=Ruling.ACCEPT, claim="r#2", by="A. Coder", decision=2)
    assert reviewed([CLAIM, other], [reject, accept]) == (other,)


def seen(claim: Claim) -> Seen:
    """What a judge had before them."""
    return Seen(
        claim=claim.id,
        report=claim.report,
        start=claim.span.start,
        end=claim.span.end,
        happening=claim.happening.value,
        words="",
    )


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ([CLAIM], "r#1"),
        ([replace(CLAIM, id="r#9", span=Span(12, 58))], "r#9"),
        (
            [
                replace(CLAIM, id="r#8", span=Span(10, 60), happening=Happening.ADVANCE),
                replace(CLAIM, id="r#9", span=Span(30, 60)),
            ],
            "r#9",
        ),
        ([replace(CLAIM, id="r#9", span=Span(55, 200))], None),
        ([replace(CLAIM, id="s#9", report="s")], None),
    ],
    ids=["same id", "moved a little", "the same kind first", "other words", "another report"],
)
def test_a_decision_follows_its_words(now: list[Claim], expected: str | None) -> None:
    assert followed([seen(CLAIM)], now) == ({"r#1": expected} if expected else {})
