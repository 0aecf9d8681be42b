"""What stands in each exported file: columns, ranges, gaps kept as gaps, and no formulas."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.exports import acled, forms, hxl
from reportedly.exports.tables import csv_line
from reportedly.exports.ucdp import COLUMNS, priogrid, type_of_violence
from reportedly.model.incident import Incident
from reportedly.model.reading import Interval, Who
from tests.exports.made import Shelf, incident, killed, where, who
from tests.store.made import report

TABLES = {"csv": (), "ucdp": COLUMNS, "acled": acled.COLUMNS, "hxl": tuple(hxl.TAGS)}
DOCUMENTS = {"geojson": "features", "annotation": "items", "prov": "@graph", "schema-org": "@graph"}


def rows(form: str, *held: Incident) -> list[dict[str, str]]:
    """The rows of a CSV form."""
    return list(csv.DictReader(forms.write(form, Shelf(held=held))))


def features(*held: Incident) -> list[dict[str, object]]:
    """The features of the GeoJSON form."""
    made = json.loads("\n".join(forms.write("geojson", Shelf(held=held))))
    assert made["type"] == "FeatureCollection"
    found = made["features"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("form", sorted(forms.FORMS))
def test_a_ledger_without_incidents_gives_a_file_that_can_be_read(form: str) -> None:
    lines = list(forms.write(form, Shelf(held=())))
    if form in TABLES:
        heads = next(csv.reader(lines), [])
        assert heads == list(TABLES[form])
    elif form == "dossier":
        assert lines[0] == "<!DOCTYPE html>" and lines[-1] == "</html>"
    elif form in DOCUMENTS:
        assert isinstance(json.loads("\n".join(lines))[DOCUMENTS[form]], list)
    else:
        assert lines == []


@pytest.mark.parametrize("form", sorted(forms.FORMS))
def test_the_same_incidents_give_the_same_lines(form: str) -> None:
    shelf = Shelf(held=(incident("i-1"), incident("i-2", place=None, days=None, estimates=())))
    assert list(forms.write(form, shelf)) == list(forms.write(form, shelf))


def test_ucdp_has_the_49_columns_of_the_codebook() -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 49
    (row,) = rows("ucdp", incident())
    assert list(row) == list(COLUMNS)


def test_a_ucdp_row_says_what_the_incident_says() -> None:
    (row,) = rows("ucdp", incident())
    assert (row["low"], row["best"], row["high"]) == ("10", "12", "19")
    assert (row["date_start"], row["date_end"], row["date_prec"]) == ("2031-04-01", "2031-04-01", "1")
    assert (row["latitude"], row["longitude"], row["geom_wkt"]) == ("-41.35", "-18.1", "POINT (-18.1 -41.35)")
    assert (row["side_a"], row["side_b"], row["type_of_violence"]) == ("Veldanian air force", "MLF", "1")
    assert (row["number_of_sources"], row["source_original"]) == ("1", "VMC")
    assert row["relid"] == "i-1"


def test_what_ucdp_cannot_hold_has_no_row() -> None:
    assert rows("ucdp", incident(estimates=()), incident(estimates=(killed(0, 0, 0),))) == []


def test_the_last_day_of_an_interval_is_printed_included() -> None:
    (row,) = rows("csv", incident(days=Interval(date(2031, 4, 1), date(2031, 4, 4))))
    assert (row["earliest"], row["latest"]) == ("2031-04-01", "2031-04-03")


def test_what_is_not_known_stays_empty() -> None:
    (row,) = rows("csv", incident(place=None, days=None, date_precision=None, estimates=(), perpetrators=()))
    unknown = ("earliest", "latest", "place", "latitude", "longitude", "killed_low", "killed_best", "perpetrators")
    assert {row[column] for column in unknown} == {""}
    (open_row,) = rows("csv", incident(days=Interval(None, date(2031, 4, 2)), estimates=(killed(20, None, None),)))
    assert (open_row["earliest"], open_row["latest"]) == ("", "2031-04-01")
    assert (open_row["killed_low"], open_row["killed_best"], open_row["killed_high"]) == ("20", "", "")


def test_a_place_without_a_point_has_no_geometry_and_keeps_its_name() -> None:
    unknown, nowhere, known = features(
        incident("i-1", place=where(None, None)), incident("i-2", place=None), incident()
    )
    assert (unknown["geometry"], nowhere["geometry"]) == (None, None)
    assert unknown["properties"]["place"] == "Dolvi"  # type: ignore[index]
    assert known["geometry"] == {"type": "Point", "coordinates": [-18.1, -41.35]}


def test_a_point_on_the_equator_is_a_point() -> None:
    (feature,) = features(incident(place=where(0.0, 0.0)))
    assert feature["geometry"] == {"type": "Point", "coordinates": [0.0, 0.0]}


@pytest.mark.parametrize("words", ["=1+1", "+1", "@SUM(A1)", "\t=1", "\r=1", "-2+3", "-cmd|' /C calc'!A0"])
def test_a_cell_that_a_spreadsheet_would_run_is_kept_from_it(words: str) -> None:
    (cell,) = next(csv.reader(io.StringIO(csv_line([words]), newline="")))
    assert cell[0] == "'" and cell[1:] == words


def test_a_negative_number_is_a_number() -> None:
    assert csv_line([-41.35, -1]) == "-41.35,-1"


@given(st.lists(st.one_of(st.none(), st.integers(), st.text(st.characters(exclude_characters="\0", codec="utf-8")))))
def test_a_line_can_be_read_back(cells: list[object]) -> None:
    read = next(csv.reader(io.StringIO(csv_line(cells), newline="")), [])
    assert [cell.removeprefix("'") for cell in read] == ["" if c is None else str(c).removeprefix("'") for c in cells]


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_lies_in_a_cell_of_the_prio_grid(latitude: float, longitude: float) -> None:
    assert 1 <= priogrid(latitude, longitude) <= 259_200


@pytest.mark.parametrize(
    ("latitude", "longitude", "cell"), [(-90, -180, 1), (-89.75, -179.25, 2), (-89.25, -180, 721), (90, 180, 259_200)]
)
def test_the_grid_is_numbered_from_the_south_west(latitude: float, longitude: float, cell: int) -> None:
    assert priogrid(latitude, longitude) == cell


@pytest.mark.parametrize(
    ("by", "against", "kind"),
    [
        ((who("army", "military"),), (who("MLF", "armed-group"),), 1),
        ((who("MLF", "armed-group"),), (who("Guard", "militia"),), 2),
        ((who("army", "military"),), (who("farmers", "civilians"),), 3),
        ((who("MLF", "armed-group"),), (who("farmers", "civilians"),), 3),
        ((), (), None),
        ((), (who("farmers", "civilians"),), None),
        ((who("MLF", "armed-group"),), (), None),
    ],
)
def test_the_type_of_violence_is_read_from_the_sides(
    by: tuple[Who, ...], against: tuple[Who, ...], kind: int | None
) -> None:
    assert type_of_violence(by, against) == kind


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
def test_a_ucdp_range_is_a_range(a: int, b: int, c: int) -> None:
    low, best, high = sorted((a, b, c))
    for given_range in ((low, best, high), (low, None, None), (low, None, high), (None, best, None)):
        for row in rows("ucdp", incident(estimates=(killed(*given_range),))):
            assert int(row["best"]) >= 1
            assert int(row["low"]) <= int(row["best"]) <= int(row["high"])


def test_a_ucdp_row_reads_back_as_the_incident() -> None:
    titled = replace(report(), title='Strike, "worst yet",\non Dolvi', outlet="Herald; Karsk")
    given = incident(id_="i-9", place=where(-41.3524, 179.9))
    (row,) = csv.DictReader(io.StringIO("\n".join(forms.write("ucdp", Shelf(held=(given,), of=titled))), newline=""))
    assert row["source_headline"] == titled.title and row["source_office"] == titled.outlet
    assert (float(row["latitude"]), float(row["longitude"])) == (-41.3524, 179.9)
    assert date.fromisoformat(row["date_start"]) == date.fromisoformat(row["date_end"]) == date(2031, 4, 1)
    killed_by_side = [int(row[f"deaths_{side}"]) for side in ("a", "b", "civilians", "unknown")]
    assert sum(killed_by_side) == int(row["best"]) == 12
    assert int(row["where_prec"]) in range(1, 8) and int(row["date_prec"]) in range(1, 6)
    assert row["event_clarity"] in {"1", "2"} and row["type_of_violence"] in {"", "1", "2", "3"}
    gaps = ("conflict_dset_id", "conflict_new_id", "dyad_new_id", "side_a_new_id", "side_b_new_id", "gwnoa", "gwnob")
    assert {row[column] for column in gaps} == {""}


def test_a_ucdp_row_of_an_incident_without_day_and_place_has_gaps() -> None:
    (row,) = rows("ucdp", incident(days=None, date_precision=None, place=None, perpetrators=()))
    unknown = ("year", "date_start", "date_end", "date_prec", "latitude", "longitude", "geom_wkt", "priogrid_gid")
    assert {row[column] for column in unknown} == {""}
    assert row["event_clarity"] == "2"


def test_hxl_has_a_row_of_hashtags_below_the_heads() -> None:
    heads, tags, first, second = csv.reader(
        forms.write("hxl", Shelf(held=(incident(), incident("i-2", place=None, days=None, estimates=()))))
    )
    assert tuple(heads) == tuple(hxl.TAGS) and len(set(tags)) == len(tags) == len(heads)
    assert all(re.fullmatch(r"#[a-z][a-z0-9]*(\+[a-z][a-z0-9_]*)*", tag) for tag in tags)
    found = dict(zip(tags, first, strict=True))
    assert found["#date+start"] == "2031-04-01" and found["#geo+lat"] == "-41.35"
    affected = [found[f"#affected+killed{end}"] for end in ("+min", "", "+max")]
    assert affected == ["10", "12", "19"]
    bare = dict(zip(tags, second, strict=True))
    assert {bare[tag] for tag in ("#date+start", "#geo+lat", "#loc+name", "#affected+killed")} == {""}
