"""A vocabulary file with a fault is answered with file, line, fault and mend; a good one with its lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import VocabError
from reportedly.lexicon.lines import load
from reportedly.lexicon.saying import SayingLine

GOOD = "- id: blurt\n  meaning: telling by mistake\n  verbs: [blurt]\n"


def _load(tmp_path: Path, text: str) -> tuple[SayingLine, ...]:
    (tmp_path / "en").mkdir(exist_ok=True)
    (tmp_path / "en" / "saying.yml").write_text(text, encoding="utf-8")
    return load("en/saying", SayingLine, (tmp_path,))


def test_a_line_knows_its_address_and_where_it_stands(tmp_path: Path) -> None:
    (line,) = _load(tmp_path, f"# words\n\n{GOOD}")
    assert line.address == "en/saying/blurt"
    assert line.origin.endswith("saying.yml:3")


def test_bare_yes_and_no_are_words(tmp_path: Path) -> None:
    (line,) = _load(tmp_path, GOOD + "  yes: [He blurted that it rained.]\n  no: [He left.]\n")
    assert line.yes == ("He blurted that it rained.",)
    assert line.no == ("He left.",)


@pytest.mark.parametrize(
    ("text", "said", "mend"),
    [
        ("- id: a\n  meaning: m\n  verb: [say]\n", "there is no field 'verb'", "did you mean 'verbs'?"),
        ("- id: a\n  meaning: m\n  weight: [red]\n", "there is no field 'weight'", "its fields are id, yes, no"),
        ("- id: a\n  verbs: [say]\n", "the field 'meaning' is missing", "add 'meaning:'"),
        ("- id: a\n  meaning: m\n  verbs: say\n", "verbs: this is a list", "verbs: [say]"),
        ("- id: a\n  meaning: m\n  frames: [sentence]\n", "frames.0: Input should be 'clause'", "docs/vocabulary.md"),
        (GOOD + GOOD, "already stands in line 1", "another id"),
        (GOOD + "  verbs: [say]\n", "the field 'verbs' stands twice", "put the two together"),
        ("- id: [a\n", "not readable as YAML", None),
        ("id: a\n", "a vocabulary file is a list", None),
        ("- just words\n", "starts with '- id:'", None),
    ],
)
def test_a_fault_is_named_with_its_place_and_its_mend(tmp_path: Path, text: str, said: str, mend: str | None) -> None:
    with pytest.raises(VocabError) as caught:
        _load(tmp_path, text)
    assert said in str(caught.value)
    assert "saying.yml:" in str(caught.value.where)
    if mend:
        assert mend in str(caught.value.mend)
