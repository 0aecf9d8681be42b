"""Words between quotation marks of every make."""

from __future__ import annotations

import pytest

from reportedly.model.text import Quote, Report
from reportedly.passages.split import PlainSplitter


def quoted(text: str) -> tuple[Quote, ...]:
    return PlainSplitter().split(Report(id="r", text=text)).quotes


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "we left" and went.', ["we left"]),
        ("He said “we left” and “no.”", ["we left", "no."]),
        ("He said ”we left.” So it was.", ["we left."]),
        ("He said „we left“ and went.", ["we left"]),
        ("He said «we left» and went.", ["we left"]),
        ("He said ``we left'' and went.", ["we left"]),
        ("He said ‘we left’ and went.", ["we left"]),
        ("He said 'we left' and went.", ["we left"]),
        ("The ‘rebels’ arsenal’, he said, burnt.", ["rebels’ arsenal"]),
        ("The rebels' camp and the army's guns.", []),
        ("It's the soldiers’ road of the ’90s.", []),
        ("The ‘05 bridge fell.", []),
        ('A 5" shell and a 3" one.', []),
        ("“He said ‘go’ and left.”", ["He said ‘go’ and left."]),
        ("He said “no", []),
    ],
)
def test_marks_are_paired(text: str, inner: list[str]) -> None:
    assert [quote.inner.of(text) for quote in quoted(text)] == inner


def test_a_quote_goes_on_in_the_next_paragraph() -> None:
    text = "He said: “We left Dolvi.\n\n“We shall be back.”\n\nThat was all."
    assert [(q.inner.of(text), q.carried) for q in quoted(text)] == [
        ("We left Dolvi.", False),
        ("We shall be back.", True),
    ]


def test_a_quote_may_run_over_a_paragraph_without_a_new_mark() -> None:
    text = "“We left Dolvi.\n\nWe shall be back,” he said."
    assert [q.inner.of(text) for q in quoted(text)] == ["We left Dolvi.\n\nWe shall be back,"]


def test_a_lost_mark_does_not_swallow_the_report() -> None:
    text = "They call it a “truce and shoot.\n\nHe said “no” to it."
    assert [q.inner.of(text) for q in quoted(text)] == ["no"]
