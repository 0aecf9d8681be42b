"""``/api/read``, ``/api/link`` and ``/api/jobs``: reports handed over, incidents made anew, and how far that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from reportedly.ledger import Ledger
from reportedly.model.handed import Handed
from reportedly.web.answers import Answer, RefusedError
from reportedly.web.desk import Desk
from reportedly.web.jobs import Job
from reportedly.web.reading import linking, reading
from reportedly.web.uploads import Uploaded, uploaded

Line = Annotated[str | None, Field(max_length=500)]


class Pasted(BaseModel):
    """A text that was pasted, or the address of a page: one of them."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str | None, Field(max_length=2_000_000)] = None
    title: Line = None
    outlet: Line = None
    published: Annotated[str | None, Field(max_length=40, description="a day or moment in ISO 8601")] = None
    url: Annotated[str | None, Field(max_length=2000)] = None


_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
                }
            },
            "application/json": {"schema": Pasted.model_json_schema()},
        },
    }
}


def routes(desk: Desk) -> APIRouter:
    """The routes of work that takes longer than an answer."""
    router = APIRouter(prefix="/api", tags=["reading"])

    @router.post("/read", summary="Read files, a pasted text or a page of the web, then link", openapi_extra=_BODY)
    async def read(request: Request) -> Answer:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == "multipart/form-data":
            return _job(_files(desk, await _sent(desk, request)))
        if kind == "application/json":
            return _job(_pasted(desk, _parsed(await request.body())))
        raise RefusedError(415, "files or JSON are read", "header.content-type", "send multipart/form-data or JSON")

    @router.post("/link", summary="Make the incidents anew, as decisions and reports are now")
    def link() -> Answer:
        return _job(desk.jobs.add("link", linking(desk)))

    @router.get("/jobs/{id}", summary="How far a job is")
    def job(id: str) -> Answer:
        return Answer(desk.jobs.job(id).told())

    return router


def _job(job: Job) -> Answer:
    return Answer({"job": job.id}, status_code=202)


async def _sent(desk: Desk, request: Request) -> Uploaded:
    try:
        form = await request.form(max_files=desk.most_files, max_fields=20)
    except HTTPException as error:
        mend = f"send at most {desk.most_files} files at once, or read them with  reportedly read"
        raise RefusedError(413, str(error.detail).lower(), "body.files", mend) from error
    try:
        return await run_in_threadpool(uploaded, form)
    finally:
        await form.close()


def _files(desk: Desk, sent: Uploaded) -> Job:
    handed = [Ledger.upload(name, path) for name, path in sent.files]
    try:
        return desk.jobs.add("read", reading(desk, lambda _job: handed), after=sent.drop)
    except RefusedError:
        sent.drop()
        raise


def _parsed(body: bytes) -> Pasted:
    try:
        return Pasted.model_validate_json(body)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(["body", *map(str, first["loc"])])
        raise RefusedError(422, first["msg"].lower(), where, "send {text} or {url}") from error


def _pasted(desk: Desk, sent: Pasted) -> Job:
    if (sent.text is None) == (sent.url is None):
        raise RefusedError(422, "a text or an address is wanted, and one of them", "body", "send {text} or {url}")
    if sent.text is not None:
        handed = [Ledger.pasted(sent.text, title=sent.title, outlet=sent.outlet, published=sent.published)]
        return desk.jobs.add("read", reading(desk, lambda _job: handed))
    url = sent.url or ""
    if not desk.fetching:
        raise RefusedError(403, "this desk reads no pages from the web", "body.url", "save the page and send the file")

    def collect(job: Job) -> Sequence[Handed]:
        job.step(f"fetching {url}"[:120])
        return [Ledger.page(url, private=desk.private)]

    return desk.jobs.add("read", reading(desk, collect))
