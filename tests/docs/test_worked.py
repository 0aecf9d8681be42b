"""The worked examples of attribution are what the reader finds."""

from __future__ import annotations

from pathlib import Path

from tests.docs.worked import PAGE, demo_reader, examples, written

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_worked_examples_are_what_the_reader_finds(tmp_path: Path) -> None:
    assert examples(TEXT) >= 10
    assert written(TEXT, demo_reader(tmp_path)) == TEXT, "write the blocks anew with: python -m tests.docs.worked"
