"""How many each harmed party stands for: its own number, an exact toll on its words, or one for a person."""

from __future__ import annotations

from reportedly.claims.who.numbering import numbered
from reportedly.model.reading import HowMany, Who
from reportedly.model.text import Span
from reportedly.model.words import Measure


def test_a_named_person_is_one_and_a_force_has_no_number() -> None:
    assert _numbers([_who("Irma Vesk", 0, "person"), _who("the army", 20, "military", described=False)]) == [1, None]


def test_a_stated_number_stays() -> None:
    assert _numbers([_who("two policemen", 0, number=2)], [_toll(0, 13, 3)]) == [2]


def test_an_exact_toll_is_laid_to_the_people_it_stands_on() -> None:
    assert _numbers([_who("the miners", 0)], [_toll(0, 10, 12)]) == [12]
    assert _numbers([_who("a judge", 0), _who("her driver", 12)], [_toll(0, 22, 2)]) == [1, 1]


def test_a_bound_or_a_running_total_gives_no_number() -> None:
    assert _numbers([_who("the miners", 0)], [_toll(0, 10, 12, high=None)]) == [None]
    assert _numbers([_who("the miners", 0)], [_toll(0, 10, 12, cumulative=True)]) == [None]


def test_the_narrower_toll_comes_first() -> None:
    """ "A sergeant and seven men were killed": eight in all, seven of them the men."""
    tolls = [_toll(0, 24, 8), _toll(15, 24, 7)]
    assert _numbers([_who("a sergeant", 0), _who("seven men", 15)], tolls)[1] == 7


def test_of_a_sum_the_rest_is_left() -> None:
    """ "Two children, a woman and two men": five in all, and the woman is one."""
    harmed = [_who("two children", 0, number=2), _who("a woman", 14), _who("two men", 26, number=2)]
    assert _numbers(harmed, [_toll(0, 33, 5)]) == [2, 1, 2]


def _numbers(harmed: list[Who], tolls: list[HowMany] | None = None) -> list[int | None]:
    return [who.number for who in numbered(harmed, tolls or [])]


def _who(text: str, start: int, kind: str = "people", *, number: int | None = None, described: bool = True) -> Who:
    return Who(
        span=Span(start, start + len(text)),
        text=text,
        sentence=0,
        rule="code:made",
        actor_id=None,
        name=text,
        kind=kind,
        number=number,
        described=described and kind != "person",
    )


def _toll(start: int, end: int, best: int, *, high: int | None = 0, cumulative: bool = False) -> HowMany:
    return HowMany(
        span=Span(start, end),
        text="",
        sentence=0,
        rule="code:made",
        measure=Measure.KILLED,
        whom=None,
        low=best,
        best=best,
        high=best if high == 0 else high,
        cumulative=cumulative,
    )
