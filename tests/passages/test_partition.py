"""Whatever the text: passages partition it, quotes do not overlap, entries cover it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.text import Published, Report, Span
from reportedly.passages.split import PlainSplitter

SPLITTER = PlainSplitter()
PIECES = st.sampled_from(
    [
        "KARSK",
        "March 3",
        "(Northwire)",
        "—",
        "-- [Text]",
        "14:35 GMT",
        "Gen.",
        "U.S.",
        "the",
        "Dolvi",
        "said",
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘",
        "``",
        "''",
        "«",
        ".",
        "?",
        "...",
        "…",
        ",",
        ":",
        "\n",
        "\r\n",
        "\n\n",
        "\u2028",
        "\xa0",
        " ",
        "\t",
        "By",
        "Photo:",
        "Update 3:",
        "12.5",
        "2017-04-04",
        "é",
        "م",
        "\x85",
        "(",
        ")",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join)
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 40)), max_size=4), st.booleans())
def test_every_letter_lies_in_exactly_one_passage(text: str, marks: list[tuple[int, int]], dated: bool) -> None:
    spans = tuple(Span(min(a, len(text)), min(a + n, len(text))) for a, n in marks)
    published = Published(day=date(2017, 4, 5), moment="2017-04-05", basis="given") if dated else None
    report = Report(id="r", text=text, title=text[:40] or None, boilerplate=spans, published=published)
    found = SPLITTER.split(report)
    at = 0
    for number, passage in enumerate(found.passages):
        assert passage.number == number
        assert not text[at : passage.span.start].strip()
        assert passage.span.of(text).strip() == passage.span.of(text) != ""
        at = passage.span.end
    assert not text[at:].strip()
    assert all(left.outer.end <= right.outer.start for left, right in pairwise(found.quotes))
    assert all(quote.outer.covers(quote.inner) and quote.outer.end <= len(text) for quote in found.quotes)
    assert found.entries[0].span.start == 0 and found.entries[-1].span.end == len(text)
    assert all(left.span.end == right.span.start for left, right in pairwise(found.entries))
    assert SPLITTER.split(report) == found
