"""A headline that stands apart from its text is read first, and its words stay where they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.demo import prepare
from reportedly.exports.records import findings_record
from reportedly.heading import on_top, put_back
from reportedly.intake.headline import set_below
from reportedly.model.findings import Findings
from reportedly.model.text import BELOW, Published, Report, Span

Read = Callable[[Report], Findings]
TITLE = "Nine killed, 20 hurt in bombing of Dolvi"
STORY = (
    "Residents woke to smoke on Tuesday. A bomb had gone off at the market of Dolvi.\n\n"
    "Subscribe to our newsletter\n\nThe army said that it was looking into it."
)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    _, setting = prepare(tmp_path_factory.mktemp("places"))
    return setting()


def report(title: str | None = TITLE) -> Report:
    printed = Published(day=date(2024, 5, 7), moment="2024-05-07", basis="given")
    furniture = Span(STORY.index("Subscribe"), STORY.index("newsletter") + len("newsletter"))
    return set_below(Report(id="r", text=STORY, title=title, published=printed, boilerplate=(furniture,)))


def test_the_toll_of_the_headline_is_that_of_the_report(read: Read) -> None:
    found = read(report())
    first = found.claims[0]
    assert first.span.of(found.report.text) == TITLE
    assert [(t.measure.value, t.best, t.span.of(found.report.text)) for t in first.tolls] == [
        ("killed", 9, "Nine"),
        ("wounded", 20, "20"),
    ]
    assert first.place is not None
    assert first.place.span.of(found.report.text) == first.place.text == "Dolvi"


def test_every_offset_into_the_text_stays(read: Read) -> None:
    found = read(report())
    words = found.report.text
    for where in found.readings.places:
        assert where.span.of(words) == where.text
    for claim in found.claims:
        assert all(toll.span.of(words) == toll.text for toll in claim.tolls)
    assert [span.of(words) for span in found.report.boilerplate] == ["Subscribe to our newsletter"]


def test_what_is_listed_of_a_report_stands_in_its_text(read: Read) -> None:
    line = findings_record(read(report()))
    assert line["text"] == STORY
    assert line["headline"]["text"] == TITLE
    assert report().text == STORY + BELOW + TITLE
    listed = [*line["times"], *line["places"], *line["actors"]]
    assert listed
    assert all(STORY[one["start"] : one["end"]] == one["text"] for one in listed)
    assert any(claim["start"] == line["headline"]["start"] for claim in line["claims"])


def test_passages_stand_in_the_order_of_the_text_the_headline_last(read: Read) -> None:
    passages = read(report()).passages.passages
    assert [p.number for p in passages] == list(range(len(passages)))
    assert [p.span for p in passages] == sorted(p.span for p in passages)
    assert passages[-1].span.of(report().text) == TITLE
    assert passages[-1].kind.value == "headline"


def test_a_report_without_a_headline_apart_is_read_as_it_is(read: Read) -> None:
    plain = report(title=None)
    assert on_top(plain) is plain
    found = read(plain)
    assert put_back(found, plain) is found


def test_a_report_that_is_but_a_headline_is_read(read: Read) -> None:
    printed = Published(day=date(2024, 5, 7), moment="2024-05-07", basis="given")
    found = read(set_below(Report(id="r", text="", title=TITLE, published=printed)))
    assert [claim.span.of(found.report.text) for claim in found.claims] == [TITLE]
    assert [t.best for t in found.claims[0].tolls] == [9, 20]
