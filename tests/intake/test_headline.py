"""Titles that are given apart from their text, and the names of sites behind them."""

from __future__ import annotations

import pytest

from reportedly.intake import Limits, read_paths
from reportedly.intake.headline import own_words, set_below
from reportedly.model.text import Report

STORY = "Residents of Dolvi woke to smoke on Tuesday, the mayor said."


@pytest.mark.parametrize(
    ("title", "outlet", "url", "words"),
    [
        ("Nine killed in Dolvi | Orvan Post", None, None, "Nine killed in Dolvi"),
        ("Nine killed in Dolvi - Orvan Daily Herald", None, None, "Nine killed in Dolvi"),
        ("Nine killed in Dolvi – Radio Orvan", "Radio Orvan", None, "Nine killed in Dolvi"),
        ("Nine killed in Dolvi - KVOR 12", None, "https://www.kvor.example/nine", "Nine killed in Dolvi"),
        ("Nine killed in Dolvi - army", "Radio Orvan", None, "Nine killed in Dolvi - army"),
        ("Nine killed in Dolvi - Velta News - Marn, Veldania", None, None, "Nine killed in Dolvi"),
        ("Army-held town  of Dolvi hit", None, None, "Army-held town of Dolvi hit"),
    ],
)
def test_the_name_of_the_site_is_left_out(title: str, outlet: str | None, url: str | None, words: str) -> None:
    assert own_words(Report(id="r", text=STORY, title=title, outlet=outlet, url=url)) == words


def test_a_title_given_apart_stands_below_the_text() -> None:
    report = set_below(Report(id="r", text=STORY, title="Nine killed in Dolvi"))
    assert report.body == STORY
    assert report.headline is not None
    assert report.headline.of(report.text) == "Nine killed in Dolvi"
    assert report.text.startswith(STORY)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Nine killed in Dolvi", f"NINE KILLED IN DOLVI\n\n{STORY}"),
        ("Nine killed in “Dolvi”", f"By Ana Dorin\nNine killed in Dolvi. {STORY}"),
        ("News", STORY),
        ("", ""),
        (None, STORY),
    ],
    ids=["repeated", "repeated further down", "no headline", "no words", "no title"],
)
def test_what_is_left_as_it_is(title: str | None, text: str) -> None:
    report = Report(id="r", text=text, title=title)
    assert set_below(report) == report


def test_a_report_that_is_but_a_headline_has_words() -> None:
    report = set_below(Report(id="r", text="", title="Nine killed in Dolvi"))
    assert report.body == ""
    assert report.headline is not None
    assert report.headline.of(report.text) == "Nine killed in Dolvi"


def test_the_title_of_a_feeds_entry_is_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("feed") / "feed.xml"
    path.write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Radio Orvan</title><item><guid>e1</guid>'
        f"<title>Nine killed in Dolvi</title><description>{STORY}</description>"
        "<pubDate>Tue, 07 May 2024 10:00:00 GMT</pubDate></item></channel></rss>",
        encoding="utf-8",
    )
    (taken,) = read_paths([str(path)], limits=Limits())
    assert taken.report is not None
    assert taken.report.text == f"{STORY}\n\nNine killed in Dolvi"
