"""An open file in, its decompressed bytes or lines out, within limits: gzip is undone, and bombs are put down."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import IO, Any, TypeAlias

from reportedly.errors import InputError
from reportedly.intake.intaken import Limits

Peekable: TypeAlias = "io.BufferedReader[Any]"
"""A stream whose next bytes can be looked at without taking them."""
GZIP = b"\x1f\x8b"
_PIECE = 2**18


class Unpacked(io.RawIOBase):
    """The bytes of a gzip stream; raises InputError when they outgrow the packed ones as no report does."""

    def __init__(self, packed: IO[bytes], limits: Limits) -> None:
        self._counted = _Counted(packed)
        self._plain = gzip.GzipFile(fileobj=self._counted, mode="rb")
        self._limits = limits
        self._out = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._plain.read1(len(buffer))
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise InputError(
                f"the compressed file breaks off: {error}",
                mend="fetch the file again; all before this place is read",
                code="truncated-archive",
            ) from None
        self._out += len(piece)
        if self._out > self._limits.ratio_from and self._out > self._limits.ratio * self._counted.taken:
            raise InputError(
                f"unpacks to more than {self._limits.ratio} times its size",
                mend="this is no archive of reports; unpack it by hand if you trust it",
                code="compressed-too-much",
            )
        buffer[: len(piece)] = piece
        return len(piece)


class _Counted(io.RawIOBase):
    """A stream that knows how many bytes were taken from it."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        self.taken = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        piece = self._packed.read(size)
        self.taken += len(piece)
        return piece


def opened(stream: IO[bytes], limits: Limits) -> Peekable:
    """A buffered stream, unpacked if it is gzip. Archives inside archives are refused."""
    plain: Peekable = io.BufferedReader(stream)
    if not plain.peek(2).startswith(GZIP):
        return plain
    unpacked: Peekable = io.BufferedReader(Unpacked(plain, limits), _PIECE)
    if unpacked.peek(2).startswith(GZIP):
        raise InputError("an archive inside an archive", mend="unpack it once by hand", code="nested-archive")
    return unpacked


def whole(stream: IO[bytes], limits: Limits) -> bytes:
    """All bytes of a stream, if they are no more than one report may have."""
    found = stream.read(limits.report_bytes + 1)
    if len(found) > limits.report_bytes:
        raise InputError(
            f"larger than {limits.report_bytes // 2**20} MiB",
            mend="split it into one report a line, or raise the limit on bytes of a report",
            code="too-large",
        )
    return found


def lines(stream: IO[bytes], limits: Limits) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a stream with their numbers, without their ends; ``None`` for a line that is too long."""
    number = 0
    while line := stream.readline(limits.report_bytes + 1):
        number += 1
        if len(line) > limits.report_bytes and not line.endswith(b"\n"):
            _skip_line(stream)
            yield number, None
        else:
            yield number, line.rstrip(b"\r\n")


def _skip_line(stream: IO[bytes]) -> None:
    while piece := stream.readline(_PIECE):
        if piece.endswith(b"\n"):
            return
