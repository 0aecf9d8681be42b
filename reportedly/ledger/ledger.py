"""A ledger's address in, everything that can be done with it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from reportedly.ledger.answers import Linking, Progress, Reading, silent
from reportedly.ledger.asking import Asking
from reportedly.ledger.browsing import Shelf
from reportedly.ledger.deciding import Deciding
from reportedly.ledger.giving import Giving
from reportedly.ledger.reading import extracted, read_into
from reportedly.ledger.setting import Setting
from reportedly.ledger.showing import Showing
from reportedly.model.claim import Issue
from reportedly.model.findings import Findings
from reportedly.model.handed import Handed
from reportedly.model.incident import Incident
from reportedly.store import Counts, Store, Verified

Clock = Callable[[], str]


def utc_now() -> str:
    """The moment, for the log: the ledger is a door and may look at the clock."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Ledger(Asking, Deciding, Giving, Showing):
    """A ledger of claims in a SQLite file or a PostgreSQL database.

    >>> with Ledger.open("war.db") as ledger:              # doctest: +SKIP
    ...     ledger.read(["reports.jsonl"])
    ...     ledger.link()
    ...     for incident in ledger.incidents():
    ...         print(incident.id, incident.happening)
    """

    def __init__(self, store: Store, *, setting: Setting | None = None, clock: Clock = utc_now) -> None:
        self.store = store
        self.setting = setting or Setting()
        self._now = clock
        self._shelf = Shelf()

    @classmethod
    def open(
        cls, where: str | Path, *, create: bool = False, setting: Setting | None = None, clock: Clock = utc_now
    ) -> Ledger:
        """The ledger at a path or database address. Raises LedgerError where there is none and ``create`` is false."""
        return cls(Store.open(where, create=create), setting=setting, clock=clock)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()

    def read(self, paths: Sequence[str | Handed], *, workers: int = 1, progress: Progress = silent) -> Reading:
        """Reads reports from files, folders, ``-``, or what is handed over; what was read before with this recipe is
        skipped.

        One broken report becomes an issue and stops nothing. A run that was cut off goes on where it stopped.
        """
        return read_into(self.store, paths, self.setting, workers=workers, progress=progress, now=self._now)

    @staticmethod
    def expected(paths: Sequence[str]) -> int | None:
        """How many reports the paths are likely to hold, where that can be told beforehand."""
        from reportedly.intake.expected import expected

        return expected(paths)

    @staticmethod
    def extract(
        paths: Sequence[str], *, setting: Setting | None = None, workers: int = 1, progress: Progress = silent
    ) -> Iterator[tuple[Findings, tuple[Incident, ...]] | Issue]:
        """What each report says, with the incidents inside it alone, in input order; nothing is stored."""
        return extracted(paths, setting or Setting(), workers=workers, progress=progress)

    def link(
        self, *, policy: str | None = None, workers: int = 1, progress: Progress = silent, anew: bool = False
    ) -> Linking:
        """Groups the claims into incidents. Ids stay where the incident does; judgements bind.

        ``policy`` says whose rules settle the figures: ``ours``, ``ucdp``, ``acled`` or ``airwars``; without one the
        last link's, at first ours. Where few reports were added or read again since the last link, only what these
        touch is made again, with the weights of words that all reports gave when they were last linked together;
        ``anew`` and another policy link all. What does not depend on other work is spread over ``workers`` processes
        where there are many claims.
        """
        from reportedly.ledger.grouping import group

        return group(self.store, self.setting, policy, workers=workers, progress=progress, anew=anew, now=self._now)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with self.store.view() as view:
            return view.counts()

    def is_linked(self) -> bool:
        """Whether the incidents are made from the claims and judgements as they are now."""
        with self.store.view() as view:
            return view.is_linked()

    def verify(self) -> Verified:
        """Computes every hash, offset and link of the log anew."""
        with self.store.view() as view:
            return view.verify()
