"""A file of an export that is a folder: its name inside and its bytes; and many of them as one zip file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file. ``name`` is a path with forward slashes that stays inside the folder; ``content`` is read once, whole,
    before the next part is asked for."""

    name: str
    content: Iterable[bytes]


def zipped(out: Path | IO[bytes], root: str, parts: Iterable[Part]) -> None:
    """Writes a zip file with one folder inside, as RFC 8493 asks of a bag in an archive. Members bear one date, so that
    the same parts give the same bytes."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            member = zipfile.ZipInfo(f"{root}/{part.name}", date_time=_EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            with archive.open(member, "w", force_zip64=True) as handle:
                for piece in part.content:
                    handle.write(piece)
