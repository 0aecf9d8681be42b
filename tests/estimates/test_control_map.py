"""Who is said to hold a place on a day, by what was told until then."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reportedly.estimates.control import contested, held_on, known_by
from reportedly.exports.control import control_map
from reportedly.model.claim import Teller
from reportedly.model.control import Ground, Hold, Stand
from reportedly.model.reading import Interval
from reportedly.model.text import Span
from reportedly.model.words import Role, Stance


def stand(holder: str, state: Hold, first: int, last: int | None = None, **said: object) -> Stand:
    """A statement of May 2024 on Kolm."""
    days = Interval(date(2024, 5, first), date(2024, 5, last or first) + timedelta(days=1))
    known: dict[str, object] = {
        "report": f"r-{first}",
        "span": Span(0, 4),
        "text": "Kolm",
        "state": state,
        "holder": holder,
        "actor_id": None,
        "place": "Kolm",
        "days": days,
        "chain": (Teller(name="VELTA", role=Role.AGENCY),),
        "stance": Stance.STATES,
        "claim": None if state is Hold.HOLDS else f"r-{first}#c",
    }
    return Stand(**(known | said))  # type: ignore[arg-type]


HISTORY = (
    stand("MLF", Hold.HOLDS, 2),
    stand("Veldanian army", Hold.GAINS, 5, 9),
    stand("MLF", Hold.LOSES, 5, 9),
    stand("MLF", Hold.GAINS, 20, stance=Stance.DENIES),
    stand("Teshil Guard", Hold.ENTERS, 21),
)


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        (1, []),
        (2, ["MLF"]),
        (8, ["MLF"]),  # the change may have come on the 9th
        (9, ["Veldanian army"]),
        (31, ["Veldanian army"]),  # a denial takes nothing, and to enter is not to hold
    ],
)
def test_a_place_is_held_by_the_last_word_until_the_day(day: int, holders: list[str]) -> None:
    assert [one.name for one in held_on(HISTORY, date(2024, 5, day))] == holders


def test_the_last_word_is_named() -> None:
    found = held_on(HISTORY, date(2024, 5, 31))[0]
    assert (found.origin, found.report, found.claim) == ("VELTA", "r-5", "r-5#c")


def test_what_nothing_dates_is_on_no_map() -> None:
    assert known_by(stand("MLF", Hold.HOLDS, 2, days=None)) is None


def test_a_map_tells_its_days_and_who_contests() -> None:
    both = (*HISTORY, stand("MLF", Hold.HOLDS, 25))
    ground = Ground(place="Kolm", place_id="k", latitude=41.0, longitude=61.0, stands=both)
    told = control_map([ground], None)
    assert (told["first"], told["last"], told["on"]) == ("2024-05-02", "2024-05-25", "2024-05-25")
    assert told["rows"][0]["contested"] is True
    assert control_map([ground], date(2024, 5, 10))["rows"][0]["contested"] is False
    assert control_map([], None) == {"on": None, "first": None, "last": None, "rows": []}


def test_two_forces_of_one_side_do_not_contest_a_place() -> None:
    told = (
        stand("Veldanian army", Hold.GAINS, 5, side="xv-gov"),
        stand("Veldanian forces", Hold.HOLDS, 6, side="xv-gov"),
    )
    assert not contested(held_on(told, date(2024, 5, 7)))
