"""The claims and figures of one incident in, the positions that cannot both stand out, each with its kind.

Ruled out first: updates (one origin, later), parts of a total, running tallies, counts of different people, and claims
that tell of something else. What is left: two origins with two counts, a denial, two culprits or two kinds of victims,
two days, two places. Claims that take one position are one side of one contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportedly.estimates.accounts import accounts, other_parties
from reportedly.estimates.figures import SUPERSEDED
from reportedly.estimates.outcomes import outcomes
from reportedly.estimates.policies import Witness
from reportedly.estimates.positions import Attested, Clash, Position, gathered, named
from reportedly.estimates.rivals import altered, cites_nobody, groups, openings, totals
from reportedly.estimates.standings import standings
from reportedly.lexicon.estimating import Counted
from reportedly.lexicon.linking import Families
from reportedly.model.claim import Claim
from reportedly.model.incident import Contradiction, Copy
from reportedly.model.reading import HowMany
from reportedly.model.words import ContradictionKind, Denied, Happening, Measure, Stance


def contradictions(
    claims: Sequence[Claim],
    origin_of: Mapping[str, str],
    attested: Attested,
    witnesses: Mapping[Measure, Sequence[Witness]],
    passages: Sequence[Copy],
    counted: Counted,
    kin: Families,
    outside: Sequence[Claim] = (),
) -> tuple[Contradiction, ...]:
    """All contradictions among the claims, one for each kind, measure and two positions, sorted.

    ``origin_of`` names each claim's origin and ``attested`` says how well it stands, ``witnesses`` hold the last
    figures of the origins, ``passages`` pairs of claims whose sentences are nearly one text, ``kin`` says which kinds
    of happening may be one, ``outside`` are claims of other incidents that deny one of these.
    """
    superseded = frozenset(
        claim
        for told in witnesses.values()
        for witness in told
        for claim, why in witness.figure.set_aside
        if SUPERSEDED in why
    )
    ordered = sorted(claims, key=lambda claim: claim.id)
    known = {claim.id: claim for claim in ordered}
    early = frozenset(claim.id for claim in ordered if counted.is_early(claim.hedge, named(claim)))
    clashes = [
        *_denials(ordered, sorted(outside, key=lambda claim: claim.id)),
        *_nobody(ordered, origin_of, counted, kin),
        *totals(known, witnesses, early, counted),
        *openings(ordered, counted),
        *groups(ordered, origin_of, superseded | early, counted),
        *altered(ordered, passages),
        *accounts(ordered, origin_of, kin),
        *standings(ordered, origin_of, kin),
        *outcomes(ordered, origin_of),
    ]
    return gathered(clashes, known | {claim.id: claim for claim in outside}, attested)


def _denials(claims: Sequence[Claim], outside: Sequence[Claim]) -> Iterator[Clash]:
    """What is denied against the denial. A denial that points nowhere is set against nothing."""
    known = {claim.id: claim for claim in claims}
    for claim in (*claims, *outside):
        if claim.stance is not Stance.DENIES:
            continue
        targets = [known[other] for other in claim.denies if other in known]
        if claim.happening is Happening.DEPLOYMENT:
            targets += [other for other in claims if _presence(claim, other) and other not in targets]
        for target in targets:
            if other_parties(claim.perpetrators, target.perpetrators):
                continue  # what one party did not do is no answer to what another is said to have done
            if counts_nobody(target):
                continue  # who says that nobody was hurt says what the denial says
            about = _about(claim, target)
            denier = Position(f" {named(claim)}", "", named(claim), (claim.id,))
            told = Position(f"told {target.happening}", "", named(target), (target.id,))
            yield Clash(ContradictionKind.DENIAL, denier, told, about=about)


def _nobody(claims: Sequence[Claim], origin_of: Mapping[str, str], counted: Counted, kin: Families) -> Iterator[Clash]:
    """Somebody who says that nobody was killed or hurt, against those who count dead or wounded."""
    spoken = [claim for claim in claims if not cites_nobody(claim) and claim.stance is not Stance.DENIES]
    for claim, measure in ((c, toll.measure) for c in spoken for toll in c.tolls if _none(toll, counted)):
        for other in claims:
            told = {toll.measure for toll in other.tolls if _some(toll) and not _of_others(claim, toll, kin)}
            against = told & _EMPTIED.get(measure, frozenset())
            if against and origin_of.get(claim.id, claim.id) != origin_of.get(other.id, other.id):
                denier = Position(f" {named(claim)}", "", named(claim), (claim.id,))
                counts = Position("told count", "", named(other), (other.id,))
                yield Clash(ContradictionKind.DENIAL, denier, counts, min(against), Denied.TOLL)


def counts_nobody(claim: Claim) -> bool:
    """Whether a claim counts dead or hurt, and says that there were none."""
    harmed = [toll for toll in claim.tolls if toll.measure in _EMPTIED]
    return bool(harmed) and all(toll.low == toll.best == toll.high == 0 for toll in harmed)


def _presence(denial: Claim, claim: Claim) -> bool:
    """Whether a claim tells of forces of the party that a denial says to have none there: the denial answers them
    all, whoever tells of them, and the party itself where it comes to say so."""
    asserted = claim.stance not in (Stance.DENIES, Stance.DOUBTS) and claim.happening is Happening.DEPLOYMENT
    ours, theirs = _parties(denial), _parties(claim)
    return asserted and bool(ours & theirs) and named(claim) != named(denial)


def _parties(claim: Claim) -> set[str]:
    return {key for who in claim.perpetrators for key in (who.side, who.actor_id) if key}


_EMPTIED: Mapping[Measure, frozenset[Measure]] = {
    Measure.KILLED: frozenset({Measure.KILLED}),
    Measure.WOUNDED: frozenset({Measure.WOUNDED}),
    Measure.CASUALTIES: frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES}),
}
"""What cannot be where none is counted: "no casualties" means neither dead nor wounded."""


def _of_others(claim: Claim, toll: HowMany, kin: Families) -> bool:
    """Whether a count is of people of another standing than those of whom none is said to be hurt: "no civilian
    casualties" beside "nine militants killed"."""
    none = kin.victims.standings(t.whom for t in claim.tolls if t.whom and t.best == 0)
    return kin.victims.exclude(none, kin.victims.standings([toll.whom or ""]))


def _none(toll: HowMany, counted: Counted) -> bool:
    return toll.low == toll.best == toll.high == 0 and not toll.cumulative and counted.is_everyone(toll.whom)


def _some(toll: HowMany) -> bool:
    """Whether a count is of more than none, and of the same losses: not a running total."""
    return not toll.cumulative and any(number for number in (toll.low, toll.best, toll.high)) and toll.part_of is None


def _about(denial: Claim, target: Claim) -> Denied:
    """What is denied: the count, where the denial speaks of one that the target gives; having done it, where who denies
    stands accused; else that it happened, or happened so."""
    if {toll.measure for toll in denial.tolls} & {toll.measure for toll in target.tolls}:
        return Denied.TOLL
    sides = {key for teller in denial.chain[-1:] for key in (teller.side, teller.actor_id) if key}
    if sides & {key for who in target.perpetrators for key in (who.side, who.actor_id) if key}:
        return Denied.BLAME
    return Denied.EXISTENCE
