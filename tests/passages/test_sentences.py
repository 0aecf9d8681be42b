"""Where sentences end: the vocabulary's own examples, and cases that bugs or other outlets brought."""

from __future__ import annotations

import pytest

from reportedly.lexicon.lines import load
from reportedly.lexicon.splitting import Abbreviation, SentenceEdge, load_splitting
from reportedly.model.text import PassageKind, Report, Span
from reportedly.passages.sentences import sentences
from reportedly.passages.split import PlainSplitter

WORDS = load_splitting()
ABBREVIATIONS = load("en/abbreviations", Abbreviation)
EDGES = load("en/sentence_edges", SentenceEdge)


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)), WORDS)]


@pytest.mark.parametrize("example", [e for line in ABBREVIATIONS for e in line.yes])
def test_a_stop_behind_an_abbreviation_ends_nothing(example: str) -> None:
    assert len(cut(example)) == 1


@pytest.mark.parametrize("example", [e for line in ABBREVIATIONS for e in line.no])
def test_a_stop_behind_a_word_or_before_a_new_sentence_ends(example: str) -> None:
    assert len(cut(example)) > 1


@pytest.mark.parametrize("line", [line for line in EDGES if line.kind == "starts"], ids=lambda line: str(line.id))
def test_words_that_start_a_sentence(line: SentenceEdge) -> None:
    assert all(len(cut(example)) == 2 for example in line.yes)
    assert all(len(cut(example)) == 1 for example in line.no)


@pytest.mark.parametrize("line", [line for line in EDGES if line.kind == "tags"], ids=lambda line: str(line.id))
def test_a_cry_stays_with_who_uttered_it(line: SentenceEdge) -> None:
    assert all(len(cut(example)) == 1 for example in line.yes)
    assert all(len(cut(example)) == 2 for example in line.no)


@pytest.mark.parametrize("line", [line for line in EDGES if line.kind == "hangs"], ids=lambda line: str(line.id))
def test_a_line_that_hangs_goes_on(line: SentenceEdge) -> None:
    split = PlainSplitter().split
    assert all(len(split(Report(id="r", text=example)).passages) == 1 for example in line.yes)
    assert all(len(split(Report(id="r", text=example)).passages) == 2 for example in line.no)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 3.5 tonnes fell. Two died.", ["Some 3.5 tonnes fell.", "Two died."]),
        ('"We left. They stayed," he said.', ['"We left.', 'They stayed," he said.']),
        ('He said: "It was a shell." Nobody died.', ['He said: "It was a shell."', "Nobody died."]),
        ("“Why?” he asked. No answer came.", ["“Why?” he asked.", "No answer came."]),
        ("He told Radio Orvan.The army denied it.", ["He told Radio Orvan.", "The army denied it."]),
        ("See www.example.org/News.html for more.", ["See www.example.org/News.html for more."]),
        ("1. The truce holds. 2. Roads open.", ["1. The truce holds.", "2. Roads open."]),
        ("The Korvian-U.S. Institute was hit.", ["The Korvian-U.S. Institute was hit."]),
        ("Catherine A. Lisk wrote it. U.S. forces left.", ["Catherine A. Lisk wrote it.", "U.S. forces left."]),
        ("It fell on Dolvi... Then silence.", ["It fell on Dolvi...", "Then silence."]),
        ("They left Kolm. al-Marn fighters came.", ["They left Kolm.", "al-Marn fighters came."]),
        ("It took the hill.[2] The army left.", ["It took the hill.[2]", "The army left."]),
        ("The raid was in Dolvi (Marn). Two died.", ["The raid was in Dolvi (Marn).", "Two died."]),
        ("Velk, No. 2 of the MLF, fled.", ["Velk, No. 2 of the MLF, fled."]),
    ],
)
def test_sentence_ends(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a line wrapped inside a name, with neighbours that are wrapped too
        (
            "As Northwire reported:\nAnton Velk, head of the Veldanian\nCentre for Monitoring, told Northwire\n"
            "that two men were dead.",
            2,
        ),
        ("The army left Dolvi on Monday.\nThe MLF came the next day.", 2),
        ("Dolvi\nTwo shells fell on the market.", 2),
        ("The convoy\nleft for Kolm.", 1),
        ("The convoy was led by a woman from the south\n\nand her two young sons, who knew the road.", 1),
        ("Two dead in Dolvi\r\n\r\nTwo people died.\r\nNo one else was hurt.", 3),
        ("The dead:\n- Ana Lisk\n- Petar Dorin", 3),
    ],
)
def test_line_breaks(text: str, expected: int) -> None:
    assert len({p.paragraph for p in PlainSplitter().split(Report(id="r", text=text)).passages}) == expected


def test_boilerplate_spans_become_passages_of_that_kind() -> None:
    text = "Two died in Dolvi.\n- Advertisement -\nThe army left."
    report = Report(id="r", text=text, boilerplate=(Span(19, 36),))
    kinds = [p.kind for p in PlainSplitter().split(report).passages]
    assert kinds == [PassageKind.SENTENCE, PassageKind.BOILERPLATE, PassageKind.SENTENCE]
