"""``compare``: the demo's ledger beside what it exports itself."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import WORDS, call


@pytest.fixture(scope="module", params=["ucdp", "acled"])
def theirs(ledger: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """What the ledger exports in another's columns."""
    path = tmp_path_factory.mktemp("rivals") / f"{request.param}.csv"
    assert call("export", ledger, "--format", request.param, "--out", path).code == 0
    return path


def test_a_ledger_beside_its_own_export_matches_whole(ledger: Path, theirs: Path) -> None:
    found = call("compare", ledger, theirs, "--format", "jsonl")
    assert found.code == 0
    assert found.records
    assert {one["standing"] for one in found.records} == {"matched"}
    assert not [one for one in found.records if one["differs"]]
    assert "both cover" in found.err and "0 missing, 0 extra" in found.err


def test_what_is_only_in_one_is_listed_alone(ledger: Path, theirs: Path, tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(theirs.read_text(encoding="utf-8"), newline="")))
    path = tmp_path / "less.csv"
    _write(path, [row for number, row in enumerate(rows) if number != 3])
    extra = call("compare", ledger, path, "--only", "extra", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(extra.out))
    assert row["standing"] == "extra" and row["ours"].startswith("i-") and row["theirs"] == ""
    rows[3][rows[0].index("latitude")] = "41.5"
    _write(path, rows)
    missing = call("compare", ledger, path, "--only", "missing", "--format", "jsonl", "--vocab", WORDS).records
    assert [one["standing"] for one in missing] == ["missing"]
    assert missing[0]["theirs"]["latitude"] == 41.5


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows(rows)


def test_the_numbers_can_be_had_alone(ledger: Path, theirs: Path) -> None:
    (numbers,) = call("compare", ledger, theirs, "--only", "summary", "--format", "jsonl").records
    assert numbers["matched"] > 5 and numbers["share_of_theirs"] == 1.0
    assert {one["field"] for one in numbers["agreement"]} >= {"days", "distance", "deaths_best"}
    assert "matched" in call("compare", ledger, theirs, "--only", "summary").out


def test_the_table_shows_both_where_they_differ(ledger: Path, theirs: Path) -> None:
    found = call("compare", ledger, theirs, "--days", "2", "--km", "5")
    assert found.code == 0 and "standing" in found.out and "differs" in found.out


def test_another_file_is_refused_and_a_window_below_zero_too(ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    found = call("compare", ledger, path)
    assert found.code == 3 and "neither a UCDP GED nor an ACLED table" in found.err
    assert call("compare", ledger, path, "--days", "-1").code == 2
