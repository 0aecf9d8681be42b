"""Sizes in, what one report more costs to link on ledgers of invented claims out, one line a report.

Run ``python -m benchmarks.link_again FOLDER 10000 100000 [--more 5]``. Each ledger is made in the folder unless it is
there, without a few of its reports, and linked in full; then these are added one after another, and the ledger is
linked after each by a ``reportedly link`` of its own. ``seconds`` are those of that command by the clock, from its
start to its end; ``cpu_s`` are its processor's.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from time import perf_counter

from benchmarks.synthetic import stories
from reportedly.ledger import Ledger
from reportedly.model.claim import Claim
from reportedly.model.findings import Findings, Readings
from reportedly.model.text import Passages, Report
from reportedly.recipe import Recipe
from reportedly.store import RunKind, Store

_AT = "2031-01-01T00:00:00+00:00"
_Story = tuple[Report, tuple[Claim, ...]]


def main() -> None:
    """Print one line for each report that is added."""
    asked = ArgumentParser(prog="benchmarks.link_again")
    asked.add_argument("folder", type=Path)
    asked.add_argument("sizes", type=int, nargs="+")
    asked.add_argument("--more", type=int, default=5, help="reports that are added one after another")
    asked.add_argument("--workers", type=int, default=2)
    wanted = asked.parse_args()
    print("claims reports seconds cpu_s said", flush=True)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    for size in wanted.sizes:
        path = wanted.folder / f"{size}-again.db"
        more = _prepared(path, size, wanted.more, wanted.workers)
        for story in more:
            write(path, [story])
            _again(path)


def write(path: Path, told: list[_Story]) -> None:
    """Add reports with their claims to a ledger."""
    with Store.open(path) as store, store.writer(batch=500) as writer:
        writer.begin_run(RunKind.READ, Recipe(stages=()), at=_AT)
        for report, claims in told:
            writer.add(Findings(report=report, passages=Passages(passages=()), readings=Readings(), claims=claims))
        writer.end_run(at=_AT)


def _prepared(path: Path, size: int, more: int, workers: int) -> list[_Story]:
    """Make and link the ledger unless it is there; give the reports that were left out."""
    told = [(report, tuple(claim for claim, _ in own)) for report, own in stories(size)]
    left_out = {len(told) * (n + 1) // (more + 1) for n in range(more)}
    if not path.exists():
        write(path, [one for n, one in enumerate(told) if n not in left_out])
        with Ledger.open(path) as ledger:
            ledger.link(workers=workers)
    return [told[n] for n in sorted(left_out)]


def _again(path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = perf_counter()
    command = [sys.executable, "-c", "from reportedly.cli import main; main()", "link", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    wall = perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    with Ledger.open(path) as ledger:
        counts = ledger.counts()
    said = done.stderr.splitlines()[0] if done.stderr else ""
    print(f"{counts.claims:7d} {counts.reports:7d} {wall:7.2f} {cpu:7.2f} {said}", flush=True)


if __name__ == "__main__":
    main()
