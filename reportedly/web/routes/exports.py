"""``/api/export``: the forms, and the ledger in one of them as a download."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from fastapi import APIRouter
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from reportedly.ledger import Ledger
from reportedly.web.answers import Answer, RefusedError
from reportedly.web.desk import Desk
from reportedly.web.exporting import exported


def routes(desk: Desk) -> APIRouter:
    """The routes of exports."""
    router = APIRouter(prefix="/api/export", tags=["exports"])

    @router.get("", summary="The forms that a ledger can be exported in, and what each cannot hold")
    def forms() -> Answer:
        one_file, folders = Ledger.forms()
        rows = [
            {"form": form, "folder": form in folders, "cannot_hold": Ledger.cannot_hold(form)}
            for form in (*one_file, *folders)
        ]
        return Answer({"rows": rows, "public_note": Ledger.public_note(), "credits": list(desk.ledger.credits())})

    @router.get("/{form}", summary="The ledger in a form, as a download; what was left out is told in headers")
    def export(form: str, public: bool = False) -> Response:
        if not any(form in forms for forms in Ledger.forms()):
            raise RefusedError(404, "there is no such form", mend="the forms are listed at /api/export")
        made = exported(desk.ledger, _stem(desk.name), form, public=public)
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

    return router


def _stem(name: str) -> str:
    """The ledger's name as the name of a file may begin."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", PurePath(name).stem).strip("-.") or "ledger"
