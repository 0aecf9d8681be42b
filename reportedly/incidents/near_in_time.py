"""Two sketches in, how far their days speak for one incident out, by what they say and by when they were printed."""

from __future__ import annotations

from reportedly.incidents.days import Days, too_far
from reportedly.incidents.sketches import Sketch
from reportedly.incidents.steps import stepped

_ONE_NEWS = 3
"""Days between two prints of one piece of news."""
_ONE_SLIP = 14
"""Days by which one of two reports of one piece of news may have been read wrongly (a "Sunday" taken for another)."""


def by_time(left: Sketch, right: Sketch) -> float:
    """Shared days weigh more the narrower they are; a gap weighs against, the more so the surer both days are."""
    if left.days is None or right.days is None:
        return 0.0 if unprinted(left, right) else _not_yet(left, right) or _publication(left, right)
    width = _wider(left.days, right.days)
    gap = _gap(left.days, right.days)
    if gap <= 0:
        return stepped(width, ((1, 2.0), (2, 1.6), (4, 1.2), (10, 0.7), (31, 0.2)), 0.0)
    if width <= 3:
        return stepped(gap, ((1, -0.2), (2, -1.0), (4, -2.0), (14, -3.5)), -5.0)
    if width <= 31:
        return stepped(gap, ((3, -0.5), (10, -1.5), (31, -2.5)), -4.0)
    return -2.0


def _not_yet(left: Sketch, right: Sketch) -> float:
    """What is bounded by one day ("in the week before the vote") did not happen after it; a day's difference may be
    one of clocks."""
    dated, other = _dated_first(left, right)
    if dated.days is None or other.until is None:
        return 0.0
    return stepped(dated.days.first - other.until, ((0, 0.0), (1, -3.5)), -5.0)


def unprinted(left: Sketch, right: Sketch) -> float:
    """What was in print on one day did not happen after it, whatever else is alike."""
    dated, other = _dated_first(left, right)
    if dated.days is None or other.days is not None or other.published is None:
        return 0.0
    return stepped(dated.days.first - other.published, ((0, 0.0), (1, -5.5)), -7.0)


def weeks_apart(left: Sketch, right: Sketch) -> bool:
    """Whether two reports give days more than a week apart. Of two that are printed within three days and otherwise
    alike, one was mostly read wrongly, unless one of them tells of a day after its own print (then it is that stamp
    which is wrong) or they lie more than two weeks apart (then one looks back)."""
    if left.report == right.report:
        return False  # a report that tells days apart has its own rule
    if left.published is None or right.published is None:
        return False
    far = too_far(left.spread, right.spread)
    if abs(left.published - right.published) <= _ONE_NEWS and not (_stamped_early(left) or _stamped_early(right)):
        return far and _between(left, right) > _ONE_SLIP
    return far


def _between(left: Sketch, right: Sketch) -> int:
    """Days between the stretches of two sketches that have one each."""
    if left.spread is None or right.spread is None:
        return 0
    return max(left.spread.first - right.spread.last, right.spread.first - left.spread.last)


def one_lasts(left: Sketch, right: Sketch) -> bool:
    """Whether the one tells of a siege or an offensive and the other of something else: both may name the same people
    and places, and are two happenings."""
    return left.spread is not None and right.spread is not None and left.spread.lasting is not right.spread.lasting


def two_days_news(left: Sketch, right: Sketch) -> bool:
    """Whether each of two reports tells of the day of its print or the one before, and more than a day lies between."""
    if left.days is None or right.days is None or _gap(left.days, right.days) <= 1:
        return False
    return left.report != right.report and _news(left) and _news(right)


def _news(one: Sketch) -> bool:
    """Whether it tells of one day, and was printed on that day or the next."""
    if one.days is None or one.published is None:
        return False
    return one.days.width == 1 and 0 <= one.published - one.days.last <= 1


def _stamped_early(one: Sketch) -> bool:
    """Whether it tells of a day more than one after that of its print: a day's difference may be one of clocks."""
    return one.days is not None and one.published is not None and one.days.first - one.published > 1


def _dated_first(left: Sketch, right: Sketch) -> tuple[Sketch, Sketch]:
    return (left, right) if left.days is not None else (right, left)


def _publication(left: Sketch, right: Sketch) -> float:
    """Where a day is missing: reports of one thing are mostly printed within days of each other."""
    if left.published is None or right.published is None or left.report == right.report:
        return 0.0
    return stepped(
        abs(left.published - right.published),
        ((0, 2.4), (1, 2.0), (3, 1.2), (7, 0.4), (14, 0.0), (31, -1.2), (92, -2.5), (366, -3.5)),
        -6.0,
    )


def _wider(left: Days, right: Days) -> int:
    ours, theirs = left.last - left.first, right.last - right.first
    return 1 + (ours if ours >= theirs else theirs)


def _gap(left: Days, right: Days) -> int:
    before, after = left.first - right.last, right.first - left.last
    return before if before >= after else after
