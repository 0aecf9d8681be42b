"""What full-text search takes for a word, and what a query asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import LedgerError
from reportedly.store import Store, Writer
from reportedly.store.words import Term, first_place, placed_words, terms, words
from tests.store.made import findings, report

REPORTS = {
    "arvel": "Troops left Mount Arvel. The Korvian air force denied a strike on Teshîl.",
    "lemen": "Port Lemen was shelled; 57 were hurt near the air base of Virm.",
    "arabic": "قُتِل عشرون في دولفي",
    "marks": "The MLF's so-called \u201cair-bridge\u201d, 12:30, a_b 3.5 km",
    "stops": "and or not near",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Teshîl, TESHIL!", ["teshil", "teshil"]),
        ("Tes\u0302hil", ["teshil"]),
        ("Straße ﬁre", ["strasse", "fire"]),
        ("MLF's so-called a_b", ["mlf", "s", "so", "called", "a", "b"]),
        ("قُتِل", ["قتل"]),
        ("3.5 km²", ["3", "5", "km2"]),
        ("x" * 300 + " y", ["y"]),
        ("\u0301 · —", []),
        ("a\0b\ud800c", ["a", "b", "c"]),
    ],
)
def test_words_are_letters_and_digits_without_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_a_text_has_the_same_words_with_and_without_their_places(text: str) -> None:
    assert words(text) == [word for _, word in placed_words(text)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Dolvi strike", (Term(("dolvi",)), Term(("strike",)))),
        ('"air base" -Virm', (Term(("air", "base")), Term(("virm",), without=True))),
        ("shell*", (Term(("shell",), prefix=True),)),
        ("air-bri*", (Term(("air", "bri"), prefix=True),)),
        ('"not closed', (Term(("not", "closed")),)),
        ("AND (NEAR) OR", (Term(("and",)), Term(("near",)), Term(("or",)))),
    ],
)
def test_a_query_is_words_rows_beginnings_and_what_must_not_stand(query: str, expected: tuple[Term, ...]) -> None:
    assert terms(query) == expected


@pytest.mark.parametrize("query", ["", " - ", "-Virm", '""', "*"])
def test_a_query_that_names_nothing_is_refused(query: str) -> None:
    with pytest.raises(LedgerError) as refused:
        terms(query)
    assert refused.value.code == "search-empty"


def test_the_first_place_is_the_words_themselves() -> None:
    text = REPORTS["lemen"]
    span = first_place(text, terms('Virm "AIR base"'))
    assert span is not None
    assert span.of(text) == "air base"
    assert first_place(text, terms("nowhere")) is None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("air", ["arvel", "lemen", "marks"]),
        ("teshil", ["arvel"]),
        ('"air force"', ["arvel"]),
        ('"air base" 57', ["lemen"]),
        ("air -base", ["arvel", "marks"]),
        ("air -base -mlf*", ["arvel"]),
        ("shel*", ["lemen"]),
        ("shel", []),
        ("عشرون", ["arabic"]),
        ("قتل", ["arabic"]),
        ("air-bridge", ["marks"]),
        ("bridge-air", []),
        ("not and near", ["stops"]),
        ("'; DROP TABLE report; -- x\" \\ & | ! : ( )", []),
        ("strike -(arvel)", ["arabic", "lemen", "marks", "stops"]),
    ],
)
def test_both_engines_find_the_same(store: Store, writer: Writer, query: str, expected: list[str]) -> None:
    for id_, text in REPORTS.items():
        writer.add(findings(report(id_, text)))
    writer.flush()
    with store.view() as view:
        assert [hit.report for hit in view.search(query)] == expected


def test_hits_show_where_and_come_by_day(store: Store, writer: Writer) -> None:
    long = "Nothing. " * 40 + "At noon Kolm was hit. " + "Nothing. " * 40
    writer.add(findings(report("a", long, published=None, title=None)))
    writer.add(findings(report("z", "Kolm again.", title=None)))
    writer.add(findings(report("t", "Nothing.", title="Kolm\nburns")))
    writer.flush()
    with store.view() as view:
        hits = list(view.search("kolm"))
        assert [hit.report for hit in hits] == ["t", "z", "a"]
        assert (hits[0].span, hits[0].words) == (None, "Kolm\nburns")
        assert hits[1].words == "Kolm again."
        assert hits[2].span is not None and hits[2].span.of(long) == "Kolm"
        assert hits[2].words.startswith("… Nothing. ") and hits[2].words.endswith(" Nothing. …")
        assert len(list(view.search("kolm", limit=2))) == 2


def test_a_report_of_any_length_is_stored(store: Store, writer: Writer) -> None:
    text = "begin " + " ".join(f"w{number}" for number in range(60_000)) + " end"
    writer.add(findings(report("long", text)))
    writer.flush()
    with store.view() as view:
        assert view.report("long").text == text
        assert [hit.report for hit in view.search("begin w123")] == ["long"]
