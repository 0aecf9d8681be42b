"""A ledger in, its incidents made anew: what is read for the linker, how it is spread, what is written."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from tempfile import TemporaryFile
from typing import IO, Any, TypeVar

from reportedly.errors import LedgerError
from reportedly.incidents.kept import Book, Entries, KeptReport, KeptStrand, Weights
from reportedly.incidents.reviewing import reviewed
from reportedly.incidents.source import Held, Opened, Source, Spread, Told, one_by_one
from reportedly.incidents.tasks import Finish
from reportedly.ledger.answers import Progress
from reportedly.ledger.ruled import Rulings
from reportedly.model.claim import Claim
from reportedly.model.incident import Copy
from reportedly.model.review import Review
from reportedly.model.text import Report
from reportedly.model.words import Stance
from reportedly.runners import Hired
from reportedly.store import Bundle, ClaimFilter, Footing, Made, View
from reportedly.store.books import pages
from reportedly.store.footing import footing_row
from reportedly.store.kept import report_row, strand_row, word_rows
from reportedly.store.rows import Row, comparison_row, incident_row

T = TypeVar("T")
R = TypeVar("R")
V = TypeVar("V")

AS_ROWS = Finish(incident=incident_row, comparison=comparison_row)
"""What is made becomes rows where it is made."""

MANY = 20_000
"""Claims from which on other processes are worth starting, and claims are not held in memory."""

_CHUNK = 48  # items that are sent to a process together
_AT_HAND = 4_096  # claims and reports that are kept after they were looked up
_ROWS = 2_000  # rows that are written down together


@dataclass(frozen=True, slots=True)
class StoredTold:
    """Claims that are not decoded yet, with what people ruled of them."""

    bundle: Bundle
    reviews: Mapping[str, Review]

    def open(self) -> Opened:
        claims = reviewed(self.bundle.claims(), tuple(self.reviews.values()))
        return Opened({claim.id: claim for claim in claims}, {report.id: report for report in self.bundle.reports()})


def source_of(view: View, rulings: Rulings, claims: int) -> Source:
    """So many claims of a ledger as people left them: held in memory where they are few, else fetched when asked for.
    Both give the same incidents; what is held is decoded once only."""
    if claims >= MANY:
        return Stored(view, rulings)
    return Held(reviewed(view.claims(), tuple(rulings.reviews.values())), view.reports())


class Stored:
    """The claims of a ledger as people left them, as a source for the linker."""

    def __init__(self, view: View, rulings: Rulings) -> None:
        self._view, self._reviews = view, rulings.reviews
        self._ruled = sorted(self._reviews)

    def reports(self) -> Iterable[Report]:
        return _Again(self._view.reports)

    def reported(self) -> Iterator[Told]:
        return (StoredTold(bundle, {}) for bundle in self._view.texts())

    def told(self) -> Iterator[Told]:
        for bundle in self._view.bundles():
            told = self._with_reviews(bundle)
            if not told.reviews or told.open().claims:
                yield told

    def told_of(self, reports: Iterable[str]) -> Iterator[Told]:
        """The claims of these reports, those without claims left out."""
        for bundle in self._view.bundles_of(reports):
            told = self._with_reviews(bundle)
            if not told.reviews or told.open().claims:
                yield told

    def gathered(self, groups: Iterable[Sequence[str]]) -> Iterator[Told]:
        return map(self._with_reviews, self._view.bundled(groups))

    def denials(self) -> Sequence[Claim]:
        found = {claim.id: claim for claim in self._view.claims(ClaimFilter(stances=(Stance.DENIES,)))}
        found |= {name: self._view.claim(name) for name in self._ruled}
        ruled = reviewed((found[name] for name in sorted(found)), tuple(self._reviews.values()))
        return [claim for claim in ruled if claim.stance is Stance.DENIES]

    def known(self) -> Mapping[str, Claim]:
        return _Looked(self._claim)

    def texts(self) -> Mapping[str, Report]:
        return _Looked(self._view.report)

    def _claim(self, name: str) -> Claim:
        return next(iter(reviewed([self._view.claim(name)], tuple(self._reviews.values()))))

    def _with_reviews(self, bundle: Bundle) -> StoredTold:
        if not self._reviews:
            return StoredTold(bundle, {})
        ids = [claim.id for claim in bundle.claims()]
        return StoredTold(bundle, {name: self._reviews[name] for name in ids if name in self._reviews})


class _Again(Iterable[V]):
    """What can be gone through again, asked for anew each time."""

    def __init__(self, ask: Callable[[], Iterator[V]]) -> None:
        self._ask = ask

    def __iter__(self) -> Iterator[V]:
        return self._ask()


class _Looked(Mapping[str, V]):
    """Values by id, each looked up when it is asked for."""

    def __init__(self, look: Callable[[str], V]) -> None:
        self._look = lru_cache(_AT_HAND)(look)

    def __getitem__(self, name: str) -> V:
        try:
            return self._look(name)
        except (LedgerError, StopIteration):
            raise KeyError(name) from None

    def __iter__(self) -> Iterator[str]:
        raise TypeError("a ledger's claims and reports are looked up one by one")

    def __len__(self) -> int:
        raise TypeError("a ledger's claims and reports are looked up one by one")


@dataclass(slots=True)
class Spilled:
    """What linking made, as rows in a file that nobody else sees, until all of it can be written at once."""

    total: int
    progress: Progress
    found: tuple[Copy, ...] = ()
    members: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    _done: int = 0
    _files: tuple[_Rows, _Rows] = field(default_factory=lambda: (_Rows(), _Rows()))

    def copies(self, copies: Sequence[Copy]) -> None:
        self.found = tuple(copies)

    def comparisons(self, comparisons: Sequence[Row]) -> None:
        self._files[1].add(comparisons)

    def incidents(self, incidents: Sequence[tuple[str, tuple[str, ...], Row]]) -> None:
        self._files[0].add([row for _, _, row in incidents])
        for name, claims, _ in incidents:
            self.members.append((name, claims))
            self._done += len(claims)
        self.progress(self._done, self.total)

    def made(self, kept: Keeping | None = None) -> Made:
        """All of it, to be written."""
        return Made(
            kept=kept.rows() if kept else (),
            members=self.members,
            incidents=self._files[0].portions(),
            comparisons=self._files[1].portions(),
            copies=self.found,
        )


class Keeping:
    """What linking leaves for the next link, as rows in files of its own until all can be written at once."""

    def __init__(self, recipe: str, decisions: int) -> None:
        self._recipe, self._decisions = recipe, decisions
        self._files: dict[str, _Rows] = {}
        self._weighed = self._reports = self._strands = 0

    def weights(self, weights: Weights) -> None:
        self._weighed = weights.wording.reports
        self._add("kept_words", word_rows(weights))

    def reports(self, reports: Iterable[KeptReport]) -> None:
        for one in reports:
            self._reports = one.number + 1
            self._add("kept_report", [report_row(one)])

    def strands(self, strands: Iterable[KeptStrand]) -> None:
        for one in strands:
            self._strands = one.number + 1
            self._add("kept_strand", [strand_row(one)])

    def book(self, book: Book, entries: Entries) -> None:
        for row in pages(book, entries):
            self._add("kept_page", [row])

    def rows(self) -> Iterator[tuple[str, Iterator[list[Row]]]]:
        """The rows of each table, by its name, in portions."""
        footing = Footing(
            recipe=self._recipe,
            decisions=self._decisions,
            reports=self._weighed,
            next_report=self._reports,
            next_strand=self._strands,
        )
        self._add("kept_words", [footing_row(footing)])
        for table, file in self._files.items():
            yield table, file.portions()

    def _add(self, table: str, rows: Iterable[Row]) -> None:
        if table not in self._files:
            self._files[table] = _Rows()
        self._files[table].add(rows)


class _Rows:
    """Rows on their way to the ledger."""

    def __init__(self) -> None:
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed with the object that holds it
        self._waiting: list[Row] = []

    def add(self, rows: Iterable[Row]) -> None:
        self._waiting.extend(rows)
        if len(self._waiting) >= _ROWS:
            self._flush()

    def portions(self) -> Iterator[list[Row]]:
        self._flush()
        self._file.seek(0)
        while True:
            try:
                yield pickle.load(self._file)
            except EOFError:
                return

    def _flush(self) -> None:
        pickle.dump(self._waiting, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._waiting = []


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cycles in memory: nothing here makes any, and looking through millions of living objects
    takes a tenth of the time."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


@contextmanager
def spread_over(workers: int, claims: int) -> Iterator[Spread]:
    """Work on so many claims done in so many processes, which go from one piece of work to the next; here, where one
    is enough."""
    if workers <= 1 or claims < MANY:
        yield one_by_one
        return
    hired = Hired(workers=workers, chunk=_CHUNK)
    try:
        yield _Spreading(hired)
    finally:
        hired.close()


class _Spreading:
    def __init__(self, hired: Hired) -> None:
        self._hired = hired

    def __call__(
        self, factory: Callable[[], Callable[[T], R]], items: Iterable[T], *, large: bool = False
    ) -> Iterator[R]:
        for outcome in self._hired.run(_Alone(factory), items, chunk=1 if large else None):
            if outcome.failure is not None:
                failed = outcome.failure
                raise LedgerError(
                    f"linking failed: {failed.kind}: {failed.message} ({failed.place})",
                    mend="link with --workers 1 to see the error; please report it",
                    code="link-failed",
                )
            value: Any = outcome.value
            yield value


@dataclass(frozen=True, slots=True)
class _Alone:
    """Makes the work in a process that does nothing else."""

    factory: Callable[[], Callable[[Any], Any]]

    def __call__(self) -> Callable[[Any], Any]:
        gc.disable()
        return self.factory()
