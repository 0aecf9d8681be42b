"""The commands' work: add, list, find, remove."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import GazetteerError
from reportedly.gazetteer import catalogue, opening
from reportedly.gazetteer.rows import Row, Source
from reportedly.gazetteer.writing import write


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home whose embedded index holds one province."""

    def small(folder: Path) -> Path:
        path = folder / "embedded.sqlite"
        if not path.is_file():
            row = Row(place_id="admin1:ZZ.01", name="Orvan", latitude=44.6, longitude=40.2, kind="A.ADM1", country="ZZ")
            write(path, Source(name="embedded", version="1", licence="", attribution=""), (row,))
        return path

    monkeypatch.setenv("REPORTEDLY_HOME", str(tmp_path))
    monkeypatch.setattr(opening, "embedded_path", small)
    monkeypatch.setattr(catalogue, "embedded_path", small)
    return tmp_path / "home"


@pytest.fixture
def towns(tmp_path: Path) -> Path:
    path = tmp_path / "Veldania towns.csv"
    path.write_text("name,latitude,longitude,country,admin1\nDolvi,44.7,40.1,ZZ,orvan\n", encoding="utf-8")
    return path


def test_added_places_are_found_with_their_source(home: Path, towns: Path) -> None:
    added = catalogue.add(towns, licence="CC0", attribution="invented", home=home)
    assert (added.source.name, added.places) == ("veldania-towns", 1)
    (dolvi,) = catalogue.find("dolvi", home=home)
    assert (dolvi.source, dolvi.admin1) == ("veldania-towns", "Orvan")


def test_the_list_names_licence_and_attribution(home: Path, towns: Path) -> None:
    catalogue.add(towns, name="towns", licence="CC0", attribution="invented", home=home)
    assert [(x.source.name, x.source.licence, x.places) for x in catalogue.listed(home)] == [
        ("embedded", "", 1),
        ("towns", "CC0", 1),
    ]


def test_a_division_is_found_with_its_feature_word(home: Path) -> None:
    assert [p.id for p in catalogue.find("Orvan province", home=home)] == ["admin1:ZZ.01"]


def test_a_removed_gazetteer_is_gone(home: Path, towns: Path) -> None:
    catalogue.add(towns, home=home)
    catalogue.remove("veldania-towns", home=home)
    assert catalogue.find("Dolvi", home=home) == ()
    with pytest.raises(GazetteerError, match="no gazetteer 'veldania-towns'"):
        catalogue.remove("veldania-towns", home=home)


def test_a_missing_or_wrong_file_leaves_nothing_behind(home: Path, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such file"):
        catalogue.add(tmp_path / "none.csv", home=home)
    bad = tmp_path / "bad.csv"
    bad.write_text("name,latitude,longitude\nDolvi,44,40\nBrenik,x,40\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"bad\.csv:3"):
        catalogue.add(bad, home=home)
    assert opening.added_paths(home) == ()


def test_home_is_taken_from_the_environment() -> None:
    assert opening.home_folder({"REPORTEDLY_HOME": "/r"}) == Path("/r")
    assert opening.home_folder({"XDG_CACHE_HOME": "/x"}) == Path("/x/reportedly")
    assert opening.home_folder({}) == Path.home() / ".cache" / "reportedly"


@pytest.mark.parametrize(
    ("country", "expected"),
    [("", ("SY", "Aleppo")), ("SY", ("SY", "Aleppo")), ("ZZ", ("ZZ", None))],
)
def test_a_line_without_a_province_gets_the_one_that_its_point_lies_in(
    home: Path, tmp_path: Path, country: str, expected: tuple[str, str | None]
) -> None:
    path = tmp_path / "points.csv"
    path.write_text(f"name,latitude,longitude,country\nLipna,36.3,37.1,{country}\n", encoding="utf-8")
    catalogue.add(path, home=home)
    (lipna,) = catalogue.find("lipna", home=home)
    assert (lipna.country, lipna.admin1) == expected
