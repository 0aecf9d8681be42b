"""Judgements in, lines of a hash-chained log out; the log in, what counts now and whether the chain holds out.

A line is JSON and names the hash of the line before it; its own hash is the sha256 of that JSON. A line changed, taken
out or put in breaks the chain from there on. Nothing is ever rewritten: an undoing is another line.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, insert, select

from reportedly.errors import LedgerError
from reportedly.model.claim import Claim, Issue
from reportedly.model.incident import Judgement
from reportedly.model.review import Correction, Review, Seen
from reportedly.model.words import Ruling, Verdict
from reportedly.store import tables
from reportedly.store.answers import Decided, Decision
from reportedly.store.codec import digest, freeze, thaw, unpack_text
from reportedly.store.links import claims_behind


def judge(connection: Connection, verdict: Verdict, left: str, right: str, *, by: str, note: str, at: str) -> Decided:
    """Append a decision on two claims or incidents. "Same" binds the first claims of both, "different" holds every
    claim of the one apart from every claim of the other. Raises LedgerError for unknown ids."""
    lefts, rights = claims_behind(connection, left), claims_behind(connection, right)
    shared = sorted(set(lefts) & set(rights))
    if shared:
        raise LedgerError(
            f"both sides hold the claim {shared[0]}",
            where=f"{left} {right}",
            mend="name two different incidents, or the two claims that you mean",
            code="judge-itself",
        )
    pairs = [(lefts[0], rights[0])] if verdict is Verdict.SAME else [(a, b) for a in lefts for b in rights]
    return _judged(connection, verdict, (left, right), pairs, by=by, note=note, at=at)


def part(
    connection: Connection,
    incident: str,
    lefts: tuple[str, ...],
    rights: tuple[str, ...],
    *,
    by: str,
    note: str,
    at: str,
) -> Decided:
    """Append that some claims of an incident, ``lefts``, belong with none of its others. Raises LedgerError for unknown
    ids."""
    for claim in (*lefts, *rights):
        claims_behind(connection, claim)
    pairs = [(a, b) for a in lefts for b in rights]
    return _judged(connection, Verdict.DIFFERENT, (", ".join(lefts), incident), pairs, by=by, note=note, at=at)


def _judged(
    connection: Connection,
    verdict: Verdict,
    named: tuple[str, str],
    pairs: list[tuple[str, str]],
    *,
    by: str,
    note: str,
    at: str,
) -> Decided:
    ordered = tuple(sorted((min(pair), max(pair)) for pair in pairs))
    seen = tuple(_seen(connection, claim) for claim in sorted({claim for pair in ordered for claim in pair}))
    number, previous = _tail(connection)
    decision = Decision(
        number=number,
        previous=previous,
        at=at,
        by=_named(by),
        note=note,
        verdict=verdict,
        left=named[0],
        right=named[1],
        pairs=ordered,
        seen=seen,
    )
    return _append(connection, decision)


def rule(
    connection: Connection,
    ruling: Ruling,
    id_: str,
    corrections: tuple[Correction, ...],
    *,
    by: str,
    note: str,
    at: str,
) -> Decided:
    """Append a ruling on a claim, or on every claim of an incident. Raises LedgerError for an unknown id."""
    claims = claims_behind(connection, id_)
    number, previous = _tail(connection)
    decision = Decision(
        number=number,
        previous=previous,
        at=at,
        by=_named(by),
        note=note,
        left=id_,
        seen=tuple(_seen(connection, claim) for claim in claims),
        ruling=ruling,
        corrections=corrections,
    )
    return _append(connection, decision)


def undo(connection: Connection, number: int, *, by: str, note: str, at: str) -> Decided:
    """Append that the decision of this number no longer counts."""
    before = next((d for d in log(connection) if d.decision.number == number), None)
    if before is None:
        raise LedgerError(
            f"there is no decision {number}", mend="list the decisions to see their numbers", code="unknown-id"
        )
    if before.decision.undoes is not None or before.undone_by is not None:
        what = "undoes another" if before.decision.undoes is not None else f"was undone by {before.undone_by}"
        raise LedgerError(f"the decision {number} {what}", mend="judge again instead", code="already-undone")
    last, previous = _tail(connection)
    return _append(connection, Decision(number=last, previous=previous, at=at, by=_named(by), note=note, undoes=number))


def log(connection: Connection) -> tuple[Decided, ...]:
    """All lines, oldest first."""
    rows = connection.execute(select(tables.decision).order_by(tables.decision.c.number)).all()
    lines = [(thaw(row.line, Decision), row.hash) for row in rows]
    undone = {line.undoes: line.number for line, _ in lines if line.undoes is not None}
    return tuple(Decided(decision=line, hash=hash_, undone_by=undone.get(line.number)) for line, hash_ in lines)


def standing(decided: tuple[Decided, ...]) -> tuple[Judgement, ...]:
    """The judgements that count: those not undone, the latest of each pair of claims, in order of the pairs."""
    latest: dict[tuple[str, str], Judgement] = {}
    for line in decided:
        made = line.decision
        if made.verdict is None or line.undone_by is not None:
            continue
        for left, right in made.pairs:
            latest[left, right] = Judgement(verdict=made.verdict, left=left, right=right, by=made.by, note=made.note)
    return tuple(latest[pair] for pair in sorted(latest))


def rulings(decided: tuple[Decided, ...]) -> tuple[Review, ...]:
    """The rulings that count: those not undone, the latest of each claim, in order of the claims."""
    latest: dict[str, Review] = {}
    for line in decided:
        made = line.decision
        if made.ruling is None or line.undone_by is not None:
            continue
        for seen in made.seen:
            latest[seen.claim] = Review(
                ruling=made.ruling,
                claim=seen.claim,
                by=made.by,
                decision=made.number,
                note=made.note,
                corrections=made.corrections,
            )
    return tuple(latest[claim] for claim in sorted(latest))


def breaks(connection: Connection) -> Iterator[Issue]:
    """Where the chain does not hold: a hash that is not the line's, a line that does not follow the one before."""
    previous, expected = "", 1
    for row in connection.execute(select(tables.decision).order_by(tables.decision.c.number)):
        if digest(row.line) != row.hash:
            yield _broken(row.number, "its words are not those that were written")
        try:
            line = thaw(row.line, Decision)
        except LedgerError:
            yield _broken(row.number, "it cannot be read")
        else:
            if (line.number, line.number, line.previous) != (row.number, expected, previous):
                yield _broken(row.number, "it does not follow the line before")
        previous, expected = row.hash, row.number + 1


def head(connection: Connection) -> str:
    """The hash of the last line; empty where nothing was decided."""
    return _tail(connection)[1]


def _tail(connection: Connection) -> tuple[int, str]:
    """The number of the next line, and the hash of the last."""
    columns = tables.decision.c
    row = connection.execute(select(columns.number, columns.hash).order_by(columns.number.desc()).limit(1)).first()
    return (row.number + 1, row.hash) if row else (1, "")


def _append(connection: Connection, decision: Decision) -> Decided:
    line = freeze(decision, Decision)
    row = {"number": decision.number, "hash": digest(line), "line": line}
    connection.execute(insert(tables.decision), [row])
    return Decided(decision=decision, hash=digest(line), undone_by=None)


def _seen(connection: Connection, claim: str) -> Seen:
    query = select(tables.claim.c.frozen, tables.report.c.body).join(
        tables.report, tables.report.c.id == tables.claim.c.report
    )
    row = connection.execute(query.where(tables.claim.c.id == claim)).one()
    found = thaw(row.frozen, Claim)
    return Seen(
        claim=claim,
        report=found.report,
        start=found.span.start,
        end=found.span.end,
        happening=found.happening.value,
        words=found.span.of(unpack_text(row.body)),
    )


def _named(by: str) -> str:
    if not by.strip():
        raise LedgerError("a decision needs the name of who took it", mend="give a name", code="judge-nameless")
    return by.strip()


def _broken(number: int, why: str) -> Issue:
    return Issue(
        code="log-broken",
        message=f"decision {number} of the log was tampered with: {why}",
        hint="restore the ledger from a copy; all later decisions are in doubt",
    )
