"""Names on a day: who bears them then, and what is put as an issue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportedly.lexicon.actor_words import ActorWords
from reportedly.model.text import Entry, Page, Span
from reportedly.readings.who import ActorReader
from tests.conftest import LayOpen


def _on(page: Page, day: date) -> Page:
    whole = Entry(span=Span(0, len(page.report.text)), day=day, basis="given")
    return replace(page, passages=replace(page.passages, entries=(whole,)))


ROWS = [
    ("The Nusra Front attacked Dolvi.", date(2015, 5, 1), "nusra", False),
    ("The Nusra Front attacked Dolvi.", date(2018, 5, 1), "nusra", True),
    ("Jabhat Fatah al-Sham attacked Dolvi.", date(2016, 9, 1), "jfs", False),
    ("Hayat Tahrir al-Sham attacked Dolvi.", date(2017, 5, 1), "hts", False),
    ("Hayat Tahrir al-Sham attacked Dolvi.", date(2015, 5, 1), "hts", True),
    ("The Syrian army shelled Dolvi.", date(2016, 5, 1), "sy-army", False),
    ("The Syrian army shelled Dolvi.", date(2025, 5, 1), "sy-new-army", False),
]


@pytest.mark.parametrize(("text", "day", "actor_id", "issue"), ROWS)
def test_a_name_is_read_for_its_day(
    words: ActorWords, lay_open: LayOpen, text: str, day: date, actor_id: str, issue: bool
) -> None:
    actors, _, issues = ActorReader(words).read(_on(lay_open(text), day))
    assert [w.actor_id for w in actors if w.actor_id] == [actor_id]
    assert bool(issues) == issue


def test_the_issue_names_the_successor(words: ActorWords, lay_open: LayOpen) -> None:
    page = _on(lay_open("The Nusra Front attacked Dolvi."), date(2018, 5, 1))
    (issue,) = ActorReader(words).read(page)[2]
    assert "Hayat Tahrir al-Sham" in (issue.hint or "")
    assert issue.span == Span(4, 15)


def test_without_a_day_nothing_is_asked(words: ActorWords, lay_open: LayOpen) -> None:
    page = lay_open("The Nusra Front attacked Dolvi.")
    bare = replace(page, passages=replace(page.passages, entries=(Entry(span=Span(0, 40), day=None, basis=None),)))
    assert not ActorReader(words).read(bare)[2]
