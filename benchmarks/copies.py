"""A linked ledger and a list of near-copy pairs in, the pairs whose origins do not collapse out.

    reportedly read LEDGER REPORTS.jsonl && reportedly link LEDGER
    python -m benchmarks.copies LEDGER NEAR_COPIES.jsonl[.gz] [--least 0.5]

A line of the list is ``{"a": report id, "b": report id, "containment": share}``. Two reports of one text have the
sources of one text: a pair collapses if its reports together have no more independent origins than the richer of the
two alone. The pairs are found by word overlap and hold boilerplate ("sign in to comment"), which is no evidence of
copying: a pair that the ledger does not hold for a copy is listed apart. Exits 1 if a copy does not collapse.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reportedly.ledger import Ledger
from reportedly.model.independence import Finding


class Pair(NamedTuple):
    """Two reports that share text, and the share of the shorter one."""

    a: str
    b: str
    containment: float


class Checked(NamedTuple):
    """A pair with the findings on each report and on both together; ``copied`` is the ledger's own share."""

    pair: Pair
    alone: tuple[Finding, Finding]
    both: Finding
    copied: float

    @property
    def collapses(self) -> bool:
        return self.both.independent_sources <= max(found.independent_sources for found in self.alone)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints how many pairs collapse, and those that do not."""
    options = _options(arguments)
    pairs = [pair for pair in _pairs(options.pairs) if pair.containment >= options.least]
    with Ledger.open(options.ledger) as ledger:
        checked = list(_checked(ledger, pairs))
    copies = [one for one in checked if one.copied >= options.least]
    open_ = [one for one in copies if not one.collapses]
    print(f"{len(checked)} pairs, {len(copies)} copies by the ledger's reckoning, {len(copies) - len(open_)} collapse")
    for one in open_:
        print(_line("not collapsed", one))
        print("".join(f"    + {origin}\n" for origin in _origins(one.both)), end="")
    for one in checked:
        if one.copied < options.least:
            print(_line("no copy", one))
    return 1 if open_ else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", help="a ledger that holds the reports and is linked")
    parser.add_argument("pairs", type=Path, help="near copies, JSON Lines, gzipped or not")
    parser.add_argument("--least", type=float, default=0.5, help="leave out pairs that share less")
    return parser.parse_args(arguments)


def _pairs(path: Path) -> Iterator[Pair]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            yield Pair(fields["a"], fields["b"], fields["containment"])


def _checked(ledger: Ledger, pairs: Sequence[Pair]) -> Iterator[Checked]:
    with ledger.store.view() as view:
        copied = {frozenset((copy.left, copy.right)): copy.containment for copy in view.copies()}
    for pair in pairs:
        alone = (next(ledger.origins([pair.a])), next(ledger.origins([pair.b])))
        both = next(ledger.origins([pair.a, pair.b]))
        yield Checked(pair, alone, both, copied.get(frozenset((pair.a, pair.b)), 0.0))


def _line(verdict: str, one: Checked) -> str:
    counts = " and ".join(str(found.independent_sources) for found in one.alone)
    return (
        f"{verdict}: {one.pair.a} and {one.pair.b}: shared {one.pair.containment:.2f}, by the ledger {one.copied:.2f};"
        f" origins {counts}, together {one.both.independent_sources}"
    )


def _origins(found: Finding) -> Iterator[str]:
    for ground in found.counted:
        reports = ", ".join(sorted({claim.split("#")[0] for claim, _ in ground.paths}))
        yield f"{ground.origin.name} ({ground.origin.role.value}) in {reports}"


if __name__ == "__main__":
    raise SystemExit(main())
