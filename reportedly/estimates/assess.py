"""The claims of one incident in, everything estimated about it out: origins, ranges, contradictions, grade."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from reportedly.estimates.contradictions import contradictions
from reportedly.estimates.figures import Figure, figure
from reportedly.estimates.grades import grade
from reportedly.estimates.origins import Sources, origins
from reportedly.estimates.policies import RULES, Policy, Witness, put_together
from reportedly.estimates.voices import voice
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.incident import Contradiction, Copy, Estimate, Origin
from reportedly.model.text import Report
from reportedly.model.words import Grade, Measure, Stance


class Assessment(NamedTuple):
    """What the claims of an incident amount to."""

    sources: Sources
    estimates: tuple[Estimate, ...]
    contradictions: tuple[Contradiction, ...]
    grade: Grade
    reason: str


def assess(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    counted: Counted,
    *,
    policy: Policy = Policy.OURS,
    copies: Sequence[Copy] = (),
    passages: Sequence[Copy] = (),
) -> Assessment:
    """Origins, an estimate of every measure that the claims give, contradictions and a grade."""
    sources = origins(claims, copies, passages)
    estimates = tuple(
        made
        for made in (_estimate(claims, sources, reports, counted, measure, policy) for measure in _measures(claims))
        if made is not None
    )
    home = {claim: origin.name for origin in (*sources.counted, *sources.uncounted) for claim in origin.claims}
    superseded = frozenset(claim for made in estimates for claim, why in made.set_aside if "same origin" in why)
    disputes = contradictions(claims, home, superseded, counted)
    mark, reason = grade(claims, sources.counted, disputes)
    return Assessment(sources, estimates, disputes, mark, reason)


def estimate(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    counted: Counted,
    *,
    measure: Measure = Measure.KILLED,
    policy: Policy = Policy.OURS,
    copies: Sequence[Copy] = (),
    passages: Sequence[Copy] = (),
) -> Estimate | None:
    """Low, best and high of one measure under a policy, or ``None`` where no claim counts it."""
    return _estimate(claims, origins(claims, copies, passages), reports, counted, measure, policy)


def _estimate(
    claims: Sequence[Claim],
    sources: Sources,
    reports: Mapping[str, Report],
    counted: Counted,
    measure: Measure,
    policy: Policy,
) -> Estimate | None:
    by_id = {claim.id: claim for claim in claims}
    published = {name: report.published.day for name, report in reports.items() if report.published}
    attackers = _attackers(claims)
    witnesses: list[Witness] = []
    for origin in (*sources.counted, *sources.uncounted):
        own = [by_id[claim] for claim in origin.claims]
        told = figure(origin.name, own, measure, published, counted, attackers, policy=policy.value)
        if told is not None:
            witnesses.append(_witness(told, origin, own, counts=origin in sources.counted))
    if not any(witness.figure.number is not None for witness in witnesses):
        return None
    low, best, high = put_together(witnesses, policy)
    return Estimate(
        measure=measure,
        policy=policy.value,
        low=low,
        best=best,
        high=high,
        claims=tuple(sorted({claim for witness in witnesses for claim in witness.figure.claims})),
        rule=RULES[policy],
        set_aside=tuple(sorted({pair for witness in witnesses for pair in witness.figure.set_aside})),
    )


def _witness(told: Figure, origin: Origin, claims: Sequence[Claim], *, counts: bool) -> Witness:
    ends = [voice(claim) for claim in claims]
    return Witness(
        figure=told,
        role=origin.role,
        counts=counts,
        party=any(end.side is not None for end in ends),
        did_it=any(claim.stance is Stance.CLAIMS_RESPONSIBILITY for claim in claims),
    )


def _measures(claims: Iterable[Claim]) -> list[Measure]:
    """The measures that the claims count, in the order of the vocabulary."""
    found = {toll.measure for claim in claims for toll in claim.tolls}
    return [measure for measure in Measure if measure in found]


def _attackers(claims: Sequence[Claim]) -> frozenset[str]:
    """Names of those who did it and to whom nothing was done, as they stand in the words for the dead."""
    did = {word for claim in claims for who in claim.perpetrators for word in _names(who.name, who.text)}
    suffered = {word for claim in claims for who in claim.targets for word in _names(who.name, who.text)}
    return frozenset(did - suffered)


def _names(*names: str) -> Iterable[str]:
    return (name.casefold() for name in names if len(name) > 3)
