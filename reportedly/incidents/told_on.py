"""The sketches of one report's claims in, the same sketches out, printed on the day that the report itself prints.

Archives and data sets stamp reports with days of their own: of reception, of a revision, of the event that somebody
looked for. A text that begins "KARSK, 2 February" was told on the second, whatever its stamp; the reader anchors its
days there and bounds by it what the text leaves undated. So that bound is the day of print for comparing, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.incidents.sketches import Sketch
from reportedly.model.claim import Claim

_A_NIGHT = 1
"""Days by which a stamp may differ from the text's own day: morning papers, clocks of two places."""


def on_its_day(sketches: Sequence[Sketch], claims: Sequence[Claim]) -> list[Sketch]:
    """The sketches of the claims of one report, in their order."""
    told = max((day for claim in claims if (day := _told(claim)) is not None), default=None)
    stamped = max((one.published for one in sketches if one.published is not None), default=None)
    if told is None or stamped is None or abs(told - stamped) <= _A_NIGHT:
        return list(sketches)
    return [one._replace(published=told) for one in sketches]


def _told(claim: Claim) -> int | None:
    """The day on which the claim was told, where nothing but its telling bounds its day."""
    days = claim.days
    if days is None or days.start is not None or days.end is None:
        return None
    if claim.date_basis is not None or any(note.field == "when" for note in claim.notes):
        return None
    return days.end.toordinal() - 1
