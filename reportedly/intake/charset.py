"""Bytes in, text out, with the encoding that was used and what was lost."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 2**16


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, the encoding it was read in, and whether that was guessed or lost characters (now U+FFFD)."""

    text: str
    encoding: str
    guessed: bool = False
    damaged: bool = False


def decode(original: bytes, *, markup: bool = False) -> Decoded:
    """The text of bytes: by byte order mark, as UTF-8, as declared (``markup``), else by a guess from the bytes.

    UTF-8 is tried before the declaration, since pages are often saved anew without changing what they declare.
    """
    for mark, encoding in _MARKS:
        if original.startswith(mark):
            return _read(original, encoding)
    try:
        return Decoded(text=original.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError as error:
        if _cut_short(original, error) or _mostly_utf8(original):
            return Decoded(text=original.decode("utf-8", "replace"), encoding="utf-8", damaged=True)
    declared = _declared(original) if markup else None
    if declared is not None:
        return _read(original, declared)
    best = from_bytes(original[:_SAMPLE]).best()
    found = _read(original, best.encoding if best else "cp1252")
    return Decoded(text=found.text, encoding=found.encoding, guessed=True, damaged=found.damaged)


def is_binary(original: bytes) -> bool:
    """Whether the first bytes are no text in any encoding: zero bytes without a mark, or mostly control codes."""
    head = original[:4096]
    if not head or any(head.startswith(mark) for mark, _ in _MARKS):
        return False
    if b"\0" in head:
        return True
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
    return controls > len(head) // 20


def _read(original: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(text=original.decode(encoding), encoding=encoding)
    except UnicodeDecodeError:
        return Decoded(text=original.decode(encoding, "replace"), encoding=encoding, damaged=True)


def _cut_short(original: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the only fault is that the last character is not whole."""
    return error.end >= len(original) and len(original) - error.start < 4 and error.start > 0


def _mostly_utf8(original: bytes) -> bool:
    """Whether nearly all bytes above 127 make sense as UTF-8: a UTF-8 text with a few bytes broken."""
    sample = original[:_SAMPLE]
    lost = sample.decode("utf-8", "replace").count("\ufffd")
    high = sum(byte > 127 for byte in sample)
    return lost * 10 < high


def _declared(original: bytes) -> str | None:
    found = _DECLARED.search(original[:4096])
    if found is None:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    return None if name.startswith(("utf-8", "utf-16", "utf-32")) else name
