"""Incidents or claims that are wanted in, a listing to walk over, to put into a data frame and to show in Jupyter out.

Nothing is read before it is walked over. Every walk reads the ledger anew, so that a listing that is kept in a notebook
can be shown, counted and put into a frame one after the other. ``next`` takes one at a time, and a ``for`` goes on from
there, as with any iterator.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from reportedly.model.claim import Claim
from reportedly.model.incident import Incident

if TYPE_CHECKING:
    import geopandas
    import pandas
    import polars

    from reportedly.exports.flat import Columns, FlatRow

T = TypeVar("T", Incident, Claim)

SHOWN = 20
"""Rows that a notebook shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Generic[T]):
    """How the members are told: the columns, a row, and the columns that a notebook shows."""

    name: str
    columns: Callable[[], Columns]
    row: Callable[[T], FlatRow]
    shown: tuple[str, ...]


class Listing(Iterator[T]):
    """Incidents or claims, in the ledger's order."""

    def __init__(self, walk: Callable[[], Iterator[T]], told: Told[T]) -> None:
        self._walk: Callable[[], Iterator[T]] = walk
        self._told: Told[T] = told
        self._under_way: Iterator[T] | None = None

    def __iter__(self) -> Iterator[T]:
        return self._walk() if self._under_way is None else self._under_way

    def __next__(self) -> T:
        if self._under_way is None:
            self._under_way = self._walk()
        return next(self._under_way)

    def to_pandas(self) -> pandas.DataFrame:
        """A frame of pandas. Raises MissingError where pandas is not installed."""
        from reportedly.exports.frames import pandas_frame

        return pandas_frame(self._told.columns(), map(self._told.row, self._walk()))

    def to_polars(self) -> polars.DataFrame:
        """A frame of polars. Raises MissingError where polars is not installed."""
        from reportedly.exports.frames import polars_frame

        return polars_frame(self._told.columns(), map(self._told.row, self._walk()))

    def to_geopandas(self) -> geopandas.GeoDataFrame:
        """A frame of geopandas with a point each in EPSG:4326. Raises MissingError where geopandas is not installed."""
        from reportedly.exports.frames import geopandas_frame

        return geopandas_frame(self._told.columns(), map(self._told.row, self._walk()))

    def __repr__(self) -> str:
        return f"<{self._told.name} of a ledger: iterate, or .to_pandas(), .to_polars(), .to_geopandas()>"

    def _repr_html_(self) -> str:
        """The first of them as a table, for Jupyter."""
        from reportedly.model.showing import table

        found = [self._told.row(one) for one in islice(self._walk(), SHOWN + 1)]
        cells = [[row[name] for name in self._told.shown] for row in found[:SHOWN]]
        more = f"the first {SHOWN}: .to_pandas() has all" if len(found) > SHOWN else f"{len(found)} {self._told.name}"
        return table(self._told.shown, cells, note=more)


def incidents(walk: Callable[[], Iterator[Incident]]) -> Listing[Incident]:
    """A listing of incidents."""
    from reportedly.exports.flat import INCIDENTS, flat_incident

    days, dead = ("earliest", "latest"), ("killed_low", "killed_best", "killed_high")
    shown = ("id", "happening", *days, "place", *dead, "perpetrators", "targets", "independent_sources", "grade")
    return Listing(walk, Told(name="incidents", columns=lambda: INCIDENTS, row=flat_incident, shown=shown))


def claims(walk: Callable[[], Iterator[Claim]]) -> Listing[Claim]:
    """A listing of claims."""
    from reportedly.exports.flat import CLAIMS, flat_claim

    shown = ("id", "happening", "stance", "earliest", "latest", "place", "killed_low", "killed_best", "chain")
    return Listing(walk, Told(name="claims", columns=lambda: CLAIMS, row=flat_claim, shown=shown))
