"""``gazetteer`` and ``vocab``: what is added is found, and what is wrong is named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import WORDS, call

HEAD = "name,latitude,longitude,kind,country\n"


def test_an_added_gazetteer_is_listed_and_searched(home: Path) -> None:
    listed = call("gazetteer", "list", "--format", "csv").out
    assert "veldania,22,CC0-1.0" in listed
    found = call("gazetteer", "find", "Karsk", "--format", "jsonl").records
    assert [(p["name"], p["country"]) for p in found] == [("Karsk", "XV")]
    assert call("gazetteer", "find", "Xyzzyplugh", "--format", "jsonl").out == ""


@pytest.mark.parametrize(
    ("content", "line", "word"),
    [
        ("", 1, "empty"),
        ("place,lat,lon\nKarsk,1,2\n", 1, "missing"),
        (HEAD + "Karsk,-40.9,-18.9,P.PPL,XV\nDolvi,north,2,P.PPL,XV\n", 3, "latitude"),
        (HEAD + "Karsk,-99,2,P.PPL,XV\n", 2, "latitude"),
        (HEAD + ",1,2,P.PPL,XV\n", 2, "name"),
        (HEAD + "Karsk,1,2,P.PPL,Veldania\n", 2, "country"),
        (HEAD + "Karsk,1,2,metropolis,XV\n", 2, "kind"),
    ],
)
def test_a_wrong_line_of_a_gazetteer_is_named(home: Path, tmp_path: Path, content: str, line: int, word: str) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text(content, encoding="utf-8")
    done = call("gazetteer", "add", path, "--name", "wrong")
    assert done.code == 5
    assert f"{path}:{line}" in done.err and word in done.err and "mend: " in done.err
    assert "wrong" not in call("gazetteer", "list", "--format", "csv").out


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("- id: a\n  name: A\n  kind: army\n", 1),
        ("- id: a\n  name: A\n  kind: militia\n- id: a\n  name: B\n  kind: militia\n", 4),
        ("- id: a\n  name: [A\n", 3),
        ("- id: a\n  nmae: A\n  kind: militia\n", 1),
        ("a: b\n", 1),
    ],
)
def test_a_wrong_line_of_a_vocabulary_is_named(home: Path, tmp_path: Path, few: Path, content: str, line: int) -> None:
    path = tmp_path / "words" / "actors" / "local.yml"
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    done = call("extract", few, "--vocab", tmp_path / "words", "--workers", "1")
    assert done.code == 4
    assert f"{path}:{line}" in done.err
    assert done.out == ""


def test_vocab_try_shows_what_fires(home: Path) -> None:
    done = call("vocab", "try", "Shells hit a post near Kolm on Monday, the MLF said.", "--vocab", WORDS)
    assert done.code == 0
    assert "Kolm" in done.out and "MLF" in done.out and "shelling" in done.out


def test_vocab_check_of_the_demo_s_words_holds(home: Path) -> None:
    done = call(
        "vocab", "check", "outlets/veldania", "actors/veldania", "actors/korvia", "en/demonyms", "--vocab", WORDS
    )
    assert done.code == 0, done.out
    assert "0 do not hold" in done.err
