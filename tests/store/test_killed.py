"""A program that is killed in mid-run, and run again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.store import Store

REPORTS = 80

READING = f"""
import sys
from reportedly.store import RunKind, Store
from tests.store.made import AT, RECIPE, findings, report

with Store.open(sys.argv[1]) as store, store.writer(batch=4) as writer:
    writer.begin_run(RunKind.READ, RECIPE, at=AT)
    for number in range({REPORTS}):
        writer.add(findings(report(f"r{{number:04}}", f"Kolm {{number}} was hit.")), original=b"%d" % number)
        print(number, flush=True)
    writer.end_run(at=AT)
"""


@pytest.mark.parametrize("when", [1, 30, 62])
def test_killed_and_run_again_makes_the_same_ledger(tmp_path: Path, when: int) -> None:
    path, whole = tmp_path / "killed", tmp_path / "whole"
    child = subprocess.Popen([sys.executable, "-c", READING, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    for line in child.stdout:
        if int(line) >= when:
            os.kill(child.pid, signal.SIGKILL)
            break
    child.stdout.close()
    assert child.wait(timeout=60) == -signal.SIGKILL
    with Store.open(path) as store, store.view() as view:
        stored = view.counts().reports
        assert when - 3 <= stored <= REPORTS
        assert stored % 4 == 0  # whole batches
        assert view.verify().sound
        assert [run.ended for run in view.runs()] == [None]
    for where in (path, whole):
        subprocess.run([sys.executable, "-c", READING, str(where)], check=True, stdout=subprocess.DEVNULL)
    assert _told(path) == _told(whole)


def _told(path: Path) -> list[object]:
    with Store.open(path) as store, store.view() as view:
        told: list[object] = [view.findings(r.id) for r in view.reports()]
        told += list(view.claims())
        told += list(view.search("kolm hit"))
        counts = view.counts()
        assert view.verify().sound
        return [*told, counts.reports, counts.claims, counts.originals, counts.issues]
