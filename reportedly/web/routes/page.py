"""The page itself: every path that is not of the API."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from reportedly.web.answers import RefusedError
from reportedly.web.desk import Desk


def routes(desk: Desk) -> APIRouter:
    """The files of the page, and the page for the paths of its views."""
    router = APIRouter(include_in_schema=False)

    @router.get("/api/{rest:path}")
    def unknown() -> Response:
        raise RefusedError(404, "the API has no such route", mend="it is described in /api/openapi.json")

    @router.get("/{rest:path}")
    def page(request: Request) -> Response:
        return desk.page.answer(request)

    return router
