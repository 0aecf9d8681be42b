"""Flat rows in, a data frame of pandas, polars or geopandas out.

Each library is an extra (``pip install 'reportedly[frames]'``) and is imported when it is asked for. Whole numbers may
be missing (``Int64``), days are dates of the library, points are in WGS 84 (EPSG:4326) and empty where none is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from reportedly.errors import MissingError
from reportedly.exports.flat import Columns, FlatRow, Kind
from reportedly.exports.lines import whole

if TYPE_CHECKING:
    import geopandas
    import pandas
    import polars

_PANDAS = {Kind.NUMBER: "Int64", Kind.REAL: "float64", Kind.TRUTH: "boolean", Kind.TEXT: "string", Kind.LIST: "object"}
"""The dtypes of pandas. Days are ``datetime64[s]``: seconds reach back before the year 1677, nanoseconds do not."""


def pandas_frame(columns: Columns, rows: Iterable[FlatRow]) -> pandas.DataFrame:
    """The rows with pandas' dtypes; ``attrs["columns"]`` says what each column means. Raises MissingError without
    pandas."""
    try:
        import pandas
    except ImportError as error:
        raise _missing("pandas") from error
    made = {
        name: pandas.Series(_days(pandas, cells) if column.kind is Kind.DAY else cells, dtype=_PANDAS.get(column.kind))
        for (name, column), cells in zip(columns.items(), _turned(columns, rows), strict=True)
    }
    frame = pandas.DataFrame(made)
    frame.attrs["columns"] = _meanings(columns)
    return frame


def polars_frame(columns: Columns, rows: Iterable[FlatRow]) -> polars.DataFrame:
    """The rows with polars' dtypes: days are ``Date``, lists lists of text. Raises MissingError without polars."""
    try:
        import polars
    except ImportError as error:
        raise _missing("polars") from error
    kinds: dict[Kind, Any] = {
        Kind.TEXT: polars.String,
        Kind.DAY: polars.Date,
        Kind.NUMBER: polars.Int64,
        Kind.REAL: polars.Float64,
        Kind.TRUTH: polars.Boolean,
        Kind.LIST: polars.List(polars.String),
    }
    schema = {name: kinds[column.kind] for name, column in columns.items()}
    cells = dict(zip(columns, _turned(columns, rows), strict=True))
    return polars.DataFrame(cells, schema=schema)


def geopandas_frame(columns: Columns, rows: Iterable[FlatRow]) -> geopandas.GeoDataFrame:
    """The rows with pandas' dtypes and a point each. Raises MissingError without geopandas."""
    try:
        import geopandas
        from shapely import Point
    except ImportError as error:
        raise _missing("geopandas") from error
    frame = pandas_frame(columns, rows)
    places = zip(frame["longitude"], frame["latitude"], strict=True)
    # a missing latitude is no number, and no number equals itself
    points = [Point(east, north) if east == east and north == north else Point() for east, north in places]
    made = geopandas.GeoDataFrame(frame, geometry=points, crs="EPSG:4326")
    made.attrs["columns"] = _meanings(columns)
    return made


def _turned(columns: Columns, rows: Iterable[FlatRow]) -> list[list[Any]]:
    """The cells column by column, with whole letters alone."""
    cells: list[list[Any]] = [[] for _ in columns]
    for row in rows:
        for name, column in zip(columns, cells, strict=True):
            column.append(_clean(row[name]))
    return cells


def _clean(cell: Any) -> Any:
    if isinstance(cell, str):
        return whole(cell)
    return [whole(item) if isinstance(item, str) else item for item in cell] if isinstance(cell, list) else cell


def _days(pandas: Any, cells: list[Any]) -> Any:
    """Days as pandas' moments, to the second."""
    import numpy

    return pandas.array(numpy.array(cells, dtype="datetime64[D]").astype("datetime64[s]"))


def _meanings(columns: Columns) -> Mapping[str, str]:
    return {name: column.meaning for name, column in columns.items()}


def _missing(library: str) -> MissingError:
    return MissingError(
        f"data frames of {library} need {library}, which is not installed",
        mend="pip install 'reportedly[frames]'",
        code=f"no-{library}",
    )
