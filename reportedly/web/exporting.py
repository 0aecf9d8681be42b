"""The name of a form in, the ledger in it as a file of the program's own out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import IO

from reportedly.ledger import Ledger, zipped

_LINES = ("jsonl", "application/x-ndjson")
_TABLE = ("csv", "text/csv; charset=utf-8")
_LINKED = ("jsonld", "application/ld+json")

KINDS = {
    "jsonl": _LINES,
    "plover": _LINES,
    "ftm": _LINES,
    "csv": _TABLE,
    "ucdp": _TABLE,
    "acled": _TABLE,
    "hxl": _TABLE,
    "geojson": ("geojson", "application/geo+json"),
    "annotation": _LINKED,
    "prov": _LINKED,
    "schema-org": _LINKED,
    "dossier": ("html", "text/html; charset=utf-8"),
    "dossier-pdf": ("pdf", "application/pdf"),
}
"""The ending and the kind of content of each form of one file; others are text, and folders are zip files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file to hand out and then take away: what it is called, what it holds, and what it had to leave out."""

    path: Path
    name: str
    media_type: str
    left: dict[str, int]

    def drop(self) -> None:
        """Take the file away."""
        self.path.unlink(missing_ok=True)


def forms() -> tuple[str, ...]:
    """The names of all forms."""
    return tuple(form for kinds in (*Ledger.forms(), Ledger.printed_forms()) for form in kinds)


def exported(ledger: Ledger, stem: str, form: str, *, public: bool = False, incidents: Sequence[str] = ()) -> Exported:
    """The ledger in a form, or some of its incidents. ``form`` must be one that the ledger knows."""
    left: Counter[str] = Counter()
    ending, media_type = KINDS.get(form, ("txt", "text/plain; charset=utf-8"))
    if form in Ledger.forms()[1]:
        ending, media_type = "zip", "application/zip"
    handle, name = mkstemp(prefix="reportedly-")
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            _write(stream, ledger, stem, form, public, left, incidents)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    called = f"{stem}-{form}{'-public' if public else ''}.{ending}"
    return Exported(path=path, name=called, media_type=media_type, left={r: left[r] for r in sorted(left)})


def _write(
    stream: IO[bytes],
    ledger: Ledger,
    stem: str,
    form: str,
    public: bool,
    left: Counter[str],
    incidents: Sequence[str],
) -> None:
    if form in Ledger.forms()[1]:
        zipped(stream, stem, ledger.pack(form, public=public, left=left, incidents=incidents))
    elif form in Ledger.printed_forms():
        stream.write(ledger.printed(form, public=public, left=left, incidents=incidents))
    else:
        lines = ledger.export(form, public=public, left=left, incidents=incidents)
        stream.writelines(f"{line}\n".encode("utf-8", "replace") for line in lines)
