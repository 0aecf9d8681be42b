"""The tolls of one claim in, its counts of this incident's losses out, each with what it is worth: a figure, words
without a number, or a single person told of.

A named victim is a part of the toll and no rival to it; neither is "several". So a count is used only where nothing
better is said of the same losses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportedly.estimates.background import of_this
from reportedly.estimates.count import Count, Worth
from reportedly.estimates.died_of_it import ASIDE, dies_of_it, the_living
from reportedly.estimates.doers import named_doers, with_doers
from reportedly.estimates.one_by_one import one_by_one
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.reading import HowMany
from reportedly.model.words import Measure, Policy, Role, Stance

_PAIR = 2
"""The fewest that several can be."""


class Sheet(NamedTuple):
    """The counts of one measure by claim, and what was left out, by claim, with the reason."""

    counts: Mapping[str, Sequence[Count]]
    aside: Mapping[str, Sequence[str]]


def sheet(
    claims: Sequence[Claim],
    measure: Measure,
    words: Counted,
    attackers: frozenset[str] | None = frozenset(),
    *,
    policy: str = "ours",
    tally: bool = False,
) -> Sheet:
    """The counts of an incident's claims for a measure, without parts, running totals, attackers and whatever tells
    less than another claim. ``attackers`` are the names of those who did it, or ``None`` where their dead count too;
    ``tally`` says that running totals are what is counted."""
    plain = measure is Measure.KILLED and policy == Policy.OURS
    doers = named_doers(claims) if plain else frozenset[str]()
    aside: dict[str, list[str]] = defaultdict(list)
    told: dict[str, Sequence[Count]] = {}
    for claim in claims:
        if claim.stance is Stance.DENIES:
            continue
        usable = _usable(claim, measure, words, attackers, aside[claim.id], tally=tally, plain=plain)
        found = [_count(toll, words, policy, doers, apart=attackers is not None) for toll in usable]
        if _shown(claim, words):
            found = [count._replace(everyone=False) for count in found]
        if found:
            told[claim.id] = found
    if plain:
        told = with_doers(claims, told, _deeds(claims, words), aside)
    if measure is Measure.WOUNDED:
        told = the_living(claims, told, words, aside)
    told = of_this(claims, told, aside)
    told = _several(_passed(told))
    if measure in (Measure.KILLED, Measure.WOUNDED):
        told = one_by_one(claims, told, words, dead=measure is Measure.KILLED)
    worth = _worth(claims, told)
    most = _most_of_all(claims, told, worth)
    group = _most_of_all(claims, told, worth, everyone=False)
    kept: dict[str, Sequence[Count]] = {}
    for claim in claims:
        own = told.get(claim.id, ())
        aside[claim.id] += [f"{count.text}: {_LESS[count.worth]}" for count in own if count.worth is not worth]
        ends = most.get(claim.report, 1), group.get(claim.report, 1)
        best = [_whole(count, *ends) for count in own if count.worth is worth]
        if best:
            kept[claim.id] = best
    return Sheet(kept, aside)


def _worth(claims: Sequence[Claim], told: Mapping[str, Sequence[Count]]) -> Worth:
    """What the best counts are worth: figures, else words without a number, else single people told of. "Children"
    give way to single people where more reports tell of one: they are those of all such deeds ("too many kids die")."""
    of: dict[Worth, set[str]] = defaultdict(set)
    for claim in claims:
        for count in told.get(claim.id, ()):
            of[count.worth].add(claim.report)
    best = min(of, default=Worth.SINGLE)
    return Worth.SINGLE if best is Worth.VAGUE and len(of[Worth.SINGLE]) > len(of[best]) else best


def _passed(told: Mapping[str, Sequence[Count]]) -> dict[str, Sequence[Count]]:
    """The counts by claim, where somebody passes a number that others give ("more than ten", beside "ten") with at
    least one more than it."""
    given = {count.number for own in told.values() for count in own if not count.passed}
    return {
        claim: [_one_more(count) if count.passed and count.number in given else count for count in own]
        for claim, own in told.items()
    }


def _several(told: Mapping[str, Sequence[Count]]) -> dict[str, Sequence[Count]]:
    """The counts by claim, where nobody counts more than one and somebody tells of several: the one says that one was
    lost, the other that two were at least, so that the latter bounds the toll above."""
    figures = [count for own in told.values() for count in own if count.worth is Worth.FIGURE]
    if not any(count.everyone for count in figures) or max(count.number for count in figures) > 1:
        return dict(told)
    return {claim: [_two(count) if count.several else count for count in own] for claim, own in told.items()}


def _two(count: Count) -> Count:
    return count._replace(low=None, best=None, high=_PAIR, worth=Worth.FIGURE)


def _one_more(count: Count) -> Count:
    return count._replace(low=count.number + 1, best=count.number + 1)


def _most_of_all(
    claims: Sequence[Claim], told: Mapping[str, Sequence[Count]], worth: Worth, *, everyone: bool = True
) -> Mapping[str, int]:
    """For each report the highest number that it gives for all the victims, or for a group of them."""
    most: dict[str, int] = {}
    for claim in claims:
        for count in told.get(claim.id, ()):
            if count.everyone is everyone and count.worth is worth:
                most[claim.report] = max(most.get(claim.report, 0), count.number)
    return most


def _whole(count: Count, most: int, group: int) -> Count:
    """A part is smaller than its whole: a count of a group ("14 members of one family") that is as high as any count
    of all the victims in its report counts them all; and "one" beside a group ("two men") is one of them."""
    if count.number >= most > 1:
        return count._replace(everyone=True)
    return count._replace(everyone=False) if count.low == count.high == 1 < group else count


_LESS = {
    Worth.VAGUE: "no number, where others give one",
    Worth.SINGLE: "one of the victims, not a toll",
    Worth.APART: "of separate happenings, no one of which has them all",
}


def _usable(
    claim: Claim,
    measure: Measure,
    words: Counted,
    attackers: frozenset[str] | None,
    aside: list[str],
    *,
    tally: bool,
    plain: bool,
) -> Iterable[HowMany]:
    for toll in claim.tolls:
        if toll.measure is not measure or toll.part_of is not None or toll.rule in words.with_doer:
            continue
        if toll.cumulative and not tally:
            aside.append(f"{toll.text}: a running total, never part of one incident's toll")
        elif measure is Measure.WOUNDED and dies_of_it(toll, claim, words):
            aside.append(f"{toll.text}: {ASIDE}")
        elif _attacked(toll.whom, words, attackers) and not (plain and toll.best == 1 and words.is_attacker(toll.whom)):
            aside.append(f"{toll.text}: the attackers' own dead")
        else:
            yield toll


def _shown(claim: Claim, words: Counted) -> bool:
    """Whether pictures tell it: "a video showed a room with more than 90 bodies" counts those in the room."""
    last = claim.chain[-1] if claim.chain else None
    return last is not None and last.role is Role.DOCUMENT and words.is_footage(last.name)


def _deeds(claims: Sequence[Claim], words: Counted) -> Sequence[Claim]:
    """The claims that tell that a doer died with the victims ("a murder-suicide")."""
    return [claim for claim in claims if any(toll.rule in words.with_doer for toll in claim.tolls)]


def _attacked(whom: str | None, words: Counted, attackers: frozenset[str] | None) -> bool:
    if whom is None or attackers is None:
        return False
    folded = whom.casefold()
    return words.is_attacker(whom) or any(name in folded for name in attackers)


def _count(toll: HowMany, words: Counted, policy: str, doers: frozenset[str], *, apart: bool) -> Count:
    low, best, high = toll.low, toll.best, toll.high
    vague = low is None and best is None and high is None
    if vague:
        read = words.read_into(policy, toll.text)
        low = read if read is not None else (toll.implied[0] if toll.implied else None)
    worth = Worth.VAGUE if vague else Worth.SINGLE if _single(toll, words) else Worth.FIGURE
    worth = worth if words.apart.isdisjoint(toll.also) else Worth.APART
    everyone = words.is_everyone(toll.whom) and toll.rule not in words.partial and not _of_some(toll, words)
    listed = not words.listed.isdisjoint(toll.also)
    telling = frozenset[str]() if listed else _telling(toll.whom)
    passed = not words.passed.isdisjoint(toll.also) and best is not None and high is None
    more = not words.more.isdisjoint(toll.also) or words.is_besides(toll.text)
    more = more and words.living.isdisjoint((toll.rule, *toll.also))
    too = not words.too.isdisjoint(toll.also)
    return Count(
        low,
        best,
        high,
        telling,
        everyone,
        toll.text,
        worth,
        passed,
        more,
        too,
        doer=not words.doer.isdisjoint(toll.also)
        or (apart and words.is_attacker(toll.whom))
        or _is_one_of(toll, doers, words),
        slew=toll.rule in words.slew and not words.is_attacker(toll.text),
        minors=words.is_minor(toll.whom) and not listed,
        several=vague and everyone and not words.several.isdisjoint((toll.rule, *toll.also)),
    )


def _single(toll: HowMany, words: Counted) -> bool:
    """Whether the words tell of one person rather than count ("a man", "his wife", a name, "she")."""
    return toll.best == 1 and not words.singles.isdisjoint(toll.also)


def _is_one_of(toll: HowMany, doers: frozenset[str], words: Counted) -> bool:
    """Whether the one counted bears the name of one who did it ("Tesh was found dead", of Omar Tesh, who shot)."""
    return toll.best == 1 and not words.singles.isdisjoint(toll.also) and toll.text.casefold() in doers


def _of_some(toll: HowMany, words: Counted) -> bool:
    """Whether the count adds up those whom a list names ("Ana Tesh and Omar Lind"), or is of some of those known ("two
    of the victims"): nothing says that these are all."""
    named = toll.whom is None and not words.listed.isdisjoint(toll.also)
    return named or not words.some.isdisjoint(toll.also)


def _telling(whom: str | None) -> frozenset[str]:
    """The words for those counted, short ones left out."""
    return frozenset(word for word in whom.casefold().split() if len(word) > 3) if whom else frozenset()
