"""A recipe's digest stands for all that a run was made with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reportedly.recipe import Recipe, files_digest, installed, recipe_of
from tests.store.made import RECIPE


@pytest.mark.parametrize(
    "changed",
    [
        {"stages": (("splitter", "veldania.OtherSplitter"),)},
        {"versions": (("reportedly", "0.2.0"),)},
        {"words": "w9"},
        {"gazetteers": (("veldania", "1"),)},
    ],
)
def test_any_change_changes_the_digest(changed: dict[str, Any]) -> None:
    assert replace(RECIPE, **changed).digest != RECIPE.digest
    assert replace(RECIPE).digest == RECIPE.digest
    assert len(RECIPE.digest) == 64


def test_a_recipe_names_the_code_of_each_stage() -> None:
    stages = {"splitter": Recipe, "claimer": SimpleNamespace}
    made = recipe_of(stages, words="w1", gazetteers={"b": "2", "a": "1"}, versions=(("reportedly", "0.1.0"),))
    assert made.stages == (("splitter", "reportedly.recipe.Recipe"), ("claimer", "types.SimpleNamespace"))
    assert made.gazetteers == (("a", "1"), ("b", "2"))


def test_installed_names_only_what_is_there() -> None:
    assert [name for name, _ in installed(("reportedly", "no-such-package"))] == ["reportedly"]


def test_the_digest_of_files_follows_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "saying.yml").write_text("- id: say\n")
    first = files_digest([tmp_path])
    (tmp_path / "notes.txt").write_text("not vocabulary")
    assert files_digest([tmp_path]) == first
    (tmp_path / "en" / "saying.yml").rename(tmp_path / "en" / "telling.yml")
    assert files_digest([tmp_path]) != first
