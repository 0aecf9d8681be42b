"""Every line of the tables of saying, hedging and denying fires in its own examples, and only there."""

from __future__ import annotations

import pytest

from reportedly.lexicon.hedging import HedgingLine
from reportedly.lexicon.lines import Line, load
from reportedly.lexicon.saying import DenyingLine, SayingLine, SourceLine, load_sources
from tests.attributions.telling import Tell

LINES: list[Line] = [
    *load("en/saying", SayingLine),
    *load("en/hedging", HedgingLine),
    *load("en/denying", DenyingLine),
]


def fired(tell: Tell, sentence: str) -> set[str]:
    found = tell(sentence)
    return {a.rule for a in found.attributions} | {h.rule for h in found.hedges}


@pytest.mark.parametrize(
    ("line", "sentence"), [pytest.param(x, s, id=f"{x.address}: {s}") for x in LINES for s in x.yes]
)
def test_a_line_fires_in_its_examples(tell: Tell, line: Line, sentence: str) -> None:
    assert line.address in fired(tell, sentence)


@pytest.mark.parametrize(
    ("line", "sentence"), [pytest.param(x, s, id=f"{x.address}: {s}") for x in LINES for s in x.no]
)
def test_a_line_does_not_fire_in_its_counterexamples(tell: Tell, line: Line, sentence: str) -> None:
    assert line.address not in fired(tell, sentence)


@pytest.mark.parametrize("line", load("en/sources", SourceLine), ids=lambda line: line.address)
def test_a_noun_for_tellers_gives_its_role(tell: Tell, line: SourceLine) -> None:
    sources = load_sources()
    for sentence in line.yes:
        (attribution,) = tell(sentence).attributions
        assert attribution.chain[-1].role is line.role, sentence
    assert all(sources.heads[head].role is line.role for head in line.heads)


def test_no_noun_stands_in_two_lines() -> None:
    heads = [head for line in load("en/sources", SourceLine) for head in line.heads]
    assert sorted(heads) == sorted(set(heads))
