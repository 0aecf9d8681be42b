"""The claims of a report and its actors in, the claims with the army whose soldiers did what is told out.

"The army has denied it. Two soldiers were charged with the murder": soldiers of whom nothing more is said are those of
the one country whose forces the report speaks of. A unit, or forces of another country named about as often, leave it
open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reportedly.model.claim import Claim, Note
from reportedly.model.reading import Who

RULE = "code:only-army"
"""The rule by which soldiers are those of the army that the report names."""

_MILITARY = "military"
_AFLOAT_OR_ALOFT = ("-air-force", "-navy")
"""How the ids end of forces that soldiers are none of (en/forces)."""
_SHARE = 2 / 3
"""Share of all mentions of armed forces that those of one country must have."""


def with_army(claims: Sequence[Claim], actors: Sequence[Who]) -> tuple[Claim, ...]:
    """The claims, each with soldiers who did it as their army."""
    if not any(_plain(w) for c in claims for w in c.perpetrators):
        return tuple(claims)
    army = _army(actors)
    return tuple(claims) if army is None else tuple(_with(claim, army) for claim in claims)


def _plain(who: Who) -> bool:
    """Whether the words only describe soldiers and say of no army that they are its own."""
    return who.kind == _MILITARY and who.actor_id is None and who.described


def _army(actors: Sequence[Who]) -> Who | None:
    """The land forces that the report names most, of the country whose forces it nearly alone names."""
    named = [w for w in actors if w.kind == _MILITARY and w.actor_id is not None and not w.described]
    lands = Counter(_land(w) for w in named)
    land, often = min(lands.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))
    if not land or often < _SHARE * lands.total():
        return None
    ashore = [w for w in named if _land(w) == land and not (w.actor_id or "").endswith(_AFLOAT_OR_ALOFT)]
    ours = Counter(w.actor_id for w in ashore)
    return max(ashore, key=lambda w: (ours[w.actor_id], -w.span.start), default=None)


def _land(who: Who) -> str:
    """The state whose forces an actor's id says they are ("kr-army")."""
    return (who.actor_id or "").partition("-")[0]


def _with(claim: Claim, army: Who) -> Claim:
    """The claim; who bore it, or a force named beside the soldiers, is not joined."""
    known = {w.actor_id for w in (*claim.perpetrators, *claim.targets)}
    first = next((w for w in claim.perpetrators if _plain(w)), None)
    if first is None or any(_land(army) == _land(w) for w in claim.targets) or army.actor_id in known:
        return claim
    theirs = replace(first, actor_id=army.actor_id, name=army.name, side=army.side, described=False)
    note = Note(
        field="perpetrators", rule=RULE, text=f"soldiers of {army.name}, whom alone the report names", span=army.span
    )
    did = tuple(theirs if w is first else w for w in claim.perpetrators if w is first or not _plain(w))
    return replace(claim, perpetrators=did, notes=(*claim.notes, note))
