"""What is handed over to be read, other than files by their paths."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What is handed over to be read under a name of its own: bytes, or a file that holds them. ``url`` is where it
    came from; ``page`` says that it is a web page, whatever its name ends in."""

    name: str
    content: bytes | Path
    url: str | None = None
    page: bool = False
