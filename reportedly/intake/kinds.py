"""The first bytes and the name of a file in, what kind of report it holds out."""

from __future__ import annotations

import re
from enum import StrEnum

from reportedly.intake.charset import is_binary


class Kind(StrEnum):
    """How a file is read. ``FOREIGN`` is none of ours."""

    RECORDS = "records"
    ARRAY = "array"
    PAGE = "page"
    FEED = "feed"
    ARCHIVE = "archive"
    PLAIN = "plain"
    FOREIGN = "foreign"
    EMPTY = "empty"


_BY_NAME = {
    "jsonl": Kind.RECORDS,
    "ndjson": Kind.RECORDS,
    "html": Kind.PAGE,
    "htm": Kind.PAGE,
    "xhtml": Kind.PAGE,
    "txt": Kind.PLAIN,
    "text": Kind.PLAIN,
    "md": Kind.PLAIN,
    "warc": Kind.ARCHIVE,
    "rss": Kind.FEED,
    "atom": Kind.FEED,
}
_NAMED = (
    (b"%PDF", "a PDF file; save its text as .txt"),
    (b"PK\x03\x04", "a ZIP or Office file; unpack it, or save it as text or HTML"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file; write it as JSON Lines"),
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p)[\s>]", re.IGNORECASE)
_RECORD = re.compile(rb'\{\s*(?:"|\}|$)')


def kind_of(name: str, head: bytes) -> Kind:
    """By the bytes where they tell, else by the name, else plain text."""
    if not head.strip():
        return Kind.EMPTY
    if head.startswith(b"WARC/"):
        return Kind.ARCHIVE
    if foreign(head) or is_binary(head):
        return Kind.FOREIGN
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    ending = name.lower().removesuffix(".gz").rpartition(".")[2]
    if ending in _BY_NAME:
        return _BY_NAME[ending]
    if ending == "json":
        return Kind.ARRAY
    if start.startswith(b"[") and start[1:].lstrip().startswith(b"{"):
        return Kind.ARRAY
    if _RECORD.match(start):
        return Kind.RECORDS
    if _FEED.search(start[:1024]):
        return Kind.FEED
    return Kind.PAGE if _PAGE.search(start[:1024]) else Kind.PLAIN


def foreign(head: bytes) -> str | None:
    """What a file is that is no report, in words."""
    return next((words for mark, words in _NAMED if head.startswith(mark)), None)
