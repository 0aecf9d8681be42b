"""Claims without a source in, those whose source stands elsewhere out: in a twin of their sentence, in their own text
further down, or in the report of the outlet that they cite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.estimates.names import same_name
from reportedly.estimates.voices import RELAYS, Standing, Voice, cites_itself, mouthpiece, title
from reportedly.model.claim import Claim
from reportedly.model.incident import Copy
from reportedly.model.independence import Bond, Tie
from reportedly.model.words import Measure

COPY = 0.5
"""Share of the shorter text from which two reports, or two sentences, count as one text."""

Texts = frozenset[frozenset[str]]
"""Pairs of reports that are one text."""

Count = tuple[Measure, int]
"""A measure and its number."""


def same_text(copies: Iterable[Copy]) -> Texts:
    """The pairs of reports that are one text."""
    return frozenset(frozenset((copy.left, copy.right)) for copy in copies if copy.containment >= COPY)


def lent(
    claims: Sequence[Claim], voices: Mapping[str, Voice], texts: Texts, passages: Sequence[Copy]
) -> Mapping[str, Bond]:
    """For each claim that names no source of its own, the bond with the claim it takes its source from."""
    twins = _twins(passages)
    direct = [claim for claim in claims if not _cites_outlet(claim)]
    sourced = [claim for claim in direct if voices[claim.id].standing is Standing.SOURCE]
    known = {claim.id for claim in sourced}
    found = {}
    for claim in claims:
        source = None
        if voices[claim.id].standing is Standing.OWN_VOICE:
            source = _by_sentence(claim, twins, known) or _by_count(claim, sourced, texts)
        if source is None and _cites_outlet(claim):
            source = _by_outlet(claim, direct, voices)
        if source is not None:
            found[claim.id] = source
    return found


def passing_on(
    claims: Sequence[Claim], voices: Mapping[str, Voice], borrowed: Mapping[str, Bond]
) -> Mapping[str, Voice]:
    """The voices, where an outlet whose own report is here, and rests on several sources, is a relay: it is no origin
    beside them, and whose word is meant stays open."""
    direct = [claim for claim in claims if not _cites_outlet(claim)]
    found = dict(voices)
    for claim in claims:
        if claim.id not in borrowed and _cites_outlet(claim) and _theirs(claim, direct):
            found[claim.id] = replace(voices[claim.id], standing=Standing.RELAY)
    return found


def _twins(passages: Sequence[Copy]) -> Mapping[str, list[str]]:
    twins: dict[str, list[str]] = defaultdict(list)
    for pair in passages:
        if pair.containment >= COPY:
            twins[pair.left].append(pair.right)
            twins[pair.right].append(pair.left)
    return twins


def _by_sentence(claim: Claim, twins: Mapping[str, Sequence[str]], sourced: set[str]) -> Bond | None:
    twin = min((other for other in twins.get(claim.id, ()) if other in sourced), default=None)
    if twin is None:
        return None
    reason = "its sentence stands word for word in a report that names the source"
    return Bond(left=claim.id, right=twin, tie=Tie.ONE_SENTENCE, reason=reason)


def _by_count(claim: Claim, sourced: Sequence[Claim], texts: Texts) -> Bond | None:
    given = _wholes(claim)
    if not given:
        return None
    for other in sourced:  # sorted by id
        one_text = claim.report == other.report or frozenset((claim.report, other.report)) in texts
        if one_text and given & _wholes(other):
            reason = "it gives the count that the same text credits to the source"
            return Bond(left=claim.id, right=other.id, tie=Tie.ONE_COUNT, reason=reason)
    return None


def _by_outlet(claim: Claim, direct: Sequence[Claim], voices: Mapping[str, Voice]) -> Bond | None:
    """The outlet that is cited has a report here too: its one source is the source, or the one that gives the same
    count; where it names none, nobody is."""
    theirs = _theirs(claim, direct)
    sourced = [other for other in theirs if voices[other.id].standing is Standing.SOURCE]
    same = [other for other in sourced if counts(other) & counts(claim)]
    meant = same or sourced or theirs
    if not meant or (sourced and len({voices[other.id].key for other in meant}) > 1):
        return None
    names = "names the source" if sourced else "names no source"
    reason = f"{claim.chain[-1].name} is cited, and its own report {names}"
    return Bond(left=claim.id, right=meant[0].id, tie=Tie.RELAYED, reason=reason)


def _theirs(claim: Claim, direct: Sequence[Claim]) -> list[Claim]:
    """The claims of reports that the cited outlet printed itself."""
    cited = title(claim.chain[-1])
    return [other for other in direct if other.report != claim.report and _prints(other, cited)]


def _cites_outlet(claim: Claim) -> bool:
    """Whether the chain ends in another outlet or agency that is named and nobody's mouth."""
    if not claim.chain[1:]:
        return False
    outlet, last = claim.chain[0], claim.chain[-1]
    if last.role not in RELAYS or last.anonymous or not last.name:
        return False
    return not mouthpiece(last) and not cites_itself(outlet, last)


def _prints(claim: Claim, outlet: str) -> bool:
    own = title(claim.chain[0]) if claim.chain else ""
    return bool(own) and (own == outlet or same_name(own, outlet))


def _wholes(claim: Claim) -> set[Count]:
    """What the claim counts, without parts of it: "two of them women" is not what a source tells of two bodies."""
    return counts(replace(claim, tolls=tuple(toll for toll in claim.tolls if toll.part_of is None)))


def counts(claim: Claim) -> set[Count]:
    """What the claim counts."""
    given = ((toll.measure, toll.best or toll.low) for toll in claim.tolls)
    return {(measure, number) for measure, number in given if number}
