"""The claims of one incident in, its independent origins out, each with a reason.

Two claims share an origin when they end in one voice, in two mouths of one party, in unnamed voices of one trade that
came through one agency or one text, when their outlets cite each other, or when the sentence of the one stands in the
other's report. What is left without a source counts for nothing, and says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from reportedly.claims.drafts import REMOTE
from reportedly.estimates.altered import altered
from reportedly.estimates.bonds import bonds
from reportedly.estimates.circles import CIRCLE, broken
from reportedly.estimates.lending import COPY, lent, passing_on, same_text
from reportedly.estimates.together import real, told_apart
from reportedly.estimates.voices import Standing, Voice, only_blames, voice
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.incident import Copy, Origin
from reportedly.model.independence import Bond, Tie
from reportedly.model.words import Happening, Measure, Role

__all__ = ["COPY", "Joined", "Sources", "join", "origins", "unmarked"]

_GROUND = frozenset(
    {
        Happening.TERRITORY_GAINED,
        Happening.TERRITORY_LOST,
        Happening.ADVANCE,
        Happening.WITHDRAWAL,
        Happening.DEPLOYMENT,
        Happening.SIEGE,
        Happening.ARMED_CLASH,
    }
)
_HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})

_NONE_YET: Mapping[str, Voice] = MappingProxyType({})


class Sources(NamedTuple):
    """The origins that count, and the voices that do not, with reasons."""

    counted: tuple[Origin, ...]
    uncounted: tuple[Origin, ...]


class Joined(NamedTuple):
    """Claims joined into voices. ``tree`` are the bonds that hold them, one fewer than claims in each group;
    ``home`` names each claim's group; ``lent`` are claims without a source of their own."""

    claims: tuple[Claim, ...]
    voices: Mapping[str, Voice]
    tree: tuple[Bond, ...]
    home: Mapping[str, str]
    lent: frozenset[str]

    def groups(self) -> list[list[Claim]]:
        """The claims of each group, by the group's name."""
        members: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            members[self.home[claim.id]].append(claim)
        return [members[name] for name in sorted(members)]


def origins(
    claims: Sequence[Claim],
    words: Counted,
    copies: Sequence[Copy] = (),
    passages: Sequence[Copy] = (),
    voices: Mapping[str, Voice] = _NONE_YET,
) -> Sources:
    """Who really stands behind the claims. ``copies`` are pairs of reports, ``passages`` pairs of claims whose
    sentences are nearly one text; ``voices`` are those of claims that are known already. A claim that two tell
    together stands in the origins of both."""
    found = sources(join(told_apart(claims), words, copies, passages, voices))
    return Sources(counted=tuple(map(unmarked, found.counted)), uncounted=tuple(map(unmarked, found.uncounted)))


def unmarked(origin: Origin) -> Origin:
    """The origin with the claims' own ids."""
    claims = tuple(dict.fromkeys(map(real, origin.claims)))
    return origin if claims == origin.claims else replace(origin, claims=claims)


def join(
    claims: Sequence[Claim],
    words: Counted,
    copies: Sequence[Copy] = (),
    passages: Sequence[Copy] = (),
    known: Mapping[str, Voice] = _NONE_YET,
) -> Joined:
    """The claims joined by every reason to take two for one. Each claim is in one group; each group is held by a tree
    of bonds, so that the way from any of its claims to any other is a chain of stated reasons."""
    ordered = sorted(claims, key=lambda claim: claim.id)
    voices = broken(ordered, {claim.id: known.get(claim.id) or voice(claim, words) for claim in ordered})
    texts = same_text(copies)
    borrowed = lent(ordered, voices, texts, passages)
    voices = dict(passing_on(ordered, voices, borrowed))
    own = [claim for claim in ordered if claim.id not in borrowed]
    found = [*bonds(own, voices, texts, passages), *(borrowed[claim] for claim in sorted(borrowed))]
    ids = [claim.id for claim in ordered]
    tree, home = _spanning(ids, found)
    if other := list(altered(own, voices, home, texts, passages)):
        tree, home = _spanning(ids, [*tree, *other])
    return Joined(tuple(ordered), voices, tree, home, frozenset(borrowed))


def _spanning(claims: Sequence[str], found: Iterable[Bond]) -> tuple[tuple[Bond, ...], Mapping[str, str]]:
    """The bonds that join something not joined before, and each claim's group under the group's smallest id."""
    above = {claim: claim for claim in claims}

    def top(claim: str) -> str:
        while above[claim] != claim:
            above[claim] = above[above[claim]]
            claim = above[claim]
        return claim

    tree = []
    for bond in found:
        low, high = sorted((top(bond.left), top(bond.right)))
        if low != high:
            above[high] = low
            tree.append(bond)
    return tuple(tree), {claim: top(claim) for claim in claims}


def sources(joined: Joined) -> Sources:
    """The groups as origins: those that count, and those that do not."""
    counted: list[Origin] = []
    uncounted: list[Origin] = []
    groups = joined.groups()
    for group in sorted(groups, key=lambda group: _order(group, joined)):
        own = [claim for claim in group if claim.id not in joined.lent]
        reason = _refusal(own, joined)
        because = reason or _grounds(group, own, joined)
        (uncounted if reason else counted).append(_origin(group, own, joined.voices, because))
    return Sources(counted=tuple(counted), uncounted=tuple(uncounted))


def _order(group: Sequence[Claim], joined: Joined) -> tuple[str, str]:
    return min(joined.voices[claim.id].key for claim in group if claim.id not in joined.lent), group[0].id


def _refusal(own: Sequence[Claim], joined: Joined) -> str | None:
    """Why these claims make no origin, or ``None``."""
    voices = joined.voices
    standings = {voices[claim.id].standing for claim in own}
    if standings <= {Standing.OWN_VOICE}:
        return "an outlet's or agency's own voice: no source is named"
    if standings <= {Standing.RELAY}:
        if all(voices[claim.id].anonymous for claim in own):
            return "reports or media that nobody names only pass on"
        return "outlets that only pass on what others say, and whose word is meant stays open"
    telling = [claim for claim in own if not only_blames([claim], voices[own[0].id].role)]
    if not telling:
        return "only blames, doubts or denies; it tells nothing of its own knowledge"
    if _of_ground(telling) and _strike(joined.claims):
        return "tells of ground and forces beside the strike, and nothing of the strike itself"
    if _bystander(own, joined):
        return "a witness interviewed beside named sources; counted only in the wider reading"
    return None


def _of_ground(own: Sequence[Claim]) -> bool:
    """Whether claims tell only of ground that is held, won or lost, or of forces, and count nobody."""
    return all(claim.happening in _GROUND and not claim.tolls for claim in own)


def _strike(claims: Sequence[Claim]) -> bool:
    """Whether most claims of the incident that count people tell of harm from afar, or by what blows up."""
    counting = [claim.happening in REMOTE for claim in claims if any(t.measure in _HARM for t in claim.tolls)]
    return 2 * sum(counting) > len(counting)


def _bystander(own: Sequence[Claim], joined: Joined) -> bool:
    """Unnamed witnesses in reports that all have another source."""
    voices = joined.voices
    if any(voices[claim.id].role is not Role.WITNESS or not voices[claim.id].anonymous for claim in own):
        return False
    home = joined.home[own[0].id]
    sourced = {
        claim.report
        for claim in joined.claims
        if joined.home[claim.id] != home and voices[claim.id].standing is Standing.SOURCE
    }
    return {claim.report for claim in own} <= sourced


def _grounds(group: Sequence[Claim], own: Sequence[Claim], joined: Joined) -> str:
    """Why these claims are one origin, in words."""
    inside = {claim.id for claim in group}
    reports = sorted({claim.report for claim in group})
    plain = (Tie.ONE_VOICE, Tie.ONE_PARTY, Tie.CIRCLE)
    parts = [_ending(min(joined.voices[claim.id].key for claim in own))]
    parts += sorted({bond.reason for bond in joined.tree if bond.left in inside and bond.tie not in plain})
    relays = sorted({link for claim in group for link in joined.voices[claim.id].through})
    if relays:
        parts.append(f"relayed by {', '.join(relays)}")
    if len(reports) > 1:
        parts.append(f"told in {len(reports)} reports")
    return "; ".join(parts)


def _ending(key: str) -> str:
    kind = key.split(":", 1)[0]
    if kind == "side":
        return f"speaks for one party ({key.split(':', 1)[1]})"
    if key.startswith(CIRCLE):
        return "outlets that cite each other: their origin is not known and counts once"
    if kind == "anonymous":
        return "an unnamed voice"
    return "the chain ends here"


def _origin(claims: Sequence[Claim], own: Sequence[Claim], voices: Mapping[str, Voice], reason: str) -> Origin:
    names = Counter(voices[claim.id].name for claim in own)
    name = min(names, key=lambda n: (-names[n], n))
    role = next(voices[claim.id].role for claim in own if voices[claim.id].name == name)
    return Origin(name=name, role=role, claims=tuple(claim.id for claim in claims), reason=reason)
