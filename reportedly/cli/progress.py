"""Work under way in, a bar on a terminal out: with its rate and the time it will end. Silent when not a terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any

PATIENCE = 2.0
"""Seconds of work before a bar is drawn."""


class Bar:
    """Counts steps; draws once the work has gone on for ``PATIENCE`` seconds and standard error is a terminal."""

    def __init__(self, label: str, total: int | None = None) -> None:
        self.label, self.total, self.done = label, total, 0
        self._started = time.monotonic()
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, done: int, total: int | None = None) -> None:
        """``done`` of ``total`` steps are behind us."""
        self.done, self.total = done, total or self.total
        if self._bar is None and sys.stderr.isatty() and time.monotonic() - self._started > PATIENCE:
            self._draw()
        if self._bar is not None:
            self._bar.update(self._task, completed=self.done, total=self.total, rate=self._rate())

    def _rate(self) -> str:
        seconds = max(time.monotonic() - self._started, 1e-6)
        return f"{self.done / seconds:.1f}/s"

    def _draw(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TextColumn("ends in"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task(self.label, total=self.total, rate="")
        self._bar.start()
