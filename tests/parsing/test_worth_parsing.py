"""What is not parsed cannot be read: only what is no sentence may be left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.text import Passage, PassageKind, Span
from reportedly.parsing.spacy_parser import LONGEST, worth_parsing


def _passage(text: str, kind: PassageKind = PassageKind.SENTENCE) -> Passage:
    return Passage(number=0, paragraph=0, kind=kind, span=Span(0, len(text)))


TELLING = st.sampled_from(["killed", "airstrike", "dozens", "said", "wounded", "claimed", "shelled", "civilians"])
FILLING = st.text(max_size=200)
READ = st.sampled_from([kind for kind in PassageKind if kind is not PassageKind.BOILERPLATE])


@given(FILLING, TELLING, FILLING, READ)
def test_a_passage_with_a_telling_word_is_parsed(before: str, word: str, after: str, kind: PassageKind) -> None:
    text = f"{before} {word} {after}"
    assert worth_parsing(_passage(text, kind), text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Three were killed.", PassageKind.BOILERPLATE),
        ("12 / 34 …", PassageKind.SENTENCE),
        ("killed " * LONGEST, PassageKind.SENTENCE),
    ],
)
def test_what_is_no_sentence_is_not(text: str, kind: PassageKind) -> None:
    assert not worth_parsing(_passage(text, kind), text)
