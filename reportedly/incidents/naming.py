"""Incidents and those of the last run in, the same incidents with lasting ids out.

An incident that holds claims of an earlier one carries that one's id on as an alias, so that what was written about
it still finds it. Where an incident was split, the alias goes with most of its claims.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.model.incident import Incident

Borne = tuple[str, Sequence[str], Sequence[str]]
"""An incident of the last run: its id, the ids that it had before, its claims."""


def named(incidents: Sequence[Incident], before: Sequence[Incident]) -> tuple[Incident, ...]:
    """The incidents with the aliases of their forerunners, sorted by id."""
    now = [(incident.id, incident.claims) for incident in incidents]
    aliases = inherited(now, ((old.id, old.aliases, old.claims) for old in before))
    return tuple(
        replace(incident, aliases=aliases.get(incident.id, ()))
        for incident in sorted(incidents, key=lambda incident: incident.id)
    )


def inherited(now: Sequence[tuple[str, Sequence[str]]], before: Iterable[Borne]) -> Mapping[str, tuple[str, ...]]:
    """For the incidents of now, by their ids and claims, the ids of those that they follow."""
    home = {claim: name for name, claims in now for claim in claims}
    taken = {name for name, _ in now}
    aliases: dict[str, set[str]] = defaultdict(set)
    for old, former, claims in before:
        heirs = Counter(home[claim] for claim in claims if claim in home)
        if not heirs:
            continue
        heir = min(heirs, key=lambda name: (-heirs[name], name))
        aliases[heir].update(name for name in (old, *former) if name not in taken)
    return {name: tuple(sorted(found)) for name, found in aliases.items() if found}
