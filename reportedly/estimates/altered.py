"""Origins of copies of one text in, the bonds of those that are one origin worded or read in two ways.

An editor writes "opposition sources" where the wire had "rebel commanders", or puts an official's outrage before the
wire's count; a reader takes the wrong name of two. The text is one all the same. So an origin all of whose words stand
in a copy as another's adds none; one that says anything else of its own stays apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from reportedly.estimates.lending import COPY, Texts
from reportedly.estimates.voices import Standing, Voice, only_blames
from reportedly.model.claim import Claim
from reportedly.model.incident import Copy
from reportedly.model.independence import Bond, Tie
from reportedly.model.words import Measure

_TELLING = 5
"""People from which a count met in two copies of one text is one count; fewer may be met by chance."""


def altered(
    claims: Sequence[Claim],
    voices: Mapping[str, Voice],
    home: Mapping[str, str],
    texts: Texts,
    passages: Sequence[Copy],
) -> Iterator[Bond]:
    """One bond for each origin that is another's in other words. ``claims`` are those with a source of their own,
    sorted by id; ``home`` names the origin of each."""
    sourced = [claim for claim in claims if voices[claim.id].standing is Standing.SOURCE]
    told: dict[str, set[str]] = defaultdict(set)
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in sourced:
        told[claim.report].add(home[claim.id])
        said[home[claim.id]].append(claim)
    twins: dict[tuple[str, str], list[tuple[Claim, Claim]]] = defaultdict(list)
    for claim, other in _alike(sourced, texts, passages):
        ours, theirs = home[claim.id], home[other.id]
        if ours not in told[other.report] and theirs not in told[claim.report]:
            twins[ours, theirs].append((claim, other))
            twins[theirs, ours].append((other, claim))
    for (ours, _), pairs in sorted(twins.items()):
        met = {claim.id for claim, _ in pairs}
        rest = [claim for claim in said[ours] if claim.id not in met]
        if not rest or only_blames(rest, voices[rest[0].id].role):
            claim, other = pairs[0]
            names = f"{voices[claim.id].name} and the other to {voices[other.id].name}"
            reason = f"one text, which one copy credits to {names}"
            yield Bond(left=claim.id, right=other.id, tie=Tie.ONE_TEXT, reason=reason)


def _alike(sourced: Sequence[Claim], texts: Texts, passages: Sequence[Copy]) -> Iterator[tuple[Claim, Claim]]:
    """Claims of two copies of one text whose sentences are nearly one, or that give one telling count."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in sourced:
        by_report[claim.report].append(claim)
    twins = {frozenset((pair.left, pair.right)) for pair in passages if pair.containment >= COPY}
    for left, right in sorted(tuple(sorted(pair)) for pair in texts if pair <= by_report.keys()):
        for claim in by_report[left]:
            for other in by_report[right]:
                if frozenset((claim.id, other.id)) in twins or _counts(claim) & _counts(other):
                    yield claim, other


def _counts(claim: Claim) -> Set[tuple[Measure, int]]:
    """The telling counts of a claim; what is added up over weeks is no count of this."""
    given = ((toll.measure, toll.best or toll.low or 0) for toll in claim.tolls if not toll.cumulative)
    return {(measure, number) for measure, number in given if number >= _TELLING}
