"""What is wished, planned, feared or conditional is no claim; what is negated is a denial; "may have" is a hedge."""

from __future__ import annotations

import pytest

from reportedly.claims.assertion import asserted
from reportedly.lexicon.modality import load_modality
from tests.conftest import LayOpen

CASES = [
    ("The army shelled Dolvi.", "shelled", True, False),
    ("The army continued to shell Dolvi.", "shell", True, False),
    ("The army is believed to have shelled Dolvi.", "shelled", True, False),
    ("The army threatened to shell Dolvi.", "shell", False, False),
    ("The army will shell Dolvi.", "shell", False, False),
    ("If the army shells Dolvi, the talks will end.", "shells", False, False),
    ("The army did not shell Dolvi.", "shell", True, True),
    ("Soldiers massed in an effort to retake Dolvi.", "retake", False, False),
]


@pytest.mark.parametrize(("sentence", "word", "real", "negated"), CASES)
def test_reality_of_a_happening(lay_open: LayOpen, sentence: str, word: str, real: bool, negated: bool) -> None:
    parsed = lay_open(sentence).sentences[0]
    token = next(n for n, t in enumerate(parsed.tokens) if t.text == word)
    found = asserted(parsed, token, load_modality())
    assert (found.real, found.negated) == (real, negated)


def test_may_have_is_a_hedge(lay_open: LayOpen) -> None:
    parsed = lay_open("The jets may have bombed a school.").sentences[0]
    token = next(n for n, t in enumerate(parsed.tokens) if t.text == "bombed")
    found = asserted(parsed, token, load_modality())
    assert found.real
    assert found.hedge is not None
    assert found.hedge.of(parsed.text) == "may"
