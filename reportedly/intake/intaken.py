"""What intake hands on: a report with its original bytes, or what stood in the way, and the limits it keeps to."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from reportedly.model.claim import Issue
from reportedly.model.text import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What intake will take. Bytes are counted after decompression."""

    report_bytes: int = 16 * 2**20
    """Of one report, one line or one record. What is longer is named and left where it is."""
    ratio: int = 200
    """Bytes out for each byte in of a compressed file, looked at once ``ratio_from`` bytes have come out. Text packs
    to about a tenth and HTML to a thirtieth; archives made to exhaust a reader reach a thousand."""
    ratio_from: int = 8 * 2**20
    depth: int = 400
    """Elements inside elements of a web page. Browsers stop at 512; honest pages stay under 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intaken:
    """One report read, with its bytes as they came, or (``report`` is ``None``) why there is none.

    ``where`` is the place it came from: a file, with the line or record behind a colon. A report may carry issues
    too, such as a missing date.
    """

    where: str
    report: Report | None = None
    original: bytes = b""
    issues: tuple[Issue, ...] = ()


def refused(where: str, code: str, message: str, hint: str) -> Intaken:
    """No report, and why."""
    return Intaken(where=where, issues=(noted(where, code, message, hint),))


def noted(where: str, code: str, message: str, hint: str, report: str | None = None) -> Issue:
    """An issue whose message begins with its place."""
    return Issue(code=code, message=f"{where}: {message}", report=report, hint=hint)


def digest(original: bytes) -> str:
    """The sha256 by which original bytes are kept."""
    return sha256(original).hexdigest()


def content_id(original: bytes) -> str:
    """The id of a report that brings none: ``r-`` and twelve hex digits of its bytes' sha256."""
    return f"r-{digest(original)[:12]}"
