"""How many reports a run will read is counted beforehand where it can be."""

from __future__ import annotations

import gzip
from pathlib import Path

from reportedly.intake.expected import expected


def test_lines_and_files_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "1"}\n{"id": "2"}\n', encoding="utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"id": "3"}\n'))
    (tmp_path / "c.html").write_text("<p>Shells fell on Kolm.</p>", encoding="utf-8")
    assert expected([str(tmp_path)]) == 4


def test_what_cannot_be_told_is_not_guessed(tmp_path: Path) -> None:
    (tmp_path / "d.warc.gz").write_bytes(b"")
    assert expected([str(tmp_path)]) is None
    assert expected(["-"]) is None
    assert expected([str(tmp_path / "nothing")]) is None
    (tmp_path / "e.jsonl.gz").write_bytes(b"not gzip")
    assert expected([str(tmp_path / "e.jsonl.gz")]) is None
