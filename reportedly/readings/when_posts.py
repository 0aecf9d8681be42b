"""The times of a report in, out which of them stand in a quoted post and which date is its stamp.

"Shells hit the school last night — Civil Rescue (@rescue_vd) March 24, 2016": the post is over where its stamp is. What
stands in it counts from the stamp, and what follows belongs to the report again.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.mentions.times_expression import TimeMention
from reportedly.model.text import Page, Span

_LONGEST = 200
"""Characters from a time in a quoted post to its stamp: posts are short."""
_ACCOUNT_ENDS = (")", "]")


def is_post_stamp(mention: TimeMention, page: Page) -> bool:
    """Whether a date stands behind the bracketed name of an account."""
    return mention.printed and page.report.text[: mention.span.start].rstrip().endswith(_ACCOUNT_ENDS)


def stamp_behind(mentions: Sequence[TimeMention], number: int, page: Page) -> TimeMention | None:
    """The stamp of the post in which a time stands: the time next behind it, in its paragraph."""
    here, after = mentions[number], mentions[number + 1 : number + 2]
    near = (other for other in after if other.span.start - here.span.end <= _LONGEST)
    paragraphs = page.passages.passages
    return next(
        (
            other
            for other in near
            if is_post_stamp(other, page)
            and paragraphs[other.sentence].paragraph == paragraphs[here.sentence].paragraph
        ),
        None,
    )


def post_between(one: TimeMention, other: TimeMention, mentions: Sequence[TimeMention], page: Page) -> bool:
    """Whether the stamp of a post holds two times apart, or is one of them."""
    between = Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end))
    return any(between.covers(stamp.span) and is_post_stamp(stamp, page) for stamp in mentions)
