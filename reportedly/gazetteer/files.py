"""A path in, its lines out one by one, unpacked; and the list of lines that were no places."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO, cast

from reportedly.errors import GazetteerError

SHOWN = 20
"""Broken lines of one file that are told in full; the others are counted."""

_LISTS = (".txt", ".csv", ".tsv")
_DATABASE = b"SQLite format 3\x00"


@dataclass(slots=True)
class Broken:
    """Lines that were left out: how many, and the first of them with file, line and mend."""

    count: int = 0
    first: list[GazetteerError] = field(default_factory=list)

    def add(self, error: GazetteerError) -> None:
        """Counts a line; the first ``SHOWN`` are kept."""
        self.count += 1
        if len(self.first) < SHOWN:
            self.first.append(error)


@contextmanager
def lines_of(path: Path) -> Iterator[io.TextIOBase]:
    """The text of a file while it is read. Bytes that are no UTF-8 become lone surrogates: see ``is_text``.

    Raises GazetteerError where the file cannot be read or unpacked."""
    try:
        with _unpacked(path) as raw:
            yield io.TextIOWrapper(cast(BinaryIO, raw), encoding="utf-8-sig", errors="surrogateescape", newline="")
    except (OSError, EOFError, lzma.LZMAError, zipfile.BadZipFile, zlib.error) as error:
        what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise GazetteerError(
            f"the gazetteer cannot be read ({what})",
            where=str(path),
            mend="give the path of a CSV, TSV or GeoNames .txt file (.gz, .xz, .bz2 and .zip are unpacked)",
            code="gazetteer-file",
        ) from None


def is_text(line: str) -> bool:
    """Whether the line was UTF-8."""
    return line.isascii() or not any("\ud800" <= c <= "\udfff" for c in line)


def is_database(path: Path) -> bool:
    """Whether the file is an SQLite database."""
    with path.open("rb") as raw:
        return raw.read(len(_DATABASE)) == _DATABASE


def wrong(path: Path, line: int, what: str, mend: str) -> GazetteerError:
    """What is wrong with a line, with its place and its mend."""
    return GazetteerError(what, where=f"{path}:{line}", mend=mend, code="gazetteer-line")


def not_text(path: Path, line: int) -> GazetteerError:
    """What is said of a line that is no UTF-8."""
    return wrong(path, line, "the text is not UTF-8", "save the file as UTF-8 and add it again")


@contextmanager
def _unpacked(path: Path) -> Iterator[IO[bytes]]:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive, archive.open(_list_inside(path, archive)) as inside:
            yield inside
    else:
        with path.open("rb") as packed, _stream(path.suffix, packed) as raw:
            yield raw


def _stream(suffix: str, packed: BinaryIO) -> BinaryIO:
    """The bytes of an open file, unpacked while they are read."""
    match suffix:
        case ".gz":
            return cast(BinaryIO, gzip.GzipFile(fileobj=packed))
        case ".xz":
            return cast(BinaryIO, lzma.LZMAFile(packed))
        case ".bz2":
            return cast(BinaryIO, bz2.BZ2File(packed))
    return packed


def _list_inside(path: Path, archive: zipfile.ZipFile) -> str:
    """The list in an archive: GeoNames adds a "readme.txt" and, to alternate names, the codes of languages."""
    names = [n for n in archive.namelist() if n.endswith(_LISTS) and "readme" not in n and "languagecodes" not in n]
    if not names:
        raise wrong(path, 1, "the archive holds no .txt, .csv or .tsv", "unpack it and add the list itself")
    return names[0]
