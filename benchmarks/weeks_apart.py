"""A linked ledger in, the incidents that hold days more than a week apart out.

    reportedly read LEDGER REPORTS.jsonl && reportedly link LEDGER
    python -m benchmarks.weeks_apart LEDGER

A strike has one day; a siege or an offensive lasts and is left out. Claims whose days span more than a week date
nothing here. Exits 1 if there is such an incident.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

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
    lasting = families().lasting
    apart = [
        (days, one)
        for one in incidents
        if one.happening not in lasting and (days := days_apart(claims[name] for name in one.claims)) > _WEEK
    ]
    for days, one in sorted(apart, key=lambda entry: (-entry[0], entry[1].id)):
        print(f"{one.id} {one.happening}: {days} days, {len(one.claims)} claims of {len(one.reports)} reports")
    print(f"{len(incidents)} incidents, {len(apart)} hold days more than a week apart")
    return 1 if apart else 0


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
