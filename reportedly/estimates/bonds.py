"""Claims with their voices in, the bonds that make two of them one origin out, each with its reason.

Bonds are between claims. Claims of one voice hang on the first of them; two voices are compared once, by the first
claim of each. What is alike and not proved to be one is left to ``doubts``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from reportedly.estimates.lending import COPY, Count, Texts, counts
from reportedly.estimates.names import alike, same_name, stands_for, within
from reportedly.estimates.together import as_two
from reportedly.estimates.voices import Standing, Voice
from reportedly.model.claim import Claim
from reportedly.model.incident import Copy
from reportedly.model.independence import Bond, Tie
from reportedly.model.words import Role

NAMES_ALIKE = 0.5
"""Share of the shorter description's words from which two descriptions are alike."""

RETOLD = 12
"""Words in a row from which two sentences that name two sources are one text: a sentence of news is formulaic, and
shorter runs are met by chance ("at least 20 people were killed and dozens wounded when")."""

_LIKENESS = frozenset({Tie.ONE_COUNT, Tie.ONE_TRADE})
"""Ties of voices that are only alike."""


class Told(NamedTuple):
    """One voice under one name: the first claim that has it, all agencies and outlets it came through, and the reports
    that tell it with the counts it gives there."""

    claim: Claim
    voice: Voice
    through: frozenset[str]
    counts: frozenset[tuple[str, Count]]


def bonds(claims: Sequence[Claim], voices: Mapping[str, Voice], texts: Texts, passages: Sequence[Copy]) -> list[Bond]:
    """All bonds among claims that have a voice of their own, the plainest reasons first. ``claims`` are sorted."""
    told, apart = _told(claims, voices), as_two(claims, voices)
    between = [
        bond
        for left, right in combinations(told, 2)
        if left.voice.key != right.voice.key
        and (bond := _between(left, right, texts, told))
        and (bond.tie not in _LIKENESS or frozenset((left.voice.key, right.voice.key)) not in apart)
    ]
    return [
        *_within_voices(claims, voices),
        *_unambiguous(between, told),
        *_retold(claims, voices, passages),
    ]


def _told(claims: Sequence[Claim], voices: Mapping[str, Voice]) -> list[Told]:
    """Every source under every name it is given, sorted."""
    first: dict[tuple[str, str], Claim] = {}
    through: dict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
    given: dict[tuple[str, str], frozenset[tuple[str, Count]]] = defaultdict(frozenset)
    for claim in claims:
        one = voices[claim.id]
        if one.standing is not Standing.SOURCE:
            continue
        spelt = (one.key, one.name)
        first.setdefault(spelt, claim)
        through[spelt] |= one.through
        given[spelt] |= {(claim.report, count) for count in counts(claim)}
    return [Told(first[spelt], voices[first[spelt].id], through[spelt], given[spelt]) for spelt in sorted(first)]


def _within_voices(claims: Sequence[Claim], voices: Mapping[str, Voice]) -> Iterator[Bond]:
    """Claims of one voice: each name's claims on the first of that name, the names on the voice's first claim."""
    heads: dict[str, Claim] = {}
    names: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        one = voices[claim.id]
        key = one.key if one.standing is Standing.SOURCE else one.standing.value
        head = heads.setdefault(key, claim)
        model = names.setdefault((key, one.name), claim)
        if model is not claim:
            yield _bond(model, claim, *_same_voice(one))
        elif head is not claim:
            yield _bond(head, claim, *_same_party(voices[head.id], one))


def _same_voice(one: Voice) -> tuple[Tie, str]:
    if one.standing is not Standing.SOURCE:
        return Tie.NOBODY, "nobody is named"
    if one.key.startswith("circle:"):
        return Tie.CIRCLE, "the outlets cite each other, so neither is the origin"
    return Tie.ONE_VOICE, f"both end in {one.name}"


def _same_party(head: Voice, one: Voice) -> tuple[Tie, str]:
    tie, reason = _same_voice(one)
    if tie is not Tie.ONE_VOICE:
        return tie, reason
    if one.key.startswith("side:") and (head.known is None or head.known != one.known):
        return Tie.ONE_PARTY, f"{head.name} and {one.name} speak for one party"
    return Tie.ONE_NAME, f"{head.name} and {one.name} are one"


def _between(left: Told, right: Told, texts: Texts, told: Sequence[Told]) -> Bond | None:
    a, b = left.voice, right.voice
    if _rewritten(left, right, texts):
        return _bond(left.claim, right.claim, Tie.ONE_TEXT, f"the two reports are one text: {a.name}, {b.name}")
    if _in_short(left, right, told):
        return _bond(left.claim, right.claim, Tie.ONE_COUNT, f"one report gives one count as {a.name}’s and {b.name}’s")
    if a.anonymous and b.anonymous:
        reason = _one_trade(left, right, texts, told)
        return _bond(left.claim, right.claim, *reason) if reason else None
    if a.anonymous != b.anonymous:
        known, unnamed = (b, a) if a.anonymous else (a, b)
        if not within(known.name, unnamed.name):
            return None
        return _bond(left.claim, right.claim, Tie.MEMBER, f"{unnamed.name} belongs to {known.name}")
    if _two_bodies(a, b) or not (same_name(a.name, b.name) or stands_for(a.name, b.name)):
        return None
    return _bond(left.claim, right.claim, Tie.ONE_NAME, f"one name written in two ways: {a.name}, {b.name}")


def _two_bodies(a: Voice, b: Voice) -> bool:
    """Whether the vocabulary knows the two as different bodies of different parties."""
    return bool(a.known and b.known) and a.known != b.known and (a.side is None or a.side != b.side)


def _rewritten(left: Told, right: Told, texts: Texts) -> bool:
    """Whether two copies of one text describe a voice alike ("a new video", "video"). Two bodies that the vocabulary
    knows stay two."""
    a, b = left.voice, right.voice
    if frozenset((left.claim.report, right.claim.report)) not in texts or _two_bodies(a, b):
        return False
    return alike(a.name, b.name) >= NAMES_ALIKE


def _in_short(left: Told, right: Told, told: Sequence[Told]) -> bool:
    """Whether one is the other in short: the headline's "activists" are the committee of activists that the text names.
    In one report they give one count, are of one trade, and of all its voices of that trade who give it at most one
    has a name. Two witnesses who count alike may be two."""
    role = left.voice.role
    if role in (Role.UNKNOWN, Role.WITNESS) or role is not right.voice.role:
        return False
    return any(
        len(
            {
                one.voice.key
                for one in told
                if shared in one.counts and one.voice.role is role and not one.voice.anonymous
            }
        )
        < 2
        for shared in left.counts & right.counts
    )


def _one_trade(left: Told, right: Told, texts: Texts, told: Sequence[Told]) -> tuple[Tie, str] | None:
    """Why two unnamed voices are one. Two of different reports stay apart unless they are of one trade and came
    through one agency, one outlet or one text."""
    a, b = left.voice, right.voice
    if a.role is not b.role:
        return None
    akin = alike(a.name, b.name) >= NAMES_ALIKE
    if left.claim.report == right.claim.report:
        return (Tie.ONE_TRADE, "two words of one report for an unnamed voice") if akin else None
    if frozenset((left.claim.report, right.claim.report)) in texts:
        alone = all(_alone(one, told) for one in (left, right))
        return (Tie.ONE_TEXT, "the two reports are one text") if akin or alone else None
    shared = left.through & right.through
    if shared:
        return Tie.ONE_TRADE, f"unnamed voices of one trade, both through {min(shared)}"
    return None


def _alone(one: Told, told: Sequence[Told]) -> bool:
    """Whether the report has no other unnamed voice of that trade."""
    return not any(
        other.claim.report == one.claim.report
        and other is not one
        and other.voice.anonymous
        and other.voice.role is one.voice.role
        for other in told
    )


def _unambiguous(found: Sequence[Bond], told: Sequence[Told]) -> Iterator[Bond]:
    """The bonds without those of a short name that fits two different bodies ("the ministry of defence")."""
    voice = {one.claim.id: one.voice for one in told}
    partners: dict[str, set[str]] = defaultdict(set)
    for bond in found:
        if bond.tie in (Tie.ONE_NAME, Tie.MEMBER):
            partners[bond.left].add(bond.right)
            partners[bond.right].add(bond.left)
    for bond in found:
        if bond.tie not in (Tie.ONE_NAME, Tie.MEMBER) or not any(
            _torn(voice[end], [voice[other] for other in partners[end]]) for end in (bond.left, bond.right)
        ):
            yield bond


def _torn(one: Voice, partners: Sequence[Voice]) -> bool:
    """Whether a name is found in two longer ones that are not each other's."""
    longer = [other for other in partners if len(other.name) > len(one.name)]
    return any(a.key != b.key and not same_name(a.name, b.name) for a, b in combinations(longer, 2))


def _retold(claims: Sequence[Claim], voices: Mapping[str, Voice], passages: Sequence[Copy]) -> Iterator[Bond]:
    """Claims with two sources whose sentences are one text. Two bodies that the vocabulary knows stay two: the
    sentence may have been altered, and one altered copy must not make two bodies one."""
    by_id = {claim.id: claim for claim in claims}
    for pair in passages:
        if pair.containment < COPY or pair.run < RETOLD or not {pair.left, pair.right} <= by_id.keys():
            continue
        a, b = voices[pair.left], voices[pair.right]
        if a.key == b.key or not a.standing is b.standing is Standing.SOURCE:
            continue
        if (_two_bodies(a, b) and not (a.anonymous or b.anonymous)) or (
            a.anonymous and b.anonymous and a.role is not b.role
        ):
            continue
        if all(_speaks_alone(by_id[end], claims, voices) for end in (pair.left, pair.right)):
            reason = f"one sentence, told of {a.name} and of {b.name}: {pair.run} words in a row are the same"
            yield Bond(left=pair.left, right=pair.right, tie=Tie.ONE_SENTENCE, reason=reason)


def _speaks_alone(claim: Claim, claims: Iterable[Claim], voices: Mapping[str, Voice]) -> bool:
    """Whether no other source speaks in the claim's words."""
    key = voices[claim.id].key
    return all(
        voices[other.id].key == key or voices[other.id].standing is not Standing.SOURCE
        for other in claims
        if other.report == claim.report and other.span.touches(claim.span)
    )


def _bond(left: Claim, right: Claim, tie: Tie, reason: str) -> Bond:
    return Bond(left=left.id, right=right.id, tie=tie, reason=reason)
