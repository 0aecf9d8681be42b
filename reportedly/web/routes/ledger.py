"""``/api/ledger``: what the desk shows, how much of it there is, and the token that changes need."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from reportedly.model.browsing import Wanted
from reportedly.web.answers import Answer
from reportedly.web.desk import Desk
from reportedly.web.exporting import forms


def routes(desk: Desk) -> APIRouter:
    """The route of the ledger itself."""
    router = APIRouter(prefix="/api", tags=["ledger"])

    @router.get("/ledger", summary="The ledger: its size, what can be filtered by, and the token of changes")
    def ledger() -> Answer:
        return Answer(_told(desk))

    return router


def _told(desk: Desk) -> dict[str, Any]:
    held, counts = desk.ledger, desk.ledger.counts()
    found = held.browse(Wanted(limit=0))
    return {
        "name": desk.name,
        "revision": held.revision(),
        "linked": held.is_linked(),
        "counts": {
            "reports": counts.reports,
            "claims": counts.claims,
            "incidents": counts.incidents,
            "attributions": counts.attributions,
            "issues": counts.issues,
            "decisions": counts.decisions,
        },
        "first": found.first and found.first.isoformat(),
        "last": found.last and found.last.isoformat(),
        "policy": held.policy(),
        "facets": held.choices(),
        "forms": list(forms()),
        "credits": list(held.credits()),
        "token": desk.rules.token,
        "fetching": desk.fetching,
        "limits": {"upload_bytes": desk.rules.most_upload, "files": desk.most_files},
        "jobs": [job.told() for job in desk.jobs.running()],
    }
