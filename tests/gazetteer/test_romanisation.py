"""The common romanisations of one Arabic name meet in its roman key, and it finds the place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.gazetteer.index import PlaceIndex
from reportedly.gazetteer.keys import keys, roman
from reportedly.gazetteer.rows import Row, Source
from reportedly.gazetteer.writing import write

_SYLLABLES = st.lists(
    st.sampled_from(("bar", "dul", "kam", "shir", "nub", "zar", "tis", "mur")), min_size=2, max_size=3
)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Maarat al-Numan", "Ma'arrat an-Nu'man", "Ma`arrat an Nu`man", "Maaret al-Numan"),
        ("Saraqib", "Saraqeb", "Sarāqib"),
        ("Deir ez-Zor", "Dayr az-Zawr", "Deir al-Zour", "Der az-Zor"),
        ("Suwayda", "Sweida", "As-Suwayda", "Suweida"),
        ("Qaryatayn", "Karyatein", "al-Qaryatain"),
        ("Khan Sheikhoun", "Khan Shaykhun", "Khan Sheikhun"),
        ("Hawija", "Al-Hawijah", "Hawije"),
        ("Darat Izza", "Dārat ‘Izzah", "Daret Ezza"),
        ("Moadamiya", "Muadamiyah", "Mouadamiyeh"),
        ("Tell Rifaat", "Tall Rif‘at", "Tal Rifat"),
        ("Darayya", "Daraya", "Darayyā"),
        ("Sukhneh", "As Sukhnah", "al-Sukhna"),
    ],
)
def test_romanisations_of_one_name_share_the_roman_key(spellings: tuple[str, ...]) -> None:
    assert len({roman(name) for name in spellings}) == 1
    assert roman(spellings[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Homs", "Hama"),
        ("Aleppo", "Raqqa"),
        ("Kafr Nabl", "Kafr Zita"),
        ("Tal Abyad", "Tal Afar"),
        ("Mosul", "Misrata"),
    ],
)
def test_other_places_stay_apart(one: str, other: str) -> None:
    assert not roman(one) or roman(one) != roman(other)


@given(_SYLLABLES, st.sampled_from(("", "al-", "Al ", "el-", "El ", "as-", "ash-", "Az ", "ar-")))
def test_articles_hyphens_and_spaces_change_nothing(syllables: list[str], article: str) -> None:
    name = "".join(syllables).capitalize()
    assert roman(f"{article}{name}") == roman(name)
    assert keys(f"{article}{name}").bare == keys(name).bare


@given(_SYLLABLES, st.sampled_from(("a", "ah", "eh", "e")), st.sampled_from("'’‘`ʿʾ"))
def test_endings_apostrophes_and_doubled_letters_change_nothing(syllables: list[str], ending: str, ayn: str) -> None:
    name = "".join(syllables).capitalize()
    assert roman(name + ending) == roman(name + "ah")
    assert roman(name[:2] + ayn + name[2:]) == roman(name)
    assert roman(name[:3] + name[2] + name[3:]) == roman(name)


def test_a_romanisation_is_proposed_before_what_only_sounds_alike(tmp_path: Path) -> None:
    source = Source(name="made", version="1", licence="invented", attribution="invented")
    rows = (
        Row(place_id="m:1", name="Ma‘arrat al Ghusayn", latitude=35.6, longitude=36.7, country="SY"),
        Row(place_id="m:2", name="Maarat al Ghasun", latitude=33.0, longitude=36.1, country="SY", population=900),
    )
    write(tmp_path / "made.sqlite", source, rows)
    index = PlaceIndex([tmp_path / "made.sqlite"])
    assert index.find("Maaret al-Ghusein") == ()
    assert [p.id for p in index.alike("Maaret al-Ghusein")] == ["m:1"]
    assert [p.id for p in index.alike("Muarit Ghosan")] == ["m:2", "m:1"]
