"""``extract``: every line is as the machine interface has it, in input order, the same every time."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import WORDS, Called, call
from tests.cli.interface import extract_complaints


def test_every_line_is_as_the_interface_has_it(extracted: Called) -> None:
    assert extracted.code == 0
    assert [complaint for record in extracted.records for complaint in extract_complaints(record)] == []


def test_the_lines_come_in_input_order_with_the_text_unchanged(extracted: Called, few: Path) -> None:
    given = [json.loads(line) for line in few.read_text(encoding="utf-8").splitlines()]
    assert [(r["id"], r["text"]) for r in extracted.records] == [(r["id"], r["text"]) for r in given]


def test_each_report_makes_claims_on_the_word_of_its_outlet(extracted: Called) -> None:
    for record in extracted.records:
        assert record["claims"], record["id"]
        assert record["incidents"], record["id"]
        for claim in record["claims"]:
            assert claim["chain"][0]["start"] is None


def test_a_second_run_and_two_processes_print_the_same_bytes(extracted: Called, few: Path) -> None:
    assert call("extract", few, "--vocab", WORDS, "--workers", "1").out == extracted.out
    assert call("extract", few, "--vocab", WORDS, "--workers", "2").out == extracted.out


def test_a_broken_line_stops_no_other(home: Path, few: Path, tmp_path: Path, extracted: Called) -> None:
    lines = few.read_text(encoding="utf-8").splitlines()
    path = tmp_path / "broken.jsonl"
    path.write_text("\n".join([lines[0], '{"id": "x", "text": ', lines[1], "[1, 2]", '{"id": "y"}']), encoding="utf-8")
    done = call("extract", path, "--vocab", WORDS, "--workers", "1")
    assert done.code == 3
    assert done.out.splitlines() == extracted.out.splitlines()[:2]
    for number in (2, 4, 5):
        assert f"{path}:{number}" in done.err


def test_an_odd_report_is_read_or_named_and_never_breaks_the_run(home: Path, tmp_path: Path) -> None:
    odd = [
        {"id": "empty", "text": ""},
        {"id": "space", "text": "  \n\n "},
        {"id": "one-word", "text": "Killed"},
        {"id": "dots", "text": "." * 3000},
        {"id": "signs", "text": "\u202e\u0000\ufeff Two people were killed in Dolvi \U0001f4a5 on Monday."},
        {"id": "no-day", "text": "On Monday, shells killed 99999999999999999999 people, residents of Dolvi said."},
        {"id": "wild-day", "text": "Two died on 31 February 2024.", "published": "yesterday"},
        {"id": "lines", "text": "Two\nsoldiers\nwere\nkilled\nin\nDolvi"},
    ]
    path = tmp_path / "odd.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in odd), encoding="utf-8")
    done = call("extract", path, "--vocab", WORDS, "--workers", "1")
    assert done.code in {0, 3}
    assert [c for record in done.records for c in extract_complaints(record)] == []
    assert "Traceback" not in done.err
