"""The claims of one incident in, everything estimated about it out: origins, ranges, contradictions, grade."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportedly.estimates.contradictions import contradictions
from reportedly.estimates.counts import sheet
from reportedly.estimates.figures import SUPERSEDED, Figure, figure
from reportedly.estimates.grades import grade
from reportedly.estimates.origins import Sources, origins
from reportedly.estimates.policies import RANK, RULES, Witness, put_together
from reportedly.estimates.summaries import narrowed, summaries
from reportedly.estimates.survivors import survivors
from reportedly.estimates.voices import Standing, Voice, voice
from reportedly.lexicon.estimating import Counted
from reportedly.lexicon.linking import Families
from reportedly.model.claim import Claim
from reportedly.model.incident import Contradiction, Copy, Estimate
from reportedly.model.reading import Who
from reportedly.model.text import Report
from reportedly.model.words import Grade, Happening, Measure, Policy, Stance

_HIT = frozenset(
    {
        "en/measures/shot",
        "en/measures/hit",
        "en/measures/wound",
        "en/measures/gunshot-wound",
        "en/measures/hospital",
        "en/measures/shooting",
    }
)
"""The lines that count people who were hit, whatever became of them."""

_ORDER = {measure: place for place, measure in enumerate(Measure)}
_HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})

_FIGHTS = frozenset(
    {
        Happening.ARMED_CLASH,
        Happening.ADVANCE,
        Happening.TERRITORY_GAINED,
        Happening.TERRITORY_LOST,
        Happening.SIEGE,
        Happening.WITHDRAWAL,
    }
)


ANY = Families(of={}, loose=frozenset(Happening))
"""Kinds of happening that may all be words for one thing."""


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
    outside: Sequence[Claim] = (),
    kin: Families = ANY,
) -> Assessment:
    """Origins, an estimate of every measure that the claims give, contradictions and a grade. ``outside`` are claims
    told of something else that deny one of these; ``kin`` says which kinds of happening may be words for one."""
    ends = {claim.id: voice(claim, counted) for claim in claims}
    sources = origins(claims, counted, copies, passages, ends)
    told = {
        measure: _witnesses(claims, sources, ends, reports, counted, measure, policy) for measure in _measures(claims)
    }
    home = {claim: origin.name for origin in (*sources.counted, *sources.uncounted) for claim in origin.claims}
    ranks = {
        claim: (int(origin not in sources.counted), RANK[origin.role])
        for origin in (*sources.counted, *sources.uncounted)
        for claim in origin.claims
    }
    disputes = contradictions(claims, home, ranks, told, passages, counted, kin, outside)
    mark, reason = grade(claims, sources.counted, disputes, counted)
    return Assessment(sources, _estimates(told, policy, claims), disputes, mark, reason)


def _estimates(
    told: Mapping[Measure, Sequence[Witness]], policy: Policy, claims: Sequence[Claim]
) -> tuple[Estimate, ...]:
    """The estimate of every measure, and of the wounded where they follow from the others."""
    made = ((measure, _estimate(measure, witnesses, policy)) for measure, witnesses in told.items())
    found = {measure: one for measure, one in made if one is not None}
    shot = frozenset(claim.id for claim in claims for toll in claim.tolls if toll.rule in _HIT)
    some = not any(witness.figure.total for witness in told.get(Measure.WOUNDED, ()))
    hit = [witness for witness in told.get(Measure.CASUALTIES, ()) if shot.issuperset(witness.figure.claims)]
    left = survivors(found, _estimate(Measure.CASUALTIES, hit, policy), some=some)
    return tuple({**found, left.measure: left}.values()) if left else tuple(found.values())


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
    ends = {claim.id: voice(claim, counted) for claim in claims}
    sources = origins(claims, counted, copies, passages, ends)
    return _estimate(measure, _witnesses(claims, sources, ends, reports, counted, measure, policy), policy)


def _estimate(measure: Measure, witnesses: Sequence[Witness], policy: Policy) -> Estimate | None:
    if not any(witness.figure.number is not None for witness in witnesses):
        return None
    low, best, high = put_together(witnesses, policy)
    figures = [witness.narrowed if policy is Policy.OURS else witness.figure for witness in witnesses]
    return Estimate(
        measure=measure,
        policy=policy.value,
        low=low,
        best=best,
        high=high,
        claims=tuple(sorted({claim for witness in witnesses for claim in witness.figure.claims})),
        rule=RULES[policy] + _with_doers(witnesses, best),
        set_aside=tuple(sorted({pair for figure in figures for pair in figure.set_aside})),
    )


def _with_doers(witnesses: Sequence[Witness], best: int | None) -> str:
    """Words that say how many of the best estimate are those who did it, or none."""
    doers = max((w.figure.doers for w in witnesses if w.figure.number == best), default=0)
    return f"; {doers} of them who did it" if doers else ""


def _witnesses(
    claims: Sequence[Claim],
    sources: Sources,
    voices: Mapping[str, Voice],
    reports: Mapping[str, Report],
    counted: Counted,
    measure: Measure,
    policy: Policy,
) -> list[Witness]:
    """The last figure of every origin that gave one, and of every voice that makes none."""
    by_id = {claim.id: claim for claim in claims}
    published = {name: report.published.day for name, report in reports.items() if report.published}
    attackers = None if _both_sides_count(claims, policy) else _attackers(claims)
    tally = _is_tally(claims, measure)
    told = sheet(claims, measure, counted, attackers, policy=policy.value, tally=tally)
    summed = summaries(claims, told, voices)
    found = []
    for origin in (*sources.counted, *sources.uncounted):
        own = [by_id[claim] for claim in origin.claims]
        ends = [voices[claim.id] for claim in own]
        sums_up = all(end.standing is Standing.OWN_VOICE for end in ends)
        last = figure(origin.name, own, told, published, sums_up=sums_up)
        if last is not None:
            found.append(
                Witness(
                    figure=last,
                    narrowed=narrowed(last, summed.get(last.report)) if _summed_up(last, by_id, summed) else last,
                    role=origin.role,
                    counts=origin in sources.counted,
                    party=2 * sum(end.party for end in ends) > len(ends),
                    did_it=any(claim.stance is Stance.CLAIMS_RESPONSIBILITY for claim in own),
                    own_voice=sums_up or all(not claim.chain or claim.chain[-1].name is None for claim in own),
                )
            )
    return _up_to_date(found)


def _is_tally(claims: Sequence[Claim], measure: Measure) -> bool:
    """Whether running totals are what is counted: nothing else is, of the dead or of those hurt beside them."""
    of = _HARM if measure in _HARM else frozenset({measure})
    return all(toll.cumulative for claim in claims for toll in claim.tolls if toll.measure in of)


def _up_to_date(found: Sequence[Witness]) -> list[Witness]:
    """The figures without those that two told together and that one of the two has since raised."""
    raised = {claim for w in found if w.counts for claim, why in w.figure.set_aside if SUPERSEDED in why}
    return [witness for witness in found if not raised.issuperset(witness.figure.claims)] or list(found)


def _summed_up(last: Figure, claims: Mapping[str, Claim], summed: Mapping[str, object]) -> bool:
    """Whether every report that gives the figure sums up: a figure that one report sets aside may stand in another."""
    return all(claims[claim].report in summed for claim in last.claims)


def _measures(claims: Iterable[Claim]) -> list[Measure]:
    """The measures that the claims count, in the order of the vocabulary."""
    found = {toll.measure for claim in claims for toll in claim.tolls}
    return sorted(found, key=_ORDER.__getitem__)


def _both_sides_count(claims: Sequence[Claim], policy: Policy) -> bool:
    """Whether the dead of those who attacked count too: in a fight; and under UCDP wherever both sides are armed, since
    its best estimate is the sum of the dead of both sides, civilians and others, while the dead of a side that attacks
    civilians are 0 (UCDP GED Codebook, ``best``, ``deaths_a``, ``deaths_b``)."""
    return _mutual(claims) or (policy is Policy.UCDP and _armed_sides(claims))


def _armed_sides(claims: Sequence[Claim]) -> bool:
    """Whether somebody armed suffered it, and no civilian is named among those who did."""
    kinds = {who.kind for claim in claims for who in claim.targets}
    return bool(kinds & _ARMED) and not kinds & _UNARMED


_ARMED = frozenset({"military", "armed-group", "militia", "police", "air-force", "coalition"})
_UNARMED = frozenset({"civilians", "children", "women", "people", "person", "medics", "journalists", "relatives"})
"""Kinds of parties, by which an attack on a side is told from one on civilians (UCDP's one-sided violence)."""


def _mutual(claims: Sequence[Claim]) -> bool:
    """Whether most claims tell of a fight, in which both sides are perpetrators and both lose people."""
    return 2 * sum(claim.happening in _FIGHTS for claim in claims) > len(claims)


def _attackers(claims: Sequence[Claim]) -> frozenset[str]:
    """Names of those who did it and to whom nothing was done, as they stand in the words for the dead."""
    did = {word for claim in claims for who in claim.perpetrators for word in _names(who)}
    suffered = {word for claim in claims for who in claim.targets for word in _names(who)}
    return frozenset(did - suffered)


def _names(who: Who) -> Iterable[str]:
    """The names of a party; people described ("civilians") are nobody's side."""
    if who.actor_id is None:
        return ()
    return (name.casefold() for name in (who.name, who.text) if len(name) > 3)
