"""Running totals that claims state, beside what the ledger's incidents add up to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.reading import HowMany, Interval, Where, Who


class Standing(StrEnum):
    """How the incidents stand to a stated total."""

    AGREES = "agrees"
    """The two ranges meet, an open end taken at its last number."""
    FEWER = "fewer"
    """The incidents hold fewer than was stated: some are not told of one by one, or were not read."""
    MORE = "more"
    """The incidents hold more than was stated: the teller counts less, or some incidents are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One stated total: ``stated`` in ``window`` and ``place`` by those named in ``by`` (none: by anybody) of those in
    ``of`` (none: of anybody), on the word of ``teller``.

    ``low``, ``best`` and ``high`` are what the incidents add up to (``high`` is ``None`` where one of them is open
    above), ``gap`` the stated number less their best, ``incidents`` those that were added. ``open`` are incidents of
    the window that name no place or nobody, and may belong to it.
    """

    claim: str
    report: str
    teller: str | None
    by: tuple[Who, ...]
    of: tuple[Who, ...]
    place: Where | None
    window: Interval
    stated: HowMany
    low: int
    best: int
    high: int | None
    gap: int | None
    standing: Standing
    incidents: tuple[str, ...]
    open: tuple[str, ...]
