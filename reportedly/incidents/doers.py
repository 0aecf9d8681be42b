"""The doers in the claims of one incident in, each party once out, under its fullest name.

Reports call one doer by several words. "Rebels" beside the one armed group that is named, "government forces" beside
the one army, a state beside its own arm are no further party.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.lexicon.names import GENERIC
from reportedly.model.reading import Who

_PERSON = "person"
_STATE = "state"
_NAMED = "actors/"
"""What the rules of actors begin with that are called by a name."""
_POINTING = "en/pointing/"
"""What the rules of actors begin with that words point back to ("the group", "the guerrillas")."""
_PLURAL = "s"
_PRONOUN = "en/modality/stand-ins"
"""The rule of an actor for whom only "they" stands."""


def doers(actors: Iterable[Iterable[Who]]) -> tuple[Who, ...]:
    """Every party named, each once and where its name stands if it does, in full if anywhere, those that most claims
    name first."""
    all_named = [who for group in actors for who in group]
    votes = Counter(_called(who) for who in all_named)
    first: dict[str, Who] = {}
    for who in sorted(all_named, key=lambda who: (_remoteness(who), -len(who.text))):
        first.setdefault(_called(who), who)
    parties = [first[key] for key in sorted(votes, key=lambda key: (-votes[key], key))]
    return tuple(who for who in parties if not _said_closer(who, parties))


def _called(who: Who) -> str:
    """The party that somebody is of, or a name; a person of a party is not the party, and people who are only described
    are alike however a headline writes them, in the plural or before a deed ("a jihadist attack")."""
    if who.kind == _PERSON:
        return who.name
    return who.actor_id or (who.name.casefold().removesuffix(_PLURAL) if who.described else who.name)


def _remoteness(who: Who) -> int:
    """How far its words are from its name: the name itself, people who are called by it, words that point back to it,
    a pronoun."""
    if who.rule.startswith(_NAMED):
        return 0
    return 3 if who.rule == _PRONOUN else 2 if who.rule.startswith(_POINTING) else 1


def _said_closer(who: Who, parties: Sequence[Who]) -> bool:
    """Whether another of the parties says closer who this one is: the only one named of the role that a general word
    has, or an arm of the state."""
    named = [p for p in parties if p.actor_id is not None and not p.rule.startswith(GENERIC)]
    if who.rule.startswith(GENERIC):
        return who.role is not None and len({p.actor_id for p in named if p.role is who.role}) == 1
    arms = (p for p in named if p.kind != _STATE and p.side is not None and p.side == who.side)
    return who.kind == _STATE and any(arms)
