"""Two sketches in, named weights out: the documented reasons for and against two claims being of one incident.

Each weight is a logarithm of odds. A feature that one of the two does not state weighs nothing. The weights were set
by hand from the rules of the field, then adjusted on 2,500 local news articles about 1,197 shootings and on a
hand-made set of reports about Syria; ``docs/incidents.md`` lists them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from reportedly.incidents.near_in_place import by_place
from reportedly.incidents.near_in_time import by_time, one_lasts, two_days_news, unprinted, weeks_apart
from reportedly.incidents.sketches import Sketch, Toll
from reportedly.incidents.steps import stepped
from reportedly.incidents.two_strikes import EACH_ITS_DEAD, two_strikes
from reportedly.incidents.wording import Wording, likeness
from reportedly.lexicon.linking import Families


class Name(StrEnum):
    """The features, in the order in which they are explained."""

    BASE = "base"
    TIME = "time"
    PLACE = "place"
    FAMILY = "family"
    PERPETRATORS = "perpetrators"
    TARGETS = "targets"
    WEAPON = "weapon"
    TOLL = "toll"
    NAMES = "names"
    WORDS = "words"
    STORY = "story"
    CALLED = "called"
    PRINTED = "printed"
    RETOLD = "retold"
    DENIAL = "denial"


class Weights(NamedTuple):
    """One number a feature; above zero it speaks for one incident. The order is that of :class:`Name`."""

    base: float
    time: float = 0.0
    place: float = 0.0
    family: float = 0.0
    perpetrators: float = 0.0
    targets: float = 0.0
    weapon: float = 0.0
    toll: float = 0.0
    names: float = 0.0
    words: float = 0.0
    story: float = 0.0
    called: float = 0.0
    printed: float = 0.0
    retold: float = 0.0
    denial: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How strongly two claims must agree: ``base`` is the weight of knowing nothing. Within one report the bar is
    low, since a report mostly speaks of one thing; between reports it is such that the same day, place and kind do
    not suffice unless words, names or tolls join them."""

    base: float
    same_story: float  # for each whole unit of likeness


_HOPELESS = -10.0
"""What day, place and kind hold apart this far is not weighed further: of 25,000 such pairs of reports, no likeness
of words ever made one."""

_ONE_POINT = 2.0
"""The weight of two points that are one place."""

_NAMED_ALIKE = 1.5
"""What shared names are worth from which a day or a place that differs weighs little: two reports of one happening
give it another day where the one tells of the arrest, the hearing or the anniversary."""

_DOUBTED = 0.4
"""The share of its weight that is left of a day or place that differs, between two reports named alike."""

_NAMED_SURELY = 1.5
"""What shared names are worth from which reports may tell of one day although theirs lie weeks apart, since one of
them was read wrongly; not where the places differ too."""

_NEVER = -12.0
"""What holds two days weeks apart: a siege or an offensive lasts, a strike does not, though both be of one town."""

_KIN = 0.2
"""Kinds of one family; also an arrest and the deed that it comes of."""

_EACH_ITS_DAY = -10.0
"""Each of two reports tells what happened on the day of its print, and these are two days: towns are hit daily."""

_RETAKEN = -4.0
"""One party takes a town, another takes it back."""

_UNTIED = 1.3
"""How much more a day that differs weighs between the main matters of two reports that no name ties."""

BETWEEN_REPORTS = Scale(base=-3.5, same_story=28.0)
WITHIN_REPORT = Scale(base=-2.0, same_story=0.0)


def weigh(left: Sketch, right: Sketch, wording: Wording, families: Families, scale: Scale) -> Weights:
    """All features of two sketches; of a hopeless pair only those that make it so."""
    place = by_place(left.spots, right.spots, two_reports=left.report != right.report)
    family = _family(left, right, families, here=place >= _ONE_POINT)
    names = wording.worth(left.called & right.called) if left.called and right.called else 0.0
    if family < 0:
        if names >= _NAMED_ALIKE and (bounded := _come_of_it(left, right, families)):
            left, right = bounded
            family = _KIN
        else:
            names = 0.0
    time = _time(left, right, names, families)
    if place < 0 and names >= _NAMED_ALIKE:
        place *= _DOUBTED
    denied = _denies(left, right) or _denies(right, left)
    if scale.base + time + place + family < _HOPELESS and not denied:
        return Weights(scale.base, time, place, family)
    story, printed = (_story(left, right, scale), _printed(left, right, scale)) if scale.same_story else (0.0, 0.0)
    story = min(story, story * wording.telling)
    return Weights(
        scale.base,
        time,
        place,
        family,
        _doers(left, right, families),
        _actors(left.targets, right.targets, against=-0.8),
        0.0 if left.weapons.isdisjoint(right.weapons) else 0.4,
        EACH_ITS_DEAD if two_strikes(left, right, families) else _tolls(left.tolls, right.tolls),
        _names(left, right, wording),
        _words(likeness(left.words, right.words)),
        story if family > 0 else min(0.0, story),
        min(6.0, 2.0 * names),
        printed if family > 0 else 0.0,
        _retold(left.runs, right.runs),
        6.0 if denied else 0.0,
    )


def _come_of_it(left: Sketch, right: Sketch, families: Families) -> tuple[Sketch, Sketch] | None:
    """Two main matters of which one comes of the other, an arrest of a deed: its days bound the deed and are not its
    own. ``None`` for any others."""
    if left.story is None or right.story is None:
        return None
    if families.come_of(left.kinds, right.kinds):
        return _bounding(left), right
    return (left, _bounding(right)) if families.come_of(right.kinds, left.kinds) else None


def _bounding(one: Sketch) -> Sketch:
    return one if one.days is None else one._replace(days=None, until=one.days.last, spread=None)


def _time(left: Sketch, right: Sketch, names: float, families: Families) -> float:
    """How far days and prints speak for one incident. ``names`` is what the names in common are worth."""
    dated = left.days is not None and right.days is not None
    two = left.report != right.report
    never = two and _held_weeks_apart(left, right, names, families)
    if never and dated:
        return _NEVER  # no other two days weigh as much
    time = by_time(left, right)
    if dated and two and two_days_news(left, right) and not left.kinds & right.kinds & families.lasting:
        time += _EACH_ITS_DAY
    if time < 0:
        time *= _trust(names, left, right)
    if not dated:
        time += unprinted(left, right)
    return min(time, _NEVER) if never else time


def _held_weeks_apart(left: Sketch, right: Sketch, names: float, families: Families) -> bool:
    """Whether two reports tell of weeks that hold them apart: not where both last, nor where rare names tie them."""
    if not weeks_apart(left, right) or (names >= _NAMED_SURELY and not one_lasts(left, right)):
        return False
    return not (left.kinds <= families.lasting and right.kinds <= families.lasting)


def _denies(one: Sketch, other: Sketch) -> bool:
    return bool(one.denies) and not one.denies.isdisjoint(other.claims)


def retaken(left: Sketch, right: Sketch, families: Families) -> bool:
    """Whether one party takes what another took: a town that falls twice falls in two incidents."""
    if not left.perpetrators or not right.perpetrators or not left.perpetrators.isdisjoint(right.perpetrators):
        return False
    return left.kinds <= families.seldom and right.kinds <= families.seldom


def _trust(names: float, left: Sketch, right: Sketch) -> float:
    """How far days that differ hold two sketches apart: less where names tie their reports, more where both are what
    a report is mainly about and no name ties them."""
    if names >= _NAMED_ALIKE:
        return _DOUBTED
    return _UNTIED if left.story is not None and right.story is not None and names < 0.5 else 1.0


def _family(left: Sketch, right: Sketch, families: Families, *, here: bool) -> float:
    """A kind in common; more where it comes over one place seldom and both name that place."""
    shared = left.kinds & right.kinds
    if shared:
        return 1.6 if here and shared <= families.seldom else 0.8
    return _KIN if families.any_kin(left.kinds, right.kinds) else -2.5


def _doers(left: Sketch, right: Sketch, families: Families) -> float:
    """Another doer weighs much where a place changes hands, since who takes it from the other takes it anew."""
    weight = _actors(left.perpetrators, right.perpetrators, against=-0.6)
    return _RETAKEN if weight < 0 and retaken(left, right, families) else weight


def _actors(left: frozenset[str], right: frozenset[str], *, against: float) -> float:
    if not left or not right:
        return 0.0
    return against if left.isdisjoint(right) else 0.6


def _tolls(left: frozenset[Toll], right: frozenset[Toll]) -> float:
    """The best agreement among tolls of one measure. A large number met twice is no accident; a small one is."""
    if not left or not right:
        return 0.0
    pairs = [
        _toll_pair(one, other)
        for one, other in product(left, right)
        if one.measure is other.measure and one.low is not None and other.low is not None
    ]
    return max(pairs, default=0.0)


def _toll_pair(left: Toll, right: Toll) -> float:
    ours, theirs = left.exact or left.low or 0, right.exact or right.low or 0
    low, high = (ours, theirs) if ours <= theirs else (theirs, ours)
    if low == high:
        return stepped(low, ((1, 0.2), (3, 0.5), (9, 1.1), (19, 1.6)), 2.2)
    if _overlap(left, right) or low * 1.3 >= high:
        return 0.5
    return stepped(high / max(low, 1), ((2, 0.0), (4, -0.5)), -1.0)


def _overlap(left: Toll, right: Toll) -> bool:
    return (left.high is None or (right.low or 0) <= left.high) and (
        right.high is None or (left.low or 0) <= right.high
    )


def _names(left: Sketch, right: Sketch, wording: Wording) -> float:
    """Rare names in common; a name that many reports hold weighs little."""
    if left.names.isdisjoint(right.names):
        return 0.0
    return min(2.0, 0.25 * sum([wording.rarity(code) for code in sorted(left.names & right.names)]))


def _words(alike: float) -> float:
    return min(2.5, max(0.0, 4.0 * (alike - 0.12)))


def _story(left: Sketch, right: Sketch, scale: Scale) -> float:
    """How alike the two reports are as wholes, where both sketches are their reports' main matter."""
    if left.story is None or right.story is None or not scale.same_story:
        return 0.0
    return min(4.5, max(-5.0, scale.same_story * (likeness(left.story, right.story) - 0.15)))


def _printed(left: Sketch, right: Sketch, scale: Scale) -> float:
    """Two reports that are mainly about one thing are mostly printed within days of each other, whatever day they
    give it. Where a day is missing, the time feature has heard this."""
    if left.story is None or right.story is None or not scale.same_story:
        return 0.0
    if left.days is None or right.days is None or left.published is None or right.published is None:
        return 0.0
    return stepped(abs(left.published - right.published), ((3, 1.2), (7, 0.6), (31, 0.0)), -0.6)


def _retold(left: frozenset[int], right: frozenset[int]) -> float:
    """Sentences that stand nearly word for word in both."""
    fewest = min(len(left), len(right))
    if fewest < 4 or left.isdisjoint(right):
        return 0.0
    return 5.0 * max(0.0, len(left & right) / fewest - 0.2)
