"""``/api/reports``: the list, one report with everything that was found in it marked, and the bytes it was read
from."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from reportedly.ledger import record
from reportedly.web.answers import Answer
from reportedly.web.desk import Desk

ORIGINAL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
"""Of a page of somebody else: no scripts, no forms, nothing loaded, no origin of its own."""


def routes(desk: Desk) -> APIRouter:
    """The routes of reports. Ids of reports may hold slashes."""
    router = APIRouter(prefix="/api/reports", tags=["reports"])

    @router.get("", summary="Reports, the newest first")
    def reports(
        q: Annotated[str | None, Query(max_length=400)] = None,
        offset: Annotated[int, Query(ge=0, le=2**53)] = 0,
        limit: Annotated[int, Query(ge=0, le=500)] = 50,
    ) -> Answer:
        total, heads = desk.ledger.heads(q, offset=offset, limit=limit)
        return Answer({"total": total, "rows": [record(head) for head in heads]})

    @router.get("/{id:path}/original", summary="The bytes that a report was read from, without scripts")
    def original(id: str) -> Response:
        found = desk.ledger.original(id)
        return Response(
            found.content,
            headers={
                "content-type": _shown_as(found.media_type, found.content),
                "content-security-policy": ORIGINAL_POLICY,
                "x-frame-options": "SAMEORIGIN",
            },
        )

    @router.get("/{id:path}", summary="One report with everything that was found in it")
    def report(id: str) -> Answer:
        return Answer(record(desk.ledger.marked(id)))

    return router


def _shown_as(media_type: str, content: bytes) -> str:
    """Pages as pages; all else as text, whatever it says it is."""
    if media_type in ("text/html", "application/xhtml+xml") and content.lstrip()[:1] != b"{":
        return "text/html"  # without a charset: the page says its own
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "text/plain"
    return "text/plain; charset=utf-8"
