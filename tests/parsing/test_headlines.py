"""Headlines are parsed as a sentence would say them, and their people are counted."""

from __future__ import annotations

import pytest

from reportedly.lexicon.measures import load_counts
from reportedly.model.findings import Readings
from reportedly.readings.how_many import CountReader
from tests.conftest import LayOpen

STORY = (
    "The police told of the boy, the father, the son, the woman, the man and the gunman. "
    "A rebel commander, a soldier and the shelling of a market were named on Monday."
)


@pytest.fixture(scope="module")
def reader() -> CountReader:
    return CountReader(load_counts())


@pytest.mark.parametrize(
    ("headline", "tags"),
    [
        ("Boy, 16, dies in Dolvi", [("Boy", "NN"), (",", ","), ("16", "CD")]),
        ("Father, son shot dead in Dolvi", [("Father", "NN"), (",", "CC"), ("son", "NN")]),
        ("Man Dies In Dolvi Market Fire", [("Man", "NN"), ("Dies", "VBZ"), ("In", "IN")]),
        ("Nine killed in Dolvi", [("Nine", "CD"), ("killed", "VBN"), ("in", "IN")]),
    ],
)
def test_the_words_stay_and_the_parse_is_that_of_a_sentence(
    lay_open: LayOpen, headline: str, tags: list[tuple[str, str]]
) -> None:
    text = f"{headline}\n\n{STORY}"
    parsed = lay_open(text).sentences[0]
    assert [(t.text, t.tag) for t in parsed.tokens[:3]] == tags
    assert [text[t.start : t.end] for t in parsed.tokens] == [t.text for t in parsed.tokens]
    assert all(t.head < len(parsed.tokens) for t in parsed.tokens)


@pytest.mark.parametrize(
    ("headline", "killed"),
    [
        ("Boy, 16, dies after Dolvi shelling", [1]),
        ("Boy (16) shot dead in Dolvi", [1]),
        ("3-year-old killed in shelling of Dolvi", [1]),
        ("Father, son shot dead in Dolvi", [2]),
        ("Woman, two children killed in shelling", [2, 3]),
        ("Rebel commander, 12 fighters killed in raid", [12, 13]),
        ("Man found shot to death in Dolvi", [1]),
        ("Man shot, killed in Dolvi", [1]),
        ("Man, woman, son found dead in Dolvi", [3]),
        ("Gunman kills woman, son before fleeing Dolvi", [2]),
        ("Bomb kills soldier, police say", [1]),
        ("Shelling kills woman, two children in Dolvi", [2, 3]),
        ("Shelling kills woman, two children", [2, 3]),
        ("Bomb kills soldier, two guards wounded in Dolvi", [1]),
        ("Three guns found with boy who killed himself", [1]),
        ("Gunman kills soldier, self", [1, 1]),
        ("Soldier, 30, and his two sons killed in Dolvi", [2, 3]),
    ],
)
def test_a_headline_counts_its_people(reader: CountReader, lay_open: LayOpen, headline: str, killed: list[int]) -> None:
    page = lay_open(f"{headline}\n\n{STORY}")
    head = page.sentences[0].span.end
    counts = reader.read(page, Readings())[0]
    assert sorted(c.best or 0 for c in counts if c.measure.value == "killed" and c.span.end <= head) == killed


def test_the_number_behind_one_person_is_an_age_in_a_sentence_too(reader: CountReader, lay_open: LayOpen) -> None:
    page = lay_open("A soldier, 19, was killed in Dolvi.")
    assert [c.best for c in reader.read(page, Readings())[0]] == [1]


@pytest.mark.parametrize(
    ("headline", "verb"),
    [
        ("Rebels storm base, kill nine", "storm"),
        ("Gunmen raid village near Dolvi", "raid"),
        ("Marn Guard ambush convoy, kill nine", "ambush"),
        ("Rebel attack kills nine in Dolvi", "kills"),
    ],
)
def test_a_word_that_may_be_a_noun_is_the_verb_of_its_headline(lay_open: LayOpen, headline: str, verb: str) -> None:
    tokens = lay_open(f"{headline}\n\n{STORY}").sentences[0].tokens
    assert next(t.text for t in tokens if t.pos == "VERB") == verb
    assert [t.lemma for t in tokens if t.text == "storm"] in ([], ["storm"])


def test_the_state_before_a_colon_stands_apart(lay_open: LayOpen) -> None:
    tokens = lay_open(f"Mali: Rebels storm base, kill nine\n\n{STORY}").sentences[0].tokens
    assert [t.text for t in tokens if t.dep == "nsubj"] == ["Rebels"]
    assert tokens[0].text == "Mali"
