"""The claims of all reports in, each report's strands out, and what its denials answer: in one pass over the claims.

What a denial of another report answers is known only when all claims were seen, so that while the other reports are
grouped it is looked which of their claims it may mean; the few reports with such denials are grouped last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.incidents.denials import Answers, Met, Wanted, answered
from reportedly.incidents.source import Source, Spread
from reportedly.incidents.tasks import Stranded, Stranding
from reportedly.model.claim import Claim


class Grouped:
    """The reports of a source, grouped. ``answers`` are known once all strands were taken."""

    def __init__(self, source: Source, denials: Sequence[Claim], work: Stranding, spread: Spread) -> None:
        self._source, self._denials, self._work, self._spread = source, denials, work, spread
        self.answers = Answers({}, {})

    def stranded(self) -> Iterator[Stranded]:
        """Each report's strands, those of reports with open denials last."""
        texts, work = self._source.texts(), self._work
        later = frozenset(denial.report for denial in self._denials if not denial.denies)
        met: list[Met] = []
        first = replace(work, wanted=Wanted.by(self._denials, texts), later=later)
        for one in self._spread(first, self._source.told()):
            met += one.met
            if one.report not in later:
                yield one
        self.answers = answered(self._denials, self._source.known(), texts, met, work.wording, work.families)
        if later:
            yield from self._spread(replace(work, answers=self.answers), self._source.told_of(sorted(later)))
