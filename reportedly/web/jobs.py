"""Work that takes longer than an answer in, its progress out: one job at a time, in the order they came."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, Queue
from secrets import token_hex
from threading import Lock, Thread
from typing import Any

from reportedly.errors import ReportedlyError
from reportedly.web.answers import RefusedError, Telling

WAITING = 16
"""Jobs that may wait."""
KEPT = 200
"""Jobs that are remembered after they ended."""

_log = logging.getLogger("reportedly.web")


@dataclass(slots=True)
class Job:
    """A job as the page sees it. Its own thread alone writes to it."""

    id: str
    kind: str
    state: str = "waiting"
    text: str = ""
    done: int = 0
    total: int | None = None
    error: dict[str, str | None] | None = None
    outcome: dict[str, Any] | None = None

    def step(self, text: str) -> None:
        """A new part of the work begins."""
        self.text, self.done, self.total = text, 0, None

    def progress(self, done: int, total: int | None) -> None:
        """So much of the part is done."""
        self.done, self.total = done, total

    def told(self) -> dict[str, Any]:
        """The job as JSON."""
        found: dict[str, Any] = {
            "id": self.id,
            "kind": self.kind,
            "state": self.state,
            "done": self.done,
            "total": self.total,
            "text": self.text,
        }
        if self.error is not None:
            found["error"] = self.error
        if self.outcome is not None:
            found["result"] = self.outcome
        return found


Work = Callable[[Job], dict[str, Any]]
"""Does the work, tells the job of its progress, and gives what came of it."""


@dataclass(slots=True)
class Jobs:
    """The jobs of a desk. The thread that does them is started with the first and ends with the program: what it was
    writing then is written whole or not at all, as the ledger does it."""

    telling: Telling
    _known: dict[str, Job] = field(default_factory=dict)
    _queue: Queue[tuple[Job, Work, Callable[[], None]]] = field(default_factory=lambda: Queue(WAITING))
    _lock: Lock = field(default_factory=Lock)
    _thread: Thread | None = None

    def add(self, kind: str, work: Work, *, after: Callable[[], None] = lambda: None) -> Job:
        """Put work in the row; ``after`` is called when it ended, however it did. Raises RefusedError where too much
        waits."""
        job = Job(id=token_hex(8), kind=kind, text="waiting")
        with self._lock:
            if self._queue.full():
                raise RefusedError(429, f"{WAITING} jobs wait already", mend="wait until some are done")
            self._known[job.id] = job
            for old in list(self._known)[: -KEPT or None]:
                if self._known[old].state in ("done", "failed"):
                    del self._known[old]
            self._queue.put((job, work, after))
            if self._thread is None:
                self._thread = Thread(target=self._run, name="reportedly-jobs", daemon=True)
                self._thread.start()
        return job

    def job(self, id_: str) -> Job:
        """The job of an id. Raises RefusedError for one that is not known."""
        found = self._known.get(id_)
        if found is None:
            raise RefusedError(404, "there is no such job", mend="jobs are forgotten when the desk is started anew")
        return found

    def running(self) -> tuple[Job, ...]:
        """The jobs that wait or run, the oldest first."""
        return tuple(job for job in list(self._known.values()) if job.state in ("waiting", "running"))

    def _run(self) -> None:
        while True:
            job, work, after = self._queue.get()
            job.state = "running"
            try:
                job.outcome = work(job)
                job.state = "done"
            except ReportedlyError as error:
                self._fail(job, self.telling.refusal(error))
            except RefusedError as refusal:
                self._fail(job, refusal)
            except Exception:  # a fault of ours must not end the row of jobs; it goes to the terminal whole
                _log.exception("a job failed")
                self._fail(
                    job, RefusedError(500, "something went wrong inside", mend="look at the terminal; report it")
                )
            finally:
                after()

    def _fail(self, job: Job, refusal: RefusedError) -> None:
        job.error = refusal.told()
        job.state = "failed"

    def drop(self) -> None:
        """Forget the jobs that wait, as the program ends."""
        while True:
            try:
                _, _, after = self._queue.get_nowait()
            except Empty:
                return
            after()
