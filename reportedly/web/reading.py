"""What is to be read in, the work of a job out: reading, then linking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reportedly.ledger import Linking, Reading, record
from reportedly.model.browsing import Wanted
from reportedly.model.handed import Handed
from reportedly.web.desk import Desk
from reportedly.web.jobs import Job, Work

ISSUES = 100
"""Issues that a job tells of."""


def reading(desk: Desk, collect: Callable[[Job], Sequence[Handed]]) -> Work:
    """Reads what is collected when the job begins, then makes the incidents anew."""

    def work(job: Job) -> dict[str, Any]:
        handed = collect(job)
        count = len(handed)
        job.step(f"reading {count} files" if count > 1 else f"reading {handed[0].name}"[:120])
        done = desk.ledger.read(handed, workers=desk.workers, progress=job.progress)
        found = _read(done)
        if done.added or done.replaced or not desk.ledger.is_linked():
            found |= linked(desk, job)
        return found

    return work


def linking(desk: Desk) -> Work:
    """Makes the incidents anew."""
    return lambda job: linked(desk, job)


def linked(desk: Desk, job: Job) -> dict[str, Any]:
    """Makes the incidents anew and lays them out for the list."""
    job.step("linking claims into incidents")
    made: Linking = desk.ledger.link(workers=desk.workers, progress=job.progress)
    job.step("laying out incidents")
    desk.ledger.browse(Wanted(limit=0), progress=job.progress)
    return {"claims": made.claims, "incidents": made.incidents, "copies": made.copies}


def _read(done: Reading) -> dict[str, Any]:
    return {
        "added": done.added,
        "replaced": done.replaced,
        "skipped": done.skipped,
        "taken": done.taken,
        "failed": done.failed,
        "reports": list(done.reports),
        "issues": [record(issue) for issue in done.issues[:ISSUES]],
    }
