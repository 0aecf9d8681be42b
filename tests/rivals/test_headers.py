"""Which dataset a file is of is told by its first line; what is missing is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import InputError
from reportedly.model.rival import Scheme
from reportedly.rivals.headers import header_of
from reportedly.rivals.rows import opened
from tests.exports.made import Shelf, incident
from tests.rivals.made import ACLED_NAMES, GED, GED_NAMES, acled, compared, ged

SHELF = Shelf(held=(incident(perpetrators=(), targets=()),))


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize(("names", "scheme"), [(GED_NAMES, Scheme.UCDP), (ACLED_NAMES, Scheme.ACLED)])
def test_every_column_is_found_whatever_parts_them(names: list[str], scheme: Scheme, mark: str) -> None:
    head = header_of(mark.join(names), "x.csv")
    assert (head.scheme, head.separator, head.lacks) == (scheme, mark, ())
    assert head.at == {name: number for number, name in enumerate(names)}


def test_capitals_spaces_and_marks_around_names_are_passed_over() -> None:
    head = header_of(",".join(f'"{name.upper().replace("_", " ")} "' for name in ACLED_NAMES), "x.csv")
    assert head.at["sub_event_type"] == 6


def test_the_columns_of_older_releases_are_known_by_their_names() -> None:
    older = {"best": "best_est", "low": "low_est", "high": "high_est"}
    head = header_of(",".join(older.get(name, name) for name in GED_NAMES), "x.csv")
    assert head.at["best"] == GED_NAMES.index("best") and head.lacks == ()
    ally = "data_id," + ",".join(name.replace("assoc_", "ally_") for name in ACLED_NAMES) + ",iso3"
    assert header_of(ally, "x.csv").at["assoc_actor_2"] == ACLED_NAMES.index("assoc_actor_2") + 1


def test_columns_that_are_needed_are_named_where_they_are_missing() -> None:
    with pytest.raises(InputError) as caught:
        header_of(",".join(n for n in GED_NAMES if n not in {"where_prec", "latitude"}), "ged.csv")
    assert "UCDP GED are missing: where_prec, latitude" in str(caught.value)
    assert caught.value.where == "ged.csv" and caught.value.mend


def test_columns_that_are_only_compared_may_be_missing_and_are_told(tmp_path: Path) -> None:
    found = compared(SHELF, acled(tmp_path / "a.csv", {}, columns=[n for n in ACLED_NAMES if n != "fatalities"]))
    assert found.tallied.matched == 1
    assert "fatalities" in found.issues[0].message
    few = ("event_date", "time_precision", "event_type", "latitude", "longitude", "geo_precision")
    assert compared(SHELF, acled(tmp_path / "b.csv", {}, columns=few)).counterparts[0].theirs.id == "line 2"  # type: ignore[union-attr]


def test_a_release_without_names_is_read_in_the_order_of_the_columns(tmp_path: Path) -> None:
    path = ged(tmp_path / "ged.csv", {}, {"id": "502", "best": "1"})
    path.write_text(path.read_text(encoding="utf-8").partition("\n")[2], encoding="utf-8")
    found = compared(SHELF, path)
    assert [issue.code for issue in found.issues] == ["rival-nameless"]
    assert {c.theirs.line for c in found.counterparts if c.theirs} == {1, 2}


@pytest.mark.parametrize("text", ["", "\n\n", "a,b,c\n1,2,3\n", "{}\n", "1,2\n"])
def test_another_file_is_refused_with_what_to_give(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="neither"):
        compared(SHELF, path)


@pytest.mark.parametrize("magic", [b"PK\x03\x04rest", b"\x1f\x8brest", b"\xd0\xcf\x11\xe0rest"])
def test_a_packed_file_is_named_as_one(tmp_path: Path, magic: bytes) -> None:
    path = tmp_path / "ged.zip"
    path.write_bytes(magic)
    with pytest.raises(InputError, match="packed"):
        compared(SHELF, path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        compared(SHELF, tmp_path / "none.csv")


def test_a_mark_of_utf_8_and_empty_lines_at_the_top_are_passed_over(tmp_path: Path) -> None:
    path = ged(tmp_path / "ged.csv", {})
    path.write_bytes(b"\xef\xbb\xbf\r\n" + path.read_bytes())
    with opened(path) as (head, rows):
        assert head.scheme is Scheme.UCDP
        assert [(row.line, row.cells[0]) for row in rows] == [(3, GED["id"])]
