"""Prints how fast reports are read, beside plain spaCy (all of en_core_web_sm) on the same text in the same run.

    python -m benchmarks.throughput [REPORTS.jsonl[.gz]] [--first N] [--rounds N]

Each round times spaCy, then the reader, each in a process of its own on one core, so that the ratio holds when the
machine's speed drifts; the seconds are the processor's. Without a file, the bundled demo is read, repeated until it is
long enough to time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import os
import resource
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from reportedly.model.text import Published, Report

LEAST = 200_000
"""Characters that a round reads at least."""


def main() -> None:
    """Prints a row for each and the median ratio."""
    options = _options()
    reports = _reports(options.path, options.first)
    size = sum(len(r.text.encode()) for r in reports) / 1e6
    print(f"{len(reports)} reports, {size:.2f} MB, {options.rounds} rounds, one core each\n")
    print(f"{'':14} {'seconds':>8} {'reports/s':>10} {'MB/s':>7} {'peak MB':>8}")
    ratios = []
    for _ in range(options.rounds):
        seconds = {}
        for name, work in (("plain spaCy", _spacy), ("reportedly", _read)):
            seconds[name], peak = _alone(work, reports)
            took = seconds[name]
            print(f"{name:14} {took:8.1f} {len(reports) / took:10.1f} {size / took:7.3f} {peak:8.0f}", flush=True)
        ratios.append(seconds["plain spaCy"] / seconds["reportedly"])
    middle = statistics.median(ratios)
    print(f"\nspeed of reading as a part of plain spaCy's: median {middle:.2f} (at least 0.5 is wanted)")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, nargs="?")
    parser.add_argument("--first", type=int, default=200, help="reports to read")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def _reports(path: Path | None, first: int) -> list[Report]:
    path = path or Path(__file__).parent.parent / "reportedly" / "demo" / "reports" / "reports.jsonl"
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][:first]
    reports = [_report(row, 0) for row in rows]
    while sum(len(r.text) for r in reports) < LEAST:
        reports += [_report(row, len(reports)) for row in rows]
    return reports


def _report(row: dict[str, str], number: int) -> Report:
    day = row.get("published")
    published = Published(day=date.fromisoformat(day[:10]), moment=day, basis="given") if day else None
    return Report(id=f"{row['id']}-{number}", text=row["text"], outlet=row.get("outlet"), published=published)


def _alone(work: Callable[[list[Report]], float], reports: list[Report]) -> tuple[float, float]:
    """Runs the work in a fresh process; gives its seconds without start-up and its peak memory in megabytes."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1, initializer=_one_thread) as pool:
        return pool.apply(_measured, (work, reports))


def _measured(work: Callable[[list[Report]], float], reports: list[Report]) -> tuple[float, float]:
    seconds = work(reports)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _one_thread() -> None:
    os.environ["OMP_NUM_THREADS"] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _spacy(reports: list[Report]) -> float:
    import spacy

    from reportedly.parsing.spacy_parser import model_name

    model = spacy.load(model_name())
    list(model.pipe(r.text for r in reports[:1]))
    started = time.process_time()
    for _ in model.pipe(r.text for r in reports):
        pass
    return time.process_time() - started


def _read(reports: list[Report]) -> float:
    from reportedly.ledger.setting import Setting

    read = Setting()()
    read(reports[0])
    started = time.process_time()
    for report in reports:
        read(report)
    return time.process_time() - started


if __name__ == "__main__":
    main()
