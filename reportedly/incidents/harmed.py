"""The parties harmed in the claims of one incident in, each once with its number out.

Reports name one victim in several ways: in full, by surname, by office. A surname goes to the full name. A number that
would count again those who are counted by name is left out, so that the numbers add up to no more than were harmed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.model.incident import Estimate
from reportedly.model.reading import Who
from reportedly.model.words import Measure

_PEOPLE = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.MISSING, Measure.ABDUCTED})
_PERSON = "person"


def harmed(parties: Iterable[Sequence[Who]], estimates: Iterable[Estimate]) -> tuple[Who, ...]:
    """Every party once, those that most claims name first. ``estimates`` are those of the incident."""
    named = [who for party in parties for who in party]
    full = _full_names(named)
    votes = Counter(_key(who, full) for who in named)
    first: dict[str, Who] = {}
    for who in sorted(named, key=lambda who: (who.number is None, who.name != _key(who, full))):
        first.setdefault(_key(who, full), who)
    once = [first[key] for key in sorted(votes, key=lambda key: (-votes[key], key))]
    most = sum(e.best or 0 for e in estimates if e.measure in _PEOPLE)
    return tuple(_not_twice(once, most))


def _key(who: Who, full: dict[str, str]) -> str:
    return who.actor_id or full.get(who.name, who.name)


def _full_names(named: Iterable[Who]) -> dict[str, str]:
    """For each person's name the longest of the others that holds all its words, if one does."""
    names = sorted({who.name for who in named if who.kind == _PERSON}, key=lambda name: (-len(name.split()), name))
    found: dict[str, str] = {}
    for name in names:
        words = set(name.casefold().split())
        longer = next((other for other in names if words < set(other.casefold().split())), None)
        if longer is not None:
            found[name] = found.get(longer, longer)
    return found


def _not_twice(parties: Sequence[Who], most: int) -> list[Who]:
    """The parties without the numbers of those that are only described, from the last, as long as all together are
    more than were harmed and somebody is counted by name."""
    kept = list(parties)
    if not most or not any(who.kind == _PERSON and who.number for who in kept):
        return kept
    for place in reversed(range(len(kept))):
        if sum(who.number or 0 for who in kept) <= most:
            break
        if kept[place].described and kept[place].kind != _PERSON:
            kept[place] = replace(kept[place], number=None)
    return kept
