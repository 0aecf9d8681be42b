"""What is asked of a ledger: its incidents and claims, why they say what they say, and what differs from what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import LedgerError
from reportedly.incidents.reviewing import reviewed
from reportedly.ledger import listing
from reportedly.ledger.answers import Ask, Progress, silent
from reportedly.ledger.control import Control, control
from reportedly.ledger.listing import Listing
from reportedly.ledger.ruled import rulings
from reportedly.ledger.setting import Setting
from reportedly.ledger.tying import tied
from reportedly.ledger.why import why_claim, why_incident
from reportedly.model.claim import Claim, Issue
from reportedly.model.difference import Difference
from reportedly.model.explanation import Step
from reportedly.model.findings import Findings
from reportedly.model.incident import Incident
from reportedly.model.independence import Finding
from reportedly.model.reading import Interval
from reportedly.model.rival import Against
from reportedly.model.sheet import Sheet
from reportedly.model.tally import Tally
from reportedly.model.words import Grade, Happening, Stance
from reportedly.store import ClaimFilter, Hit, IncidentFilter, Store, View

if TYPE_CHECKING:
    from reportedly.ledger.ledger import Ledger


class Asking:
    """The part of :class:`Ledger` that answers questions."""

    store: Store
    setting: Setting

    def incidents(self, ask: Ask | None = None) -> Listing[Incident]:
        """The incidents that are wanted, by day, then id: to walk over, and as a data frame (``to_pandas``)."""
        return listing.incidents(partial(self._incidents, ask or Ask()))

    def _incidents(self, ask: Ask) -> Iterator[Incident]:
        wanted = IncidentFilter(
            happenings=(Happening(ask.happening),) if ask.happening else None,
            days=_days(ask),
            country=ask.country,
            grades=(Grade(ask.grade),) if ask.grade else None,
            least_killed=ask.least_killed,
            least_sources=ask.least_origins,
            report=ask.report,
        )
        with self.store.view() as view:
            yield from view.incidents(wanted)

    def claims(self, ask: Ask | None = None) -> Listing[Claim]:
        """The claims that are wanted, by report, as they stand in it: to walk over, and as a data frame."""
        return listing.claims(partial(self._claims, ask or Ask()))

    def _claims(self, ask: Ask) -> Iterator[Claim]:
        wanted = ClaimFilter(
            happenings=(Happening(ask.happening),) if ask.happening else None,
            stances=(Stance(ask.stance),) if ask.stance else None,
            days=_days(ask),
            country=ask.country,
            reports=(ask.report,) if ask.report else None,
            least_killed=ask.least_killed,
        )
        with self.store.view() as view:
            yield from tied(view.claims(wanted), view.denials())

    def show(self, id_: str) -> Incident | Claim | Findings:
        """The incident, claim or report of an id. Raises LedgerError where the ledger holds none."""
        with self.store.view() as view:
            if "#" in id_:
                return next(tied([view.claim(id_)], view.denials_about(id_)))
            if not _is_incident(id_):
                return view.findings(id_)
            try:
                return view.incident(id_)
            except LedgerError as missing:
                return _report_called(view, id_, missing)

    def why(self, id_: str) -> Step:
        """Why a claim or an incident says what it says, down to the words of reports."""
        with self.store.view() as view:
            if "#" in id_:
                claim = view.claim(id_)
                review = rulings(view).reviews.get(id_)
                return why_claim(claim, view.report(claim.report), view.denials_about(id_), review)
            incident = view.incident(id_)
            claims = {c.id: c for c in reviewed([view.claim(c) for c in incident.claims], view.reviews())}
            reports = {r: view.report(r) for r in incident.reports}
            seen = {(c.left, c.right): c for claim_id in incident.claims for c in view.comparisons(claim_id)}
            return why_incident(incident, claims, reports, tuple(seen[key] for key in sorted(seen)))

    def sheet(self, id_: str) -> Sheet:
        """An incident laid out: each origin's word beside the others', who has it from whom, how the tolls were
        revised, and the words of every claim. Raises LedgerError where the ledger holds none of that id."""
        from reportedly.ledger.sheets import Sheets

        with self.store.view() as view:
            return Sheets(view).sheet(id_)

    def control(self, place: str) -> Control:
        """Who is said to have taken, held, lost or besieged a place, by day. Raises LedgerError where no claim names
        it."""
        with self.store.view() as view:
            return control(view, place)

    def origins(self, ids: Sequence[str] = ()) -> Iterator[Finding]:
        """The independent origins behind claims, with the words that show them: one finding for all claims of these
        incidents, claims and reports together; where no id is given, one for every incident."""
        from reportedly.ledger.independence import findings

        with self.store.view() as view:
            yield from findings(view, tuple(ids))

    def differences(self, other: Ledger) -> Iterator[Difference]:
        """What was added, merged, split, changed and withdrawn from this ledger to the other, and why."""
        from reportedly.ledger.differing import differences

        with self.store.view() as left, other.store.view() as right:
            yield from differences(left, right)

    def compare(self, path: str | Path, *, days: int = 1, km: float = 10.0, progress: Progress = silent) -> Against:
        """The incidents beside the events of a UCDP GED or ACLED file: what matches, what is missing here, what is
        extra, and the differences field by field.

        ``days`` and ``km`` are what two events may lie apart beyond what their precision leaves open. Raises
        InputError for a file of neither; rows that cannot be read become issues.
        """
        from reportedly.ledger.rivals import against

        with self.store.view() as view:
            return against(view, Path(path), self.setting, days=days, km=km, progress=progress)

    def tallies(self) -> Iterator[Tally]:
        """The running totals that claims state, beside what the incidents add up to."""
        from reportedly.ledger.totals import checked

        with self.store.view() as view:
            yield from checked(view)

    def search(self, query: str, *, limit: int | None = None) -> Iterator[Hit]:
        """Reports by their words: ``word "words in a row" begin* -without``."""
        with self.store.view() as view:
            yield from view.search(query, limit=limit)

    def issues(self, report: str | None = None) -> Iterator[Issue]:
        """What could not be read or settled."""
        with self.store.view() as view:
            yield from view.issues(report)


def _days(ask: Ask) -> Interval | None:
    if ask.first is None and ask.last is None:
        return None
    return Interval(ask.first, ask.last + timedelta(days=1) if ask.last else None)


def _report_called(view: View, id_: str, missing: LedgerError) -> Findings:
    """The report that bears an id of the shape of an incident's; else what was missing at first."""
    try:
        return view.findings(id_)
    except LedgerError:
        raise missing from None


def _is_incident(id_: str) -> bool:
    return id_.startswith("i-")
