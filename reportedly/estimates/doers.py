"""The counts of an incident's claims in, the same out with doers who died added to those counts that leave them out.

Everybody who died in an incident is among its dead, the doer too. A report says so in two ways: it counts all the dead
("four are dead"), and then the doer is one of them; or it tells what a doer did ("killed three people and himself"),
and then the doer is one more. Who is named as the doer and then as dead is no victim, however it is told. Where nothing
shows that a count leaves the doer out, it stands as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.estimates.count import Count, Worth, added
from reportedly.model.claim import Claim
from reportedly.model.reading import Who

NEAR = 300
"""Characters between a victim and a doer's death that are told of one deed: the next sentence or two."""
_PERSON = "person"
ASIDE = "the doer's own death, which no count is seen to leave out"


def with_doers(
    claims: Sequence[Claim],
    told: Mapping[str, Sequence[Count]],
    deeds: Sequence[Claim],
    aside: Mapping[str, list[str]],
) -> dict[str, Sequence[Count]]:
    """The counts by claim without those of doers, who are added where a count is of their victims. Where nobody else
    is counted, doers are the dead. ``deeds`` are the claims that tell of a murder-suicide."""
    own = {claim: [count for count in counts if count.doer] for claim, counts in told.items()}
    most = max((count.number for counts in own.values() for count in counts), default=0)
    others = {claim: [count for count in counts if not count.doer] for claim, counts in told.items()}
    if not most and not deeds:
        return dict(told)
    if not any(others.values()):
        return {claim: [count._replace(doer=False) for count in counts] for claim, counts in told.items()}
    doer = Count(most or 1, most or 1, most or 1, frozenset(), True, "the doer", doers=most or 1)
    around = _Around(claims, own, others, deeds)
    slain = {
        count.number
        for claim in claims
        for count in others.get(claim.id, ())
        if _of_all(count) and _leaves_out(count, claim, around)
    }
    kept: dict[str, Sequence[Count]] = {}
    for claim in claims:
        counts = others.get(claim.id, ())
        kept[claim.id] = [
            _and_doer(count, doer)
            if _leaves_out(count, claim, around)
            or around.short_of_doer(count, doer.number)
            or (_of_all(count) and count.number in slain)
            else count
            for count in counts
        ]
        aside[claim.id] += [f"{count.text}: {ASIDE}" for count in own.get(claim.id, ())]
    return {claim: counts for claim, counts in kept.items() if counts}


def named_doers(claims: Sequence[Claim]) -> frozenset[str]:
    """The names, folded, by which a claim may tell of the death of somebody who did it: full names, and last names that
    none of the others who were killed bears."""
    did = {who.name.casefold() for claim in claims for who in claim.perpetrators if _is_named(who)}
    bore = {who.name.casefold() for claim in claims for who in claim.targets if _is_named(who)} - did
    shared = {name.split()[-1] for name in bore if " " in name}
    return frozenset(did | {name.split()[-1] for name in did if name.split()[-1] not in shared})


def _is_named(who: Who) -> bool:
    return who.kind == _PERSON and not who.described and bool(who.name.strip())


class _Around:
    """What each report tells around a count: of a doer's death, of a murder-suicide, of several dead; and whether a
    ``party`` did it, whose dead its foes may or may not have counted."""

    def __init__(
        self,
        claims: Sequence[Claim],
        own: Mapping[str, Sequence[Count]],
        others: Mapping[str, Sequence[Count]],
        deeds: Sequence[Claim],
    ) -> None:
        self.deeds = deeds
        self.party = any(who.actor_id and not who.described for claim in claims for who in claim.perpetrators)
        self.told = [claim for claim in claims if own.get(claim.id)]
        self.totals = {n.number for counts in others.values() for n in counts if _of_all(n)}
        self.several = {c.report for c in claims if any(count.number > 1 for count in others.get(c.id, ()))}

    def beside(self, claim: Claim) -> bool:
        """Whether the report tells of a doer's death within a sentence or two."""
        return any(_gap(claim, other) <= NEAR for other in self.told)

    def in_sentence(self, claim: Claim) -> bool:
        """Whether one sentence tells of both ("killed his wife before turning the gun on himself")."""
        return any(other.report == claim.report and _sentences(other) & _sentences(claim) for other in self.told)

    def short_of_doer(self, count: Count, doers: int) -> bool:
        """Whether a count of all is smaller than another by just the doers whose death is told: it is of the victims
        ("two victims were named", beside "three are dead, including the gunman")."""
        return bool(self.told) and not self.party and _of_all(count) and count.number + doers in self.totals

    def deed(self, claim: Claim) -> bool:
        """Whether the report tells of a murder-suicide nearby."""
        return any(_gap(claim, other) <= 2 * NEAR for other in self.deeds)


def _sentences(claim: Claim) -> set[int]:
    return {toll.sentence for toll in claim.tolls}


def _gap(one: Claim, other: Claim) -> float:
    """Characters between two claims; more than any where they stand in two reports."""
    if one.report != other.report:
        return float("inf")
    return max(0, other.span.start - one.span.end, one.span.start - other.span.end)


def _leaves_out(count: Count, claim: Claim, around: _Around) -> bool:
    """Whether a count is of victims alone: of those whom somebody killed who died as well, or, under a murder-suicide,
    of one person or of children."""
    if count.worth is Worth.VAGUE:
        return False
    by_one = bool(claim.perpetrators) and not around.party and not _of_oneself(count, claim)
    slain = count.slew and (around.in_sentence(claim) or by_one)
    if count.worth is Worth.SINGLE:
        return (around.deed(claim) or (slain and around.beside(claim))) and claim.report not in around.several
    return (slain and bool(around.told)) or (around.deed(claim) and count.minors and not count.everyone)


def _of_all(count: Count) -> bool:
    """Whether it is a number of all the dead, more than one."""
    return count.everyone and count.worth is Worth.FIGURE and count.number > 1


def _of_oneself(count: Count, claim: Claim) -> bool:
    """Whether the one counted is the one who did it ("the boy who was killed shot himself")."""
    return any(count.text == who.text for who in claim.perpetrators)


def _and_doer(count: Count, doer: Count) -> Count:
    return added((count, doer))._replace(worth=Worth.FIGURE)
