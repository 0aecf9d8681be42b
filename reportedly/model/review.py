"""What people decide of claims: accepted, rejected, corrected; and what they had before them when they did."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.words import Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the judge had before them: a claim's report, place and words when the decision was taken. It outlives the
    claim's id, which may change when the report is read with another recipe."""

    claim: str
    report: str
    start: int
    end: int
    happening: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One field of a claim and what a person says it should be, as they wrote it ("killed", "12-15")."""

    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person's ruling on one claim. The claim stays as it was read; the ruling is applied when incidents are made.

    ``decision`` is the number of its line in the log.
    """

    ruling: Ruling
    claim: str
    by: str
    decision: int
    note: str = ""
    corrections: tuple[Correction, ...] = ()
