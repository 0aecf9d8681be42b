"""An incident in, what is set aside and what is contradicted out, for each cell of the matrix."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from reportedly.estimates.accounts import DONE_BY
from reportedly.estimates.figures import SUPERSEDED
from reportedly.model.disputes import Dispute, Position, disputes
from reportedly.model.incident import Incident
from reportedly.model.reading import HowMany
from reportedly.model.sheet import Field
from reportedly.model.words import ContradictionKind, Denied, Measure

COLUMN: Mapping[Measure, Field] = {Measure.KILLED: Field.KILLED, Measure.WOUNDED: Field.WOUNDED}
"""The column of a measure; all others stand in one."""

_NUMBERS = re.compile(r"\d+")


class Disputes:
    """What an incident's estimates set aside and what its contradictions set against each other, by claim."""

    def __init__(self, incident: Incident) -> None:
        self._aside: dict[tuple[str, Measure], list[str]] = defaultdict(list)
        for estimate in incident.estimates:
            for claim, why in estimate.set_aside:
                self._aside[claim, estimate.measure].append(why)
        self._rests = {estimate.measure: frozenset(estimate.claims) for estimate in incident.estimates}
        self._against: dict[str, list[tuple[Dispute, Position]]] = defaultdict(list)
        for found in disputes(incident.contradictions):
            for position in found.positions:
                for claim in position.claims:
                    self._against[claim].append((found, position))

    def aside(self, claim: str, measure: Measure) -> tuple[str, ...]:
        """Why counts of a claim are set aside."""
        return tuple(self._aside.get((claim, measure), ()))

    def superseded(self, claim: str, measure: Measure) -> str | None:
        """Which later figure of its own origin takes the place of the claim's, in words."""
        return next((why for why in self.aside(claim, measure) if SUPERSEDED in why), None)

    def rests_on(self, claim: str, measure: Measure) -> bool:
        """Whether the estimate of a measure rests on the claim."""
        return claim in self._rests.get(measure, frozenset())

    def against(self, claim: str, field: Field) -> tuple[str, ...]:
        """The disputes, in words, that a claim's day, place, parties or stance stand in."""
        found = (dispute for dispute, _ in self._against.get(claim, ()))
        return tuple(dict.fromkeys(dispute.text for dispute in found if field in _fields(dispute)))

    def against_count(self, claim: str, toll: HowMany) -> tuple[str, ...]:
        """The disputes that a count of a claim stands in: those where its position gives its number, of its measure."""
        found = [(one, side) for one, side in self._against.get(claim, ()) if one.measure is toll.measure]
        said = (one.text for one, side in found if one.about is Denied.TOLL or _gives(side.says or one.text, toll))
        return tuple(dict.fromkeys(said))


def _fields(found: Dispute) -> Iterator[Field]:
    """The columns, counts left out, in which a dispute shows."""
    if found.kind is ContradictionKind.DENIAL:
        yield Field.STANCE
        if found.about is Denied.BLAME:
            yield Field.BY
    elif found.kind is ContradictionKind.ATTRIBUTION:
        yield Field.BY if found.text.startswith(DONE_BY) else Field.AGAINST
    elif found.kind is ContradictionKind.DATE:
        yield Field.WHEN
    elif found.kind is ContradictionKind.PLACE:
        yield Field.WHERE


def _gives(said: str, toll: HowMany) -> bool:
    """Whether a position is about this count: a claim can count some of the dead beside all of them."""
    numbers = {str(number) for number in (toll.low, toll.best, toll.high) if number is not None}
    return toll.text in said or not numbers.isdisjoint(_NUMBERS.findall(said))
