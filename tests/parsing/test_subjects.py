"""A noun that the parser joined to the wrong phrase is joined to its verb, or to the phrase that it is built like."""

from __future__ import annotations

import pytest

from reportedly.model.text import Passage, PassageKind, Passages, Report, Sentence, Span
from reportedly.parsing.spacy_parser import SpacyParser


def _parsed(parser: SpacyParser, text: str) -> Sentence:
    passage = Passage(number=0, paragraph=0, kind=PassageKind.SENTENCE, span=Span(0, len(text)))
    return parser.parse(Report(id="r", text=text), Passages(passages=(passage,)))[0]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Karsk blamed Korvia for the attack and Korvia denied the claim.", "denied", "Korvia"),
        ("Karsk blamed Korvia for the attack on Dolvi and the Korvian army denied the claim.", "denied", "army"),
        ("Rebels attacked Dolvi and Kolm and left.", "left", None),
    ],
)
def test_a_verb_gets_its_subject_back(parser: SpacyParser, text: str, verb: str, subject: str | None) -> None:
    tokens = _parsed(parser, text).tokens
    own = [t.text for t in tokens if t.dep == "nsubj" and tokens[t.head].text == verb]
    assert own == ([subject] if subject else [])


def test_phrases_of_one_build_are_joined(parser: SpacyParser) -> None:
    tokens = _parsed(parser, "Shells hit a car, killing two men from the MLF and three men from the Guard.").tokens
    first, second = (n for n, token in enumerate(tokens) if token.text == "men")
    assert (tokens[second].dep, tokens[second].head) == ("conj", first)


@pytest.mark.parametrize("lead", ["A bomb went off near Dolvi, leaving", "The bomb left"])
def test_who_is_left_wounded_are_all_that_stand_before_it(parser: SpacyParser, lead: str) -> None:
    tokens = _parsed(parser, f"{lead} 10 civilians and 7 policemen wounded.").tokens
    first, second, state = (
        next(n for n, t in enumerate(tokens) if t.text == w) for w in ("civilians", "policemen", "wounded")
    )
    assert tokens[second].head == first
    assert state in (tokens[first].head, tokens[second].head) or tokens[state].head == tokens[first].head


@pytest.mark.parametrize(
    "text", ["Shelling continued on Friday morning in Kolm.", "Artillery shelling continued in Kolm."]
)
def test_a_word_in_ing_is_no_helper_of_a_verb(parser: SpacyParser, text: str) -> None:
    sentence = _parsed(parser, text)
    word = next(token for token in sentence.tokens if token.text.lower() == "shelling")
    assert (word.pos, word.dep, sentence.tokens[word.head].text) == ("NOUN", "nsubj", "continued")


def test_having_stays_a_helper(parser: SpacyParser) -> None:
    sentence = _parsed(parser, "Mira Tessen was arrested after having participated in an attack on a bus in Dolvi.")
    assert next(token.dep for token in sentence.tokens if token.text == "having") == "aux"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "The press believes that the terrorist act carried out against the court was the work of rebels.",
            "was",
            "act",
        ),
        (
            "The minister said that the officers who could speak in the case of the six priests murdered at the school "
            "are taking courses.",
            "taking",
            "officers",
        ),
        ("The press says that the rebels attacked the court.", "attacked", "rebels"),
        ("Gunmen believed to be members of the Front killed seven people in Dolvi on Friday.", "killed", "Gunmen"),
        ("Gunmen suspected to be bandits on Friday night killed seven people in Dolvi.", "killed", "Gunmen"),
    ],
)
def test_a_participle_leaves_the_subject_to_the_verb_behind_it(
    parser: SpacyParser, text: str, verb: str, subject: str
) -> None:
    tokens = _parsed(parser, text).tokens
    assert [t.text for t in tokens if t.dep == "nsubj" and tokens[t.head].text == verb] == [subject]
