"""The strands that came and went in, the scored pairs of strands as they are now out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.incidents.denials import Answers
from reportedly.incidents.features import BETWEEN_REPORTS, weigh
from reportedly.incidents.grouping import Pair
from reportedly.incidents.kept import Kept, KeptStrand
from reportedly.incidents.numbered import Numbered
from reportedly.incidents.recopied import Recopied
from reportedly.incidents.remet import Meetings, copied, uncopied
from reportedly.incidents.rescored import Rescored
from reportedly.incidents.sketches import Sketch, unpack
from reportedly.lexicon.linking import Families
from reportedly.model.incident import Copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Reweighing:
    """The work of weighing anew what meets now and did not, and of forgetting what meets no more."""

    kept: Kept
    families: Families
    roll: Numbered
    meetings: Meetings
    copies: Recopied
    _sketches: dict[int, Sketch] = field(default_factory=dict)

    def edges(self, answers: Answers) -> Rescored:
        """The scored pairs of strands as they are now."""
        edges = Rescored(self.kept, self.meetings)
        came, went = self.meetings.changed()
        came |= self._of_copies(self._copied_now()) | self._denied(answers)
        went |= self._of_copies(uncopied(self.copies))
        edges.drop(went - self.meetings.meet(went, self._tied_reports(went)))
        edges.add(came, self._score)
        return edges

    def _copied_now(self) -> list[Copy]:
        """The copies among the reports with new strands, as they are now."""
        reports = sorted({one.report for one in self.meetings.new.values()})
        names = self.roll.names(reports)
        now = {(c.left, c.right) for c in self.kept.copies(names[n] for n in reports)}
        now -= {(c.left, c.right) for c in uncopied(self.copies)}
        now |= {(c.left, c.right) for c in self.copies.new}
        return [Copy(left=left, right=right, containment=1.0) for left, right in sorted(now)]

    def _of_copies(self, copies: Sequence[Copy]) -> set[Pair]:
        """The strands of these copies, each with each of the other report's."""
        return copied(self.meetings, self.kept, copies, self.roll.of_copies(copies))

    def _tied_reports(self, pairs: set[Pair]) -> set[Pair]:
        """The copies among the reports of these strands, as pairs of report numbers."""
        reports = {one.report for one in self.meetings.strands(sorted({n for pair in pairs for n in pair}))}
        return self.roll.copied_pairs(reports, self.copies)

    def _denied(self, answers: Answers) -> set[Pair]:
        """Each strand with the strand of the claim that it denies, where one of the two came in or was tied anew."""
        ties = [(claim, target) for claim, target in answers.ties.items()]
        ties += [(c, t) for one in self.meetings.new.values() for t in one.slip.denies for c in one.claims[:1]]
        home: Mapping[str, int] = self.roll.home({claim for tie in ties for claim in tie}, self.meetings)
        return {
            (min(home[a], home[b]), max(home[a], home[b]))
            for a, b in ties
            if a in home and b in home and home[a] != home[b] and self._two_reports(home[a], home[b])
        }

    def _two_reports(self, a: int, b: int) -> bool:
        left, right = self.meetings.strands((a, b))
        return left.report != right.report

    def _score(self, a: KeptStrand, b: KeptStrand) -> float:
        left, right = (a, b) if a.first < b.first else (b, a)
        wording = self.kept.weights.wording
        return float(sum(weigh(self._sketch(left), self._sketch(right), wording, self.families, BETWEEN_REPORTS)))

    def _sketch(self, strand: KeptStrand) -> Sketch:
        if strand.number not in self._sketches:
            self._sketches[strand.number] = unpack(strand.sketch)
        return self._sketches[strand.number]
