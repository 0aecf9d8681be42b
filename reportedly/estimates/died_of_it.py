"""The counts of the wounded in, the same out without those who died of their wounds.

"A boy was taken to hospital in critical condition. The boy died on Tuesday": one died, and nobody is left wounded. The
wounded of an incident are those who lived, as its dead are all who died (UCDP GED Codebook: deaths that come later
belong to the event that caused them).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportedly.estimates.count import Count, Worth
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.reading import HowMany
from reportedly.model.words import Measure, Stance

ASIDE = "died of it, and is among the dead"
_SHORT = 3  # letters of the longest words that tell nobody apart ("the", "an", "his")


def dies_of_it(toll: HowMany, claim: Claim, words: Counted) -> bool:
    """Whether the claim tells of the one wounded that he died: in the same words, or by a pronoun behind them ("the
    child was flown out in critical condition and she died there")."""
    return _is_one(toll, words) and any(
        other.measure is Measure.KILLED and _is_one(other, words) and _is_same(toll, other, words)
        for other in claim.tolls
    )


def the_living(
    claims: Sequence[Claim], told: Mapping[str, Sequence[Count]], words: Counted, aside: Mapping[str, list[str]]
) -> dict[str, Sequence[Count]]:
    """The counts of the wounded by claim, none where only one person is told of as wounded and as dead."""
    own = [count for counts in told.values() for count in counts]
    if not own or not _is_one_person(claims, told, words):
        return dict(told)
    for claim, counts in told.items():
        aside[claim] += [f"{count.text}: {ASIDE}" for count in counts]
    return {}


def _is_one(toll: HowMany, words: Counted) -> bool:
    return toll.best == 1 and toll.part_of is None and not words.singles.isdisjoint(toll.also)


def _is_same(toll: HowMany, other: HowMany, words: Counted) -> bool:
    """Whether two readings are of one person: the same words, or a pronoun for those before it."""
    first, second = sorted((toll, other), key=lambda one: one.span.start)
    return first.span == second.span or not words.pronouns.isdisjoint(second.also)


def _is_one_person(claims: Sequence[Claim], told: Mapping[str, Sequence[Count]], words: Counted) -> bool:
    """Whether all the claims tell of one victim: nobody counts more, no claim tells of one dead beside one wounded, and
    the words for the wounded are words for the dead."""
    firm = [claim for claim in claims if claim.stance is not Stance.DENIES]
    tolls = [toll for claim in firm for toll in claim.tolls if not toll.cumulative]
    dead = [toll for toll in tolls if toll.measure is Measure.KILLED and toll.best != 0]
    hurt = [
        toll
        for claim in firm
        if claim.id in told
        for toll in claim.tolls
        if toll.measure is Measure.WOUNDED and not dies_of_it(toll, claim, words)
    ]
    several = any(toll.best != 1 for toll in (*dead, *hurt)) or any(
        toll.measure is Measure.CASUALTIES and toll.best != 1 and toll.best != 0 for toll in tolls
    )
    beside = any(
        any(toll.measure is Measure.KILLED for toll in claim.tolls)
        and any(toll.measure is Measure.WOUNDED and not dies_of_it(toll, claim, words) for toll in claim.tolls)
        for claim in firm
    )
    counts = [count for own in told.values() for count in own]
    if not dead or several or beside or any(c.worth is not Worth.SINGLE or c.more or c.too for c in counts):
        return False
    return _fits(hurt, dead, words)


def _fits(hurt: Sequence[HowMany], dead: Sequence[HowMany], words: Counted) -> bool:
    """Whether each of the wounded is told of in words for the dead, or by a pronoun, and no two ages are told."""
    ages = {age for toll in hurt for age in _ages(toll)}, {age for toll in dead for age in _ages(toll)}
    if all(ages) and ages[0].isdisjoint(ages[1]):
        return False
    named = frozenset(word for toll in dead for word in _telling(toll))
    young = any(words.is_minor(toll.whom or toll.text) for toll in dead)
    return all(
        not words.pronouns.isdisjoint(toll.also)
        or not named.isdisjoint(_telling(toll))
        or (young and words.is_minor(toll.whom or toll.text))
        for toll in hurt
    )


def _ages(toll: HowMany) -> frozenset[str]:
    return frozenset(part for part in re.split(r"\W+", toll.text) if part.isdecimal())


def _telling(toll: HowMany) -> frozenset[str]:
    return frozenset(
        word for word in re.split(r"\W+", toll.text.casefold()) if len(word) > _SHORT and not word.isdecimal()
    )
