"""Two items of a list that each say when or where are two happenings."""

from __future__ import annotations

import pytest

from reportedly.incidents.items import items
from reportedly.model.text import Span
from tests.incidents.made import claim, report

ITEMS = ["A bomb went off in Dolvi on Saturday.", "Gunmen seized a judge on Saturday."]


@pytest.mark.parametrize(
    ("mark", "between", "apart"),
    [("• ", "\n", True), ("-- ", "\n", True), ("", "\n", False), ("• ", " ", False)],
)
def test_items(mark: str, between: str, apart: bool) -> None:
    text = f"In other news:\n{mark}{ITEMS[0]}{between}{mark if between != ' ' else ''}{ITEMS[1]}"
    spans = [Span(text.index(item), text.index(item) + len(item)) for item in ITEMS]
    told = [claim(f"a#{n}", span=span) for n, span in enumerate(spans)]
    whole = report("a", text)
    listed = items(told, whole)
    assert (listed[0] is not None and listed[1] is not None and listed[0] != listed[1]) is apart
