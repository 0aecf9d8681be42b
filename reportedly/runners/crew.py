"""Jobs in, what became of them out: worker processes that are started when needed and replaced when they die."""

from __future__ import annotations

import pickle
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import Any

from reportedly.errors import ReportedlyError
from reportedly.runners.outcome import Failure, Outcome
from reportedly.runners.worker import Sign, Turn, own_modules, serve, unpacked

FALSE_STARTS = 3
"""Workers that may die one after another before their first chunk; then something is wrong with all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Numbered items that are sent together. ``again``: one item alone, after its worker died or took too long."""

    items: tuple[tuple[int, Any], ...]
    again: bool = False

    def apart(self) -> tuple[Job, ...]:
        """Each item as a job of its own."""
        return tuple(Job(items=(item,), again=True) for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A job with the outcomes of its items, or with what befell its worker."""

    job: Job
    outcomes: tuple[Outcome[Any, Any], ...] = ()
    fate: Failure | None = None


class Crew:
    """At most ``size`` workers, each at one job at a time."""

    def __init__(self, factory: bytes, size: int, seconds: float | None) -> None:
        self._factory = factory
        self._size = size
        self._seconds = seconds
        self._workers: list[_Worker] = []
        self._false_starts = 0

    @property
    def busy(self) -> bool:
        """Whether any job is under way."""
        return any(worker.job is not None for worker in self._workers)

    @property
    def has_room(self) -> bool:
        """Whether a job could be given now."""
        return any(worker.idle for worker in self._workers)

    def grow(self, waiting: int) -> None:
        """Start as many workers as the waiting jobs need, and no more than there may be."""
        at_work = sum(worker.job is not None for worker in self._workers)
        for _ in range(len(self._workers), min(self._size, at_work + waiting)):
            self._workers.append(_Worker(self._factory))

    def turn_to(self, factory: bytes) -> None:
        """Have all workers do other work from now on. None may be at a job."""
        self._factory = factory
        for worker in self._workers:
            worker.turn_to(factory)

    def give(self, job: Job) -> None:
        """Hand a job to an idle worker."""
        worker = next(worker for worker in self._workers if worker.idle)
        worker.take(job, self._seconds)

    def wait(self) -> Iterator[Done]:
        """Wait until a worker has something to say or runs out of time; give the jobs that ended by that."""
        active = {worker.pipe: worker for worker in self._workers if not worker.idle}
        deadlines = [worker.deadline for worker in active.values() if worker.deadline is not None]
        patience = max(0.0, min(deadlines) - time.monotonic()) if deadlines else None
        for pipe in wait(list(active), timeout=patience):
            done = self._heard(active[pipe])  # type: ignore[index]
            if done is not None:
                yield done
        for worker in active.values():
            if worker.deadline is not None and worker.deadline <= time.monotonic():
                yield Done(job=self._drop(worker), fate=Failure(kind="TimeLimit", message="took longer than allowed"))

    def dismiss(self) -> None:
        """End all workers, whatever they do."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _heard(self, worker: _Worker) -> Done | None:
        try:
            said = pickle.loads(worker.pipe.recv_bytes())
        except (EOFError, OSError):
            return self._lost(worker)
        if worker.preparing:
            self._welcome(worker, *said)
            return None
        job = worker.release()
        pairs = zip(job.items, said, strict=True)
        return Done(job=job, outcomes=tuple(unpacked(item, packed) for (_, item), packed in pairs))

    def _welcome(self, worker: _Worker, sign: Sign, error: BaseException | None) -> None:
        """A worker is ready, or its factory failed: then every other one would fail too."""
        if sign is Sign.UNABLE and error is not None:
            raise error
        worker.preparing -= 1
        self._false_starts = 0

    def _lost(self, worker: _Worker) -> Done | None:
        """A worker died: give its job back with the reason."""
        if worker.job is not None:
            return Done(job=self._drop(worker), fate=Failure(kind="WorkerDied", message=worker.epitaph()))
        worker.end()
        self._workers.remove(worker)
        self._false_starts += 1
        if self._false_starts >= FALSE_STARTS:
            raise ReportedlyError(
                f"no worker process can start: {worker.epitaph()}",
                mend="run with one worker to see the error; a script needs if __name__ == '__main__': around its start",
                code="no-worker",
            )
        return None

    def _drop(self, worker: _Worker) -> Job:
        """End a worker and take its job from it."""
        worker.end()
        self._workers.remove(worker)
        return worker.release()


class _Worker:
    """One process, our end of its pipe, and what it is at."""

    def __init__(self, factory: bytes) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, factory), daemon=True)
        with own_modules():
            self.process.start()
        theirs.close()  # or its death would not close the pipe
        self.preparing = 1  # the work is being made; or works, one after the other
        self.job: Job | None = None
        self.deadline: float | None = None

    @property
    def idle(self) -> bool:
        return not self.preparing and self.job is None

    def take(self, job: Job, seconds: float | None) -> None:
        self.job = job
        self.deadline = None if seconds is None else time.monotonic() + seconds * len(job.items)
        try:
            self.pipe.send_bytes(pickle.dumps([item for _, item in job.items], protocol=pickle.HIGHEST_PROTOCOL))
        except OSError:
            return  # it died meanwhile: the closed pipe will be heard

    def turn_to(self, factory: bytes) -> None:
        self.preparing += 1
        try:
            self.pipe.send_bytes(pickle.dumps(Turn(factory)))
        except OSError:
            return  # it died meanwhile: the closed pipe will be heard

    def release(self) -> Job:
        """The job that it was at, which it is no more."""
        job, self.job, self.deadline = self.job, None, None
        assert job is not None
        return job

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()

    def epitaph(self) -> str:
        """How the process ended, once it did."""
        code = self.process.exitcode or 0
        if code >= 0:
            return f"its process ended with exit code {code}"
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = str(-code)
        return f"its process was ended by {name}"
