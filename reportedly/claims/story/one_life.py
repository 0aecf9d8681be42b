"""Two claims of one report in, whether they tell of one person's death or capture out: nobody dies twice.

A report that comes back to a killing days later, or tells it again with another place or day beside it, still speaks of
one killing where it names the dead.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model.claim import Claim
from reportedly.model.words import Happening, Measure, Stance

Fate = tuple[Measure, frozenset[str]]
"""What became of somebody, and the words of the name."""

_DEADLY = frozenset({Happening.ASSASSINATION, Happening.EXECUTION})
_PERSON = "person"
_NOBODY: frozenset[Fate] = frozenset()
_KILLED = "en/happening/kill"
"""The line of words for killing, under which a claim needs no count to say that whom it names died."""


def fates(claim: Claim) -> frozenset[Fate]:
    """Who of those that the claim names was killed or abducted. Where others were only hurt, it does not say who."""
    names = [frozenset(who.name.casefold().split()) for who in claim.targets if who.kind == _PERSON]
    if claim.stance is Stance.DENIES or not names:
        return _NOBODY
    return frozenset((end, name) for end in _ends(claim) for name in names if name)


def _ends(claim: Claim) -> Sequence[Measure]:
    measures = {toll.measure for toll in claim.tolls if toll.best != 0}
    if measures & {Measure.WOUNDED, Measure.CASUALTIES}:
        return ()
    said = any(note.field == "happening" and note.rule == _KILLED for note in claim.notes)
    killed = claim.happening in _DEADLY or Measure.KILLED in measures or (said and not measures)
    taken = claim.happening is Happening.ABDUCTION and not killed
    return [*([Measure.KILLED] if killed else []), *([Measure.ABDUCTED] if taken else [])]


def one_life(left: frozenset[Fate], right: frozenset[Fate]) -> bool:
    """Whether both hold one person: the words of one name are among those of the other ("Brenik", "Arvel Brenik")."""
    return any(end == other and (name <= named or named <= name) for end, name in left for other, named in right)


def other_lives(left: frozenset[Fate], right: frozenset[Fate]) -> bool:
    """Whether each names somebody who was abducted, and nobody in both: two abductions."""
    taken = all(any(end is Measure.ABDUCTED for end, _ in fates) for fates in (left, right))
    return taken and not one_life(left, right)
