"""Two sketches in, named weights out: the documented reasons for and against two claims being of one incident.

Each weight is a logarithm of odds. A feature that one of the two does not state weighs nothing. The weights were set
by hand from the rules of the field, then adjusted on 2,500 local news articles about 1,197 shootings and on a
hand-made set of reports about Syria; ``docs/incidents.md`` lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from rapidfuzz.fuzz import partial_ratio

from reportedly.incidents.days import Days, too_far
from reportedly.incidents.sketches import Sketch, Spot, Toll, distance_km
from reportedly.incidents.wording import Wording, likeness
from reportedly.lexicon.linking import Families
from reportedly.model.words import Happening


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
"""What holds two days weeks apart: a siege or an offensive lasts, a strike does not."""

_EACH_ITS_DAY = -2.0
"""Each of two reports tells what happened on the day of its print, and these are two days: towns are hit daily."""

_ONE_NEWS = 3
"""Days between two prints of one piece of news."""

_RETAKEN = -4.0
"""One party takes a town, another takes it back."""

_UNTIED = 1.3
"""How much more a day that differs weighs between the main matters of two reports that no name ties."""

_AT_HAND = 50_000
"""Pairs of places whose weight is kept: most reports tell of few."""

BETWEEN_REPORTS = Scale(base=-3.5, same_story=28.0)
WITHIN_REPORT = Scale(base=-2.0, same_story=0.0)


def weigh(left: Sketch, right: Sketch, wording: Wording, families: Families, scale: Scale) -> Weights:
    """All features of two sketches; of a hopeless pair only those that make it so."""
    shared = left.kinds & right.kinds
    place = _place(left.spots, right.spots)
    family = _family(left, right, shared, families, here=place >= _ONE_POINT)
    names = wording.worth(left.called & right.called) if family > 0 else 0.0
    time = _time(left, right)
    if _two_days_news(left, right) and not left.kinds & right.kinds & families.lasting:
        time += _EACH_ITS_DAY
    if time < 0:
        time *= _trust(names, left, right)
    if left.days is None or right.days is None:
        time += _unprinted(left, right)
    if names < _NAMED_SURELY and shared.isdisjoint(families.lasting) and _weeks_apart(left, right):
        time = min(time, _NEVER)
    if place < 0 and names >= _NAMED_ALIKE:
        place *= _DOUBTED
    denied = _denies(left, right) or _denies(right, left)
    if scale.base + time + place + family < _HOPELESS and not denied:
        return Weights(scale.base, time, place, family)
    return Weights(
        base=scale.base,
        time=time,
        place=place,
        family=family,
        perpetrators=_doers(left, right, families),
        targets=_actors(left.targets, right.targets, against=-0.8),
        weapon=0.0 if left.weapons.isdisjoint(right.weapons) else 0.4,
        toll=_tolls(left.tolls, right.tolls),
        names=_names(left, right, wording),
        words=_words(likeness(left.words, right.words)),
        story=_story(left, right, scale) if family > 0 else min(0.0, _story(left, right, scale)),
        called=min(6.0, 2.0 * names),
        printed=_printed(left, right, scale) if family > 0 else 0.0,
        retold=_retold(left.runs, right.runs),
        denial=6.0 if denied else 0.0,
    )


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


def _time(left: Sketch, right: Sketch) -> float:
    """Shared days weigh more the narrower they are; a gap weighs against, the more so the surer both days are."""
    if left.days is None or right.days is None:
        return 0.0 if _unprinted(left, right) else _not_yet(left, right) or _publication(left, right)
    width = _wider(left.days, right.days)
    gap = _gap(left.days, right.days)
    if gap <= 0:
        return _stepped(width, ((1, 2.0), (2, 1.6), (4, 1.2), (10, 0.7), (31, 0.2)), 0.0)
    if width <= 3:
        return _stepped(gap, ((1, -0.2), (2, -1.0), (4, -2.0), (14, -3.5)), -5.0)
    if width <= 31:
        return _stepped(gap, ((3, -0.5), (10, -1.5), (31, -2.5)), -4.0)
    return -2.0


def _not_yet(left: Sketch, right: Sketch) -> float:
    """What is bounded by one day ("in the week before the vote") did not happen after it; a day's difference may be
    one of clocks."""
    dated, other = _dated_first(left, right)
    if dated.days is None or other.until is None:
        return 0.0
    return _stepped(dated.days.first - other.until, ((0, 0.0), (1, -3.5)), -5.0)


def _unprinted(left: Sketch, right: Sketch) -> float:
    """What was in print on one day did not happen after it, whatever else is alike."""
    dated, other = _dated_first(left, right)
    if dated.days is None or other.days is not None or other.published is None:
        return 0.0
    return _stepped(dated.days.first - other.published, ((0, 0.0), (1, -5.5)), -7.0)


def _weeks_apart(left: Sketch, right: Sketch) -> bool:
    """Whether two reports give days more than a week apart. Of two that are printed within three days and otherwise
    alike, one was mostly read wrongly, unless one of them tells of a day after its own print: then it is that stamp
    which is wrong."""
    if left.report == right.report:
        return False  # a report that tells days apart has its own rule
    if left.published is None or right.published is None:
        return False
    if abs(left.published - right.published) <= _ONE_NEWS and not (_stamped_early(left) or _stamped_early(right)):
        return False
    return too_far(left.spread, right.spread)


def _two_days_news(left: Sketch, right: Sketch) -> bool:
    """Whether each of two reports tells of the day of its print or the one before, and more than a day lies between."""
    if left.report == right.report or not (_news(left) and _news(right)):
        return False
    return left.days is not None and right.days is not None and _gap(left.days, right.days) > 1


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
    return _stepped(
        abs(left.published - right.published),
        ((0, 2.4), (1, 2.0), (3, 1.2), (7, 0.4), (14, 0.0), (31, -1.2), (92, -2.5)),
        -3.5,
    )


def _wider(left: Days, right: Days) -> int:
    ours, theirs = left.width, right.width
    return ours if ours >= theirs else theirs


def _gap(left: Days, right: Days) -> int:
    before, after = left.first - right.last, right.first - left.last
    return before if before >= after else after


def _place(left: tuple[Spot, ...], right: tuple[Spot, ...]) -> float:
    """The best agreement among the places of both sides."""
    if not left or not right:
        return 0.0
    if len(left) == len(right) == 1:
        return _spot_pair(left[0], right[0])
    return max([_spot_pair(one, other) for one, other in product(left, right)])


def _spot_pair(left: Spot, right: Spot) -> float:
    """One place weighs much where it is a known point, a region or a bare name little."""
    if left.key == right.key:
        return 2.4 if left.point and right.point and not left.unknown else 0.4
    return _two_places(left, right)


@lru_cache(_AT_HAND)
def _two_places(left: Spot, right: Spot) -> float:
    """Two points near each other weigh much, a point inside a region little; distance beyond both reaches counts
    against them."""
    both_points = left.point and right.point
    if left.unknown or right.unknown:
        return _by_unknown_name(left, right)
    if not both_points and left.admin1 and (left.country, left.admin1) == (right.country, right.admin1):
        return 0.4  # a province holds what lies in it, however far from its middle
    distance = distance_km(left, right)
    if distance is None:
        return _by_name(left, right)
    if both_points:
        beyond = distance - max(left.reach, right.reach)
        if beyond <= 0:
            return 2.0 if distance <= 8 else 1.4
        return _stepped(beyond, ((10, 0.2), (30, -1.0), (80, -2.0)), -3.0)
    beyond = distance - max(left.reach, right.reach)
    if beyond <= 0:
        return 0.4
    return _stepped(beyond, ((30, -0.3), (100, -1.5)), -3.5)


def _by_unknown_name(left: Spot, right: Spot) -> float:
    """What a name says that no gazetteer knows: the same one spelled otherwise is one place, another one another. It
    may lie in or beside a place that is known."""
    distance = distance_km(left, right)
    if distance is not None and (beyond := distance - max(left.reach, right.reach)) > 0:
        return _stepped(beyond, ((30, -0.3), (100, -1.5)), -3.5)
    if left.country and right.country and left.country != right.country:
        return -1.5
    if left.unknown and right.unknown:
        return 0.4 if partial_ratio(left.label, right.label) >= _SPELLED else -0.8
    if left.admin1 and left.admin1 == right.admin1:
        return 0.4
    return -0.3 if distance is not None and (left.point or right.point) else 0.0


_SPELLED = 75.0
"""The share of letters in order (per cent) from which two unknown names are one name spelled twice."""


def _by_name(left: Spot, right: Spot) -> float:
    if left.country and right.country and left.country != right.country:
        return -1.5
    return -1.0 if left.point and right.point else 0.0


def _family(left: Sketch, right: Sketch, shared: Set[Happening], families: Families, *, here: bool) -> float:
    """A kind in common; more where it comes over one place seldom and both name that place."""
    if shared:
        return 1.6 if here and shared <= families.seldom else 0.8
    return 0.2 if families.any_kin(left.kinds, right.kinds) else -2.5


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
        return _stepped(low, ((1, 0.2), (3, 0.5), (9, 1.1), (19, 1.6)), 2.2)
    if _overlap(left, right) or low * 1.3 >= high:
        return 0.5
    return _stepped(high / max(low, 1), ((2, 0.0), (4, -0.5)), -1.0)


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
    return _stepped(abs(left.published - right.published), ((3, 1.2), (7, 0.6), (31, 0.0)), -0.6)


def _retold(left: frozenset[int], right: frozenset[int]) -> float:
    """Sentences that stand nearly word for word in both."""
    fewest = min(len(left), len(right))
    if fewest < 4 or left.isdisjoint(right):
        return 0.0
    return 5.0 * max(0.0, len(left & right) / fewest - 0.2)


def _stepped(value: float, steps: Iterable[tuple[float, float]], beyond: float) -> float:
    """The weight of the first step that the value does not pass."""
    for limit, weight in steps:
        if value <= limit:
            return weight
    return beyond
