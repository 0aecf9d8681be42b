"""A ledger's view in, three Parquet tables out: claims, incidents and origins.

Dates are dates, lists are lists, and what is not known is null. The same ledger gives the same bytes with the same
version of pyarrow, which is an extra: ``pip install reportedly[parquet]``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from reportedly.errors import LedgerError, MissingError
from reportedly.exports.asked import Asked
from reportedly.exports.flat import (
    CLAIMS,
    INCIDENTS,
    ORIGINS,
    Columns,
    FlatRow,
    Kind,
    flat_claim,
    flat_incident,
    flat_origins,
)
from reportedly.exports.lines import whole
from reportedly.exports.parts import Part
from reportedly.exports.walk import Exported

_BATCH = 10_000
"""Rows held at a time."""


def parquet_parts(view: Exported, asked: Asked) -> Iterator[Part]:
    """The three files. Raises MissingError without pyarrow."""
    yield _file("claims.parquet", CLAIMS, map(flat_claim, view.claims()), asked)
    yield _file("incidents.parquet", INCIDENTS, map(flat_incident, view.incidents()), asked)
    yield _file("origins.parquet", ORIGINS, (row for i in view.incidents() for row in flat_origins(i)), asked)


def _file(name: str, columns: Columns, rows: Iterable[FlatRow], asked: Asked) -> Part:
    pa, pq = _pyarrow()
    kinds = {
        Kind.TEXT: pa.string(),
        Kind.DAY: pa.date32(),
        Kind.NUMBER: pa.int64(),
        Kind.REAL: pa.float64(),
        Kind.TRUTH: pa.bool_(),
        Kind.LIST: pa.list_(pa.string()),
    }
    notes = {"reportedly.notes": json.dumps(asked.notes, ensure_ascii=False)}
    schema = pa.schema([(name, kinds[column.kind]) for name, column in columns.items()], metadata=notes)
    out, waiting, written = BytesIO(), iter(rows), 0
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(islice(waiting, _BATCH)):
            writer.write_table(pa.Table.from_pylist([_clean(row) for row in batch], schema=schema))
            written += len(batch)
    if pq.read_metadata(BytesIO(out.getvalue())).num_rows != written:
        raise LedgerError(f"{name} does not read back", code="export-check")
    return Part(name=name, content=(out.getvalue(),))


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingError(
            "Parquet files need pyarrow, which is not installed",
            mend="pip install 'reportedly[parquet]'",
            code="no-pyarrow",
        ) from error
    return pyarrow, pyarrow.parquet


def _clean(row: FlatRow) -> FlatRow:
    return {k: whole(v) if isinstance(v, str) else _listed(v) if isinstance(v, list) else v for k, v in row.items()}


def _listed(texts: list[str | None]) -> list[str | None]:
    return [text if text is None else whole(text) for text in texts]
