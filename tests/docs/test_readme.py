"""The tour of the README is what the program prints, and its programs run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.readme import README, blocks, printed, programs

TEXT = README.read_text(encoding="utf-8")


def test_the_shown_blocks_are_what_the_program_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown = list(blocks(TEXT))
    assert shown
    for block in shown:
        assert block.words == printed(block), "write the blocks anew with: python -m tests.docs.readme"
    for program in programs(TEXT):
        exec(compile(program, "README.md", "exec"), {})


def test_the_first_screen_says_how_to_run_and_how_to_test() -> None:
    first = TEXT.split("\n")[:40]
    assert any("make demo" in line for line in first)
    assert any("make check" in line for line in first)
