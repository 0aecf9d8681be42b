"""A report in, the places of its claims out."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.conftest import Told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Korvia should be investigated after an attack on an aid convoy that killed 20 people.", [None]),
        (
            "Some 200 people held a march in Karsk for their brothers, who are fighting the Marn Liberation Front.",
            [None],
        ),
        ("Two people were killed in Kolm, through which the road to Dolvi runs.", ["Kolm"]),
        ("Two people were killed in Marn province, located to the north of Dolvi.", ["Marn"]),
        ("Two people were killed in Dolvi, located in Marn province.", ["Dolvi"]),
        ("The plane left Dolvi for Kolm at noon, but a bomb on it went off.", ["Dolvi"]),
        ("Nine bodies were left to rot under the blazing Caribbean sun.", [None]),
        ("Ten people were killed in attacks by the MLF, an armed group with origins in Dolvi.", [None]),
        ("The attack on the brigade was launched from Dolvi.", [None]),
        ("Rebels ambushed a convoy that was travelling from Dolvi.", [None]),
        ("Gunmen kidnapped two people from a house in Dolvi.", ["Dolvi"]),
        (
            "Both sides were to hold negotiations in Dolvi, but after the murder of the judge the rebels said no.",
            [None],
        ),
        ("The meeting in Dolvi ended when gunmen opened fire and killed two people.", ["Dolvi"]),
        ("Rebels murdered Arvo Tesh, a secretary for Latin America of the union.", [None]),
        ("A woman from Dolvi was shot at noon.", [None]),
        ("Korvia, Orvan and Veldania all voiced concern that a clerk had been shot on Friday.", [None]),
        ("Two guards died in an attack near Zhemun, 40 km west of the capital Karsk.", ["Zhemun"]),
        ("Gunmen shot the driver, who was hospitalized in Dolvi.", [None]),
        ("Two people were shot and the wounded were flown to Dolvi.", [None]),
        ("Gunmen killed the former mayor of Dolvi.", [None]),
        ("Gunmen killed the bishop of Dolvi.", [None]),
        ("Gunmen killed Dolvi Bishop Arvel Brenik.", [None]),
        ("Gunmen shot at the Korvian ambassador in Dolvi.", ["Dolvi"]),
        ("A strike hit the village of Zhemun near Dolvi, 10 km from the border with Korvia.", ["Zhemun"]),
        ("Two people died in a strike amid exchanges of fire between Korvia and the MLF.", [None]),
        ("Two people died when rebels backed by Korvia and Orvan attacked a convoy.", [None]),
        ("Shells killed two people despite a truce brokered by Korvia.", [None]),
        ("Two people died in Kolm in strikes of the Korvia-led coalition.", ["Kolm"]),
        ("Two people died in a raid, and the mayor accused Korvia.", [None, None]),
        ("Two people died when jets bombed Korvia.", ["Korvia"]),
        ("KARSK, May 9 Two people died when shells hit a house, medics said.", [None]),
        ("Four men were shot and taken to a hospital in Dolvi, Orvan province.", [None]),
        ("The killing of the judge was plotted in Dolvi, the army said.", [None]),
        ("Rebels killed a judge after they had held a round of talks in Dolvi.", [None]),
        ("In a speech in Dolvi the minister said that rebels had killed two people.", [None]),
        ("It is a sad night in Dolvi. The bomb wounded ten people.", ["Dolvi"]),
        (
            "Gunmen attacked the village of Gossan, killing six people, and abducted nine others.",
            ["Gossan", "Gossan"],
        ),
        (
            "Two attacks in Orvan province killed nine people. Six of them were killed by gunmen in Dolvi.",
            ["Orvan", "Dolvi"],
        ),
        ("Ten soldiers were wounded, seven of whom were brought to the Virm Hospital in Dolvi town.", [None]),
        ("He was wounded and taken to a hospital 25 miles east in Dolvi.", [None]),
        (
            "A missile killed two people in Orvan province. Other missiles hit a market in Dolvi.",
            ["Orvan", "Dolvi"],
        ),
        ("A bomb killed two people in Dolvi's Zhelin area on Monday.", ["Dolvi"]),
        ("-- Near Kolm, a strike destroyed two fuel tanks.", ["Kolm"]),
        ("Two men were shot at a store on Gossan Street in northern Dolvi.", ["Dolvi"]),
        ("DOLVI (Northwire) - Two men were shot at a store on Gossan Street, police said.", ["Dolvi"]),
        ("Six people were killed on Saturday at Zhemun, near Dolvi.", ["Zhemun"]),
        ("Ten soldiers were wounded and taken to the institute of medicine in Dolvi.", [None]),
        ("A bomb killed two people in Orvan. The injured were shifted to Dolvi.", ["Orvan", "Orvan"]),
        ("Two guards were killed in Orvan province. The incident took place in the village of Gossan.", ["Gossan"]),
        ("Two guards were killed in Dolvi. The incident took place in Karsk.", ["Dolvi"]),
        ("In Dolvi, the capital of Orvan Department, rebels set fire to the town hall.", ["Dolvi"]),
        (
            "Two guards were killed in Dolvi. The incident took place when a bomb went off. Gunmen wounded "
            "nine soldiers in Kolm.",
            ["Dolvi", "Dolvi", "Kolm"],
        ),
        ("In Kolm, the governor said that shelling had killed two people.", ["Kolm"]),
        ("The governor of Orvan said that shelling had killed two people.", ["Orvan"]),
        ("The governor of Orvan said that shelling in Kolm had killed two people.", ["Kolm"]),
        ("The bishop of Orvan said that shelling had killed two people.", [None]),
        ("Jets bombed Veldania on Monday. In Kolm, shells killed two people.", ["Veldania", "Kolm"]),
        ("In Kolm, a spokesman said that shelling in Dolvi had killed two people.", ["Dolvi"]),
        ("In Kolm, officials said that shelling had killed two people.", [None]),
        ("Rockets fired from Dolvi hit a house in Kolm on Sunday.", ["Kolm"]),
        ("Rockets were fired from Dolvi on Sunday.", ["Dolvi"]),
        ("The jets attacked from a base in Dolvi, killing two people.", [None]),
        ("Jets killed two people in Dolvi. Elsewhere, shells hit a mill.", ["Dolvi", None]),
        ("Jets killed two people in Dolvi. Elsewhere in Orvan province, shells hit a mill.", ["Dolvi", "Orvan"]),
        ("Jets killed two people in Dolvi. Elsewhere in the city, shells hit a mill.", ["Dolvi", "Dolvi"]),
        ("Two guards were killed in Orvan province. Such an incident had never happened in Dolvi.", ["Orvan"]),
    ],
)
def test_the_place_of_a_claim(told: Told, text: str, expected: list[str | None]) -> None:
    assert [c.place.name if c.place else None for c in told(text)] == expected


def test_the_day_of_the_incident_is_that_of_what_was_told(told: Told) -> None:
    (claim,) = told("Two guards were killed in Dolvi, police said. The incident happened late on Tuesday.")
    assert claim.days is not None
    assert claim.days.start == date(2024, 5, 7)


def test_what_happened_another_day_may_have_happened_anywhere(told: Told) -> None:
    last, first = told("Gunmen killed a judge in Dolvi on Monday. Two priests were killed on 3 March.")
    assert last.place is not None
    assert first.place is None


def test_a_weapon_named_after_somebody_is_no_place(told: Told) -> None:
    (claim,) = told("Rebels hurled Molotov cocktails at a bank in Dolvi.")
    assert claim.happening.value == "bombing"
    assert claim.place is None or claim.place.name == "Dolvi"


def test_what_only_says_since_when_is_no_happening(told: Told) -> None:
    claims = told("This is the worst month for the town since the battle for Kolm.")
    assert claims == ()


def test_barrel_bombs_fall_from_the_air(told: Told) -> None:
    (claim,) = told("Two children were killed in barrel bomb strikes on Kolm.")
    assert claim.happening.value == "air-strike"


def test_a_village_lies_where_the_report_once_says_it_does(told: Told) -> None:
    claims = told("A raid on Zhemun killed two, medics said. Jets hit the village of Zhemun near Dolvi on Monday.")
    assert {(c.place.name, c.place.latitude is None) for c in claims if c.place} == {("Zhemun", False)}


@pytest.mark.parametrize(
    ("text", "place", "region"),
    [
        (
            "Soldiers were killed in Orvan province on Sunday. Gunmen stormed the village of Gossan and killed six.",
            "Gossan",
            "Orvan",
        ),
        ("Gunmen killed six people in the village of Gossan on Sunday. The road to Dolvi was closed.", "Gossan", None),
    ],
)
def test_a_village_that_nobody_knows_lies_in_the_land_of_the_report(
    told: Told, text: str, place: str, region: str | None
) -> None:
    where = next(c.place for c in told(text) if c.place is not None and c.place.name == place)
    assert where.place_id is None
    assert (where.latitude is not None, where.admin1) == (region is not None, region)


def test_who_is_treated_in_a_country_was_hurt_there(told: Told) -> None:
    claims = told("At least 24 people were killed and 70 hospitalised in Korvia after the air strikes.")
    assert [c.place.name for c in claims if c.place is not None] == ["Korvia"]


def test_what_happened_earlier_this_week_lends_today_no_place(told: Told) -> None:
    report = (
        "An air strike killed nine people on Friday, a monitor said. Earlier this week, a car bomb killed eleven "
        "people in Dolvi."
    )
    strike, bomb = told(report)
    assert strike.place is None
    assert bomb.place is not None and bomb.place.name == "Dolvi"


@pytest.mark.parametrize(
    "text",
    [
        "Kolm witnessed clashes between the army and the MLF on Monday.",
        "Kolm came under heavy shelling on Monday.",
        "Kolm experienced a wave of attacks on Monday, when seven banks were hit by bombs.",
        "Kolm suffered 20 air strikes on Monday.",
    ],
)
def test_a_town_that_undergoes_something_is_where_it_was(told: Told, text: str) -> None:
    assert {claim.place and claim.place.name for claim in told(text)} == {"Kolm"}


def test_a_country_that_suffers_something_need_not_be_where_it_was(told: Told) -> None:
    (claim,) = told("Korvia suffered losses in an attack on Kolm on Monday.")
    assert claim.place and claim.place.name == "Kolm"
