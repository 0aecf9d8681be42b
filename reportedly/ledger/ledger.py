"""A ledger's address in, everything that can be done with it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from reportedly.errors import LedgerError
from reportedly.incidents.reviewing import corrected, reviewed
from reportedly.ledger import listing
from reportedly.ledger.answers import Again, Ask, Linking, Progress, Reading, silent
from reportedly.ledger.browsing import Shelf
from reportedly.ledger.control import Control, control
from reportedly.ledger.listing import Listing
from reportedly.ledger.reading import extracted, read_into
from reportedly.ledger.ruled import rulings
from reportedly.ledger.setting import Setting
from reportedly.ledger.showing import Showing
from reportedly.ledger.tying import tied
from reportedly.ledger.why import why_claim, why_incident
from reportedly.model.claim import Claim, Issue
from reportedly.model.difference import Difference
from reportedly.model.explanation import Step
from reportedly.model.findings import Findings
from reportedly.model.handed import Handed
from reportedly.model.incident import Incident
from reportedly.model.independence import Finding
from reportedly.model.question import Question
from reportedly.model.reading import Interval
from reportedly.model.review import Correction, Review
from reportedly.model.rival import Against
from reportedly.model.sheet import Sheet
from reportedly.model.tally import Tally
from reportedly.model.words import Grade, Happening, Ruling, Stance, Verdict
from reportedly.store import ClaimFilter, Counts, Decided, Hit, IncidentFilter, RunKind, Store, Verified, View

if TYPE_CHECKING:
    from reportedly.exports.asked import Asked
    from reportedly.exports.parts import Part
    from reportedly.ledger.relinking import Few

Clock = Callable[[], str]

MOST_PAIRS = 20_000
"""Pairs of claims that one decision may hold apart."""


def utc_now() -> str:
    """The moment, for the log: the ledger is a door and may look at the clock."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Ledger(Showing):
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

    def link(self, *, workers: int = 1, progress: Progress = silent, anew: bool = False) -> Linking:
        """Groups the claims into incidents. Ids stay where the incident does; judgements bind.

        Where few reports were added or read again since the last link, only what these touch is made again, with the
        weights of words that all reports gave when they were last linked together; ``anew`` links all. What does not
        depend on other work is spread over ``workers`` processes where there are many claims.
        """
        from reportedly.ledger.linking import uncollected
        from reportedly.ledger.relinking import few_changed
        from reportedly.ledger.setting import linking_recipe

        recipe = linking_recipe(self.setting)
        with uncollected(), self.store.view() as view:
            few = None if anew else few_changed(view, recipe.digest)
            if few is not None:
                return self._link_few(view, few, progress)
            return self._link_all(view, workers, progress)

    def _link_all(self, view: View, workers: int, progress: Progress) -> Linking:
        from reportedly.incidents.linker import Linker
        from reportedly.ledger.linking import AS_ROWS, MANY, Keeping, Spilled, source_of, spread_over
        from reportedly.ledger.relinking import FEWEST
        from reportedly.ledger.setting import linking_recipe

        recipe = linking_recipe(self.setting)
        revision, total = view.revision(), view.counts().claims
        progress(0, total)
        made = Spilled(total, progress)
        found = rulings(view)
        source = source_of(view, found, total)
        keeping = Keeping(recipe.digest, len(view.decisions())) if total >= FEWEST else None
        with spread_over(workers if total >= MANY else 1) as spread:
            Linker().link_from(source, made, found.judgements, spread=spread, finish=AS_ROWS, keeper=keeping)
        view.close()
        with self.store.writer() as writer:
            writer.begin_run(RunKind.LINK, recipe, at=self._now())
            writer.replace_made(made.made(keeping), revision=revision)
            writer.end_run(at=self._now())
        counted = sum(len(claims) for _, claims in made.members)
        progress(counted, counted)
        return Linking(claims=counted, incidents=len(made.members), copies=len(made.found))

    def _link_few(self, view: View, few: Few, progress: Progress) -> Linking:
        from reportedly.incidents.linker import Linker
        from reportedly.ledger.relinking import relinked
        from reportedly.ledger.setting import linking_recipe

        progress(0, len(few.reports))
        revision, linked = view.revision(), view.linked()
        made = relinked(view, few, Linker())
        view.close()
        with self.store.writer() as writer:
            writer.begin_run(RunKind.LINK, linking_recipe(self.setting), at=self._now())
            writer.apply_relinked(made, few.footing, since=len(few.reports), linked=linked, revision=revision)
            writer.end_run(at=self._now())
        progress(len(few.reports), len(few.reports))
        with self.store.view() as after:
            claims, incidents, copies = after.linked_counts()
        again = Again(reports=len(few.reports), incidents=len(made.incidents), weighed=few.footing.reports)
        return Linking(claims=claims, incidents=incidents, copies=copies, again=again)

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

    def judge(self, verdict: Verdict, left: str, right: str, *, by: str, note: str = "") -> Decided:
        """Appends a person's decision to the log. It binds the next ``link``."""
        with self.store.writer() as writer:
            return writer.judge(verdict, left, right, by=by, note=note, at=self._now())

    def rule(
        self, ruling: Ruling, id_: str, corrections: Mapping[str, str] | None = None, *, by: str, note: str = ""
    ) -> Decided:
        """Appends a person's ruling on a claim, or on all claims of an incident: accepted, rejected, or corrected as
        ``corrections`` say (field to value). It binds the next ``link``; what was read stays as it was read.

        Raises LedgerError for an unknown id, a field that cannot be corrected or a value that cannot be read.
        """
        wanted = tuple(Correction(field=field, value=value) for field, value in (corrections or {}).items())
        if (ruling is Ruling.CORRECT) != bool(wanted):
            raise LedgerError(
                "to correct is to say what", mend="name fields and values, as killed=12", code="correct-what"
            )
        with self.store.view() as view:
            if wanted:  # a value that cannot be read must not enter the log
                corrected(view.claim(id_), Review(ruling=ruling, claim=id_, by=by, decision=0, corrections=wanted))
        with self.store.writer() as writer:
            return writer.rule(ruling, id_, wanted, by=by, note=note, at=self._now())

    def questions(self) -> tuple[Question, ...]:
        """What is open to decide, what would change the tables most first."""
        with self.store.view() as view:
            return self._shelf.questions(view)

    def split(self, incident: str, claims: Sequence[str], *, by: str, note: str = "") -> Decided:
        """Appends a person's decision that some claims of an incident are of another: each of them is held apart from
        each of the rest. It binds the next ``link``.

        Raises LedgerError where the claims are not all of the incident, or are all of it.
        """
        with self.store.view() as view:
            held = view.incident(incident)
        strangers = sorted(set(claims) - set(held.claims))
        if strangers:
            raise LedgerError(
                f"the claim {strangers[0]} is not of this incident", where=held.id, mend="name claims that it holds"
            )
        chosen = tuple(claim for claim in held.claims if claim in set(claims))
        rest = tuple(claim for claim in held.claims if claim not in set(claims))
        if not chosen or not rest:
            raise LedgerError(
                "a part of its claims must go and a part stay", where=held.id, mend="choose some", code="split-what"
            )
        pairs = len(chosen) * len(rest)
        if pairs > MOST_PAIRS:
            raise LedgerError(
                f"this holds {pairs} pairs of claims apart, and at most {MOST_PAIRS} are written at once",
                where=held.id,
                mend="split off fewer claims at a time",
                code="split-large",
            )
        with self.store.writer() as writer:
            return writer.part(held.id, chosen, rest, by=by, note=note, at=self._now())

    def undo(self, number: int, *, by: str, note: str = "") -> Decided:
        """Appends that a decision no longer counts."""
        with self.store.writer() as writer:
            return writer.undo(number, by=by, note=note, at=self._now())

    def decisions(self) -> tuple[Decided, ...]:
        """The log of decisions, oldest first."""
        with self.store.view() as view:
            return view.decisions()

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

    def export(
        self, form: str, *, public: bool = False, left: Counter[str] | None = None, incidents: Sequence[str] = ()
    ) -> Iterator[str]:
        """The ledger in a form of the field, line by line: one of ``forms()``'s first list.

        ``public`` rounds points, puts roles in place of private names and leaves out the sentences of reports.
        ``left`` counts what the form could not hold, by reason, while the lines are taken. ``incidents`` are the ids of
        those wanted; without any, all are.
        """
        from reportedly.exports import forms
        from reportedly.ledger.handing import shown

        with self.store.view() as view:
            yield from forms.write(form, shown(view, incidents), self._asked(view, public, left))

    def pack(
        self, form: str, *, public: bool = False, left: Counter[str] | None = None, incidents: Sequence[str] = ()
    ) -> Iterator[Part]:
        """The files of a form that is a folder: one of ``forms()``'s second list. Each is read whole before the
        next."""
        from reportedly.exports import forms
        from reportedly.ledger.handing import shown

        with self.store.view() as view:
            yield from forms.pack(form, shown(view, incidents), self._asked(view, public, left))

    def printed(
        self, form: str, *, public: bool = False, left: Counter[str] | None = None, incidents: Sequence[str] = ()
    ) -> bytes:
        """The bytes of a form that is set for print: one of ``printed_forms()``. Raises MissingError where the extra
        that sets it is not installed."""
        from reportedly.exports import forms
        from reportedly.ledger.handing import shown

        with self.store.view() as view:
            return forms.set_in_type(form, shown(view, incidents), self._asked(view, public, left))

    def _asked(self, view: View, public: bool, left: Counter[str] | None) -> Asked:
        from reportedly.exports.asked import Asked
        from reportedly.ledger.handing import last_day

        counted: Counter[str] = Counter() if left is None else left
        return Asked(public=public, credits=self.credits(), day=last_day(view), left=counted)

    def credits(self) -> tuple[str, ...]:
        """Whom to name for the places of the incidents, and the licence: "GeoNames (geonames.org), CC BY 4.0"."""
        from reportedly.ledger.gazetteers import credits

        def named(view: View) -> tuple[str, ...]:
            ids = set(view.place_ids())
            terms = credits(ids, home=self.setting.places) if ids else ()
            return tuple(", ".join(filter(None, (t.attribution or t.gazetteer, t.licence))) for t in terms)

        with self.store.view() as view:
            return self._shelf.credits(view, lambda: named(view))

    @staticmethod
    def cannot_hold(form: str) -> str:
        """What a form of export has no room for, in words."""
        from reportedly.exports.forms import cannot_hold

        return cannot_hold(form)

    @staticmethod
    def public_note() -> str:
        """What a public export does, and why."""
        from reportedly.exports.asked import PUBLIC_NOTE

        return PUBLIC_NOTE

    @staticmethod
    def forms() -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of the forms of one file, and of those that are folders."""
        from reportedly.exports.forms import FOLDERS, FORMS

        return tuple(FORMS), tuple(FOLDERS)

    @staticmethod
    def printed_forms() -> tuple[str, ...]:
        """The names of the forms that are set for print."""
        from reportedly.exports.forms import PRINTED

        return tuple(PRINTED)


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
