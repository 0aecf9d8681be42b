"""What the trie of forms forgives and what it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.lexicon.trie import Trie, cut, fold

FORMS = Trie(
    [
        ("Da'rash", "darash"),
        ("Jaysh al-Virm", "jaysh"),
        ("VM", "vm"),
        ("al-Kesh Front", "kesh"),
        ("V.D. Army", "army"),
        ("Marn State", "marn"),
        ("Marn State Guard", "guard"),
        ("barrel bomb", "bomb"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Darash's men", [("Darash", "darash")]),
        ("the Da’rash group", [("Da’rash", "darash")]),
        ("Jaysh Virm and Jaysh al Virm", [("Jaysh Virm", "jaysh"), ("Jaysh al Virm", "jaysh")]),
        ("VM said", [("VM", "vm")]),
        ("vm said", []),
        ("the VMs", [("VM", "vm")]),
        ("al Kesh Front", [("al Kesh Front", "kesh")]),
        ("Al-Kesh Front", [("Al-Kesh Front", "kesh")]),
        ("the VD Army’s tanks", [("VD Army", "army")]),
        ("the marn state", []),
        ("the Marn State Guard", [("Marn State Guard", "guard")]),
        ("the Marn State. Guard posts", [("Marn State", "marn")]),
        ("Marn, State", []),
        ("Barrel bombs fell", []),
        ("A barrel bomb fell", [("barrel bomb", "bomb")]),
    ],
)
def test_forms_are_spotted_as_people_write_them(text: str, found: list[tuple[str, str]]) -> None:
    hits = FORMS.spot(cut(text), text)
    assert [(hit.span.of(text), hit.values[0]) for hit in hits] == found


def test_the_whole_text_can_be_a_form_with_or_without_the() -> None:
    assert FORMS.find("the Marn State") == FORMS.find("Marn State") == ("marn",)
    assert FORMS.find("Marn State of mind") == ()


def test_one_form_can_stand_for_several_things() -> None:
    trie = Trie([("Front", "one"), ("Front", "two")])
    assert trie.find("Front") == ("one", "two")


@given(st.text(max_size=80))
def test_words_point_at_their_own_text(text: str) -> None:
    for word in cut(text):
        assert text[word.start : word.end] == word.raw
        assert fold(word.raw) == word.key
        assert word.start <= word.bare_end <= word.end


@given(
    st.lists(st.sampled_from(["Marn", "State", "Guard", "barrel", "bomb", "al-Kesh", "Front", ",", "the"]), max_size=12)
)
def test_hits_do_not_overlap_and_stand_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    past = 0
    for hit in FORMS.spot(cut(text), text):
        assert past <= hit.span.start < hit.span.end <= len(text)
        past = hit.span.end
