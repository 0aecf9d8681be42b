"""Phrases that point back at a party named before."""

from __future__ import annotations

import pytest

from tests.actors.conftest import ReadActors

ROWS = [
    (
        "Palestinians fled Dolvi. The occupation forces shelled Kolm, Palestinian doctors said.",
        "occupation forces",
        "idf",
    ),
    ("The Kenyan army left. Kenya is free. The occupation army bombed Dolvi.", "occupation army", None),
    ("The Teshil Guard left. Islamic State attacked Dolvi. The group also took Lipna.", "The group", "isis"),
    (
        "Islamic State attacked Dolvi. The Lindar Liberation Front burned a bus. The group took Lipna.",
        "The group",
        None,
    ),
    ("Islamic State attacked Dolvi. The jihadists killed two men.", "The jihadists", "isis"),
    ("Ahrar al-Sham attacked Dolvi. The rebels killed two men.", "The rebels", "ahrar-al-sham"),
    ("Islamic State attacked Dolvi. The rebels killed two men.", "The rebels", "rebels"),
    ("Ahrar al-Sham and Jaysh al-Islam attacked Dolvi. The rebels killed two men.", "The rebels", "rebels"),
    ("The ELN attacked Dolvi. Two guerrillas were killed.", "Two guerrillas", "eln"),
    ("The ELN attacked Dolvi. A guerrilla column burned a farm.", "A guerrilla column", "eln"),
    ("The ELN attacked Dolvi. Urban commandos burned a farm.", "Urban commandos", "eln"),
    (
        "Hezbollah fighters entered Dolvi. Syrian army spokesman Samir Lind said terrorists shelled Kolm.",
        "terrorists",
        "terrorists",
    ),
    ("In Kolm terrorists burned a farm. The ELN also attacked Dolvi.", "terrorists", "eln"),
    ("The ELN and the FARC attacked Dolvi. A guerrilla column burned a farm.", "A guerrilla column", "guerrillas"),
    ("The ELN attacked Dolvi. In Kolm drug terrorists burned a farm.", "drug terrorists", "terrorists"),
    ("The ELN attacked Dolvi. Colombian guerrillas burned a farm.", "Colombian guerrillas", "eln"),
    ("The ELN and the FARC attacked Dolvi. Colombian guerrillas burned a farm.", "Colombian guerrillas", "co-rebels"),
    ("The ELN attacked Dolvi. Some 50 guerrilla fighters burned a farm.", "guerrilla fighters", "eln"),
    ("The FARC attacked Dolvi. The Fmln's fighters burned a farm.", "Fmln", "fmln"),
    ("The Donetsk People's Republic attacked Dolvi. The separatists fled.", "The separatists", "dpr"),
    ("Russian warplanes bombed Dolvi. The jets hit a market.", "The jets", "ru-air-force"),
]


@pytest.mark.parametrize(("text", "phrase", "actor_id"), ROWS)
def test_phrases_point_back(read: ReadActors, text: str, phrase: str, actor_id: str) -> None:
    found = {who.text.lower(): who.actor_id for who in read(text)[0]}
    key = next((t for t in found if phrase.lower() in t or t == phrase.lower().removeprefix("the ")), None)
    assert key is not None
    assert found[key] == actor_id


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State attacked Dolvi. A group of tourists fled.",
        "Islamic State attacked Dolvi. Another group took Lipna.",
        "Islamic State attacked Dolvi. The two groups met.",
        "Islamic State attacked Dolvi. The group of men fled.",
    ],
)
def test_other_groups_stay_described(read: ReadActors, text: str) -> None:
    assert [who.actor_id for who in read(text)[0]].count("isis") == 1


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("The People's Defence Force (PDF) attacked Dolvi. The PDF burned a farm.", "pdf-mm"),
        ("The PDF (People's Defence Force) attacked Dolvi. The PDF burned a farm.", "pdf-mm"),
        ("Panama's army fled Panama. The PDF burned a farm.", "pdf-pa"),
        ("Farmers' Alliance of Kolm fled. Salt River Alliance (SRA) attacked. The IRA burned a farm.", "ira"),
        ("The Irrigators' River Alliance (IRA) attacked Dolvi. The IRA burned a farm.", None),
    ],
)
def test_letters_mean_what_the_report_says_they_mean(read: ReadActors, text: str, actor_id: str | None) -> None:
    at = text.rindex("burned") - 2
    assert [who.actor_id for who in read(text)[0] if who.span.start <= at < who.span.end] == [actor_id]


def test_the_same_group_is_the_one_named_last(read: ReadActors) -> None:
    found = {w.text: w.actor_id for w in read("The ELN attacked Karsk. The same group claimed another raid.")[0]}
    assert found["The same group"] == "eln"


def test_foes_and_friends_of_a_group_are_not_the_group(read: ReadActors) -> None:
    for text in ("An anti-ELN group shot a judge in Karsk.", "ELN-linked gunmen shot a judge in Karsk."):
        assert "eln" not in {w.actor_id for w in read(text)[0]}


def test_gunmen_whom_nobody_named_are_no_group_of_before(read: ReadActors) -> None:
    text = "The ELN attacked Dolvi. A group of unidentified gunmen raided Lipna. The armed men killed a mayor."
    (men,) = [who for who in read(text)[0] if who.text == "The armed men"]
    assert men.actor_id != "eln"
    (men,) = [who for who in read("The ELN attacked Dolvi. The armed men killed a mayor.")[0] if "armed" in who.text]
    assert men.actor_id == "eln"
