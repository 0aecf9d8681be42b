"""The hook that builds the page into a wheel: it leaves editable installs alone, and says what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("hatchling", reason="hatchling is not installed")

from hatch_build import PAGE, PageHook


def _hook(root: Path) -> Any:
    return PageHook(str(root), {}, None, None, "", "wheel")  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _no_npm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hatch_build.shutil.which", lambda name: None)


def test_an_editable_install_builds_nothing(tmp_path: Path) -> None:
    build_data: dict[str, Any] = {"artifacts": []}
    _hook(tmp_path).initialize("editable", build_data)
    assert build_data == {"artifacts": []}


def test_without_npm_a_page_that_is_there_is_taken(tmp_path: Path) -> None:
    (tmp_path / PAGE).mkdir(parents=True)
    (tmp_path / PAGE / "index.html").write_text("<!doctype html>", encoding="utf-8")
    build_data: dict[str, Any] = {"artifacts": []}
    _hook(tmp_path).initialize("standard", build_data)
    assert build_data["artifacts"] == ["/reportedly/web/page/**"]


def test_without_npm_and_page_the_mend_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"Install Node.js 20.19"):
        _hook(tmp_path).initialize("standard", {"artifacts": []})
