"""A ledger in, whether a few reports more can be linked on the footing of the last link, and what they change, out."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.incidents.linker import Linker
from reportedly.incidents.relinked import Relinked
from reportedly.incidents.relinking import relink
from reportedly.ledger.linking import AS_ROWS, Stored
from reportedly.ledger.ruled import rulings
from reportedly.store import Footing, View

GROWN = 10
"""All is linked anew once more than one in so many of the reports that were weighed were added or read again."""

AT_ONCE = 50
"""… or more than one in so many since the last link: then that is quicker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Few:
    """Reports that changed since the last link, few enough to be linked on its footing."""

    footing: Footing
    reports: tuple[str, ...]


def few_changed(view: View, recipe: str) -> Few | None:
    """The reports to be linked on the last link's footing; ``None`` where all are to be linked: nothing was kept, or
    by another recipe; people decided something since, or on a report that was read again; or too much is new."""
    footing = view.footing()
    if footing is None or footing.recipe != recipe:
        return None
    decided = view.decisions()
    if len(decided) != footing.decisions:
        return None
    changed = view.changed()
    if len(changed) * AT_ONCE > footing.reports or (footing.since + len(changed)) * GROWN > footing.reports:
        return None
    if {one.report for line in decided for one in line.decision.seen}.intersection(changed):
        return None
    return Few(footing=footing, reports=changed)


def relinked(view: View, few: Few, linker: Linker) -> Relinked:
    """What the changed reports change."""
    found = rulings(view)
    return relink(linker, view.kept(few.footing), Stored(view, found), few.reports, found.judgements, AS_ROWS)
