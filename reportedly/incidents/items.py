"""The claims of one report in, the list item in which each stands out, and what two items of a list weigh.

"In other developments: • A bomb exploded in Dolvi on Saturday. • Gunmen kidnapped a judge on Saturday": a list tells
one thing an item. Where both items give a day or a place of their own they are two happenings, though day and place
agree; an item that gives neither ("• two were soldiers") may go on with the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.incidents.sketches import Sketch
from reportedly.model.claim import Claim
from reportedly.model.text import Report

_BULLET = re.compile(r"[ \t]*(?:[•▪●◦‣*]|-{1,2}|–)[ \t]+(?=\S)")
_TWO_ITEMS = -3.0


def items(claims: Sequence[Claim], report: Report | None) -> Sequence[int | None]:
    """For each claim where the item begins in whose line it stands, ``None`` outside of lists."""
    if report is None:
        return [None] * len(claims)
    return [_item(claim.span.start, report.text) for claim in claims]


def two_items(left: int | None, right: int | None, a: Sketch, b: Sketch) -> float:
    """What it weighs that two claims stand in two items which each say when or where."""
    if left is None or right is None or left == right:
        return 0.0
    return _TWO_ITEMS if all(one.days is not None or one.spots for one in (a, b)) else 0.0


def _item(at: int, text: str) -> int | None:
    line = text.rfind("\n", 0, at + 1) + 1
    return line if _BULLET.match(text, line) else None
