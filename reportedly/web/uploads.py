"""The form of an upload in, its files in a folder of the program's own out, under names that lead nowhere."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import IO

from starlette.datastructures import FormData, UploadFile

from reportedly.web.answers import RefusedError

LONGEST = 80
"""Characters of a file's name that are kept: the last, since its ending says what it is."""

_STRANGE = re.compile(r"[^\w.\- ()]+")
_PIECE = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploaded:
    """A folder with the files that were sent, each with the name that it is called by."""

    folder: Path
    files: tuple[tuple[str, Path], ...]

    def drop(self) -> None:
        """Take the folder away."""
        shutil.rmtree(self.folder, ignore_errors=True)


def uploaded(form: FormData) -> Uploaded:
    """The files of a form. Raises RefusedError where there are none."""
    sent = [part for part in form.getlist("files") if isinstance(part, UploadFile)]
    if not sent:
        raise RefusedError(422, "no file was sent", "body.files", "choose files, or drop them on the page")
    folder = Path(mkdtemp(prefix="reportedly-"))
    try:
        return Uploaded(folder=folder, files=tuple(_kept(folder, n, part) for n, part in enumerate(sent, start=1)))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def plain_name(name: str | None) -> str:
    """The last part of a file's name without letters that could mean something elsewhere: "../a/b.html" is "b.html"."""
    last = re.split(r"[/\\]", name or "")[-1]
    kept = _STRANGE.sub("_", last).strip(". ")[-LONGEST:]
    return kept or "file"


def _kept(folder: Path, number: int, part: UploadFile) -> tuple[str, Path]:
    name, path = plain_name(part.filename), folder / f"{number:04d}"
    with path.open("wb") as stream:
        _copy(part.file, stream)
    return name, path


def _copy(source: IO[bytes], stream: IO[bytes]) -> None:
    shutil.copyfileobj(source, stream, _PIECE)
