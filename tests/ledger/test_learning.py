"""`learn attributions`: from files of reports and marks to a file that a setting and its recipe name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.attributions.learnt.attributor import LearntAttributor
from reportedly.errors import InputError
from reportedly.ledger.learning import Learnt, learn_attributions
from reportedly.ledger.setting import Setting, reader, recipe
from tests.attributions.learnt.marked import TOLD
from tests.cli.conftest import call


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The invented reports three times over, and their marks."""
    folder = tmp_path_factory.mktemp("learning")
    reports, gold = folder / "reports.jsonl", folder / "gold.jsonl"
    rows = [(f"r{turn}-{n}", text, marked) for turn in range(3) for n, (text, marked) in enumerate(TOLD)]
    # the same text twice is one report to the intake, so that each turn ends in words of its own
    texts = [(id_, f"{text} It was day {id_}.", marked) for id_, text, marked in rows]
    reports.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t, _ in texts), encoding="utf-8")
    marks = [
        {
            "id": i,
            "attributions": [
                {part: [[s.start, s.end] for s in getattr(a, part)] for part in ("source", "cue", "content")}
                for a in marked
            ],
        }
        for i, _, marked in texts
    ]
    gold.write_text("".join(json.dumps(m) + "\n" for m in marks), encoding="utf-8")
    return reports, gold


@pytest.fixture(scope="module")
def model(home: Path, files: tuple[Path, Path]) -> tuple[Path, Learnt]:
    out = files[0].parent / "model.npz"
    return out, learn_attributions(*files, out, licence="CC0-1.0")


def test_the_file_says_what_it_was_trained_on(model: tuple[Path, Learnt]) -> None:
    out, made = model
    assert (made.reports, made.marked, made.size) == (42, 42, out.stat().st_size)
    assert "42 reports with 42 marked attributions: reports.jsonl (sha256 " in made.statement
    assert made.statement.endswith("licence of these: CC0-1.0")


def test_a_recipe_names_the_weights_and_one_without_them_does_not(model: tuple[Path, Learnt]) -> None:
    out, made = model
    with_, without = recipe(Setting(attributions=out)), recipe(Setting())
    assert with_.models == (("attributor", made.digest),)
    assert without.models == () and with_.digest != without.digest
    assert dict(with_.stages)["attributor"].endswith("LearntAttributor")
    assert isinstance(reader(Setting(attributions=out)).attributor, LearntAttributor)


def test_the_command_learns_and_extract_uses_it(model: tuple[Path, Learnt], files: tuple[Path, Path]) -> None:
    out, made = model
    again = out.parent / "again.npz"
    called = call("learn", "attributions", *files, "--out", again, "--licence", "CC0-1.0", "--workers", "1")
    assert called.code == 0, called.err
    assert made.digest in called.err and again.read_bytes() == out.read_bytes()
    few = out.parent / "few.jsonl"
    few.write_text('{"id": "a", "text": "The consul cabled that the ferry was gone."}\n', encoding="utf-8")
    plain = call("extract", few, "--workers", "1").records
    learnt = call("extract", few, "--workers", "1", "--attributions", again).records
    assert [len(r["attributions"]) for r in (*plain, *learnt)] == [0, 1]


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.npz"
    other.write_bytes(b"no zip")
    with pytest.raises(InputError, match="no file of learnt attributions"):
        recipe(Setting(attributions=other))
    with pytest.raises(InputError, match="cannot be opened"):
        recipe(Setting(attributions=tmp_path / "nowhere.npz"))


@pytest.mark.parametrize(
    "line",
    ['{"id": "r0-0"}', '{"id": "r0-0", "attributions": [{"source": [[4, 2]], "cue": [], "content": []}]}', "[", "3"],
)
def test_a_wrong_line_of_gold_is_named(files: tuple[Path, Path], tmp_path: Path, line: str) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl:2: this is no line of marked attributions"):
        learn_attributions(files[0], gold, tmp_path / "model.npz")
