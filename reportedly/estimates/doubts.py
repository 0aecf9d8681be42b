"""Joined claims in, what is left open out: pairs that may be one origin and were not merged, because nothing shows it.

An unknown voice stays unknown and counts separately. Whoever wants the narrow count reads it beside the wide one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from reportedly.estimates.bonds import NAMES_ALIKE, RETOLD
from reportedly.estimates.lending import COPY
from reportedly.estimates.names import alike, same_name, within
from reportedly.estimates.origins import Joined
from reportedly.estimates.voices import Standing, Voice
from reportedly.model.claim import Claim
from reportedly.model.incident import Copy
from reportedly.model.independence import Doubt
from reportedly.model.words import Role

_KIN: tuple[frozenset[Role], ...] = (
    frozenset({Role.ACTIVIST, Role.MONITOR, Role.WITNESS, Role.SOCIAL_MEDIA}),
    frozenset({Role.MEDIC, Role.ACTIVIST}),
    frozenset({Role.OFFICIAL, Role.MILITARY}),
    frozenset({Role.ARMED_GROUP}),
)
"""Trades that one person may have: "activists" may be of the committee that is named beside them."""


def open_doubts(
    joined: Joined, counted: Sequence[Sequence[str]], copies: Sequence[Copy], passages: Sequence[Copy]
) -> tuple[Doubt, ...]:
    """The doubts between counted origins, one for each pair of them: the first reason found. ``counted`` are the
    claims of each."""
    number = {claim: n for n, claims in enumerate(counted) for claim in claims}
    own = [claim for claim in joined.claims if claim.id in number and claim.id not in joined.lent]
    found: dict[tuple[int, int], Doubt] = {}
    for doubt in (
        *_retold(number, joined.voices, passages),
        *_pairs(own, number, joined.voices),
        *_same_story(own, number, copies),
    ):
        pair = (min(number[doubt.left], number[doubt.right]), max(number[doubt.left], number[doubt.right]))
        if pair[0] != pair[1]:
            found.setdefault(pair, doubt)
    return tuple(found[pair] for pair in sorted(found))


def _retold(number: Mapping[str, int], voices: Mapping[str, Voice], passages: Sequence[Copy]) -> Iterator[Doubt]:
    """One sentence told of two bodies: one of the copies was altered, or both quote one statement."""
    for pair in sorted(passages, key=lambda p: (-p.run, p.left, p.right)):
        if pair.containment >= COPY and pair.run >= RETOLD and {pair.left, pair.right} <= number.keys():
            a, b = voices[pair.left], voices[pair.right]
            if a.standing is b.standing is Standing.SOURCE:
                yield Doubt(
                    left=pair.left,
                    right=pair.right,
                    text=f"nearly one sentence is told of {a.name} and of {b.name}: one text may have been altered",
                    settled_by="the text that both reports were made from",
                )


def _pairs(own: Sequence[Claim], number: Mapping[str, int], voices: Mapping[str, Voice]) -> Iterator[Doubt]:
    """Voices of two origins that may be one, told of in one report first."""
    first: dict[tuple[str, str], Claim] = {}
    for claim in own:
        first.setdefault((voices[claim.id].key, voices[claim.id].name), claim)
    told = [first[spelt] for spelt in sorted(first)]
    pairs = [(a, b) for a, b in combinations(told, 2) if number[a.id] != number[b.id]]
    for left, right in sorted(pairs, key=lambda pair: (pair[0].report != pair[1].report, pair[0].id, pair[1].id)):
        doubt = _may_be(left, voices[left.id], right, voices[right.id])
        if doubt:
            yield doubt


def _may_be(left: Claim, a: Voice, right: Claim, b: Voice) -> Doubt | None:
    if not a.anonymous and not b.anonymous:
        if (a.known and b.known) or not (same_name(a.name, b.name)):
            return None
        text = f"{a.name} may be {b.name}: the one name stands in the other, but it fits another body as well"
        return _doubt(left, right, text, "a report that gives the full name")
    if a.anonymous and b.anonymous:
        return _both_unnamed(left, a, right, b)
    known, unnamed = (b, a) if a.anonymous else (a, b)
    if within(known.name, unnamed.name):
        text = f"{unnamed.name} may belong to {known.name}, but the words fit another body as well"
        return _doubt(left, right, text, "the full name of the body")
    if left.report != right.report or not _kin(a.role, b.role):
        return None
    text = f"{unnamed.name}, who is not named, may be of {known.name}, who is named in the same report"
    return _doubt(left, right, text, "the name of the unnamed voice, or words that set it apart from the named one")


def _both_unnamed(left: Claim, a: Voice, right: Claim, b: Voice) -> Doubt | None:
    if a.role is not b.role or (a.role is Role.UNKNOWN and alike(a.name, b.name) < NAMES_ALIKE):
        return None
    where = "in one report" if left.report == right.report else "in two reports"
    text = f"{a.name} and {b.name} are both unnamed, of one trade, {where}: they may be one and may be two"
    return _doubt(left, right, text, "a name, or an agency through which both words came")


def _same_story(own: Sequence[Claim], number: Mapping[str, int], copies: Sequence[Copy]) -> Iterator[Doubt]:
    """Two origins that are each told in one report only, where the two reports share text."""
    reports: dict[int, list[str]] = {}
    first: dict[int, str] = {}
    for claim in own:
        n = number[claim.id]
        first.setdefault(n, claim.id)
        if claim.report not in reports.setdefault(n, []):
            reports[n].append(claim.report)
    share = {frozenset((copy.left, copy.right)): copy.containment for copy in copies}
    for a, b in combinations(sorted(reports), 2):
        if len(reports[a]) == len(reports[b]) == 1:
            part = share.get(frozenset((reports[a][0], reports[b][0])))
            if part is not None and part < COPY:
                text = f"their reports share {part:.0%} of the shorter one's text, though not these sentences"
                yield Doubt(left=first[a], right=first[b], text=text, settled_by="the wire story behind the two")


def _kin(left: Role, right: Role) -> bool:
    return any(left in trades and right in trades for trades in _KIN)


def _doubt(left: Claim, right: Claim, text: str, settled_by: str) -> Doubt:
    return Doubt(left=left.id, right=right.id, text=text, settled_by=settled_by)


def narrowest(count: int, pairs: Iterable[tuple[int, int]]) -> int:
    """How many origins are left if every doubt proves true. ``pairs`` are numbers below ``count``."""
    home = list(range(count))
    for left, right in pairs:
        kept, gone = sorted((home[left], home[right]))
        home = [kept if where == gone else where for where in home]
    return len(set(home))
