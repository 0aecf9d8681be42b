"""Sizes in, what ``reportedly link`` takes of time and memory on ledgers of invented claims out, one line a size.

Run ``python -m benchmarks.link_scale FOLDER 10000 100000 [--workers 2]``. Each ledger is made in the folder unless it
is there, and linked in a process of its own. CPU seconds are those of all its processes, user and system; on a
machine that others use they tell more than the clock, and on an idle one the clock shows about those of the main
process and, of the others, each worker's share. Memory is the peak of the linking process and, after the plus sign, of
the largest of its workers (at least what the linking process held when it started them).
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
from reportedly.model.findings import Findings, Readings
from reportedly.model.text import Passages
from reportedly.recipe import Recipe
from reportedly.store import RunKind, Store

_AT = "2031-01-01T00:00:00+00:00"


def main() -> None:
    """Print one line for each size."""
    asked = ArgumentParser(prog="benchmarks.link_scale")
    asked.add_argument("folder", type=Path)
    asked.add_argument("sizes", type=int, nargs="+")
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--link", action="store_true", help="link the one ledger here and now")
    wanted = asked.parse_args()
    if wanted.link:
        linked(wanted.folder / f"{wanted.sizes[0]}.db", wanted.workers)
        return
    print("claims reports incidents copies cpu_s of_it_main cpu_s/1000 wall_s peak_MB+worker", flush=True)
    for size in wanted.sizes:
        if not (wanted.folder / f"{size}.db").exists():
            ledger(wanted.folder / f"{size}.db", size)
        again = [sys.executable, "-m", "benchmarks.link_scale", str(wanted.folder), str(size), "--link"]
        subprocess.run([*again, "--workers", str(wanted.workers)], check=True)


def ledger(path: Path, size: int) -> None:
    """A ledger of about so many claims."""
    with Store.open(path) as store, store.writer(batch=500) as writer:
        writer.begin_run(RunKind.READ, Recipe(stages=()), at=_AT)
        for report, own in stories(size):
            claims = tuple(claim for claim, _ in own)
            writer.add(Findings(report=report, passages=Passages(passages=()), readings=Readings(), claims=claims))
        writer.end_run(at=_AT)


def linked(path: Path, workers: int) -> None:
    """Link a ledger and print what it took."""
    start = perf_counter()
    with Ledger.open(path) as opened:
        made = opened.link(workers=workers)
        reports = opened.counts().reports
    wall = perf_counter() - start
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    main_cpu = own.ru_utime + own.ru_stime
    cpu = main_cpu + others.ru_utime + others.ru_stime
    print(
        f"{made.claims:7d} {reports:7d} {made.incidents:9d} {made.copies:6d} {cpu:8.1f} {main_cpu:8.1f}"
        f" {1000 * cpu / made.claims:6.3f} {wall:8.1f} {own.ru_maxrss // 1024:6d}+{others.ru_maxrss // 1024}",
        flush=True,
    )


if __name__ == "__main__":
    main()
