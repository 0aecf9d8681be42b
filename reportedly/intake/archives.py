"""A stream of a WARC file in, one report for each page that it holds out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from reportedly.intake.charset import is_binary
from reportedly.intake.intaken import Intaken, Limits, refused
from reportedly.intake.plain import read_plain
from reportedly.intake.webpage import read_webpage
from reportedly.intake.words import IntakeWords
from reportedly.model.text import Report

_PAGES = ("text/html", "application/xhtml")


def read_warc(stream: IO[bytes], where: str, words: IntakeWords, limits: Limits) -> Iterator[Intaken]:
    """The pages and texts of a WARC file in its order; what is neither is passed over in silence, as WARC files hold
    every picture of a page."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for record in ArchiveIterator(stream):
            number += 1
            if record.rec_type == "response":
                yield from _page(record, f"{where}:{number}", words, limits)
    except (ArchiveLoadFailed, EOFError, OSError) as error:
        hint = "fetch the file again; every record before this one is read"
        yield refused(f"{where}:{number + 1}", "truncated-archive", f"the archive breaks off: {error}", hint)


def _page(record: Any, where: str, words: IntakeWords, limits: Limits) -> Iterator[Intaken]:
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") or "") if headers else ""
    fine = headers is not None and (headers.get_statuscode() or "").startswith("2")
    if not fine or not kind.startswith((*_PAGES, "text/plain")):
        return
    original = record.content_stream().read(limits.report_bytes + 1)
    if len(original) > limits.report_bytes:
        yield refused(where, "too-large", "the page is too large", "raise the limit on bytes of a report")
        return
    if is_binary(original) or not original:
        yield refused(where, "binary", "the page's bytes are no text", "look whether the archive was written whole")
        return
    url = record.rec_headers.get_header("WARC-Target-URI")
    if kind.startswith(_PAGES):
        given = Report(id="", text="", url=url, bases=(("url", "warc"),) if url else ())
        yield read_webpage(original, where, words, limits, given)
    else:
        yield read_plain(original, where, words)
