"""Exports of several files: the bag and its checksums, the crate, and Parquet tables."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from hashlib import sha256, sha512
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.exports import flat, forms
from reportedly.exports.asked import Asked
from reportedly.exports.bag import report_file
from tests.exports.made import Shelf, incident, killed
from tests.store.made import claim, report

ASKED = Asked(credits=("GeoNames, CC BY 4.0",), day="2031-04-05")
SHELF = Shelf(held=(incident(), incident("i-2", place=None, days=None, date_precision=None, estimates=())))


def packed(form: str, shelf: Shelf = SHELF, asked: Asked = ASKED) -> dict[str, bytes]:
    """The files by name."""
    return {part.name: b"".join(part.content) for part in forms.pack(form, shelf, asked)}


def test_the_bag_has_every_file_in_its_manifests_with_the_right_hash() -> None:
    files = packed("bagit")
    for manifest, inside in (("manifest-sha512.txt", True), ("tagmanifest-sha512.txt", False)):
        pairs = [line.split("  ", 1) for line in files[manifest].decode().splitlines()]
        listed = {name: digest for digest, name in pairs}
        wanted = {n for n in files if n.startswith("data/") is inside and n != "tagmanifest-sha512.txt"}
        assert set(listed) == wanted
        assert all(sha512(files[name]).hexdigest() == digest for name, digest in listed.items())
    assert files["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def test_the_bag_counts_its_payload() -> None:
    files = packed("bagit")
    info = dict(line.split(": ", 1) for line in files["bag-info.txt"].decode().splitlines())
    payload = [content for name, content in files.items() if name.startswith("data/")]
    assert info["Payload-Oxum"] == f"{sum(map(len, payload))}.{len(payload)}"
    assert info["Bagging-Date"] == "2031-04-05"


def test_the_texts_lie_where_the_table_of_reports_says_with_the_hash_it_says() -> None:
    files = packed("bagit")
    rows = list(csv.DictReader(io.StringIO(files["data/reports.csv"].decode(), newline="")))
    assert [row["id"] for row in rows] == ["karsk-1"]
    for row in rows:
        assert sha256(files[f"data/{row['file']}"]).hexdigest() == row["sha256"] == SHELF.report(row["id"]).digest


def test_the_crate_describes_every_file_of_the_payload() -> None:
    files = packed("bagit")
    graph = {node["@id"]: node for node in json.loads(files["data/ro-crate-metadata.json"])["@graph"]}
    root = graph[graph["ro-crate-metadata.json"]["about"]["@id"]]
    parts = {part["@id"] for part in root["hasPart"]}
    payload = {n.removeprefix("data/") for n in files if n.startswith("data/")} - {"ro-crate-metadata.json"}
    assert parts == payload and parts <= set(graph)
    assert root["datePublished"] == "2031-04-05" and root["license"] and "GeoNames" in root["description"]


@pytest.mark.parametrize("form", ["bagit", "parquet"])
def test_the_same_ledger_gives_the_same_bytes(form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet files need pyarrow, an extra")
    assert packed(form) == packed(form)


def test_another_reader_finds_the_bag_valid(tmp_path: Path) -> None:
    bagit = pytest.importorskip("bagit", reason="the reader of the Library of Congress is not installed")
    for name, content in packed("bagit").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert bagit.Bag(str(tmp_path)).is_valid()


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=80))
def test_no_report_s_id_leads_out_of_the_bag(id_: str) -> None:
    path = PurePosixPath(report_file(id_))
    assert path.parent == PurePosixPath("reports") and ".." not in path.parts
    assert path.name.isascii() and len(path.name) < 80 and not path.name.startswith(".")


def test_ids_that_look_alike_have_files_of_their_own() -> None:
    names = {report_file(id_).lower() for id_ in ("a/b", "a:b", "A/b", "a b", "../a-b", "a" * 90, "a" * 91)}
    assert len(names) == 7


def test_parquet_keeps_days_lists_and_gaps() -> None:
    pytest.importorskip("pyarrow", reason="Parquet files need pyarrow, an extra")
    import pyarrow.parquet as pq

    shelf = Shelf(
        held=(incident(estimates=(killed(20, None, None),)), *SHELF.held[1:]),
        said=(claim(report(), id="karsk-1#1"), claim(report(), day=None, place=None, id="karsk-1#2")),
    )
    tables = {name: pq.read_table(io.BytesIO(body)) for name, body in packed("parquet", shelf).items()}
    assert set(tables) == {"claims.parquet", "incidents.parquet", "origins.parquet"}
    first, second = tables["incidents.parquet"].to_pylist()
    assert (first["earliest"], first["perpetrators"]) == (date(2031, 4, 1), ["Veldanian air force"])
    assert (first["killed_low"], first["killed_best"], first["killed_high"]) == (20, None, None)
    assert (second["earliest"], second["latitude"], second["killed_low"]) == (None, None, None)
    told, bare = tables["claims.parquet"].to_pylist()
    assert told["chain"] == ["The Karsk Herald", "VMC"] and json.loads(told["tolls"])[0]["low"] == 20
    assert (bare["earliest"], bare["place"]) == (None, None)
    assert tables["origins.parquet"].to_pylist()[0]["counted"] is True
    notes = tables["claims.parquet"].schema.metadata[b"reportedly.notes"]
    assert json.loads(notes) == ["places: GeoNames, CC BY 4.0"]


def test_parquet_of_nothing_has_its_columns() -> None:
    pytest.importorskip("pyarrow", reason="Parquet files need pyarrow, an extra")
    import pyarrow.parquet as pq

    body = packed("parquet", Shelf(held=()))["incidents.parquet"]
    assert pq.read_table(io.BytesIO(body)).column_names == list(flat.INCIDENTS)
