"""What a link after few new reports changed, for the store to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.incidents.kept import Book, KeptReport, KeptStrand
from reportedly.incidents.recopied import Recopied
from reportedly.incidents.rekept import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinked:
    """What changed: in what is kept for the next link, and in incidents, comparisons and copies. ``incidents`` take
    the place of those called ``former``."""

    reports: Sequence[KeptReport]
    gone_strands: Sequence[int]
    strands: Sequence[KeptStrand]
    books: Mapping[Book, Change]
    next_report: int
    next_strand: int
    former: Mapping[str, tuple[str, ...]]
    incidents: Sequence[tuple[str, tuple[str, ...], Any]]
    gone_comparisons: Sequence[tuple[str, str]]
    comparisons: Sequence[Any]
    copies: Recopied
