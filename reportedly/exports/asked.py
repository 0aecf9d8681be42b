"""What is asked of an export, and what it had to leave out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

PUBLIC_NOTE = (
    "made for publication: points are rounded so that they lead to no house; names of witnesses, medics, activists, "
    "private accounts and tellers of unknown standing, and of private persons among those harmed or accused, are "
    "replaced by their role; sentences of reports are left out, since they can name people whom no rule has found"
)
"""What ``--public`` does and why, as it is printed and kept in the files that have a place for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How to export. ``credits`` name whom to thank for the places; ``left`` counts what the form could not hold, by
    reason, as the walk goes on; ``day`` is the ISO day of the ledger's last work, for forms that must be dated."""

    public: bool = False
    credits: tuple[str, ...] = ()
    day: str | None = None
    left: Counter[str] = field(default_factory=Counter)

    def leave(self, reason: str) -> None:
        """Counts one thing that is left out."""
        self.left[reason] += 1

    @property
    def notes(self) -> tuple[str, ...]:
        """What a file should say of itself: the credits and, of a public one, what was done to it."""
        thanks = tuple(f"places: {credit}" for credit in self.credits)
        return (*thanks, PUBLIC_NOTE) if self.public else thanks
