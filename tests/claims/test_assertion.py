"""What is wished, planned, feared or conditional is no claim; what is negated is a denial; "may have" is a hedge."""

from __future__ import annotations

import pytest

from reportedly.claims.frames.assertion import asserted
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
    ("The police cleared the square without killing anybody.", "killing", False, False),
    ("Three hostages were freed without a shot being fired.", "fired", False, False),
    ("The police foiled a bombing in Kolm.", "bombing", False, False),
    ("The mines prevented the army from making an attack.", "attack", False, False),
    ("The army did not confirm that its jets shelled Dolvi.", "shelled", False, False),
    ("Had the army shelled Dolvi, many would have died.", "shelled", False, False),
    ("No shell hit the school in Dolvi.", "hit", True, True),
    ("None of its jets bombed the school.", "bombed", True, True),
    ("Nobody was killed in Dolvi.", "killed", True, True),
    ("There were no clashes in Dolvi.", "clashes", True, True),
    ("A nurse was almost killed in Dolvi.", "killed", False, False),
    ("The shells killed nearly forty people in Dolvi.", "killed", True, False),
    ("The militia is going to attack Dolvi.", "attack", False, False),
    ("They are people who know how to fight.", "fight", False, False),
    ("The bombing could have been carried out by the militia.", "bombing", True, False),
    ("The bomb could have killed hundreds.", "killed", False, False),
    ("Those who attack the town will be punished.", "attack", False, False),
    ("Those who attacked the town fled.", "attacked", True, False),
    ("The judge wants to clarify the murder of the mayor.", "murder", True, False),
    ("The officers will be tried for the murder of the mayor.", "murder", True, False),
    ("The police will investigate the bombing.", "bombing", True, False),
    ("Did the army shell Dolvi?", "shell", False, False),
    ("Why was the bomb planted in Dolvi?", "bomb", False, False),
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


def test_what_nobody_could_check_is_doubted(lay_open: LayOpen) -> None:
    parsed = lay_open("The shelling of Dolvi could not be verified.").sentences[0]
    token = next(n for n, t in enumerate(parsed.tokens) if t.text == "shelling")
    found = asserted(parsed, token, load_modality())
    assert (found.real, found.doubted) == (True, True)
    assert found.hedge is not None
    assert found.hedge.of(parsed.text) == "could not be verified"


def test_a_promise_on_a_condition_is_not_foretold(lay_open: LayOpen) -> None:
    plain, bound = (
        asserted(sentence, next(n for n, t in enumerate(sentence.tokens) if t.text == "shell"), load_modality())
        for text in ("The army would shell Dolvi.", "The army would shell Dolvi if the rebels left.")
        for sentence in lay_open(text).sentences[:1]
    )
    assert (plain.foretold, bound.foretold) == (True, False)
