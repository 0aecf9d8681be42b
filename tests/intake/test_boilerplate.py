"""What is marked as not the report, and what must never be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.boilerplate import mark, marked
from reportedly.lexicon.boilerplate import BoilerplateLine, load_boilerplate
from reportedly.lexicon.lines import load

LINES = load("en/boilerplate", BoilerplateLine)
STORY = "Three soldiers were killed near Dolvi on Monday, the army said."


@pytest.mark.parametrize(("line", "example"), [(line, e) for line in LINES for e in line.yes])
def test_examples_are_marked_by_their_line(line: BoilerplateLine, example: str) -> None:
    found = [span.of(example) for span in mark(example)]
    assert found == [example] if line.kind not in ("part", "list") else len(found) == 1 and found[0] != example
    assert line.address in {item.rule for item in marked(example, load_boilerplate())}


@pytest.mark.parametrize("example", [e for line in LINES for e in line.no])
def test_sentences_of_reports_are_not(example: str) -> None:
    assert mark(example) == ()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"{STORY}\n\n- Advertisement -\n\nMore shells fell.", f"{STORY}\n\n\n\nMore shells fell."),
        (f"{STORY} Follow us on Twitter.", f"{STORY} "),
        (f"10.05.2024Get short URL 0 46 {STORY}", f"10.05.2024 {STORY}"),
        (f"10.05.2024(updated 2042 10.05.2024) {STORY}", f"10.05.2024 {STORY}"),
        (f"Tags Veldania Karsk MLF {STORY}", f" {STORY}"),
        (f"{STORY}\nhttp://example.org/a\n{STORY} http://example.org/b", f"{STORY}\n\n{STORY} http://example.org/b"),
        (
            f"{STORY}\n\nRelated stories\n\nTwo dead in Kolm\nRaid on Marn\n\nThe army left.",
            f"{STORY}\n\n\n\nThe army left.",
        ),
        (
            f"{STORY}\n\nThe army left.\n\nRescuers in Dolvi, March 2017\n\nRescuers in Dolvi, March 2017",
            f"{STORY}\n\nThe army left.\n\n",
        ),
        (
            f"Raid on Dolvi kills three\n\nRaid on Dolvi kills three\n\n{STORY}",
            f"Raid on Dolvi kills three\n\n\n\n{STORY}",
        ),
        (f"{STORY}\n\n{STORY} Two were wounded.", f"{STORY}\n\n{STORY} Two were wounded."),
        (f"{STORY}\n\nana.dorin@example.org\n\nvar _x = 1;", f"{STORY}\n\n"),
    ],
)
def test_what_is_left_when_marks_are_taken_out(text: str, kept: str) -> None:
    for span in reversed(mark(text)):
        text = text[: span.start] + text[span.end :]
    assert text == kept


@given(st.text(max_size=300))
def test_marks_are_in_order_and_hold_words(text: str) -> None:
    at = 0
    for span in mark(text):
        assert at <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text)
        at = span.end
