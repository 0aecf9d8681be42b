"""Look-ups: by name, by sound, by distance, over several files, in other processes."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from reportedly.errors import GazetteerError
from reportedly.gazetteer.index import PlaceIndex
from reportedly.gazetteer.rows import Row, Source
from reportedly.gazetteer.writing import write
from reportedly.model.globe import distance_km

SOURCE = Source(name="first", version="1", licence="invented", attribution="invented")
ROWS = (
    Row(place_id="v:1", name="Dolvi", names=("Dolwi",), latitude=44.7, longitude=40.1, country="ZZ", population=45_000),
    Row(place_id="v:2", name="Dolvi", latitude=47.3, longitude=45.5, country="YY", population=260_000),
    Row(place_id="v:3", name="Al Ghantu", latitude=44.8, longitude=40.2, country="SY", population=900),
    Row(place_id="geonames:9", name="Karsk", latitude=44.1, longitude=41.1, country="ZZ", population=1_600_000),
)


@pytest.fixture
def index(tmp_path: Path) -> PlaceIndex:
    write(tmp_path / "one.sqlite", SOURCE, ROWS)
    return PlaceIndex([tmp_path / "one.sqlite"])


def test_find_gives_every_bearer_most_populous_first(index: PlaceIndex) -> None:
    assert [p.id for p in index.find("DOLVI")] == ["v:2", "v:1"]
    assert [p.id for p in index.find("Dolwi")] == ["v:1"]
    assert index.find("Zhemun") == ()
    assert index.find("...") == ()


def test_the_article_may_be_left_out_or_added(index: PlaceIndex) -> None:
    assert [p.id for p in index.find("Ghantu")] == ["v:3"]
    assert [p.id for p in index.find("el-Ghantu")] == ["v:3"]


def test_alike_proposes_by_consonants(index: PlaceIndex) -> None:
    assert index.find("Ghanto") == ()
    assert [p.id for p in index.alike("al-Ghanto")] == ["v:3"]


def test_near_is_sorted_by_distance(index: PlaceIndex) -> None:
    assert [p.id for p in index.near(44.7, 40.1, 30)] == ["v:1", "v:3"]
    assert [p.id for p in index.near(44.7, 40.1, 5)] == ["v:1"]


def test_near_works_across_the_date_line_and_at_the_pole(tmp_path: Path) -> None:
    rows = (
        Row(place_id="a", name="Here", latitude=0.0, longitude=179.9),
        Row(place_id="b", name="Top", latitude=89.9, longitude=0.0),
    )
    write(tmp_path / "edge.sqlite", SOURCE, rows)
    index = PlaceIndex([tmp_path / "edge.sqlite"])
    assert [p.id for p in index.near(0.0, -179.9, 50)] == ["a"]
    assert [p.id for p in index.near(89.9, 180.0, 50)] == ["b"]


def test_an_index_may_be_sent_to_another_process(index: PlaceIndex) -> None:
    index.find("Dolvi")
    again = pickle.loads(pickle.dumps(index))
    assert again.find("Dolvi") == index.find("Dolvi")


def test_a_place_of_two_files_is_one_as_the_first_has_it(index: PlaceIndex, tmp_path: Path) -> None:
    second = Source(name="second", version="1", licence="", attribution="")
    row = Row(place_id="geonames:9", name="Karsk", names=("Karskoye",), latitude=44.2, longitude=41.0, country="ZZ")
    write(tmp_path / "two.sqlite", second, (row,))
    both = PlaceIndex([*index.paths, tmp_path / "two.sqlite"])
    (karsk,) = both.find("Karskoye")
    assert (karsk.population, karsk.source) == (1_600_000, "first")


def test_writing_is_whole_or_nothing(tmp_path: Path) -> None:
    def broken() -> object:
        yield ROWS[0]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(tmp_path / "x.sqlite", SOURCE, broken())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_same_rows_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name, SOURCE, ROWS)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("content", [b"no database", b""])
def test_a_broken_index_says_where_and_how_to_mend(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.sqlite"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=r"broken\.sqlite.*\n.*mend: "):
        PlaceIndex([path]).find("Dolvi")


def test_distance_is_that_of_the_great_circle() -> None:
    assert distance_km(0, 0, 0, 90) == pytest.approx(10007.5, abs=1)
