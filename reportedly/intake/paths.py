"""Paths of files and folders in, a stream of reports out. One broken report never stops the others.

This is the door: the only module of the room, with ``streams``, that touches files.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from reportedly.errors import InputError
from reportedly.intake.archives import read_warc
from reportedly.intake.arrays import read_array
from reportedly.intake.feeds import read_feed
from reportedly.intake.intaken import Intaken, Limits, refused
from reportedly.intake.kinds import Kind, foreign, kind_of
from reportedly.intake.plain import read_plain
from reportedly.intake.records import read_line
from reportedly.intake.seen import Seen
from reportedly.intake.streams import lines, opened, whole
from reportedly.intake.webpage import read_webpage
from reportedly.intake.words import IntakeWords, load_intake_words
from reportedly.model.handed import Handed
from reportedly.model.text import Report

STDIN = "-"
_HEAD = 4096


def read_paths(
    paths: Iterable[Path | str | Handed], *, limits: Limits | None = None, words: IntakeWords | None = None
) -> Iterator[Intaken]:
    """The reports of files, of folders (all files under them, in order of name), of ``-``, the standard input, and of
    what is handed over under a name of its own.

    Files are read as a stream, so that their size does not matter; only one report is held at a time. A report that
    comes twice is given once, with an issue; two texts under one id both stay, the second under a longer id.
    """
    seen = Seen()
    for path in paths:
        for found in _files(path):
            for intaken in _guarded(found, limits or Limits(), words or load_intake_words()):
                yield seen.settled(intaken)


def _files(path: Path | str | Handed) -> Iterator[Path | str | Handed]:
    if path == STDIN or isinstance(path, Handed):
        yield path
        return
    path = Path(path)
    if not path.is_dir():
        yield path
        return
    for below in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in below.relative_to(path).parts)
        if below.is_file() and not hidden:
            yield below


def _guarded(path: Path | str | Handed, limits: Limits, words: IntakeWords) -> Iterator[Intaken]:
    """The reports of one file; whatever breaks it off is said with its place."""
    where = path.name if isinstance(path, Handed) else str(path)
    last = where
    try:
        if path == STDIN:
            yield from _stream(sys.stdin.buffer, "<stdin>", limits, words)
            return
        with _opened(path) as stream:
            for intaken in _stream(stream, where, limits, words, path if isinstance(path, Handed) else None):
                last = intaken.where
                yield intaken
    except InputError as error:
        place = where if last == where else f"{where} (after {last})"
        yield refused(place, error.code, error.what, error.mend or "")
    except FileNotFoundError:
        yield refused(where, "missing-file", "no such file or folder", "look at the path")
    except OSError as error:
        yield refused(where, "unreadable-file", error.strerror or str(error), "look at the file's rights and disk")


def _opened(path: Path | str | Handed) -> IO[bytes]:
    content = path.content if isinstance(path, Handed) else Path(path)
    return io.BytesIO(content) if isinstance(content, bytes) else content.open("rb")


def _stream(
    stream: IO[bytes], where: str, limits: Limits, words: IntakeWords, handed: Handed | None = None
) -> Iterator[Intaken]:
    plain = opened(stream, limits)
    head = plain.peek(_HEAD)[:_HEAD]
    kind = Kind.PAGE if handed and handed.page and head.strip() else kind_of(where, head)
    if kind is Kind.EMPTY:
        yield refused(where, "empty-file", "the file is empty", "fetch or write it again")
    elif kind is Kind.FOREIGN:
        hint = "reports are read from JSON Lines, HTML, text, RSS or Atom, and WARC"
        yield refused(where, "binary", f"no text: {foreign(head) or 'bytes that are no words'}", hint)
    elif kind is Kind.RECORDS:
        yield from _records(plain, where, limits, words)
    elif kind is Kind.ARCHIVE:
        yield from read_warc(plain, where, words, limits)
    else:
        yield from _one_file(kind, whole(plain, limits), where, limits, words, handed.url if handed else None)


def _records(stream: IO[bytes], where: str, limits: Limits, words: IntakeWords) -> Iterator[Intaken]:
    for number, line in lines(stream, limits):
        place = f"{where}:{number}"
        if line is None:
            hint = "split the report, or raise the limit on bytes of a report; every other line is read"
            yield refused(place, "too-large", f"the line is longer than {limits.report_bytes // 2**20} MiB", hint)
        elif line.strip():
            yield read_line(line, place, words, limits)


def _one_file(
    kind: Kind, original: bytes, where: str, limits: Limits, words: IntakeWords, url: str | None
) -> Iterator[Intaken]:
    if kind is Kind.PAGE:
        given = Report(id="", text="", url=url, bases=(("url", "given"),)) if url else None
        yield read_webpage(original, where, words, limits, given)
    elif kind is Kind.FEED:
        yield from read_feed(original, where, words)
    elif kind is Kind.ARRAY:
        yield from read_array(original, where, words, limits)
    else:
        yield read_plain(original, where, words)
