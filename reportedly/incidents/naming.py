"""Incidents and those of the last run in, the same incidents with lasting ids out.

An incident that holds claims of an earlier one carries that one's id on as an alias, so that what was written about
it still finds it. Where an incident was split, the alias goes with most of its claims.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reportedly.model.incident import Incident


def named(incidents: Sequence[Incident], before: Sequence[Incident]) -> tuple[Incident, ...]:
    """The incidents with the aliases of their forerunners, sorted by id."""
    home = {claim: incident.id for incident in incidents for claim in incident.claims}
    taken = {incident.id for incident in incidents}
    aliases: dict[str, set[str]] = defaultdict(set)
    for old in before:
        heirs = Counter(home[claim] for claim in old.claims if claim in home)
        if not heirs:
            continue
        heir = min(heirs, key=lambda name: (-heirs[name], name))
        aliases[heir].update(name for name in (old.id, *old.aliases) if name not in taken)
    return tuple(
        replace(incident, aliases=tuple(sorted(aliases[incident.id])))
        for incident in sorted(incidents, key=lambda incident: incident.id)
    )
