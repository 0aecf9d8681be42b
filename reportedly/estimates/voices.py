"""A claim in, its voice out: who stands at the end of its chain, and whether that voice can be an origin at all.

The last link that does not itself relay is the origin. Four kinds of ending make none: the outlet's own voice, a wire
agency without a source, media or reports that nobody names, and a party that only blames, doubts or denies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from reportedly.estimates.names import same_name
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim, Teller
from reportedly.model.words import Happening, Role, Stance


class Standing(StrEnum):
    """What a voice is worth as an origin."""

    SOURCE = "source"
    OWN_VOICE = "own-voice"  # the outlet, or a wire agency, without a source
    RELAY = "relay"  # media or reports that nobody names


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The end of a claim's chain. ``key`` is equal for two claims of one voice; ``through`` are the outlet and the
    agencies it came through. ``known`` is its id in the vocabulary."""

    key: str
    name: str
    role: Role
    standing: Standing
    anonymous: bool
    side: str | None
    party: bool
    through: frozenset[str]
    known: str | None = None


_AT_HAND = 8_000  # names as they are compared

RELAYS = frozenset({Role.AGENCY, Role.OUTLET, Role.MEDIA})
"""Links that pass on what others say."""
_NAMELESS = frozenset({Role.MEDIA, Role.AGENCY, Role.UNKNOWN, Role.OUTLET})
_WARRING = frozenset({Role.MILITARY, Role.ARMED_GROUP})
_PARTIES = frozenset({Role.OFFICIAL, Role.MILITARY, Role.ARMED_GROUP, Role.MEDIA, Role.AGENCY, Role.OUTLET})
_SERVES = frozenset({Role.OFFICIAL, Role.MILITARY, Role.ARMED_GROUP})
_KNOWS = frozenset({Role.MONITOR, Role.WITNESS, Role.MEDIC})
_MOVES = frozenset(
    {
        Happening.DEPLOYMENT,
        Happening.WITHDRAWAL,
        Happening.ADVANCE,
        Happening.EVACUATION,
        Happening.TERRITORY_GAINED,
        Happening.TERRITORY_LOST,
        Happening.CEASEFIRE,
    }
)
"""What a party does; to claim it of oneself is no blame."""
_NETWORK = frozenset({Role.UNKNOWN, Role.WITNESS, Role.ACTIVIST, Role.MEDIC})
_LEAVES = frozenset({Happening.WITHDRAWAL, Happening.EVACUATION, Happening.TERRITORY_LOST, Happening.CEASEFIRE})
"""What is no wrong: an unnamed soldier who says that an ally pulled its helicopters out of Virm accuses nobody."""


def voice(claim: Claim, words: Counted) -> Voice:
    """Whose word the claim is, in the end."""
    outlet = claim.chain[0] if claim.chain else Teller(name=None, role=Role.OUTLET)
    last = _answerable(claim.chain) if claim.chain else outlet
    own = last.role is Role.OUTLET or cites_itself(outlet, last)  # who signs an entry of a live blog is the outlet too
    through = frozenset(title(link) for link in claim.chain[:-1] if link.role in RELAYS and link.name)
    return Voice(
        known=last.actor_id,
        key=_key(last, claim, words),
        name=last.name or _nameless(last),
        role=last.role,
        standing=_standing(last, words, own=own),
        anonymous=last.anonymous,
        side=last.side,
        party=last.role in _WARRING or (mouthpiece(last) and last.side not in words.neutral),
        through=through | ({title(last)} if last.role in RELAYS and last.name else frozenset()),
    )


def _answerable(chain: Sequence[Teller]) -> Teller:
    """The last link, or the monitor before it that vouches for sources of its own ("the centre said its sources in the
    area confirmed"): they are the network that it works through, and nobody else knows them."""
    last = chain[-1]
    network = last.anonymous and last.role in _NETWORK and len(chain) > 1
    return chain[-2] if network and chain[-2].role is Role.MONITOR and not chain[-2].anonymous else last


def cites_itself(outlet: Teller, last: Teller) -> bool:
    """Whether the outlet names itself as the source ("Marn Today reports", in Marn Today): its own voice."""
    if last.role not in RELAYS or last.anonymous or not last.name or not outlet.name:
        return False
    return title(outlet) == title(last) or same_name(outlet.name, last.name)


def only_blames(claims: Sequence[Claim], role: Role) -> bool:
    """Whether a party says nothing of its own knowledge: it accuses without a count, doubts or denies.

    A perpetrator's claim counts for the deed.
    """
    return all(_empty(claim, role) for claim in claims)


def _empty(claim: Claim, role: Role) -> bool:
    if claim.stance in (Stance.DENIES, Stance.DOUBTS):
        return True
    return claim.stance is Stance.ALLEGES and not claim.tolls and role not in _KNOWS and _blames(claim)


def _blames(claim: Claim) -> bool:
    """Whether the words put a deed on somebody else. "Claimed it was winding down its operation" blames nobody."""
    last = claim.chain[-1] if claim.chain else None
    if last is not None and last.anonymous and claim.happening in _LEAVES:
        return False
    side = last.side if last is not None else None
    if claim.perpetrators:
        return not all(side is not None and who.side == side for who in claim.perpetrators)
    return claim.happening not in _MOVES


def _standing(last: Teller, words: Counted, *, own: bool) -> Standing:
    if last.anonymous and words.is_nobodys(last.name):
        return Standing.RELAY
    if mouthpiece(last) and not own:
        return Standing.SOURCE  # a party's own agency or channel speaks for the party
    if own or (last.role is Role.AGENCY and not last.anonymous):
        return Standing.OWN_VOICE
    if last.role in _NAMELESS and (last.anonymous or not last.name) and last.role is not Role.UNKNOWN:
        return Standing.RELAY
    if last.role is Role.UNKNOWN and words.is_nobody(last.name):
        return Standing.RELAY
    return Standing.SOURCE


def mouthpiece(link: Teller) -> bool:
    """Whether the link belongs to a party that is not itself. Every actor the vocabulary knows has a side; one that
    belongs to nobody is its own; media that are only described ("MLF-linked media") speak for the party that describes
    them."""
    return link.side is not None and (link.side != link.actor_id or (link.anonymous and link.role in RELAYS))


def _key(last: Teller, claim: Claim, words: Counted) -> str:
    """Side for the mouths of a party, id where the vocabulary knows one, else the name; anonymous voices are kept
    apart by report until something shows that two are one."""
    if last.anonymous and words.is_nobodys(last.name):
        return f"nobody:{claim.report}"
    side = last.side if last.side is not None else _speaks_through(last, claim)
    if side is not None and (last.role in _PARTIES or _shown_by(last)):
        return f"side:{side}"
    if last.actor_id is not None:
        return f"actor:{last.actor_id}"
    if last.name and not last.anonymous:
        return f"name:{title(last)}"
    return f"anonymous:{last.role.value}:{title(last)}:{claim.report}"


def _shown_by(last: Teller) -> bool:
    """Whether the source is a video or paper that bears a party's name ("an MLF video"): its own word."""
    return last.role is Role.DOCUMENT and last.actor_id is not None and last.actor_id == last.side


def _speaks_through(last: Teller, claim: Claim) -> str | None:
    """The party through whose own mouth an unnamed official or fighter speaks ("a military source told VELTA")."""
    if not last.anonymous or last.role not in _SERVES:
        return None
    through = claim.chain[-2] if len(claim.chain) > 2 else None
    return through.side if through is not None and through.role in RELAYS and mouthpiece(through) else None


def title(link: Teller) -> str:
    """A teller's name as it is compared: lower case, without quotation marks."""
    return _title(link.name or "")


@lru_cache(_AT_HAND)
def _title(name: str) -> str:
    return " ".join([word.strip("\"'“”‘’().,") for word in name.casefold().split()])


def _nameless(link: Teller) -> str:
    return f"unnamed {link.role.value}"
