"""Paths in, how many reports they are likely to hold out: for a bar that says when it will end."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

_LINES = (".jsonl", ".ndjson")
_BLOCK = 1 << 20


def expected(paths: Iterable[str]) -> int | None:
    """The number of lines of JSON Lines files and of all other files; ``None`` where it cannot be told beforehand
    (standard input, archives, what cannot be opened)."""
    total = 0
    for path in paths:
        here = Path(path)
        if path == "-" or not here.exists():
            return None
        for file in sorted(here.rglob("*")) if here.is_dir() else (here,):
            if file.is_file():
                count = _reports(file)
                if count is None:
                    return None
                total += count
    return total


def _reports(file: Path) -> int | None:
    names = [suffix.lower() for suffix in file.suffixes]
    try:
        if names[-2:] in ([suffix, ".gz"] for suffix in _LINES):
            with gzip.open(file, "rb") as packed:
                return _newlines(iter(lambda: packed.read(_BLOCK), b""))
        if names[-1:] in ([suffix] for suffix in _LINES):
            with file.open("rb") as plain:
                return _newlines(iter(lambda: plain.read(_BLOCK), b""))
    except OSError:
        return None
    return None if ".warc" in names else 1


def _newlines(blocks: Iterable[bytes]) -> int:
    return sum(block.count(b"\n") for block in blocks)
