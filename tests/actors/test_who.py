"""Who is read out of a report: names, arms of states, seats, units, persons, people described, short forms."""

from __future__ import annotations

import pytest

from reportedly.readings.who_entities import family_names
from tests.actors.conftest import ReadActors
from tests.conftest import LayOpen

Row = tuple[str, str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Islamic State shelled Dolvi on Monday.", ("Islamic State", "isis")),
        ("Thirty Islamic State fighters entered Dolvi.", ("Thirty Islamic State fighters", "isis")),
        ("Turkish warplanes bombed Dolvi.", ("Turkish warplanes", "tr-air-force")),
        ("Pro-Iranian militias shelled Dolvi.", ("Pro-Iranian militias", "iran-backed-militias")),
        ("Moscow denied that its jets had hit Dolvi.", ("Moscow", "ru-gov")),
        ("The raid on Dolvi was launched by Russia.", ("Russia", "ru-gov")),
        ("The Teshil Guard attacked a checkpoint near Dolvi.", ("Teshil Guard", None)),
        ("Members of the Teshil Guard attacked a checkpoint near Dolvi.", ("Teshil Guard", None)),
        ("Two policemen were wounded in Dolvi.", ("Two policemen", None)),
        ("Hundreds of Kenyan soldiers entered Dolvi.", ("Kenyan soldiers", "ke-army")),
        ("A Hezbollah spokesman denied the attack.", ("A Hezbollah spokesman", "hezbollah")),
    ],
)
def test_actors_are_read_with_their_ids(read: ReadActors, text: str, expected: Row) -> None:
    assert expected in [(who.text, who.actor_id) for who in read(text)[0]]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The road from Moscow to Damascus was cut.", "Moscow"),
        ("Six people were killed in Russia.", "Russia"),
        ("The military airport near Dolvi was hit.", "military"),
        ("That is what the town is for.", "is"),
        ("Chinese goods arrived in Dolvi.", "Chinese"),
        ("A group of houses burned in Dolvi.", "A group"),
        ("Army Drone Strike Kills Dozens in Dolvi", "Army Drone Strike Kills"),
    ],
)
def test_places_and_things_are_no_actors(read: ReadActors, text: str, never: str) -> None:
    assert never not in [who.text for who in read(text)[0]]


@pytest.mark.parametrize(
    ("text", "phrase", "number", "kind"),
    [
        ("Two policemen were killed.", "Two policemen", 2, "police"),
        ("Some 1,200 civilians fled.", None, None, None),
        ("The blast killed 14 children in Dolvi.", "14 children", 14, "children"),
        ("At least 20 soldiers died.", "At least 20 soldiers", None, "military"),
        ("Villagers fled.", "Villagers", None, "civilians"),
    ],
)
def test_people_described_state_their_number(
    read: ReadActors, text: str, phrase: str | None, number: int | None, kind: str | None
) -> None:
    found = {who.text: who for who in read(text)[0]}
    if phrase is None:
        assert all(who.number is None for who in found.values())
        return
    assert (found[phrase].number, found[phrase].kind) == (number, kind)


SHORT = "The Syrian Observatory for Human Rights said six people died near Dolvi. {} said later that two more had died."


@pytest.mark.parametrize(("short", "actor_id"), [("The Observatory", "sohr"), ("The monitor", "sohr")])
def test_short_forms_mean_what_the_report_named(read: ReadActors, short: str, actor_id: str) -> None:
    actors = read(SHORT.format(short))[0]
    assert [who.actor_id for who in actors if who.text.endswith(short.split()[-1])] == [actor_id]


def test_the_army_is_that_of_the_country_the_report_is_about(read: ReadActors) -> None:
    text = "Kenya sent tanks to Dolvi. Kenya said the army had entered the town. The army lost two men."
    assert "ke-army" in {who.actor_id for who in read(text)[0]}


def test_without_a_country_the_army_is_nobody(read: ReadActors) -> None:
    army = [who for who in read("The army entered Dolvi.")[0] if "army" in who.text.lower()]
    assert [who.actor_id for who in army] == [None]


def test_persons_carry_their_title_and_side(read: ReadActors) -> None:
    person = next(w for w in read("Hezbollah commander Abu Karim Tarsan entered Dolvi.")[0] if "Tarsan" in w.text)
    assert (person.kind, person.side, person.actor_id) == ("person", "hezbollah", None)
    assert person.text.startswith("Hezbollah commander")


def test_two_mouths_of_one_party_share_a_side(read: ReadActors) -> None:
    actors = read("SANA said the Syrian army shelled Dolvi.")[0]
    assert {who.side for who in actors} == {"sy-gov"}


TEXTS = (
    "Russian and Syrian warplanes bombed Dolvi, the Marn Liberation Front said.\n\nIts fighters shot down a Su-25.",
    "President Arvo Lemen told VELTA that 12 soldiers of the 4th armoured division had died.",
    "",
    "«Dolvi» — 17:30. #$%",
)


@pytest.mark.parametrize("text", TEXTS)
def test_spans_are_the_words_in_order_and_do_not_overlap(read: ReadActors, text: str) -> None:
    actors, weapons, _ = read(text)
    for row in (actors, weapons):
        past = 0
        for one in row:
            assert past <= one.span.start < one.span.end <= len(text)
            assert one.span.of(text) == one.text
            past = one.span.end


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_text_is_read_the_same(read: ReadActors, text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize(
    ("text", "weapon_ids"),
    [
        ("A car bomb and two barrel bombs hit Dolvi.", ["car-bomb", "barrel-bomb"]),
        ("The army shelled Dolvi with Grad rockets.", ["mlrs"]),
        ("That victory was mine.", []),
        ("Two T-90 tanks entered Dolvi.", ["t-90"]),
    ],
)
def test_weapons_are_read(read: ReadActors, text: str, weapon_ids: list[str]) -> None:
    found = [weapon.weapon_id for weapon in read(text)[1]]
    assert found[: len(weapon_ids)] == weapon_ids
    assert bool(found) == bool(weapon_ids)


@pytest.mark.parametrize(
    ("text", "phrase", "actor_id"),
    [
        (
            "The Russian defence ministry spoke of Syria. In Syria a shell fell. The defence ministry denied it.",
            "The defence ministry",
            "ru-mod",
        ),
        (
            "Syria and the Syrian foreign ministry spoke. The Russian foreign ministry left. The ministry said so.",
            "The Russian foreign ministry",
            "ru-mfa",
        ),
        (
            "The Syrian army and Syrian rebels fought. Forty died in Syria, the defence ministry in Moscow said.",
            "the defence ministry",
            "ru-mod",
        ),
        (
            "Syria spoke. Syria fell silent. “The Russian army struck a car in Syria,” the defence ministry said.",
            "the defence ministry",
            "sy-mod",
        ),
    ],
)
def test_the_ministry_is_of_the_country_whose_was_named(
    read: ReadActors, text: str, phrase: str, actor_id: str
) -> None:
    assert (phrase, actor_id) in [(who.text, who.actor_id) for who in read(text)[0]]


@pytest.mark.parametrize(
    ("text", "phrase", "actor_id"),
    [
        ("Kenya's military shelled Dolvi. Denmark is at war. Denmark fears more.", "Kenya's military", "ke-forces"),
        (
            "Denmark is at war. Denmark fears it. Kenya's military said the air force hit a depot.",
            "the air force",
            "ke-air-force",
        ),
        ("Denmark is at war. Denmark fears more. The air force hit a depot.", "The air force", "dk-air-force"),
        (
            "Denmark is at war. Denmark fears it. Kenya's parliament said the air force hit a depot.",
            "the air force",
            "dk-air-force",
        ),
    ],
)
def test_whose_arm_it_is_stands_before_it(read: ReadActors, text: str, phrase: str, actor_id: str) -> None:
    at = text.rindex(phrase) + len(phrase) - 1
    assert [who.actor_id for who in read(text)[0] if who.span.start <= at < who.span.end] == [actor_id]


def test_letters_that_are_a_persons_last_name_are_the_person(read: ReadActors) -> None:
    actors = read("Colonel Ivan Nato, an army spokesman, spoke in Dolvi. Nato said that two rebels were killed.")[0]
    assert "nato" not in {who.actor_id for who in actors}
    assert "nato" in {who.actor_id for who in read("Nato said that two rebels were killed in Dolvi.")[0]}


def test_a_person_of_two_family_names_is_called_by_either_or_both(lay_open: LayOpen) -> None:
    assert family_names(lay_open("Police arrested Ana Maria Vesk Moreno.")) == {"Moreno", "Vesk Moreno", "Vesk"}
    assert family_names(lay_open("Police arrested Ana Moreno.")) == {"Moreno"}


@pytest.mark.parametrize(("verb", "is_person"), [("killed", True), ("left", False)])
def test_a_name_alone_that_was_killed_or_held_is_a_person(read: ReadActors, verb: str, is_person: bool) -> None:
    persons = {who.name for who in read(f"Troops {verb} Marlo at noon.")[0] if who.kind == "person"}
    assert persons == ({"Marlo"} if is_person else set())


def test_an_office_of_a_state_unknown_is_not_that_of_the_state_named(read: ReadActors) -> None:
    text = "The Teshil Defense Ministry denied it. Denmark is at war. Denmark's army shelled Dolvi."
    assert "dk-mod" not in {who.actor_id for who in read(text)[0]}
    text = "The Defense Ministry denied it. Denmark is at war. Denmark's army shelled Dolvi."
    assert "dk-mod" in {who.actor_id for who in read(text)[0]}


def test_a_group_that_fights_abroad_does_not_make_its_home_the_scene(read: ReadActors) -> None:
    text = "Two Lashkar-e-Taiba militants and a Jaish-e-Mohammad man were killed. The security forces left."
    assert "pk-security" not in {who.actor_id for who in read(text)[0]}
