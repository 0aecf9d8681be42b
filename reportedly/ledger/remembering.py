"""What takes long to make in, the same again out while nothing changed that it was made from."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Remembered(Generic[T]):
    """One value and what it was made from. Any number of threads may ask; one makes it, the others wait for that."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: tuple[Hashable, T] | None = None

    def get(self, made_from: Hashable, make: Callable[[], T]) -> T:
        """The value, made where there is none yet or it was made from something else."""
        with self._lock:
            if self._held is None or self._held[0] != made_from:
                self._held = made_from, make()
            return self._held[1]
