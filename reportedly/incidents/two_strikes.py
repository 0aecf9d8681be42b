"""Two sketches in, whether each tells of a strike of its own out: its own day and its own many dead.

Towns are hit again and again, by one party and with one weapon, and a number of the wounded may be met twice by
accident. But who dates a strike to Wednesday and counts 16 dead does not tell of the strike of Friday with 57. Nor does
who counts 19 dead "on Tuesday", in print that day, tell of Monday's 22: the toll of one strike rises.
"""

from __future__ import annotations

from reportedly.incidents.sketches import Sketch
from reportedly.lexicon.linking import Families
from reportedly.model.words import Measure

EACH_ITS_DEAD = -3.0
"""What two days and two tolls weigh against one strike, whatever other counts are alike."""
_GAP = 2  # days; one day's difference may be one of clocks
_WIDEST = 2  # days
_FEWEST = 5  # dead on either side
_TIMES = 2  # from which a higher toll is hardly the later one of the same strike


def two_strikes(left: Sketch, right: Sketch, families: Families) -> bool:
    """Whether both give a day, two or more apart, and dead of which the one has twice as many; or each the day of its
    own print, and the later one fewer dead. Not of what lasts."""
    if left.days is None or right.days is None:
        return False
    if max(left.days.width, right.days.width) > _WIDEST or left.kinds & right.kinds & families.lasting:
        return False
    earlier, later = (left, right) if left.days.first <= right.days.first else (right, left)
    gap = max(left.days.first - right.days.last, right.days.first - left.days.last)
    before, after = _dead(earlier), _dead(later)
    if gap < 1 or min(before, after) < _FEWEST:
        return False
    return (gap >= _GAP and _TIMES * min(before, after) <= max(before, after)) or (
        after < before and _of_its_print(earlier) and _of_its_print(later)
    )


def _of_its_print(one: Sketch) -> bool:
    """Whether it is what its report is mainly about, and of the one day on which that was printed."""
    return one.story is not None and one.days is not None and one.days.width == 1 and one.days.first == one.published


def _dead(one: Sketch) -> int:
    """The highest number of dead that it gives, 0 where it gives none."""
    return max((toll.exact or 0 for toll in one.tolls if toll.measure is Measure.KILLED), default=0)
