"""Signed live-blog entries, posts shown whole, and credits."""

from __future__ import annotations

import pytest

from reportedly.model.words import Role
from tests.attributions.telling import Tell, shown

BLOG = (
    "14:05 – Jane Roe in Tavren: The shelling has stopped and six people died.\n\n"
    "14:35 – Posted by Ivan Petrov: Two shells fell on Dolvi. A doctor said two men died.\n\n"
    "15:10 – The army says the road is open."
)


def names(chain: object) -> list[str]:
    return [shown(t) for t in chain][1:]  # type: ignore[attr-defined]


def test_the_signer_of_an_entry_is_a_link(tell: Tell) -> None:
    told = tell(BLOG, outlet="Marn Today")
    assert names(told.of("six people died").chain) == ["Jane Roe/outlet"]
    assert names(told.of("Two shells").chain) == ["Ivan Petrov/outlet"]


def test_who_is_cited_in_a_signed_entry_comes_behind_its_signer(tell: Tell) -> None:
    told = tell(BLOG, outlet="Marn Today")
    assert names(told.of("two men died").chain) == ["Ivan Petrov/outlet", "doctor/medic*"]
    assert names(told.of("the road is open").chain) == ["army/military"]


def test_a_signature_may_end_the_entry(tell: Tell) -> None:
    told = tell("14:05 GMT\n\nThe shelling has stopped.\n\n- Posted by Jane Roe\n\n14:35 GMT\n\nTwo shells fell.")
    assert names(told.of("The shelling").chain) == ["Jane Roe/outlet"]


def test_one_name_and_a_colon_is_no_signature(tell: Tell) -> None:
    told = tell("14:05 – Ivan Petrov: the army must go.\n\n14:35 – Two shells fell on Dolvi.")
    assert not any(a.rule.startswith("en/signing") for a in told.attributions)


@pytest.mark.parametrize(
    "text",
    [
        "The army left Kolm.\n\nSix people were killed in Kolm. pic.twitter.com/abc "
        "— Veldania Monitoring Centre (@vmc) October 24, 2016\n\nThe raids hit Kolm.",
        "Many fled in the night. Six people were killed in Kolm. pic.twitter.comabc "
        "Veldania Monitoring Centre (vmc) October 24 2016 The raids hit Kolm.",
    ],
    ids=["a paragraph of its own", "a text that lost its marks"],
)
def test_a_post_shown_whole_is_its_authors(tell: Tell, text: str) -> None:
    told = tell(text)
    assert names(told.of("Six people").chain) == ["Veldania Monitoring Centre/monitor"]
    assert not any(a.content[0].covers(a.source[0]) for a in told.attributions if a.source)


CREDITED = [
    ("KARSK (Northwire) - Two shells fell on Dolvi.", "Northwire"),
    ("Two shells fell on Dolvi on Monday, and the market burned. --Northwire", "Northwire"),
    ("Two shells fell on Dolvi on Monday. Northwire contributed to this report.", "Northwire"),
    ("Two shells fell on Dolvi on Monday. (With Northwire and VELTA)", "Northwire"),
    ("Two shells fell on Dolvi. (With VELTA) Last Update: Sunday 25 August 2013 KSA 15:55", "VELTA"),
    ("Two shells fell on Dolvi on Monday, and the market burned for hours. Source: Radio Orvan", "Radio Orvan"),
    ("Friday 19 Aug 2016 Army shells Dolvi for second day VELTA Veldanian guns fired on Dolvi.", "VELTA"),
]
NOT_CREDITED = [
    "Two shells fell on Dolvi. (Photo Smoke is seen over Dolvi on July 17 2017. by Northwire)",
    "Two shells fell on Dolvi, a doctor told Northwire.",
    "Two shells fell on Dolvi. Agencies contributed to this report.",
    "Smoke over Dolvi on Monday (Northwire Photo) Two shells fell on Dolvi.",
]


@pytest.mark.parametrize(("text", "agency"), CREDITED)
def test_a_credited_agency_is_the_second_link(tell: Tell, text: str, agency: str) -> None:
    assert [t.name for t in tell(text, outlet="Marn Today").own_voice] == ["Marn Today", agency]


@pytest.mark.parametrize("text", NOT_CREDITED)
def test_pictures_sayings_and_nameless_agencies_are_no_credit(tell: Tell, text: str) -> None:
    assert [t.name for t in tell(text, outlet="Marn Today").own_voice] == ["Marn Today"]


def test_an_outlet_is_no_second_link_of_its_own(tell: Tell) -> None:
    own = tell("KARSK (Northwire) - Two shells fell on Dolvi.", outlet="Northwire").own_voice
    assert [(t.name, t.role) for t in own] == [("Northwire", Role.OUTLET)]
