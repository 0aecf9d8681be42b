"""What can go wrong, as one tree. Every message says what, where and how to mend; ``code`` is stable.

ReportedlyError
├── InputError      a report, file or page that cannot be read            exit 3
├── VocabError      a line of a vocabulary or recipe that is wrong        exit 4
├── GazetteerError  a gazetteer that cannot be read or is not there       exit 5
├── LedgerError     a ledger that cannot be opened, written or trusted    exit 6
└── MissingError    something that must be installed first                exit 7
"""

from __future__ import annotations


class ReportedlyError(Exception):
    """What, where and how to mend."""

    exit_code = 1

    def __init__(self, what: str, *, where: str | None = None, mend: str | None = None, code: str = "error") -> None:
        self.what, self.where, self.mend, self.code = what, where, mend, code
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        mend = f"\n  mend: {self.mend}" if self.mend else ""
        return f"{place}{self.what}{mend}"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.what, self.where, self.mend, self.code))


def _rebuild(kind: type[ReportedlyError], what: str, where: str | None, mend: str | None, code: str) -> ReportedlyError:
    return kind(what, where=where, mend=mend, code=code)


class InputError(ReportedlyError):
    """A report, file or page that cannot be read."""

    exit_code = 3


class VocabError(ReportedlyError):
    """A line of a vocabulary or recipe that is wrong."""

    exit_code = 4


class GazetteerError(ReportedlyError):
    """A gazetteer that cannot be read or is not there."""

    exit_code = 5


class LedgerError(ReportedlyError):
    """A ledger that cannot be opened, written or trusted."""

    exit_code = 6


class MissingError(ReportedlyError):
    """Something that must be installed first."""

    exit_code = 7
