"""A linked ledger in, the incidents that hold days more than a week apart out.

    reportedly read LEDGER REPORTS.jsonl && reportedly link LEDGER
    python -m benchmarks.weeks_apart LEDGER

A strike has one day; a siege or an offensive lasts and is left out. Claims whose days span more than a week date
nothing here. One text that is printed under two dates bears a wrong stamp: such incidents are listed apart. Exits 1 if
there is any other.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence, Set
from itertools import combinations
from pathlib import Path

from reportedly.incidents.copies import COPIED
from reportedly.ledger import Ledger
from reportedly.lexicon.linking import families
from reportedly.model.claim import Claim

_WEEK = 7  # days


def main() -> int:
    """Prints one line for each incident whose days lie more than a week apart."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    options = parser.parse_args()
    with Ledger.open(options.ledger) as ledger:
        claims = {claim.id: claim for claim in ledger.claims()}
        incidents = list(ledger.incidents())
        with ledger.store.view() as view:
            texts = frozenset(frozenset((c.left, c.right)) for c in view.copies() if c.containment >= COPIED)
    lasting = families().lasting
    apart = [
        (days, one, _stamped_twice([claims[name] for name in one.claims], texts))
        for one in incidents
        if one.happening not in lasting and (days := days_apart(claims[name] for name in one.claims)) > _WEEK
    ]
    for days, one, twice in sorted(apart, key=lambda entry: (-entry[0], entry[1].id)):
        why = ", one text under two dates" if twice else ""
        print(f"{one.id} {one.happening}: {days} days, {len(one.claims)} claims of {len(one.reports)} reports{why}")
    wrong = sum(not twice for _, _, twice in apart)
    stamped = len(apart) - wrong
    print(f"{len(incidents)} incidents, {wrong} hold days more than a week apart, {stamped} one text under two dates")
    return 1 if wrong else 0


def _stamped_twice(claims: Sequence[Claim], texts: Set[frozenset[str]]) -> bool:
    """Whether all claims whose days lie more than a week apart stand in copies of one text."""
    return all(
        frozenset((one.report, other.report)) in texts
        for one, other in combinations(claims, 2)
        if days_apart((one, other)) > _WEEK
    )


def days_apart(claims: Iterable[Claim]) -> int:
    """Days from the end of the earliest dated claim to the beginning of the latest."""
    dated = [
        (claim.days.start, claim.days.end)
        for claim in claims
        if claim.days is not None and claim.days.start is not None and claim.days.end is not None
    ]
    narrow = [(start, end) for start, end in dated if (end - start).days <= _WEEK]
    if not narrow:
        return 0
    return (max(start for start, _ in narrow) - min(end for _, end in narrow)).days + 1


if __name__ == "__main__":
    raise SystemExit(main())
