"""The check that near copies collapse, over the demo's ledger."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.copies import main
from tests.cli.conftest import call


@pytest.mark.parametrize("name", ["pairs.jsonl", "pairs.jsonl.gz"])
def test_a_pair_that_is_no_copy_is_listed_apart(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    reports = sorted({c["report"] for c in call("claims", ledger, "--format", "jsonl").records})[:2]
    line = json.dumps({"a": reports[0], "b": reports[1], "containment": 0.6}) + "\n"
    path = tmp_path / name
    path.write_bytes(gzip.compress(line.encode()) if path.suffix == ".gz" else line.encode())
    assert main([str(ledger), str(path)]) in (0, 1)
    printed = capsys.readouterr().out
    assert printed.startswith("1 pairs, ")
    assert main([str(ledger), str(path), "--least", "0.7"]) == 0
    assert capsys.readouterr().out.startswith("0 pairs, ")
