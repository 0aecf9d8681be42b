"""What people decide about a ledger: which claims are one happening, which do not count, and what is to be said
instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reportedly.errors import LedgerError
from reportedly.incidents.reviewing import corrected
from reportedly.ledger.browsing import Shelf
from reportedly.model.question import Question
from reportedly.model.review import Correction, Review
from reportedly.model.words import Ruling, Verdict
from reportedly.store import Decided, Store

MOST_PAIRS = 20_000
"""Pairs of claims that one decision may hold apart."""


class Deciding:
    """The part of :class:`Ledger` that takes decisions: each is appended to the log and none is rewritten."""

    store: Store
    _shelf: Shelf
    _now: Callable[[], str]

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
