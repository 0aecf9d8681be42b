"""``/api/queue`` and ``/api/decisions``: what is open to decide, the log, and decisions taken."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from reportedly.ledger import Decided, record
from reportedly.model.words import Ruling, Verdict
from reportedly.web.answers import Answer, RefusedError
from reportedly.web.desk import Desk

Id = Annotated[str, Field(min_length=1, max_length=500)]


class Do(StrEnum):
    """What can be decided."""

    SAME = "same"
    DIFFERENT = "different"
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    UNDO = "undo"
    MERGE = "merge"
    SPLIT = "split"


class Deciding(BaseModel):
    """A decision: ``same``, ``different`` and ``merge`` take ``left`` and ``right`` (claims or incidents), ``accept``
    and ``reject`` a ``claim`` or an ``incident``, ``correct`` a ``claim`` and ``corrections``, ``split`` an
    ``incident`` and the ``claims`` that leave it, ``undo`` the ``number`` of a decision."""

    model_config = ConfigDict(extra="forbid")

    do: Do
    by: Annotated[str, Field(min_length=1, max_length=200)]
    note: Annotated[str, Field(max_length=4000)] = ""
    left: Id | None = None
    right: Id | None = None
    claim: Id | None = None
    claims: Annotated[list[Id], Field(max_length=2000)] = []
    incident: Id | None = None
    corrections: Annotated[dict[str, Annotated[str, Field(max_length=200)]], Field(max_length=40)] = {}
    number: Annotated[int | None, Field(ge=1, le=2**53)] = None


def routes(desk: Desk) -> APIRouter:
    """The routes of review."""
    router = APIRouter(prefix="/api", tags=["review"])

    @router.get("/queue", summary="What is open to decide, what changes the tables most first")
    def queue(limit: Annotated[int, Query(ge=1, le=1000)] = 50) -> Answer:
        found = desk.weighing.questions()
        return Answer({"total": len(found), "rows": [_open(record(one)) for one in found[:limit]]})

    @router.get("/decisions", summary="The log of decisions, oldest first")
    def decisions() -> Answer:
        return Answer({"rows": [_logged(one) for one in desk.ledger.decisions()]})

    @router.post("/decisions", summary="Take a decision, or undo one; it binds the next linking")
    def decide(deciding: Deciding) -> Answer:
        made = _decided(desk, deciding)
        return Answer({"number": made.decision.number, "linked": desk.ledger.is_linked()}, status_code=201)

    return router


def _decided(desk: Desk, wish: Deciding) -> Decided:
    ledger, by, note = desk.ledger, wish.by, wish.note
    match wish.do:
        case Do.SAME | Do.MERGE:
            left, right = _given(wish, "left"), _given(wish, "right")
            return ledger.judge(Verdict.SAME, left, right, by=by, note=note)
        case Do.DIFFERENT:
            return ledger.judge(Verdict.DIFFERENT, _given(wish, "left"), _given(wish, "right"), by=by, note=note)
        case Do.ACCEPT | Do.REJECT:
            chosen = wish.claim or wish.incident
            return ledger.rule(Ruling(wish.do.value), chosen or _given(wish, "claim"), by=by, note=note)
        case Do.CORRECT:
            return ledger.rule(Ruling.CORRECT, _given(wish, "claim"), wish.corrections, by=by, note=note)
        case Do.SPLIT:
            return ledger.split(_given(wish, "incident"), wish.claims, by=by, note=note)
        case Do.UNDO:
            return ledger.undo(int(_given(wish, "number")), by=by, note=note)


def _given(wish: Deciding, field: str) -> str:
    value = getattr(wish, field)
    if value is None:
        raise RefusedError(422, f"{wish.do} needs {field}", f"body.{field}", "see /api/openapi.json")
    return str(value)


def _open(one: dict[str, Any]) -> dict[str, Any]:
    """A question of ``reportedly queue`` as the page shows it."""
    ids = one["ids"]
    changes = {name: one[name] for name in ("killed", "wounded", "spread", "incidents")}
    return {
        "doubt": one["doubt"],
        "text": one["text"],
        "changes": changes,
        "left": ids[0],
        "right": ids[1] if len(ids) > 1 else None,
        "verdict": one["verdict"],
        "incidents": [one["incident"]],
    }


def _logged(decided: Decided) -> dict[str, Any]:
    line = decided.decision
    return {
        "number": line.number,
        "kind": "undo" if line.undoes is not None else "ruling" if line.ruling else "verdict",
        "verdict": line.verdict and line.verdict.value,
        "ruling": line.ruling and line.ruling.value,
        "left": line.left or None,
        "right": line.right or None,
        "corrections": {one.field: one.value for one in line.corrections},
        "undoes": line.undoes,
        "by": line.by,
        "note": line.note,
        "taken": line.at,
        "undone": decided.undone_by,
        "hash": decided.hash,
        "words": [{"claim": seen.claim, "report": seen.report, "words": seen.words} for seen in line.seen[:20]],
    }
