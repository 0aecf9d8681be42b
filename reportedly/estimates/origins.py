"""The claims of one incident in, its independent origins out, each with a reason.

Two claims share an origin when they end in one voice, in two mouths of one party, in anonymous voices of one trade
that came through one agency or one text, or when the sentence of the one stands in the other's report. What is left
without a source counts for nothing, and says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from reportedly.estimates.voices import Standing, Voice, only_blames, voice
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.incident import Copy, Origin
from reportedly.model.words import Role

COPY = 0.5
"""Share of the shorter text from which two reports, or two sentences, count as one text."""

_NAMES_ALIKE = 0.5
_SHORT_NAME = 2  # words a name must have before it can be found inside a longer one


class Sources(NamedTuple):
    """The origins that count, and the voices that do not, with reasons."""

    counted: tuple[Origin, ...]
    uncounted: tuple[Origin, ...]


class _Merge(NamedTuple):
    left: str
    right: str
    reason: str


def origins(
    claims: Sequence[Claim], words: Counted, copies: Sequence[Copy] = (), passages: Sequence[Copy] = ()
) -> Sources:
    """Who really stands behind the claims. ``copies`` are pairs of reports, ``passages`` pairs of claims whose
    sentences are nearly one text."""
    ordered = sorted(claims, key=lambda claim: claim.id)
    voices = {claim.id: voice(claim, words) for claim in ordered}
    same_text = _same_text(copies)
    lent = _lent(ordered, voices, same_text, passages)
    merges = list(_merges(ordered, voices, same_text))
    home = _joined({v.key for v in voices.values()}, merges)
    members: dict[str, list[Claim]] = defaultdict(list)
    for claim in ordered:
        source = lent.get(claim.id)
        members[home[voices[source[0] if source else claim.id].key]].append(claim)
    counted: list[Origin] = []
    uncounted: list[Origin] = []
    for name in sorted(members):
        own = [claim for claim in members[name] if claim.id not in lent]
        reason = _refusal(own, voices, members)
        because = reason or _grounds(name, members[name], voices, merges, home, lent)
        (uncounted if reason else counted).append(_origin(members[name], own, voices, because))
    return Sources(counted=tuple(counted), uncounted=tuple(uncounted))


def _same_text(copies: Iterable[Copy]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset((copy.left, copy.right)) for copy in copies if copy.containment >= COPY)


def _lent(
    claims: Sequence[Claim],
    voices: Mapping[str, Voice],
    same_text: frozenset[frozenset[str]],
    passages: Sequence[Copy],
) -> Mapping[str, tuple[str, str]]:
    """Own-voice claims whose source stands elsewhere: the claim it comes from, and why."""
    twins: dict[str, list[str]] = defaultdict(list)
    for pair in passages:
        if pair.containment >= COPY:
            twins[pair.left].append(pair.right)
            twins[pair.right].append(pair.left)
    sourced = [claim for claim in claims if voices[claim.id].standing is Standing.SOURCE]
    known = {claim.id for claim in sourced}
    found = {}
    for claim in claims:
        if voices[claim.id].standing is not Standing.OWN_VOICE:
            continue
        twin = min((other for other in twins[claim.id] if other in known), default=None)
        repeated = min((other.id for other in sourced if _repeats(claim, other, same_text)), default=None)
        if twin is not None:
            found[claim.id] = (twin, "its sentence stands word for word in a report that names the source")
        elif repeated is not None:
            found[claim.id] = (repeated, "it gives the count that the same text credits to the source")
    return found


def _repeats(claim: Claim, other: Claim, same_text: frozenset[frozenset[str]]) -> bool:
    """Whether the own-voice claim gives a count that its report, or a copy of it, credits to a source."""
    if claim.report != other.report and frozenset((claim.report, other.report)) not in same_text:
        return False
    ours = {(toll.measure, toll.best or toll.low) for toll in claim.tolls if toll.best or toll.low}
    theirs = {(toll.measure, toll.best or toll.low) for toll in other.tolls if toll.best or toll.low}
    return bool(ours & theirs)


def _merges(
    claims: Sequence[Claim], voices: Mapping[str, Voice], same_text: frozenset[frozenset[str]]
) -> Iterable[_Merge]:
    """Reasons for taking two voices for one."""
    first: dict[str, tuple[Claim, Voice]] = {}
    for claim in claims:
        first.setdefault(voices[claim.id].key, (claim, voices[claim.id]))
    for (left, a), (right, b) in combinations((first[key] for key in sorted(first)), 2):
        reason = _one_voice(left, a, right, b, same_text)
        if reason:
            yield _Merge(a.key, b.key, reason)


def _one_voice(left: Claim, a: Voice, right: Claim, b: Voice, same_text: frozenset[frozenset[str]]) -> str | None:
    if a.standing is not b.standing or a.standing is not Standing.SOURCE:
        return "nobody is named" if a.standing is b.standing else None
    if a.anonymous != b.anonymous:
        known, unnamed = (b, a) if a.anonymous else (a, b)
        return f"it belongs to {known.name}" if _within(known.name, unnamed.name) else None
    if not a.anonymous:
        return "one name written in two ways" if _same_name(a.name, b.name) else None
    if a.role is not b.role:
        return None
    if left.report == right.report:
        return "two words of one report for an unnamed voice" if _alike(a.name, b.name) >= _NAMES_ALIKE else None
    if frozenset((left.report, right.report)) in same_text:
        return "the two reports are one text"
    if a.through & b.through:
        return f"both come through {min(a.through & b.through)}"
    return (
        "described in the same words" if _alike(a.name, b.name) >= _NAMES_ALIKE and a.role is not Role.UNKNOWN else None
    )


def _same_name(left: str, right: str) -> bool:
    """Whether one name is written inside the other, word for word."""
    a, b = sorted((set(_words(left)), set(_words(right))), key=len)
    return len(a) >= _SHORT_NAME and a <= b


def _within(name: str, description: str) -> bool:
    """Whether a description holds a whole name of two words or more ("the head of the Marn Relief Committee")."""
    words = set(_words(name))
    return len(words) >= _SHORT_NAME and words <= set(_words(description))


def _alike(left: str, right: str) -> float:
    a, b = set(_words(left)), set(_words(right))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _words(name: str) -> list[str]:
    return [word.strip("\"'“”‘’().,") for word in name.casefold().split() if len(word) > 2]


def _joined(keys: Iterable[str], merges: Iterable[_Merge]) -> Mapping[str, str]:
    home = {key: key for key in sorted(keys)}
    for merge in merges:
        kept, gone = sorted((home[merge.left], home[merge.right]))
        home = {key: kept if where == gone else where for key, where in home.items()}
    return home


def _refusal(own: Sequence[Claim], voices: Mapping[str, Voice], members: Mapping[str, Sequence[Claim]]) -> str | None:
    """Why these claims make no origin, or ``None``."""
    standings = {voices[claim.id].standing for claim in own}
    role = voices[own[0].id].role if own else Role.UNKNOWN
    if standings <= {Standing.OWN_VOICE}:
        return "an outlet's or agency's own voice: no source is named"
    if standings <= {Standing.RELAY}:
        return "reports or media that nobody names only pass on"
    if only_blames(own, role):
        return "only blames, doubts or denies; it tells nothing of its own knowledge"
    if _bystander(own, voices, members):
        return "a witness interviewed beside named sources; counted only in the wider reading"
    return None


def _bystander(own: Sequence[Claim], voices: Mapping[str, Voice], members: Mapping[str, Sequence[Claim]]) -> bool:
    """Unnamed witnesses in reports that all have another source."""
    if any(voices[claim.id].role is not Role.WITNESS or not voices[claim.id].anonymous for claim in own):
        return False
    here = {claim.id for claim in own}
    sourced = {
        claim.report
        for claims in members.values()
        for claim in claims
        if claim.id not in here and voices[claim.id].standing is Standing.SOURCE
    }
    return {claim.report for claim in own} <= sourced


def _grounds(
    name: str,
    claims: Sequence[Claim],
    voices: Mapping[str, Voice],
    merges: Sequence[_Merge],
    home: Mapping[str, str],
    lent: Mapping[str, tuple[str, str]],
) -> str:
    """Why these claims are one origin, in words."""
    reports = sorted({claim.report for claim in claims})
    parts = [_ending(name)]
    parts += sorted({merge.reason for merge in merges if home[merge.left] == name})
    parts += sorted({lent[claim.id][1] for claim in claims if claim.id in lent})
    relays = sorted({link for claim in claims for link in voices[claim.id].through})
    if relays:
        parts.append(f"relayed by {', '.join(relays)}")
    if len(reports) > 1:
        parts.append(f"told in {len(reports)} reports")
    return "; ".join(parts)


def _ending(key: str) -> str:
    kind = key.split(":", 1)[0]
    if kind == "side":
        return f"speaks for one party ({key.split(':', 1)[1]})"
    if kind == "anonymous":
        return "an unnamed voice"
    return "the chain ends here"


def _origin(claims: Sequence[Claim], own: Sequence[Claim], voices: Mapping[str, Voice], reason: str) -> Origin:
    names = Counter(voices[claim.id].name for claim in own or claims)
    name = min(names, key=lambda n: (-names[n], n))
    role = next(voices[claim.id].role for claim in own or claims if voices[claim.id].name == name)
    return Origin(name=name, role=role, claims=tuple(claim.id for claim in claims), reason=reason)
