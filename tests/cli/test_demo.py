"""``demo`` and ``doctor``: the main job runs on what the package carries."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import call


def test_the_demo_lists_incidents_explains_one_and_keeps_the_ledger(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    shown = call("demo", "--keep", path)
    assert shown.code == 0
    assert shown.out.startswith("26 reports of an invented country: ")
    assert "Dolvi" in shown.out and "\nwhy i-" in shown.out and "independent origin" in shown.out
    assert call("verify", path).code == 0


def test_doctor_tells_what_is_installed(home: Path) -> None:
    done = call("doctor")
    assert done.code == 0, done.out
    for word in ("Python", "spaCy", "English model", "gazetteer", "SQLite"):
        assert word in done.out
