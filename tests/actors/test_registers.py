"""Actors, outlets, states, units and weapons as registers: what is found under what words."""

from __future__ import annotations

import pytest

from reportedly.lexicon.actor_words import ActorWords
from reportedly.lexicon.trie import cut


@pytest.mark.parametrize(
    ("words_for_it", "outlet_id"),
    [
        ("Reuters", "reuters"),
        ("the Reuters news agency", "reuters"),
        ("a Reuters photographer", "reuters"),
        ("https://www.reuters.com/world/x", "reuters"),
        ("english.alaraby.co.uk", "new-arab"),
        ("AFP", "afp"),
        ("Syria's state news agency", "sana"),
        ("the Karsk Herald", None),
        ("https://karskherald.example/a", None),
    ],
)
def test_outlets_are_found_by_name_and_by_address(words: ActorWords, words_for_it: str, outlet_id: str | None) -> None:
    outlet = words.names.outlets.find(words_for_it)
    assert (outlet.id if outlet else None) == outlet_id


@pytest.mark.parametrize(
    ("words_for_it", "actor_id", "side"),
    [
        ("the Syrian Observatory for Human Rights", "sohr", "sohr"),
        ("Da'esh", "isis", "isis"),
        ("Jabhat Nusra", "nusra", "nusra"),
        ("SANA", "sana", "sy-gov"),
        ("Kenyan police", "ke-police", "ke-gov"),
        ("the Danish Ministry of Defence", "dk-mod", "dk-gov"),
        ("Syria's army", "sy-army", "sy-gov"),
        ("the government of Chad", "td-gov", "td-gov"),
        ("pro-Kenyan militia", "ke-backed", "ke-backed"),
    ],
)
def test_names_know_their_side(words: ActorWords, words_for_it: str, actor_id: str, side: str) -> None:
    actor = words.names.find(words_for_it)
    assert actor is not None
    assert (actor.id, actor.side) == (actor_id, side)


def test_every_side_is_an_actor_or_a_state(words: ActorWords) -> None:
    names = words.names
    known = {a.id for a in names.actors.all} | {f"{s.code}-gov" for s in names.states.all}
    gone = {"ly-jamahiriya", "pa-noriega"}
    assert {a.side for a in names.actors.all} <= known | gone
    assert {o.side for o in names.outlets.all if o.side} <= known


def test_the_registers_are_large_enough_to_be_useful(words: ActorWords) -> None:
    names = words.names
    assert len(names.actors.all) >= 220
    assert len(names.outlets.all) >= 160
    assert len(names.states.all) >= 70
    assert len(words.weapons.all) >= 150
    assert len(words.units.patterns) >= 40


def test_ids_are_one_namespace(words: ActorWords) -> None:
    actors = [a.id for a in words.names.actors.all]
    outlets = [o.id for o in words.names.outlets.all]
    assert len(set(actors + outlets)) == len(actors) + len(outlets)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The 120th artillery brigade fired.", "120th artillery brigade"),
        ("The Desert Foxes unit fled.", "Desert Foxes unit"),
        ("The 101st Airborne landed.", "101st Airborne"),
        ("The Teshil Guard fled.", "Teshil Guard"),
        ("The Marn rebels of Ostrel and the Teshil Guard fled.", "Teshil Guard"),
        ("The Veldania Monitoring Centre counted.", "Veldania Monitoring Centre"),
        ("Civil Rescue of Veldania came.", "Civil Rescue of Veldania"),
        ("The brigade fled.", None),
        ("The television showed it.", None),
    ],
)
def test_units_are_found_by_their_build(words: ActorWords, text: str, found: str | None) -> None:
    spotted = [text[unit.start : unit.end] for unit in words.units.spot(text)]
    assert spotted == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two Su-24M jets", ("Su-24M", "su-24")),
        ("a BTR-82A", ("BTR-82A", "btr-82a")),
        ("Tu-22M3s flew", ("Tu-22M3s", "tu-22m3")),
        ("some Mi24s", ("Mi24s", "mi-24")),
        ("USS Karsk sailed", ("USS Karsk", "warship")),
        ("on May 24", None),
        ("the G20 met", None),
    ],
)
def test_designations_are_read_with_and_without_hyphen(
    words: ActorWords, text: str, found: tuple[str, str] | None
) -> None:
    hits = [(text[start:end], weapon.id) for start, end, weapon in words.weapons.designations(text)]
    assert hits == ([found] if found else [])


def test_plurals_of_weapons_are_forms_too(words: ActorWords) -> None:
    text = "Barrel bombs, IEDs and a hand grenade"
    assert [h.values[0].id for h in words.weapons.trie.spot(cut(text), text)] == ["barrel-bomb", "ied", "grenade"]
