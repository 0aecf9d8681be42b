"""Spellings of one name meet; names of different places stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.gazetteer.keys import keys, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Qaryatayn", "al Qaryatayn"),
        ("Ḩimş", "Hims"),
        ("St. Petersburg", "Saint Petersburg"),
        ("The Hague", "Hague"),
        ("Ma'arat", "Maarat"),
        ("U.S.", "US"),
        ("Deir-ez-Zor", "Deir ez Zor"),
    ],
)
def test_spellings_share_the_full_key(one: str, other: str) -> None:
    assert keys(one).full == keys(other).full


@pytest.mark.parametrize(
    ("one", "other"), [("al-Ghanto", "Ghanto"), ("Deir al-Zor", "Deir Zor"), ("Ash Shayrat", "Shayrat")]
)
def test_the_article_goes_in_the_bare_key(one: str, other: str) -> None:
    assert keys(one).full != keys(other).full
    assert keys(one).bare == keys(other).bare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir Ezzor", "Dayr az-Zawr"),
        ("Qaryatayn", "Karyatein"),
        ("Khan Sheikhoun", "Khan Shaykhun"),
        ("Jableh", "Jabla"),
    ],
)
def test_romanisations_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@given(st.text(max_size=40))
def test_keys_hold_no_space_and_fold_twice_to_themselves(name: str) -> None:
    full = keys(name).full
    assert not any(c.isspace() for c in full)
    assert keys(name.upper()).full == keys(name.upper().lower()).full or not name.isascii()
    assert len(sound(name)) <= len(full) * 2
