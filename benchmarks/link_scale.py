"""Sizes in, what ``reportedly link`` takes of time and memory on ledgers of invented claims out, one line a size.

Run ``python -m benchmarks.link_scale FOLDER 10000 100000 [--workers 2]``. Each ledger is made in the folder unless it
is there, and linked in a process of its own; with ``--make`` it is made and not linked. CPU seconds are those of all
its processes, user and system; on a machine that others use they tell more than the clock. Memory is the most that the
linking process and its workers held together, looked at twice a second; what they share is counted once (as
``/proc/PID/smaps_rollup`` has it; 0 where there is none).
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from subprocess import Popen, TimeoutExpired
from time import perf_counter

from benchmarks.synthetic import stories
from reportedly.ledger import Ledger
from reportedly.model.findings import Findings, Readings
from reportedly.model.text import Passages
from reportedly.recipe import Recipe
from reportedly.store import RunKind, Store

_AT = "2031-01-01T00:00:00+00:00"
_BATCH = 4_000  # reports that are written together
_LOOK = 0.5  # seconds between two looks at the memory
_SHARE = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


def main() -> None:
    """Print one line for each size."""
    asked = ArgumentParser(prog="benchmarks.link_scale")
    asked.add_argument("folder", type=Path)
    asked.add_argument("sizes", type=int, nargs="+")
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--make", action="store_true", help="make the ledgers and link none")
    asked.add_argument("--link", action="store_true", help="link the one ledger here and now")
    wanted = asked.parse_args()
    if wanted.link:
        linked(wanted.folder / f"{wanted.sizes[0]}.db", wanted.workers)
        return
    if not wanted.make:
        print("claims reports incidents copies cpu_s of_it_main cpu_s/1000 wall_s peak_MB", flush=True)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    for size in wanted.sizes:
        if not (wanted.folder / f"{size}.db").exists():
            ledger(wanted.folder / f"{size}.db", size)
        if not wanted.make:
            again = [sys.executable, "-m", "benchmarks.link_scale", str(wanted.folder), str(size), "--link"]
            watched([*again, "--workers", str(wanted.workers)])


def watched(command: list[str]) -> None:
    """Run a command and print its line with the most memory that it and its workers held."""
    most = 0
    with Popen(command, stdout=subprocess.PIPE, text=True) as run:
        while True:
            try:
                said, _ = run.communicate(timeout=_LOOK)
                break
            except TimeoutExpired:
                most = max(most, sum(map(_held, _family(run.pid))))
    if run.returncode:
        raise SystemExit(run.returncode)
    print(f"{said.rstrip()} {most // 1024:6d}", flush=True)


def _family(process: int) -> Iterator[int]:
    """A process and all that it started."""
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _held(process: int) -> int:
    """The kilobytes of a process, what it shares with others counted by its share."""
    try:
        found = _SHARE.search(Path(f"/proc/{process}/smaps_rollup").read_text())
    except OSError:
        return 0
    return int(found[1]) if found else 0


def ledger(path: Path, size: int) -> None:
    """A ledger of about so many claims."""
    with Store.open(path) as store, store.writer(batch=_BATCH) as writer:
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
        f" {1000 * cpu / made.claims:6.3f} {wall:8.1f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
