"""The register of actors as a whole: enough of every theatre, with sources, dates in order, successors that exist."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.lexicon.actors import ActorLine, load_actors
from reportedly.lexicon.lines import load
from reportedly.lexicon.weapons import load_weapons

LINES = load("actors", ActorLine)
THEATRES = ("syria", "iraq", "yemen", "ukraine_russia", "sudan", "libya", "levant", "latin")


@pytest.mark.parametrize("theatre", THEATRES)
def test_every_theatre_has_its_parties(theatre: str) -> None:
    assert len([line for line in LINES if line.address.startswith(f"actors/{theatre}/")]) >= 20


def test_every_line_says_where_it_can_be_looked_up() -> None:
    assert [line.id for line in LINES if not line.cite] == []


def test_no_id_stands_twice() -> None:
    ids = [line.id for line in LINES]
    assert sorted({i for i in ids if ids.count(i) > 1}) == []


def test_bodies_end_after_they_begin_and_successors_exist() -> None:
    register = load_actors()
    for actor in register.all:
        assert all(register.by_id(before) for before in actor.after), actor.id
        if actor.since and actor.until:
            assert _year(actor.since) <= _year(actor.until), actor.id


def test_a_body_exists_from_its_first_to_its_last_day() -> None:
    nusra = load_actors().by_id("nusra")
    assert nusra is not None
    days = (date(2011, 5, 1), date(2012, 1, 23), date(2016, 7, 28), date(2016, 7, 29))
    assert [nusra.existed(day) for day in days] == [False, True, True, False]


def test_successors_are_named_nearest_first() -> None:
    assert [actor.id for actor in load_actors().heirs("nusra")] == ["jfs", "hts"]


def test_there_are_enough_weapons() -> None:
    assert len(load_weapons().all) >= 250


def _year(day: int | date) -> int:
    return day if isinstance(day, int) else day.year
