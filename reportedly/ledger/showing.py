"""What a desk asks of a ledger: pages of incidents and reports, marked texts, who holds what, what is handed over."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from reportedly.errors import LedgerError
from reportedly.ledger.answers import Progress, silent
from reportedly.ledger.browsing import Shelf
from reportedly.ledger.ruled import rulings
from reportedly.model.browsing import Browsed, Wanted
from reportedly.model.claim import Claim
from reportedly.model.control import Ground
from reportedly.model.handed import Handed
from reportedly.model.marks import Head, MarkedReport, Stood
from reportedly.store import Original, Store


class Showing:
    """The part of :class:`Ledger` that faces with pages use. ``_shelf`` keeps what takes long to lay out."""

    store: Store
    _shelf: Shelf

    def browse(self, wanted: Wanted, *, progress: Progress = silent) -> Browsed:
        """A page of the incidents that are wanted, with their timeline, map and counts.

        The incidents are laid out in memory when this is first called, which ``progress`` can watch, and again when
        they were made anew; after that an answer takes some milliseconds. Any number of threads may ask.
        """
        with self.store.view() as view:
            return self._shelf.browse(view, wanted, progress)

    def choices(self) -> dict[str, list[dict[str, object]]]:
        """What incidents can be filtered by, with how many there are: kinds, sides, grades and countries."""
        with self.store.view() as view:
            return self._shelf.choices(view)

    def heads(self, query: str | None = None, *, offset: int = 0, limit: int = 50) -> tuple[int, tuple[Head, ...]]:
        """How many reports hold the words (all, where there are none), and a page of them, the newest first."""
        with self.store.view() as view:
            return view.heads(query, offset=offset, limit=limit)

    def marked(self, report: str) -> MarkedReport:
        """A report with everything that was found in it. Raises LedgerError where the ledger holds none."""
        from reportedly.ledger.marking import marks

        with self.store.view() as view:
            found = view.findings(report)
            claims = tuple(claim.id for claim in found.claims)
            return MarkedReport(
                report=found.report,
                passages=found.passages,
                marks=marks(found),
                claims=claims,
                incidents=view.incidents_of(claims),
                issues=found.issues,
                original=view.kept_bytes(found.report.original) if found.report.original else None,
            )

    def original(self, report: str) -> Original:
        """The bytes that a report was read from. Raises LedgerError where they are not kept."""
        with self.store.view() as view:
            found = view.report(report)
            if found.original is None:
                raise LedgerError("the bytes of this report were not kept", where=report, code="unknown-id")
            return view.original(found.original)

    def standing(self, claim: Claim) -> Stood:
        """How a claim stands in the ledger: its incident, its words, what a person ruled of it."""
        with self.store.view() as view:
            words = " ".join(claim.span.of(view.report(claim.report).text).split())
            incident = view.incidents_of([claim.id]).get(claim.id)
            return Stood(incident=incident, quote=words, ruling=rulings(view).reviews.get(claim.id))

    def revision(self) -> int:
        """How often reports or decisions changed."""
        with self.store.view() as view:
            return view.revision()

    def policy(self) -> str:
        """The policy by which the numbers of incidents were settled."""
        from reportedly.ledger.grouping import policy_of

        with self.store.view() as view:
            return policy_of(view).value

    def grounds(self) -> tuple[Ground, ...]:
        """All places that somebody is said to hold, take, leave or besiege, with what is told of each by day."""
        with self.store.view() as view:
            return self._shelf.grounds(view)

    def control_map(self, on: date | None = None) -> dict[str, Any]:
        """Who is said to hold what on a day (the last of which anything is told, where none is named)."""
        from reportedly.exports.control import control_map

        return control_map(self.grounds(), on)

    @staticmethod
    def page(url: str, *, private: bool = False) -> Handed:
        """A page of the web, fetched now, to be read. ``private`` allows addresses of this machine and its network.

        Raises InputError where it cannot or must not be fetched.
        """
        from reportedly.ledger.handed import page

        return page(url, private=private)

    @staticmethod
    def pasted(
        text: str, *, title: str | None = None, outlet: str | None = None, published: str | None = None
    ) -> Handed:
        """A text with what is known of it, to be read. The same text with the same head is the same report."""
        from reportedly.ledger.handed import pasted

        return pasted(text, title=title, outlet=outlet, published=published)

    @staticmethod
    def upload(name: str, content: Path) -> Handed:
        """A file under another name, to be read."""
        from reportedly.ledger.handed import upload

        return upload(name, content)
