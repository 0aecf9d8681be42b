"""Claims without a source in, those whose source stands elsewhere out: in a twin of their sentence, in their own text
further down, or in the report of the outlet that they cite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.estimates.names import same_name
from reportedly.estimates.voices import RELAYS, Standing, Voice, mouthpiece, title
from reportedly.model.claim import Claim
from reportedly.model.incident import Copy
from reportedly.model.independence import Bond, Tie
from reportedly.model.words import Measure

COPY = 0.5
"""Share of the shorter text from which two reports, or two sentences, count as one text."""

Texts = frozenset[frozenset[str]]
"""Pairs of reports that are one text."""


def same_text(copies: Iterable[Copy]) -> Texts:
    """The pairs of reports that are one text."""
    return frozenset(frozenset((copy.left, copy.right)) for copy in copies if copy.containment >= COPY)


def lent(
    claims: Sequence[Claim], voices: Mapping[str, Voice], texts: Texts, passages: Sequence[Copy]
) -> Mapping[str, Bond]:
    """For each claim that names no source of its own, the bond with the claim it takes its source from."""
    twins = _twins(passages)
    sourced = [claim for claim in claims if voices[claim.id].standing is Standing.SOURCE]
    known = {claim.id for claim in sourced if not _cites_outlet(claim)}
    found = {}
    for claim in claims:
        source = None
        if voices[claim.id].standing is Standing.OWN_VOICE:
            source = _by_sentence(claim, twins, known) or _by_count(claim, sourced, texts)
        if source is None and _cites_outlet(claim):
            source = _by_outlet(claim, sourced, voices)
        if source is not None:
            found[claim.id] = source
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
    counts = _counts(claim)
    if not counts:
        return None
    for other in sourced:  # sorted by id
        one_text = claim.report == other.report or frozenset((claim.report, other.report)) in texts
        if one_text and counts & _counts(other):
            reason = "it gives the count that the same text credits to the source"
            return Bond(left=claim.id, right=other.id, tie=Tie.ONE_COUNT, reason=reason)
    return None


def _by_outlet(claim: Claim, sourced: Sequence[Claim], voices: Mapping[str, Voice]) -> Bond | None:
    """The outlet that is cited has a report here too, and that report rests on one source."""
    cited = title(claim.chain[-1])
    theirs = [o for o in sourced if o.report != claim.report and _prints(o, cited) and not _cites_outlet(o)]
    if len({voices[other.id].key for other in theirs}) != 1:
        return None
    same = [other for other in theirs if _counts(other) & _counts(claim)]
    reason = f"{claim.chain[-1].name} is cited, and its own report names the source"
    return Bond(left=claim.id, right=(same or theirs)[0].id, tie=Tie.RELAYED, reason=reason)


def _cites_outlet(claim: Claim) -> bool:
    """Whether the chain ends in a named outlet or agency that is nobody's mouth."""
    last = claim.chain[-1] if claim.chain[1:] else None
    return last is not None and last.role in RELAYS and bool(last.name) and not last.anonymous and not mouthpiece(last)


def _prints(claim: Claim, outlet: str) -> bool:
    own = title(claim.chain[0]) if claim.chain else ""
    return bool(own) and (own == outlet or same_name(own, outlet))


def _counts(claim: Claim) -> set[tuple[Measure, int]]:
    """What the claim counts: each measure with its number."""
    counts = ((toll.measure, toll.best or toll.low) for toll in claim.tolls)
    return {(measure, number) for measure, number in counts if number}
