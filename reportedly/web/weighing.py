"""A ledger in, what is open to decide out, once it is weighed: of a large ledger that outlasts any answer."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from threading import Lock, Thread

from reportedly.ledger import Ledger
from reportedly.model.question import Question
from reportedly.web.answers import RefusedError

PATIENCE = 20.0
"""Seconds that an answer waits."""

_log = logging.getLogger("reportedly.web")


@dataclass(slots=True)
class Weighing:
    """Weighs in a thread of its own, which ends with the program; the ledger remembers what came of it."""

    ledger: Ledger
    patience: float = PATIENCE
    _lock: Lock = field(default_factory=Lock)
    _thread: Thread | None = None

    def questions(self) -> tuple[Question, ...]:
        """What is open to decide. Raises RefusedError where it is not weighed yet."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._weigh, name="reportedly-weighing", daemon=True)
                self._thread.start()
            thread = self._thread
        thread.join(self.patience)
        if thread.is_alive():
            raise RefusedError(
                503,
                "what is open to decide is still being weighed",
                mend="ask again in some minutes; of a large ledger  reportedly queue  lists it without a browser",
            )
        return self.ledger.questions()

    def _weigh(self) -> None:
        try:
            self.ledger.questions()
        except Exception:  # the request that asks next meets it again, and tells it
            _log.exception("weighing failed")
