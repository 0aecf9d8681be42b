"""The claims of one report in, which of them are told besides what was told before out, and what that weighs.

"Six people were also killed in shelling of the town", "in a separate attack", "meanwhile": a report that says so sets
one happening beside another. "Also" alone goes on with one story as often ("the blast also hurt a child"), so it holds
apart only what is of another kind or done by others, and counts losses of its own. What is called "separate" is another
happening than those told so far, also where these count nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from reportedly.incidents.grouping import Pair
from reportedly.incidents.sketches import actor_key
from reportedly.lexicon.adding import Adding
from reportedly.model.claim import Claim
from reportedly.model.text import Report
from reportedly.model.words import Measure

_BEFORE = 60  # characters before the claim's own words in which its sentence may say so
_ENDS = ".!?\n"
_HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})
_BESIDE = -1.5
_SEPARATE = -3.5
_SEPARATE_FROM_UNCOUNTED = -2.0


class Besides(IntEnum):
    """How a claim is set beside what was told before it."""

    NOT = 0
    ALSO = 1
    APART = 2
    SEPARATE = 3


def told_besides(claims: Sequence[Claim], report: Report | None, adding: Adding) -> Sequence[Besides]:
    """For each claim that counts people harmed what the words of its sentence say: no other is set beside anything."""
    if report is None:
        return [Besides.NOT] * len(claims)
    return [_told(_sentence(claim, report.text), adding) if _counts(claim) else Besides.NOT for claim in claims]


def beside(earlier: Claim, later: Claim, how: Besides) -> float:
    """What it weighs against one happening that the later of two claims is told besides: both count people harmed,
    and not the same; or the later is called separate, and the earlier counts nobody."""
    if how is Besides.SEPARATE and not _counts(earlier):
        return _SEPARATE_FROM_UNCOUNTED
    if how is Besides.NOT or not _counts_apart(earlier, later, how):
        return 0.0
    if how is Besides.ALSO and not (earlier.happening is not later.happening or _other_hands(earlier, later)):
        return 0.0
    return _SEPARATE if how is Besides.SEPARATE else _BESIDE


def called_separate(claims: Sequence[Claim], how: Sequence[Besides]) -> set[Pair]:
    """Pairs of a claim that is called another happening and one told before it, which are two."""
    named = [n for n, said in enumerate(how) if said is Besides.SEPARATE]
    return {(a, b) for b in named for a in range(b) if beside(claims[a], claims[b], how[b])}


def _told(sentence: str, adding: Adding) -> Besides:
    if adding.says_separate(sentence):
        return Besides.SEPARATE
    if adding.says_apart(sentence):
        return Besides.APART
    return Besides.ALSO if adding.says_also(sentence) else Besides.NOT


def _sentence(claim: Claim, text: str) -> str:
    """The claim's words and those of its sentence before them."""
    start = min([claim.span.start, *[toll.span.start for toll in claim.tolls]])
    before = text[max(0, start - _BEFORE) : start]
    return before[max([before.rfind(end) for end in _ENDS]) + 1 :] + text[start : claim.span.end]


def _counts_apart(earlier: Claim, later: Claim, how: Besides) -> bool:
    """Whether both count people harmed, and no count of the one is one of the other. In "a separate firefight" as many
    died only where they are called the same: two guerrillas are not the two bystanders."""
    ours, theirs = _counts(earlier), _counts(later)
    if how >= Besides.APART and bool(ours) and bool(theirs):
        return not any(left[:2] == right[:2] and _one_whom(left[2], right[2]) for left in ours for right in theirs)
    return bool(ours) and bool(theirs) and {c[:2] for c in ours}.isdisjoint({c[:2] for c in theirs})


def _one_whom(left: str, right: str) -> bool:
    """Whether the words for two counts of people can be of the same: one has none, or they end alike."""
    return not left or not right or left == right


def _counts(claim: Claim) -> frozenset[tuple[Measure, int, str]]:
    """What a claim counts: the measure, how many, and the last word for whom."""
    tolls = (toll for toll in claim.tolls if toll.measure in _HARM and not toll.cumulative)
    return frozenset(
        (toll.measure, n, (toll.whom or "").lower().rpartition(" ")[2])
        for toll in tolls
        if (n := toll.best or toll.low or toll.high)
    )


def _other_hands(earlier: Claim, later: Claim) -> bool:
    """Whether both name who did it, and nobody in both."""
    ours, theirs = ({actor_key(who) for who in claim.perpetrators} - {None} for claim in (earlier, later))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)
