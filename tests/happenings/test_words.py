"""Words for happenings are found by their dictionary form, object and neighbours."""

from __future__ import annotations

import pytest

from reportedly.lexicon.happenings import load_happenings
from reportedly.mentions.happenings import WordHappenings
from reportedly.model.reading import Where
from reportedly.model.text import Span
from reportedly.model.words import Happening
from tests.conftest import LayOpen


@pytest.fixture(scope="module")
def reader() -> WordHappenings:
    return WordHappenings(load_happenings())


FOUND = [
    ("An air strike hit Dolvi.", "air-strike"),
    ("Three Airstrikes Kill Nine in Dolvi", "air-strike"),
    ("The army retook the town of Lipna.", "territory-gained"),
    ("A man blew himself up near the gate.", "suicide-bombing"),
    ("Militants blew up the ancient temple of Old Virm.", "heritage-damage"),
    ("The convoy was ambushed near Zhemun.", "ambush"),
    ("Two nurses were abducted in Tavren.", "abduction"),
    ("Rebels shot down a helicopter.", "aircraft-lost"),
    ("Korvia sent troops to the base.", "deployment"),
    ("The army withdrew from Old Virm.", "withdrawal"),
    ("Troops encountered rebels near Kolm.", "armed-clash"),
]

NOT_FOUND = [
    ("The sides struck a deal.", "other-violence"),
    ("He died of a heart attack.", "bombing"),
    ("A crisis exploded in Karsk.", "bombing"),
    ("The conflict that has exploded in Karsk could have been prevented.", "bombing"),
    ("Prisoners began a hunger strike.", "air-strike"),
    ("The court seized his papers.", "territory-gained"),
    ("The ministry executed the budget.", "execution"),
    ("The price of bread fell.", "territory-gained"),
    ("An agreement was reached between Korvia and Iran.", "advance"),
    ("In early March, two rebel attacks on a police station left nine dead.", "advance"),
    ("Korvia announced sanctions targeting the general.", "other-violence"),
]


@pytest.mark.parametrize(("sentence", "kind"), FOUND)
def test_a_happening_is_found(reader: WordHappenings, lay_open: LayOpen, sentence: str, kind: str) -> None:
    assert Happening(kind) in {m.kind for m in reader.read(lay_open(sentence))}


@pytest.mark.parametrize(("sentence", "kind"), NOT_FOUND)
def test_another_meaning_is_not_taken_for_it(
    reader: WordHappenings, lay_open: LayOpen, sentence: str, kind: str
) -> None:
    assert Happening(kind) not in {m.kind for m in reader.read(lay_open(sentence))}


def test_a_known_town_is_ground_to_be_gained(reader: WordHappenings, lay_open: LayOpen) -> None:
    page = lay_open("Rebels seized Brenik on Friday.")
    town = Where(
        span=Span(14, 20),
        text="Brenik",
        sentence=0,
        rule="gazetteer",
        name="Brenik",
        place_id="x",
        latitude=-41.5,
        longitude=-17.8,
        radius_km=5,
        precision=None,
        country="XV",
    )
    assert [m.kind for m in reader.read(page, [town])] == [Happening.TERRITORY_GAINED]


def test_every_mention_stands_on_its_words(reader: WordHappenings, lay_open: LayOpen) -> None:
    page = lay_open("Shelling killed two in Kolm.\nA car bomb went off in Karsk.\n\nThe MLF took control of Brenik.")
    mentions = reader.read(page)
    assert mentions
    for mention in mentions:
        assert mention.span.of(page.report.text) == mention.text
        token = page.sentences[mention.sentence].tokens[mention.token]
        assert mention.span.touches(token.span)


def test_every_kind_of_the_interface_has_a_family_and_codes() -> None:
    assert set(load_happenings().kinds) == set(Happening)
