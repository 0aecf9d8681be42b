"""What differs between two ledgers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What became of a claim or an incident from the first ledger to the second."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    SPLIT = "split"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One change. ``before`` are ids of the first ledger, ``after`` of the second; ``fields`` holds what reads
    otherwise, as (field, before, after); ``why`` says what led to it."""

    kind: str
    change: Change
    before: tuple[str, ...]
    after: tuple[str, ...]
    fields: tuple[tuple[str, str, str], ...] = ()
    why: tuple[str, ...] = ()
