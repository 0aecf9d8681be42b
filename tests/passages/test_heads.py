"""Headlines, datelines, bylines, captions and dated entries."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from reportedly.model.text import PassageKind, Passages, Published, Report
from reportedly.passages.split import PlainSplitter

STORY = "Three soldiers were killed near Dolvi on Monday, the army said."


def laid(text: str, title: str | None = None, published: str | None = None) -> Passages:
    stamp = Published(day=date.fromisoformat(published), moment=published, basis="given") if published else None
    return PlainSplitter().split(Report(id="r", text=text, title=title, published=stamp))


def of_kind(text: str, kind: PassageKind, title: str | None = None) -> list[str]:
    return [p.span.of(text) for p in laid(text, title).passages if p.kind is kind]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("KARSK, March 3 (Northwire) —", STORY),
        ("San Karsk, 18 Feb 90 (VELTA) -- [Text]", STORY),
        ("San Karsk (Veldania), 18 Feb 90 (radio Marn) -- [Speech] [Anton Velk] [text]", STORY),
        ("Karsk, no date (VELTA) -- [Text]", STORY),
        ("KARSK, Veldania (AP) _", STORY),
        ("(Northwire) -", STORY),
        ("PORT LEMEN –", STORY),
        ("KARSK:", STORY),
        ("KARSK (VELTA)", STORY),
        ("KARSK, Sept 21", STORY),
        ("KARSK Aug 24", STORY),
        ("Karsk, Jan 26 (Northwire).-", STORY),
        ("Karsk, Jan 26 (Northwire)", STORY),
        ("Wed 05 Apr 2017", STORY),
        ("Published July 19 2016", STORY),
        ("Karsk AFP Saturday 7 Oct 2017", STORY),
        ("Last updated at Oct 082017 KARSK", STORY),
    ],
)
def test_datelines_before_the_text(line: str, rest: str) -> None:
    text = f"{line} {rest}"
    assert of_kind(text, PassageKind.DATELINE) == [line]
    assert of_kind(text, PassageKind.SENTENCE) == [rest]


@pytest.mark.parametrize(
    "line", ["The Karsk Herald – 9th January, 2016", "March 23, 2016", "Posted: Sunday, 22 Feb 2015 10:04 AM EST"]
)
def test_datelines_of_their_own(line: str) -> None:
    assert of_kind(f"{line}\n\n{STORY}", PassageKind.DATELINE) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: Shells hit Karsk.",
        "The army - Korvia's pride - left Dolvi on Monday.",
        "Karsk on March 3 was quiet.",
        f"{STORY}\n\nVELK: We shall stay.",
        "MLF fighters left Dolvi.",
        "January 10: Strikes go on in Veldania.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert of_kind(text, PassageKind.DATELINE) == []


@pytest.mark.parametrize(
    ("text", "title", "headline"),
    [
        ("Raid on Dolvi kills three\n\n" + STORY, "Raid on Dolvi kills three", "Raid on Dolvi kills three"),
        ("Raid on Dolvi kills three.\n\n" + STORY, "Raid on Dolvi Kills Three", "Raid on Dolvi kills three."),
        (
            "Raid on Dolvis market kills three " + STORY,
            "Raid on Dolvi's market kills three | Sava Post",
            "Raid on Dolvis market kills three",
        ),
        (
            "date 2017-02-13 Raid on Dolvi kills three.\n" + STORY,
            "Raid on Dolvi kills three.",
            "Raid on Dolvi kills three.",
        ),
        ("Two dead in raid on Dolvi\n\n" + STORY, None, "Two dead in raid on Dolvi"),
    ],
)
def test_headlines(text: str, title: str | None, headline: str) -> None:
    assert of_kind(text, PassageKind.HEADLINE, title) == [headline]


def test_a_title_that_runs_on_is_no_headline() -> None:
    assert of_kind("Raid on Dolvi kills three and wounds two.", PassageKind.HEADLINE, "Raid on Dolvi kills three") == []


@pytest.mark.parametrize(
    "line", ["By Ana Dorin and Petar Lisk", "— Ana B. Dorin", "by: Ana Dorin Updated: Apr 12, 2016 - 9:35 AM"]
)
def test_bylines(line: str) -> None:
    assert of_kind(f"Raid on Dolvi kills three\n\n{line}\n\n{STORY}", PassageKind.BYLINE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ana Dorin / Northwire",
        "Rescuers in Dolvi | Twitter",
        "A house in Dolvi. Photo from VMC.",
        "A house in Dolvi. (Photo: FILE)",
    ],
)
def test_captions(line: str) -> None:
    assert of_kind(f"{STORY}\n\n{line}\n\n{STORY}", PassageKind.CAPTION) == [line]


def test_sentences_about_pictures_are_no_captions() -> None:
    text = f"{STORY}\n\nPhotos of the crater were shown on Radio Orvan on Monday."
    assert of_kind(text, PassageKind.CAPTION) == []


def test_a_dateline_anchors_the_report() -> None:
    entry = laid(f"KARSK, March 3 (Northwire) — {STORY}", published="2017-03-04").entries[0]
    assert (entry.day, entry.basis) == (date(2017, 3, 3), "dateline")


def test_a_full_date_that_opens_the_text_anchors_a_page_taken_over_years_later() -> None:
    entry = laid(f"Mon Jul 6 2015 {STORY}", published="2018-07-18").entries[0]
    assert (entry.day, entry.basis) == (date(2015, 7, 6), "dateline")
    entry = laid(f"July 6 2015 {STORY}", published="2018-07-18").entries[0]
    assert entry.day == date(2018, 7, 18)


@pytest.mark.parametrize(
    ("line", "published", "day"),
    [
        ("KARSK, Dec 31 (Northwire) —", "2017-01-01", date(2016, 12, 31)),
        ("Karsk, 18 Feb 90 (VELTA) --", "1990-02-19", date(1990, 2, 18)),
        ("Last updated: 9 March 2017", "2017-03-01", date(2017, 3, 1)),
        ("12 March 2001", "2017-03-01", date(2017, 3, 1)),
    ],
)
def test_anchors(line: str, published: str, day: date) -> None:
    assert laid(f"{line} {STORY}", published=published).entries[0].day == day


def test_without_any_date_there_is_no_anchor() -> None:
    assert laid(f"KARSK, March 3 (Northwire) — {STORY}").entries[0].day is None


def test_live_blogs_are_cut_into_entries() -> None:
    text = f"Live: the battle of Dolvi\n\n14:35 GMT - {STORY}\n\n13:10 GMT\n\n{STORY}\n\n3 March 2017\n\n{STORY}"
    found = laid(text, published="2017-03-04").entries
    assert [entry.day for entry in found] == [date(2017, 3, 4)] * 3 + [date(2017, 3, 3)]
    assert found[0].span.start == 0 and found[-1].span.end == len(text)
    assert all(a.span.end == b.span.start for a, b in pairwise(found))


def test_numbered_updates_with_a_date_beside_them() -> None:
    text = f"{STORY}\n\nUPDATE 5 p.m. (Mar. 2): {STORY}\n\nUpdate 3: {STORY}".replace("5 p.m.", "5:00 p.m.")
    assert [e.day for e in laid(text, published="2017-03-04").entries] == [
        date(2017, 3, 4),
        date(2017, 3, 2),
        date(2017, 3, 2),
    ]


@pytest.mark.parametrize(
    "before",
    [
        "Posted on May 3 2024 by Radio Orvan",
        "Friday 3 May 2024 10:13",
        "UPDATED",
        "May 3 2024 by Ana Dorin and Petar Lisk",
    ],
)
def test_a_title_stands_behind_a_date_and_a_name_in_the_same_paragraph(before: str) -> None:
    title = "Three soldiers killed near Dolvi"
    text = f"{before} {title} A mine killed three soldiers near Dolvi on Thursday, the army said."
    assert of_kind(text, PassageKind.HEADLINE, title) == [title]
    assert of_kind(text, PassageKind.SENTENCE, title) == [
        "A mine killed three soldiers near Dolvi on Thursday, the army said."
    ]


def test_words_of_the_title_after_a_sentence_are_no_headline() -> None:
    title = "Three soldiers killed near Dolvi"
    assert of_kind(f"The army counted its dead. {title} was all it said.", PassageKind.HEADLINE, title) == []
