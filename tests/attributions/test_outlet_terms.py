"""Outlets: whose mouth they are, and what they were before."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.lexicon.lines import load
from reportedly.lexicon.outlets import Mouth, Outlet, OutletKind, OutletLine, TermLine, load_outlets, outlets


def made(**fields: object) -> Outlet:
    return outlets([OutletLine(id="sava", name="Sava Post", kind=OutletKind.NEWSPAPER, **fields)]).all[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "mouth"),
    [
        ({}, Mouth.OWN),
        ({"side": "vd-gov"}, Mouth.STATE),
        ({"state": True}, Mouth.STATE),
        ({"side": "mlf"}, Mouth.PARTY),
        ({"side": "vmc", "mouth": Mouth.MONITOR}, Mouth.MONITOR),
    ],
)
def test_the_mouth_follows_side_and_state_unless_the_line_tells(fields: dict[str, object], mouth: Mouth) -> None:
    assert made(**fields).mouth is mouth


def test_an_outlet_was_another_before_a_day() -> None:
    term = TermLine(until=date(2016, 3, 4), name="Sava Courier", owner="a family", free=True, cite="invented")
    post = made(side="vd-gov", state=True, owner="the ministry", terms=(term,))
    before, after = post.on(date(2016, 3, 3)), post.on(date(2016, 3, 4))
    assert (before.name, before.owner, before.side, before.mouth) == ("Sava Courier", "a family", None, Mouth.OWN)
    assert (after.name, after.owner, after.side, after.mouth) == ("Sava Post", "the ministry", "vd-gov", Mouth.STATE)
    assert post.on(None) is post


def test_the_names_of_before_are_found_too() -> None:
    term = TermLine(until=date(2016, 3, 4), name="Sava Courier", cite="invented")
    register = outlets([OutletLine(id="sava", name="Sava Post", kind=OutletKind.NEWSPAPER, terms=(term,))])
    assert [h.values[0].id for h in register.spot("The Sava Courier said so.")] == ["sava"]


def test_every_outlet_of_the_product_has_its_citation_and_no_opinion() -> None:
    lines = load("outlets", OutletLine)
    assert len(lines) >= 150
    assert all(line.cite and all(term.cite for term in line.terms) for line in lines)
    opinions = {"credibility", "reliable", "trust", "bias", "quality", "rating"}
    assert not opinions & set(OutletLine.model_fields)


def test_terms_name_a_time() -> None:
    assert all(term.since or term.until for outlet in load_outlets().all for term in outlet.terms)
