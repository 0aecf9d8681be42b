"""Questions in, frozen values out: one steady picture of a ledger, whatever is written meanwhile.

Everything comes in a fixed order, so that the same ledger prints the same bytes. What can be long is an iterator that
holds a few hundred rows at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Engine, Select, func, select

from reportedly.model.browsing import Gist
from reportedly.model.claim import Attribution, Claim, Issue
from reportedly.model.control import Holding
from reportedly.model.findings import Findings, Readings
from reportedly.model.incident import Comparison, Copy, Denial, Incident, Judgement
from reportedly.model.marks import Head, Kept
from reportedly.model.review import Review
from reportedly.model.text import Passages, Report
from reportedly.recipe import Recipe
from reportedly.store import decisions, tables
from reportedly.store.answers import Counts, Decided, Hit, Mark, Original, Run, RunKind, Verified
from reportedly.store.bundles import Bundle, by_report, of_groups, of_reports, reports_alone
from reportedly.store.codec import thaw, unpack
from reportedly.store.filters import ClaimFilter, IncidentFilter, Order, claims_wanted, incidents_wanted
from reportedly.store.footing import Footing, changed, footing
from reportedly.store.gists import gists
from reportedly.store.links import claims_behind, resolve, unknown
from reportedly.store.parcels import portions
from reportedly.store.reports import heads, numbers_with, report_of, search
from reportedly.store.rows import SEAM
from reportedly.store.state import Counter, amount
from reportedly.store.verify import verify

if TYPE_CHECKING:
    from reportedly.store.kept import KeptView

PORTION = 500
"""Rows that are fetched together."""

T = TypeVar("T")


class View:
    """The read side of a ledger. Use it in a ``with`` block; all its answers are of the moment of the first one.

    Ids that the ledger does not hold raise LedgerError with the code ``unknown-id``.
    """

    def __init__(self, engine: Engine) -> None:
        options: dict[str, Any] = {}
        if engine.dialect.name == "postgresql":
            options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._connection: Connection = engine.connect().execution_options(**options)

    def __enter__(self) -> View:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()

    def reports(self) -> Iterator[Report]:
        """All reports with their texts, by id."""
        for some in reports_alone(self._connection):
            yield from some.reports()

    def marks(self) -> Iterator[Mark]:
        """All reports without their texts: which text, read by which recipe; by id."""
        c = tables.report.c
        for row in self._stream(select(c.id, c.digest, c.recipe).order_by(c.id)):
            yield Mark(id=row.id, digest=row.digest, recipe=row.recipe)

    def report(self, id_: str) -> Report:
        """One report."""
        columns = tables.report.c
        row = self._connection.execute(select(columns.head, columns.body).where(columns.id == id_)).first()
        if row is None:
            raise unknown("report", id_)
        return report_of(row.head, row.body)

    def printed(self) -> tuple[date | None, date | None]:
        """The first and the last day on which reports were published, as far as they say."""
        day = tables.report.c.published
        first, last = self._connection.execute(select(func.min(day), func.max(day))).one()
        return first, last

    def findings(self, report: str) -> Findings:
        """All that was found in a report, as it was added."""
        whole = self.report(report)
        column = tables.reading.c
        packed = self._connection.execute(select(column.packed).where(column.report == report)).scalar_one()
        passages, readings = unpack(packed).decode("utf-8").split(SEAM)
        return Findings(
            report=whole,
            passages=thaw(passages, Passages),
            readings=thaw(readings, Readings),
            attributions=self.attributions(report),
            claims=tuple(self.claims(ClaimFilter(reports=(report,)))),
            holdings=tuple(self._of_report(tables.holding, report, Holding)),
            issues=tuple(self._of_report(tables.issue, report, Issue)),
        )

    def attributions(self, report: str) -> tuple[Attribution, ...]:
        """The attributions of a report, in its order."""
        return tuple(self._of_report(tables.attribution, report, Attribution))

    def claims(self, wanted: ClaimFilter | None = None, *, order: Order = Order.REPORT) -> Iterator[Claim]:
        """The claims that are wanted: all, if nothing is said."""
        return self._thawed(claims_wanted(wanted or ClaimFilter(), order), Claim)

    def texts(self) -> Iterator[Bundle]:
        """All reports, a few at a time, not decoded and without their claims; by id."""
        return reports_alone(self._connection)

    def bundles(self) -> Iterator[Bundle]:
        """The claims of each report that has any, not decoded, with their report; by report and in its order."""
        return by_report(self._connection)

    def bundles_of(self, reports: Iterable[str]) -> Iterator[Bundle]:
        """The same of these reports, in this order."""
        return of_reports(self._connection, reports)

    def bundled(self, groups: Iterable[Sequence[str]]) -> Iterator[Bundle]:
        """For each group of claim ids those claims, not decoded, with their reports; unknown ids are left out."""
        return of_groups(self._connection, groups)

    def holdings(self, places: Sequence[str] | None = None) -> Iterator[tuple[str, Holding]]:
        """The statements on who holds places of these names (all, where none are named), with their reports, by report
        and in its order."""
        c = tables.holding.c
        query = select(c.report, c.frozen).order_by(c.report, c.number)
        if places is not None:
            query = query.where(c.place.in_(places))
        for row in self._stream(query):
            yield row.report, thaw(row.frozen, Holding)

    def places(self) -> tuple[str, ...]:
        """The names of all places that claims or holdings speak of, sorted."""
        names = (
            select(tables.claim.c.place).where(tables.claim.c.place.is_not(None)).union(select(tables.holding.c.place))
        )
        return tuple(sorted(self._connection.execute(names).scalars()))

    def claim(self, id_: str) -> Claim:
        """One claim."""
        frozen = self._connection.execute(select(tables.claim.c.frozen).where(tables.claim.c.id == id_)).scalar()
        if frozen is None:
            raise unknown("claim", id_)
        return thaw(frozen, Claim)

    def claims_behind(self, id_: str) -> tuple[str, ...]:
        """The claim ids that a claim's, incident's or former incident's id stands for, sorted."""
        return claims_behind(self._connection, id_)

    def incidents(self, wanted: IncidentFilter | None = None) -> Iterator[Incident]:
        """The incidents that are wanted: all, if nothing is said."""
        return self._thawed(incidents_wanted(wanted or IncidentFilter()), Incident)

    def gists(self) -> Iterator[Gist]:
        """All incidents in short, by first possible day, those without one last, then by id."""
        return gists(self._connection)

    def incident(self, id_: str) -> Incident:
        """One incident by its id, by an id that it bore before, or by the id of one of its claims."""
        now = resolve(self._connection, id_) or self._incident_with(id_)
        query = select(tables.incident.c.frozen).where(tables.incident.c.id == now)
        frozen = self._connection.execute(query).scalar()
        if frozen is None:
            raise unknown("incident", id_)
        return thaw(frozen, Incident)

    def denials(self) -> tuple[Denial, ...]:
        """What linking tied every denial to, by the denials' ids."""
        frozen = tables.incident.c.frozen
        held = select(frozen).where(frozen.like('%"denials":[{%')).order_by(tables.incident.c.id)
        found = {denial.claim: denial for incident in self._thawed(held, Incident) for denial in incident.denials}
        return tuple(found[claim] for claim in sorted(found))

    def denials_about(self, claim: str) -> tuple[Denial, ...]:
        """What linking tied to one claim: its incident holds both what it denies there and what denies it."""
        name = self._incident_with(claim)
        return self.incident(name).denials if name is not None else ()

    def incidents_of(self, claims: Sequence[str]) -> Mapping[str, str]:
        """For each of these claims the incident that it is in; those that are in none are left out."""
        member = tables.incident_claim.c
        query = select(member.claim, func.min(member.incident).label("incident")).group_by(member.claim)
        rows = self._connection.execute(query.where(member.claim.in_(claims)).order_by(member.claim))
        return {row.claim: row.incident for row in rows}

    def place_ids(self) -> tuple[str, ...]:
        """The gazetteers' ids of all places of incidents, sorted."""
        column = tables.incident.c.place_id
        return tuple(
            self._connection.execute(select(column).where(column.is_not(None)).distinct().order_by(column)).scalars()
        )

    def comparisons(self, claim: str | None = None) -> Iterator[Comparison]:
        """The comparisons that joined claims, by their ids; of one claim, if one is named."""
        c = tables.comparison.c
        query = select(c.frozen).order_by(c.left_claim, c.right_claim)
        return self._thawed(
            query if claim is None else query.where((c.left_claim == claim) | (c.right_claim == claim)), Comparison
        )

    def comparisons_among(self, claims: Iterable[str]) -> Iterator[Comparison]:
        """The comparisons that joined two of these claims, by their ids."""
        c, known = tables.comparison.c, frozenset(claims)
        for part in portions(sorted(known)):
            query = select(c.frozen).where(c.left_claim.in_(part)).order_by(c.left_claim, c.right_claim)
            yield from (one for one in self._thawed(query, Comparison) if one.right in known)

    def copies(self, among: Sequence[str] | None = None) -> Iterator[Copy]:
        """The reports that share text, by their ids; those of which the first is one of these, if any are named."""
        c = tables.report_copy.c
        query = select(tables.report_copy).order_by(c.left_report, c.right_report)
        for row in self._stream(query if among is None else query.where(c.left_report.in_(among))):
            yield Copy(left=row.left_report, right=row.right_report, containment=row.containment)

    def issues(self, report: str | None = None) -> Iterator[Issue]:
        """What could not be settled, by report and in its order; then what could not be read at all, by source."""
        if report is not None:
            yield from self._of_report(tables.issue, report, Issue)
            return
        c, failed = tables.issue.c, tables.failure.c
        yield from self._thawed(select(c.frozen).order_by(c.report, c.number), Issue)
        yield from self._thawed(select(failed.frozen).order_by(failed.source), Issue)

    def search(self, query: str, *, limit: int | None = None) -> Iterator[Hit]:
        """The reports that hold every word of the query: ``word "words in a row" begin* -without``. By day of
        publication, those without one last, then by id."""
        return search(self._connection, query, limit)

    def heads(self, query: str | None, *, offset: int, limit: int) -> tuple[int, tuple[Head, ...]]:
        """How many reports a search finds (all, where nothing is searched), and a page of them, the newest first."""
        return heads(self._connection, query, offset=offset, limit=limit)

    def numbers_with(self, query: str) -> tuple[int, ...]:
        """The numbers of the reports that a search finds, in no order; some may be borne by no report any more."""
        return numbers_with(self._connection, query)

    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that count, one for each pair of claims: what a linker is given."""
        return decisions.standing(self.decisions())

    def reviews(self) -> tuple[Review, ...]:
        """The rulings that count, one for each claim."""
        return decisions.rulings(self.decisions())

    def decisions(self) -> tuple[Decided, ...]:
        """The whole log, oldest first, with what was undone."""
        return decisions.log(self._connection)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        return Counts(
            reports=self._count(tables.report),
            claims=self._count(tables.claim),
            attributions=self._count(tables.attribution),
            incidents=self._count(tables.incident),
            issues=self._count(tables.issue),
            failures=self._count(tables.failure),
            decisions=self._count(tables.decision),
            originals=self._count(tables.original),
            runs=self._count(tables.run),
        )

    def linked_counts(self) -> tuple[int, int, int]:
        """How many claims stand in incidents, how many incidents there are, and how many pairs of copies."""
        return self._count(tables.incident_claim), self._count(tables.incident), self._count(tables.report_copy)

    def runs(self) -> tuple[Run, ...]:
        """What was run, oldest first."""
        rows = self._connection.execute(select(tables.run).order_by(tables.run.c.number)).all()
        return tuple(
            Run(
                number=row.number,
                kind=RunKind(row.kind),
                recipe=row.recipe,
                started=row.started,
                ended=row.ended,
                counts=json.loads(row.counts),
            )
            for row in rows
        )

    def recipe(self, digest: str) -> Recipe:
        """The recipe of a run."""
        column = tables.recipe.c
        frozen = self._connection.execute(select(column.frozen).where(column.digest == digest)).scalar()
        if frozen is None:
            raise unknown("recipe", digest)
        return thaw(frozen, Recipe)

    def original(self, sha256: str) -> Original:
        """The bytes that a report was read from."""
        row = self._connection.execute(select(tables.original).where(tables.original.c.sha256 == sha256)).first()
        if row is None:
            raise unknown("original", sha256)
        return Original(sha256=row.sha256, media_type=row.media_type, content=unpack(row.packed))

    def kept_bytes(self, sha256: str) -> Kept | None:
        """What is known of the bytes that a report was read from, if they are kept."""
        c = tables.original.c
        row = self._connection.execute(select(c.sha256, c.media_type, c.size).where(c.sha256 == sha256)).first()
        return None if row is None else Kept(sha256=row.sha256, media_type=row.media_type, size=row.size)

    def revision(self) -> int:
        """How often reports or decisions changed: hand it to ``Writer.replace_links`` with what was made from it."""
        return amount(self._connection, Counter.REVISION)

    def is_linked(self) -> bool:
        """Whether the incidents were made from the claims and judgements as they are now."""
        return self.revision() == self.linked()

    def changed(self) -> tuple[str, ...]:
        """The reports that were added or read again since the incidents were made."""
        return changed(self._connection, self.linked())

    def linked(self) -> int:
        """The revision that the incidents were made from."""
        return amount(self._connection, Counter.LINKED)

    def footing(self) -> Footing | None:
        """Of which link something is kept for the next; ``None`` where nothing is that can be used."""
        return footing(self._connection)

    def kept(self, of: Footing) -> KeptView:
        """What that link kept."""
        from reportedly.store.kept import KeptView

        return KeptView(self._connection, of)

    def last_link(self) -> tuple[int, int]:
        """What tells one making of the incidents from another: the revision that they were made from, and the number
        of the run that made them (0 where none did)."""
        c = tables.run.c
        query = select(func.max(c.number)).where(c.kind == RunKind.LINK.value, c.ended.is_not(None))
        return amount(self._connection, Counter.LINKED), self._connection.execute(query).scalar() or 0

    def linking_recipe(self) -> Recipe | None:
        """What the incidents were made with; ``None`` where none were."""
        c = tables.run.c
        found = self._connection.execute(select(c.recipe).where(c.number == self.last_link()[1])).scalar()
        return None if found is None else self.recipe(found)

    def verify(self) -> Verified:
        """Compute every hash and follow every reference anew."""
        return verify(self._connection)

    def _incident_with(self, claim: str) -> str | None:
        member = tables.incident_claim.c
        return self._connection.execute(select(func.min(member.incident)).where(member.claim == claim)).scalar()

    def _count(self, table: Any) -> int:
        return self._connection.execute(select(func.count()).select_from(table)).scalar_one()

    def _of_report(self, table: Any, report: str, kind: type[T]) -> Iterator[T]:
        return self._thawed(select(table.c.frozen).where(table.c.report == report).order_by(table.c.number), kind)

    def _thawed(self, query: Select[Any], kind: type[T]) -> Iterator[T]:
        for row in self._stream(query):
            yield thaw(row[0], kind)

    def _stream(self, query: Select[Any]) -> Iterator[Any]:
        with self._connection.execute(query, execution_options={"yield_per": PORTION}) as rows:
            yield from rows
