"""The other end of a pipe: chunks of items in, chunks of outcomes out, until the pipe closes."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from reportedly.runners.outcome import Outcome, Work, attempt, failure_of

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS")
"""The settings that keep number libraries from starting a thread a core in each of several processes."""


SAFE_PATH = "PYTHONSAFEPATH"
"""The setting by which Python leaves the current folder out of its search for modules."""


def one_thread() -> None:
    """Has number libraries that are imported from now on use one thread, unless the user said otherwise.

    The matrices of a sentence are so small that more threads mostly wait for each other (twice the work on two cores).
    """
    for setting in ONE_THREAD:
        os.environ.setdefault(setting, "1")


@contextmanager
def own_modules() -> Iterator[None]:
    """Keeps a process that is started meanwhile from taking files of the folder it starts in for modules of Python
    ("types.py" among somebody's notes), until it has been told where modules lie."""
    before = os.environ.get(SAFE_PATH)
    os.environ[SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SAFE_PATH]
        else:
            os.environ[SAFE_PATH] = before


class Sign(Enum):
    """What a worker says before its first chunk."""

    READY = "ready"
    UNABLE = "unable"


class Turn(NamedTuple):
    """What is sent to a worker that is to do other work from now on."""

    factory: bytes


def serve(pipe: Connection, factory: bytes) -> None:
    """Make the work once, then do it on every chunk that comes, until other work is asked for. Ends when the other
    end is closed or gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the keyboard interrupts the parent, which ends its workers
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))  # before the factory's modules are imported
    try:
        work = _made(pipe, factory)
        while work is not None:
            said = pickle.loads(pipe.recv_bytes())
            if isinstance(said, Turn):
                work = _made(pipe, said.factory)
            else:
                pipe.send_bytes(pickle.dumps([_packed(work, item) for item in said]))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _made(pipe: Connection, factory: bytes) -> Work[Any, Any] | None:
    """The work, or ``None`` where it cannot be made; either is said."""
    try:
        work: Work[Any, Any] = pickle.loads(factory)()
    except BaseException as error:
        pipe.send_bytes(_packed_error(error))
        return None
    pipe.send_bytes(pickle.dumps((Sign.READY, None)))
    return work


def _packed(work: Work[Any, Any], item: object) -> bytes:
    """One outcome, without its item, which the parent still has. A value that cannot be sent is a failure."""
    outcome = attempt(work, item)
    try:
        return pickle.dumps((outcome.value, outcome.failure), protocol=pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        return pickle.dumps((None, failure_of(error)))


def _packed_error(error: BaseException) -> bytes:
    try:
        packed = pickle.dumps((Sign.UNABLE, error))
        pickle.loads(packed)  # some exceptions go and do not come back
    except Exception:
        packed = pickle.dumps((Sign.UNABLE, RuntimeError(f"{type(error).__name__}: {error}")))
    return packed


def unpacked(item: Any, packed: bytes) -> Outcome[Any, Any]:
    """The outcome of an item."""
    value, failure = pickle.loads(packed)
    return Outcome(item=item, value=value, failure=failure)
