"""``/api/export``: the forms, and the ledger in one of them as a download; the dossier of one incident."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from reportedly.ledger import Ledger
from reportedly.web.answers import Answer, RefusedError
from reportedly.web.desk import Desk
from reportedly.web.exporting import exported, forms

MOST = 500
"""Incidents that can be chosen."""


def routes(desk: Desk) -> APIRouter:
    """The routes of exports."""
    router = APIRouter(prefix="/api", tags=["exports"])

    @router.get("/export", summary="The forms that a ledger can be exported in, and what each cannot hold")
    def listed() -> Answer:
        folders = Ledger.forms()[1]
        rows = [{"form": form, "folder": form in folders, "cannot_hold": Ledger.cannot_hold(form)} for form in forms()]
        return Answer({"rows": rows, "public_note": Ledger.public_note(), "credits": list(desk.ledger.credits())})

    @router.get("/export/{form}", summary="The ledger in a form, as a download; what was left out is told in headers")
    def export(
        form: str, public: bool = False, incident: Annotated[list[str] | None, Query(max_length=MOST)] = None
    ) -> Response:
        if form not in forms():
            raise RefusedError(404, "there is no such form", mend="the forms are listed at /api/export")
        return _download(desk, form, public=public, incidents=incident or ())

    @router.get("/incidents/{id}/dossier", summary="The dossier of one incident, as a download")
    @router.get("/incidents/{id}/dossier.html", include_in_schema=False)
    def dossier(id: str, public: bool = False) -> Response:
        return _download(desk, "dossier", public=public, incidents=[id])

    @router.get("/incidents/{id}/dossier.pdf", summary="The dossier of one incident as PDF")
    def printed(id: str, public: bool = False) -> Response:
        return _download(desk, "dossier-pdf", public=public, incidents=[id])

    return router


def _download(desk: Desk, form: str, *, public: bool, incidents: Sequence[str]) -> Response:
    stem = _plain(incidents[0]) if len(incidents) == 1 else _plain(PurePath(desk.name).stem)
    made = exported(desk.ledger, stem, form, public=public, incidents=incidents)
    return FileResponse(
        made.path,
        media_type=made.media_type,
        filename=made.name,
        headers={
            "x-reportedly-cannot-hold": json.dumps(Ledger.cannot_hold(form)),
            "x-reportedly-left-out": json.dumps(made.left),
        },
        background=BackgroundTask(made.drop),
    )


def _plain(name: str) -> str:
    """A name as that of a file may begin."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.")[:60] or "ledger"
