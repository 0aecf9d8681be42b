"""Two claims of one report in, whether they tell of one person's death or capture out: nobody dies twice.

A report that comes back to a killing days later, or tells it again with another place or day beside it, still speaks of
one killing where it names the dead.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model.claim import Claim
from reportedly.model.reading import HowMany
from reportedly.model.words import Happening, Measure, Stance

Fate = tuple[Measure, frozenset[str]]
"""What became of somebody, and the words of the name."""

Fates = tuple[Fate, ...]
"""What a claim tells of those whom it names, in its order."""

_DEADLY = frozenset({Happening.ASSASSINATION, Happening.EXECUTION})
_PERSON = "person"
_PRONOUN = "en/counting/pronoun"
"""The line of words that stand for one person named before."""
_KILLED = "en/happening/kill"
"""The line of words for killing, under which a claim needs no count to say that whom it names died."""


def told_fates(claims: Sequence[Claim]) -> list[tuple[int, Fates]]:
    """The claims of a report, in its order, that name somebody who was killed or abducted: their numbers, and who. A
    last name alone is that of whom the report named so first: "Brenik", where two brothers died with Arvel Brenik."""
    found = [(number, told) for number, claim in enumerate(claims) if (told := fates(claim))]
    full: dict[frozenset[str], frozenset[str]] = {}
    for name in (name for _, told in found for _, name in told if len(name) > 1):
        for word in name:
            full.setdefault(frozenset((word,)), name)
    return [(number, tuple((end, full.get(name, name)) for end, name in told)) for number, told in found]


def fates(claim: Claim) -> Fates:
    """Who of those that the claim names was killed or abducted. Where others were only hurt, it does not say who."""
    names = [frozenset(who.name.casefold().split()) for who in claim.targets if who.kind == _PERSON]
    if claim.stance is Stance.DENIES or not names:
        return ()
    return tuple((end, name) for end in _ends(claim) for name in names if name)


def _ends(claim: Claim) -> Sequence[Measure]:
    measures = {toll.measure for toll in claim.tolls if toll.best != 0 and not _shot_too(toll)}
    if measures & {Measure.WOUNDED, Measure.CASUALTIES}:
        return ()
    said = any(note.field == "happening" and note.rule == _KILLED for note in claim.notes)
    killed = claim.happening in _DEADLY or Measure.KILLED in measures or (said and not measures)
    taken = claim.happening is Happening.ABDUCTION and not killed
    return [*([Measure.KILLED] if killed else []), *([Measure.ABDUCTED] if taken else [])]


def _shot_too(toll: HowMany) -> bool:
    """Whether a toll only says how the one who died was hit ("was murdered by men who shot HIM")."""
    return toll.measure is Measure.CASUALTIES and _PRONOUN in toll.also


def one_life(left: Fates, right: Fates) -> bool:
    """Whether both hold one person: the words of one name are among those of the other ("Brenik", "Arvel Brenik")."""
    return any(end == other and (name <= named or named <= name) for end, name in left for other, named in right)


def other_lives(left: Fates, right: Fates) -> bool:
    """Whether each names somebody who was abducted, and nobody in both: two abductions."""
    taken = all(any(end is Measure.ABDUCTED for end, _ in fates) for fates in (left, right))
    return taken and not one_life(left, right)
