"""The page on notebooks: its example runs on the demo, and its lists of columns are those of the frames."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import home, ledger
from tests.docs.columns import PAGE, renewed
from tests.docs.readme import programs

__all__ = ["home", "ledger"]

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_lists_of_columns_are_fresh() -> None:
    assert renewed(TEXT) == TEXT, "write them anew with: python -m tests.docs.columns"


def test_the_example_runs(
    ledger: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for library in ("pandas", "polars", "geopandas"):
        pytest.importorskip(library, reason=f"{library} is an extra")
    monkeypatch.chdir(ledger.parent)  # it is called demo.db, as on the page
    (program,) = programs(TEXT)
    exec(compile(program, "notebooks.md", "exec"), {})
    assert "killed at least" in capsys.readouterr().out
