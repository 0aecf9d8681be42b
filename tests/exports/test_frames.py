"""Data frames of the real libraries: kinds of columns, gaps, days, points; and what is said where one is missing."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from reportedly.errors import MissingError
from reportedly.exports.flat import CLAIMS, INCIDENTS, Columns, FlatRow, Kind, flat_claim, flat_incident
from reportedly.exports.frames import geopandas_frame, pandas_frame, polars_frame
from reportedly.model.reading import Interval
from tests.exports.made import DAY, Shelf, incident, killed, where
from tests.store.made import claim, report

BARE = incident("i-2", place=None, days=None, date_precision=None, estimates=(), perpetrators=(), targets=())
OPEN = incident(
    "i-3", days=Interval(date(1066, 10, 14), None), place=where(None, None), estimates=(killed(20, None, None),)
)
ROWS = [flat_incident(one) for one in (incident(), BARE, OPEN)]
NUMBERS = [name for name, column in INCIDENTS.items() if column.kind is Kind.NUMBER]


@pytest.mark.parametrize(("columns", "row"), [(INCIDENTS, ROWS[0]), (CLAIMS, flat_claim(claim(report())))])
def test_a_row_has_the_columns_and_every_column_says_what_it_means(columns: Columns, row: FlatRow) -> None:
    assert list(row) and set(row) == set(columns)
    assert all(column.meaning for column in columns.values())
    for name, column in columns.items():
        assert row[name] is None or isinstance(row[name], KINDS[column.kind]), name


KINDS: dict[Kind, type | tuple[type, ...]] = {
    Kind.TEXT: str,
    Kind.DAY: date,
    Kind.NUMBER: int,
    Kind.REAL: float,
    Kind.TRUTH: bool,
    Kind.LIST: list,
}


def test_pandas_keeps_numbers_whole_and_gaps_open() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is an extra")
    frame = pandas_frame(INCIDENTS, ROWS)
    assert list(frame.columns) == list(INCIDENTS)
    assert {str(frame[name].dtype) for name in NUMBERS} == {"Int64"}
    assert str(frame["earliest"].dtype) == "datetime64[s]"
    assert frame["killed_best"].tolist() == [12, pandas.NA, pandas.NA]
    assert frame["killed_low"].tolist() == [10, pandas.NA, 20]
    assert frame["earliest"].dt.date.tolist()[::2] == [DAY, date(1066, 10, 14)]
    assert frame["earliest"].isna().tolist() == [False, True, False]
    assert frame["latest"].isna().tolist() == [False, True, True]
    assert frame["targets"].tolist() == [["MLF"], [], ["MLF"]]
    assert frame["latitude"].isna().tolist() == [False, True, True]
    assert frame.attrs["columns"]["radius_km"].startswith("kilometres")
    assert frame["killed_low"].sum() == 30


def test_polars_keeps_days_and_lists() -> None:
    polars = pytest.importorskip("polars", reason="polars is an extra")
    frame = polars_frame(INCIDENTS, ROWS)
    assert frame.columns == list(INCIDENTS)
    assert {frame.schema[name] for name in NUMBERS} == {polars.Int64}
    assert (frame.schema["earliest"], frame.schema["targets"]) == (polars.Date, polars.List(polars.String))
    assert frame["killed_best"].to_list() == [12, None, None]
    assert frame["earliest"].to_list() == [DAY, None, date(1066, 10, 14)]
    assert frame["perpetrators"].to_list()[1] == []


def test_geopandas_has_points_in_wgs_84_and_empty_ones_where_none_is_known() -> None:
    pytest.importorskip("geopandas", reason="geopandas is an extra")
    frame = geopandas_frame(INCIDENTS, ROWS)
    assert frame.crs == "EPSG:4326"
    assert frame.geometry.is_empty.tolist() == [False, True, True]
    assert (frame.geometry.iloc[0].x, frame.geometry.iloc[0].y) == (-18.1, -41.35)
    assert frame["where_precision"].tolist()[0] == 1
    assert frame.attrs["columns"]["longitude"] == "degrees east, WGS 84"


@pytest.mark.parametrize(
    ("library", "made"),
    [("pandas", pandas_frame), ("polars", polars_frame), ("geopandas", geopandas_frame)],
)
@pytest.mark.parametrize("columns", [INCIDENTS, CLAIMS])
def test_nothing_has_the_columns_all_the_same(
    library: str, made: Callable[[Columns, list[FlatRow]], Any], columns: Columns
) -> None:
    pytest.importorskip(library, reason=f"{library} is an extra")
    frame = made(columns, [])
    assert len(frame) == 0
    assert list(frame.columns)[: len(columns)] == list(columns)


@pytest.mark.parametrize("made", [pandas_frame, polars_frame])
def test_half_letters_become_whole(made: Callable[[Columns, list[FlatRow]], Any]) -> None:
    pytest.importorskip(made.__name__.partition("_")[0], reason="an extra")
    frame = made(INCIDENTS, [ROWS[0] | {"place": "D\udcffolvi", "targets": ["M\udcffLF"]}])
    assert frame["place"].to_list() == ["D\ufffdolvi"]
    assert list(frame["targets"].to_list()[0]) == ["M\ufffdLF"]


@pytest.mark.parametrize(
    ("library", "made"),
    [("pandas", pandas_frame), ("polars", polars_frame), ("geopandas", geopandas_frame)],
)
def test_a_library_that_is_missing_is_named_with_its_mend(
    library: str, made: Callable[[Columns, list[FlatRow]], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name.partition(".")[0] == library:
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingError) as caught:
        made(INCIDENTS, ROWS)
    assert library in str(caught.value) and "pip install 'reportedly[frames]'" in str(caught.value)


def test_frames_have_what_parquet_has() -> None:
    pytest.importorskip("pandas", reason="pandas is an extra")
    pq = pytest.importorskip("pyarrow.parquet", reason="Parquet files need pyarrow, an extra")
    from io import BytesIO

    from reportedly.exports import forms

    files = {part.name: b"".join(part.content) for part in forms.pack("parquet", Shelf(held=(incident(), BARE)))}
    stored = pq.read_table(BytesIO(files["incidents.parquet"])).to_pylist()
    frame = pandas_frame(INCIDENTS, map(flat_incident, (incident(), BARE)))
    for row, (_, shown) in zip(stored, frame.iterrows(), strict=True):
        for name in ("id", "place", "killed_low", "wounded_high", "grade"):
            assert row[name] == shown[name] or (row[name] is None and shown.isna()[name])
