"""What was kept and the reports that changed in, who is who now out: the numbers of reports, the homes of claims and
the copies, as they are from now on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportedly.incidents.grouping import Pair
from reportedly.incidents.kept import Kept, KeptReport
from reportedly.incidents.reanswered import Reports
from reportedly.incidents.recopied import Recopied
from reportedly.incidents.remet import Meetings, uncopied
from reportedly.model.incident import Copy


class Numbered:
    """Reports with their numbers: those that were kept keep theirs, new ones get the next."""

    def __init__(self, kept: Kept, source: Reports, changed: Sequence[str]) -> None:
        self._kept, self._source = kept, source
        self.before: Mapping[str, KeptReport] = dict(kept.reports(changed))
        fresh = [name for name in changed if name not in self.before]
        self.number = {name: one.number for name, one in self.before.items()}
        self.number |= {name: kept.next_report + n for n, name in enumerate(fresh)}
        self.next_report = kept.next_report + len(fresh)

    def learn(self, reports: Iterable[str]) -> None:
        """Know the numbers of more reports that were kept."""
        self.number |= {name: one.number for name, one in self._kept.reports(reports).items()}

    def kept_numbers(self, reports: Iterable[str]) -> list[int]:
        """The numbers of those of the reports that were kept."""
        return [one.number for one in self._kept.reports(reports).values()]

    def of_copies(self, copies: Iterable[Copy]) -> Mapping[str, int]:
        """The numbers of all reports that these copies name, and of those that are known already."""
        names = {name for copy in copies for name in (copy.left, copy.right)}
        return {name: one.number for name, one in self._kept.reports(names).items()} | self.number

    def names(self, numbers: Iterable[int]) -> Mapping[int, str]:
        """The ids of reports by their numbers, and of those that are known already."""
        return {n: one.id for n, one in self._kept.numbered(numbers).items()} | {n: k for k, n in self.number.items()}

    def report_of(self, claim: str) -> str:
        """The report of a claim, though it be a claim no more."""
        known = self._source.known()
        return known[claim].report if claim in known else claim.rpartition("#")[0]

    def home(self, claims: Iterable[str], meetings: Meetings) -> Mapping[str, int]:
        """The strands, as they are now, of the claims that are in one."""
        wanted = set(claims)
        numbers = self.kept_numbers({self.report_of(claim) for claim in wanted})
        there = [one for one in self._kept.strands_of(numbers) if one.number not in meetings.gone]
        return {c: one.number for one in (*there, *meetings.new.values()) for c in one.claims if c in wanted}

    def copies(self, reports: Iterable[str], copies: Recopied) -> list[Copy]:
        """The copies that name one of these reports, and all new ones."""
        found = {(c.left, c.right): c for c in self._kept.copies(reports)}
        for copy in copies.gone:
            found.pop((copy.left, copy.right), None)
        found |= {(c.left, c.right): c for c in copies.new}
        return [found[pair] for pair in sorted(found)]

    def copied_pairs(self, reports: Iterable[int], copies: Recopied) -> set[Pair]:
        """The reports that are copies of each other, as pairs of numbers, smaller first: those that name one of these
        reports, and all new ones."""
        names = self.names(reports)
        ended = {(c.left, c.right) for c in uncopied(copies)}
        found = [c for c in self._kept.copies(names[n] for n in reports) if (c.left, c.right) not in ended]
        both = [*found, *copies.new]
        number = self.of_copies(both)
        return {(min(a, b), max(a, b)) for a, b in ((number[c.left], number[c.right]) for c in both)}
