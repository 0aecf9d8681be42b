"""A file of an export that is a folder: its name inside and its bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file. ``name`` is a path with forward slashes that stays inside the folder; ``content`` is read once, whole,
    before the next part is asked for."""

    name: str
    content: Iterable[bytes]
