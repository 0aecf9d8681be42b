"""A frame in a chronology in, dated by the heading under which it stands out.

"3 March", alone on its line, heads what happened on that day. A perfect looks back from there, and is not dated so.
"""

from __future__ import annotations

from datetime import timedelta

from reportedly.claims.frames.assertion import in_perfect
from reportedly.claims.frames.frames import Frame
from reportedly.claims.when.settings import Dated
from reportedly.model.claim import Note
from reportedly.model.reading import Interval
from reportedly.model.text import Page, Span
from reportedly.model.words import DatePrecision


def of_heading(page: Page, frame: Frame) -> Dated:
    """The day of a chronology's heading for a frame that its sentence does not date; else nothing."""
    entry = page.passages.anchor(frame.span.start)
    if entry is None or not entry.chronicle or entry.day is None:
        return Dated()
    if any(in_perfect(frame.sentence, t.clause) for t in frame.triggers):
        return Dated()
    heading = Span(entry.span.start, entry.span.start + len(page.report.text[entry.span.start :].split("\n")[0]))
    words = heading.of(page.report.text).strip()
    note = Note(field="when", rule="code:chronicle", text=f"told under the heading {words!r}", span=heading)
    return Dated(
        days=Interval(entry.day, entry.day + timedelta(days=1)),
        precision=DatePrecision.DAY,
        basis=words,
        spans=(heading,),
        notes=(note,),
    )
