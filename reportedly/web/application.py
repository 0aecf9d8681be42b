"""A desk in, the ASGI application that shows it out."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from reportedly import __version__
from reportedly.errors import ReportedlyError
from reportedly.web.answers import Answer, RefusedError
from reportedly.web.desk import Desk
from reportedly.web.guard import Guard
from reportedly.web.routes import claims, control, exports, incidents, jobs, ledger, page, reports, review

_log = logging.getLogger("reportedly.web")
_ROOMS = (ledger, incidents, claims, reports, review, jobs, control, exports, page)  # the page answers what is left


def application(desk: Desk) -> FastAPI:
    """The application. Its API is described at ``/api/openapi.json``; there are no pages that load scripts from
    elsewhere to show it."""
    made = FastAPI(
        title="reportedly",
        version=__version__,
        summary="A ledger of attributed claims and incidents. Changes need the header X-Reportedly-Token.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        default_response_class=Answer,
        redirect_slashes=False,
    )
    for room in _ROOMS:
        made.include_router(room.routes(desk))
    _explain(made, desk)
    made.add_middleware(Guard, rules=desk.rules)
    return made


def _explain(made: FastAPI, desk: Desk) -> None:
    """Every error leaves as what, where and how to mend; what is ours goes to the terminal and not to the browser."""
    telling = desk.jobs.telling

    async def refused(_request: Request, error: Exception) -> Response:
        assert isinstance(error, RefusedError)
        return error.answer()

    async def said(_request: Request, error: Exception) -> Response:
        assert isinstance(error, ReportedlyError)
        return telling.refusal(error).answer()

    async def unfit(_request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return RefusedError(422, *_first(error.errors())).answer()

    async def plain(_request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return RefusedError(error.status_code, str(error.detail).lower()).answer(error.headers)

    async def ours(_request: Request, error: Exception) -> Response:
        _log.error("a request failed", exc_info=error)
        return RefusedError(500, "something went wrong inside", mend="look at the terminal; please report it").answer()

    made.add_exception_handler(RefusedError, refused)
    made.add_exception_handler(ReportedlyError, said)
    made.add_exception_handler(RequestValidationError, unfit)
    made.add_exception_handler(HTTPException, plain)
    made.add_exception_handler(Exception, ours)


def _first(errors: Any) -> tuple[str, str, str]:
    """The first thing that is wrong with a request, and where."""
    error = errors[0]
    where = ".".join(str(part) for part in error["loc"])
    return str(error["msg"]).lower(), where, "the API is described in /api/openapi.json"
