"""``read`` and ``link``: what is added, what is passed over, and that neither order nor number of processes matters."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import REPORTS, WORDS, Called, call
from tests.cli.interface import claim_complaints, incident_complaints


def test_reading_again_adds_nothing(ledger: Path) -> None:
    before = call("claims", ledger, "--format", "jsonl").out
    again = call("read", ledger, REPORTS, "--vocab", WORDS, "--workers", "1")
    assert again.code == 0
    assert again.err.startswith("0 reports added, 0 read again, 26 already there")
    assert call("claims", ledger, "--format", "jsonl").out == before


def test_the_listings_are_as_the_interface_has_them(ledger: Path) -> None:
    claims = call("claims", ledger, "--format", "jsonl").records
    incidents = call("incidents", ledger, "--format", "jsonl").records
    texts = {r: json.loads(call("show", ledger, r).out)["text"] for r in {c["report"] for c in claims}}
    assert [x for c in claims for x in claim_complaints(c, c["report"], texts[c["report"]])] == []
    known = {c["id"] for c in claims}
    assert [x for i in incidents for x in incident_complaints(i, known)] == []
    assert sorted(c for i in incidents for c in i["claims"]) == sorted(known)


def _incidents(path: Path, files: list[Path], workers: str) -> str:
    read = call("read", path, *files, "--vocab", WORDS, "--workers", workers)
    assert read.code == 0, read.err
    assert call("link", path).code == 0
    return call("incidents", path, "--format", "jsonl").out + call("export", path, "--format", "ucdp").out


def test_neither_order_nor_processes_change_the_incidents(home: Path, few: Path, tmp_path: Path) -> None:
    lines = few.read_text(encoding="utf-8").splitlines()
    turned = tmp_path / "turned.jsonl"
    turned.write_text("\n".join(reversed(lines)), encoding="utf-8")
    first = _incidents(tmp_path / "first.db", [few], "1")
    assert first
    assert _incidents(tmp_path / "second.db", [turned], "1") == first
    assert _incidents(tmp_path / "third.db", [few], "2") == first


def test_a_report_added_later_removes_no_claim(home: Path, few: Path, tmp_path: Path) -> None:
    lines = few.read_text(encoding="utf-8").splitlines()
    path, some, rest = tmp_path / "grown.db", tmp_path / "some.jsonl", tmp_path / "rest.jsonl"
    some.write_text("\n".join(lines[:3]), encoding="utf-8")
    rest.write_text("\n".join(lines[3:]), encoding="utf-8")
    _incidents(path, [some], "1")
    before = set(call("claims", path, "--format", "jsonl").out.splitlines())
    _incidents(path, [rest], "1")
    assert before < set(call("claims", path, "--format", "jsonl").out.splitlines())


def test_incidents_older_than_the_claims_are_announced(home: Path, few: Path, tmp_path: Path) -> None:
    path = tmp_path / "unlinked.db"
    assert call("read", path, few, "--vocab", WORDS, "--workers", "1").code == 0
    listed = call("incidents", path)
    assert listed.code == 0
    assert f"reportedly link {path}" in listed.err


def _named(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("cut.jsonl", b'{"id": "a", "text": "Two peo', "truncated-line"),
        ("broken.jsonl", b'{"id": "a", "text" "b"}\n', "broken-line"),
        ("no-text.jsonl", b'{"id": "a", "title": "b"}\n', "no-text"),
        ("empty.jsonl", b"", "empty-file"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "binary"),
        ("bytes.txt", bytes(range(256)) * 20, "binary"),
        ("paper.pdf", b"%PDF-1.7 \xe2\xe3\xcf\xd3", "binary"),
    ],
)
def test_a_bad_file_is_named_with_its_place_and_a_mend(
    home: Path, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = _named(tmp_path, name, content)
    done = call("read", tmp_path / "bad.db", path, "--vocab", WORDS, "--workers", "1")
    assert done.code == 3
    assert code in done.err and str(path) in done.err and "mend: " in done.err
    assert "0 reports added" in done.err and "1 not readable" in done.err


def test_a_path_that_is_not_there_is_named(home: Path, tmp_path: Path) -> None:
    done = call("read", tmp_path / "bad.db", tmp_path / "nowhere.jsonl", "--vocab", WORDS, "--workers", "1")
    assert done.code == 3
    assert "missing-file" in done.err and "nowhere.jsonl" in done.err


def test_an_empty_folder_adds_nothing(home: Path, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    done = call("read", tmp_path / "bad.db", tmp_path / "nothing", "--vocab", WORDS, "--workers", "1")
    assert "0 reports added" in done.err
    assert call("link", tmp_path / "bad.db").code == 0
    assert call("incidents", tmp_path / "bad.db", "--format", "jsonl").out == ""


def test_good_reports_beside_bad_ones_are_kept(home: Path, few: Path, tmp_path: Path, extracted: Called) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    _named(folder, "a.pdf", b"%PDF-1.7 \xe2\xe3")
    _named(folder, "b.jsonl", few.read_bytes())
    _named(folder, "c.jsonl", b'{"id": "z", "te')
    done = call("read", tmp_path / "mixed.db", folder, "--vocab", WORDS, "--workers", "1")
    assert done.code == 3
    assert "6 reports added" in done.err and "2 not readable" in done.err
    read = call("claims", tmp_path / "mixed.db", "--format", "jsonl").records
    assert {c["id"] for c in read} == {c["id"] for r in extracted.records for c in r["claims"]}
