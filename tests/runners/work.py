"""Work that succeeds, fails, dies, hangs or cannot be sent: functions of a module, so that workers can import them."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

from reportedly.errors import InputError, MissingError


def doubler() -> Callable[[int], int]:
    """Twice the number."""
    return lambda number: number * 2


def misfit() -> Callable[[int], object]:
    """Fails in a different way for each of a few numbers."""
    return _misfit


def _misfit(number: int) -> object:
    match number:
        case 3:
            raise InputError("no such page", where="page 3", mend="look again")
        case 5:
            raise ValueError("five\nis bad")
        case 7:
            return lambda: None  # cannot be sent
        case 9:
            return _deep(0)
    return number * 2


def _deep(depth: int) -> int:
    return _deep(depth + 1)


def poison() -> Callable[[int], int]:
    """Dies of 4 (as from the kernel), 11 (a crash) and 13 (a quiet exit)."""
    return _poison


def _poison(number: int) -> int:
    if number == 4:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 11:
        os.kill(os.getpid(), signal.SIGSEGV)
    if number == 13:
        os._exit(0)
    return number * 2


def sleeper() -> Callable[[int], int]:
    """Hangs on 2."""
    return _sleep


def _sleep(number: int) -> int:
    if number == 2:
        time.sleep(600)
    return number


def slow() -> Callable[[int], int]:
    """Takes the longer the smaller the number."""
    return _slow


def _slow(number: int) -> int:
    time.sleep(0.2 if number == 0 else 0.001)
    return number


def unable() -> Callable[[int], int]:
    """A factory that fails as one does whose model is not installed."""
    raise MissingError("the model is not installed", mend="pip install model", code="no-model")


def dying() -> Callable[[int], int]:
    """A factory that takes its process with it."""
    os._exit(3)


def teller() -> Callable[[int], tuple[int, str | None, bool]]:
    """Tells which process it is, its thread setting and whether an interrupt would end it."""
    heavy = "spacy" in sys.modules
    return lambda _: (
        os.getpid(),
        os.environ.get("OMP_NUM_THREADS"),
        heavy or signal.getsignal(signal.SIGINT) is not signal.SIG_IGN,
    )


def large() -> Callable[[bytes], bytes]:
    """Gives back what it gets."""
    return lambda content: content
