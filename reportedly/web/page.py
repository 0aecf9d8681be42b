"""The folder of the built page in, its files by the path under which a browser asks for them out.

Only what lay in the folder when the desk was started is given, by a table of names: no path is ever put together from
a request.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from reportedly.web.answers import RefusedError

HOME = Path(__file__).resolve().parent / "page"
"""Where the page is built to."""

INDEX = "index.html"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml"}
_FOREVER = "public, max-age=31536000, immutable"

UNBUILT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>reportedly</title></head><body>
<h1>The page of the desk is not built</h1>
<p>This copy of reportedly was installed from its sources. Build the page once, in the folder of the sources, with
Node.js 20 or newer:</p>
<pre>cd desk
npm ci
npm run build</pre>
<p>Then start <code>reportedly serve</code> again. Installed packages (wheels) hold the built page. The API answers
without it: <a href="/api/ledger">/api/ledger</a>, described in <a href="/api/openapi.json">/api/openapi.json</a>.</p>
</body></html>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One file of the page."""

    content: bytes
    media_type: str
    etag: str
    kept: bool

    def answer(self, request: Request) -> Response:
        """The file, or word that the browser has it."""
        headers = {"etag": self.etag, "cache-control": _FOREVER if self.kept else "no-cache"}
        if request.headers.get("if-none-match") == self.etag:
            return Response(status_code=304, headers=headers)
        return Response(self.content, media_type=self.media_type, headers=headers)


class Page:
    """The files of the page."""

    def __init__(self, home: Path = HOME) -> None:
        self.files = {"/" + path.relative_to(home).as_posix(): _held(path) for path in _under(home)}

    @property
    def built(self) -> bool:
        """Whether there is a page."""
        return f"/{INDEX}" in self.files

    def answer(self, request: Request) -> Response:
        """The file of the path; for the paths of the page's own views the page."""
        path = request.url.path
        if path in self.files and path != f"/{INDEX}":
            return self.files[path].answer(request)
        if "." in path.lstrip("/").partition("/")[0] or path.startswith("/assets/"):  # ids in views may hold points
            raise RefusedError(404, "there is no such file")
        return self.files[f"/{INDEX}"].answer(request) if self.built else HTMLResponse(UNBUILT, status_code=503)


def _under(home: Path) -> list[Path]:
    """All files of a folder that are no links, hidden ones left out."""
    if not home.is_dir():
        return []
    found = sorted(path for path in home.rglob("*") if path.is_file() and not path.is_symlink())
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(home).parts)]


def _held(path: Path) -> Held:
    content = path.read_bytes()
    media_type = _TYPES.get(path.suffix) or guess_type(path.name)[0] or "application/octet-stream"
    return Held(
        content=content,
        media_type=media_type,
        etag=f'"{sha256(content).hexdigest()[:20]}"',
        kept=path.parent.name == "assets",
    )
