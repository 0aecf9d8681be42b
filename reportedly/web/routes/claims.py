"""``/api/claims``: one claim, and why it says what it says."""

from __future__ import annotations

from fastapi import APIRouter

from reportedly.ledger import record
from reportedly.model.claim import Claim
from reportedly.web.answers import Answer, RefusedError
from reportedly.web.desk import Desk
from reportedly.web.explained import explained


def routes(desk: Desk) -> APIRouter:
    """The routes of claims. Their ids hold a ``#``, and may hold slashes, as ids of reports may."""
    router = APIRouter(prefix="/api/claims", tags=["claims"])

    @router.get("/{id:path}/why", summary="Why a claim says what it says")
    def why(id: str) -> Answer:
        _claim(desk, id)
        return Answer(explained(desk.ledger.why(id)))

    @router.get("/{id:path}", summary="One claim with its words, its incident, and what a person ruled of it")
    def claim(id: str) -> Answer:
        found = _claim(desk, id)
        return Answer(record(found) | record(desk.ledger.standing(found)))

    return router


def _claim(desk: Desk, id_: str) -> Claim:
    found = desk.ledger.show(id_) if "#" in id_ else None
    if not isinstance(found, Claim):
        raise RefusedError(404, "the ledger holds no claim of this id", mend="open it from its report or incident")
    return found
