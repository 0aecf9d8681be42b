"""The components that something touched in, their incidents and comparisons made anew out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from reportedly.incidents.denials import Answers
from reportedly.incidents.grouping import Pair
from reportedly.incidents.kept import KeptStrand
from reportedly.incidents.linker import Linker, Verdicts
from reportedly.incidents.numbered import Numbered
from reportedly.incidents.reanswered import Reports
from reportedly.incidents.recopied import Recopied
from reportedly.incidents.remet import Meetings
from reportedly.incidents.rescored import Rescored
from reportedly.incidents.source import Told
from reportedly.incidents.tasks import Building, Built, Component, Finish
from reportedly.incidents.wording import Wording
from reportedly.model.incident import Copy, Denial
from reportedly.model.words import Verdict


class Claims(Reports, Protocol):
    """What is looked up of a ledger."""

    def gathered(self, groups: Iterable[Sequence[str]]) -> Iterator[Told]: ...


class Part(NamedTuple):
    """A component: its strands and the claims of each; or no strand, and one claim that is joined to nothing.
    ``denials`` concern its claims."""

    strands: Sequence[KeptStrand]
    claims: Sequence[Sequence[str]]
    denials: Mapping[str, Denial]

    @property
    def wanted(self) -> list[str]:
        """Its claims and, after them, those of others that deny one of them."""
        return list(dict.fromkeys([*(claim for own in self.claims for claim in own), *sorted(self.denials)]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilding:
    """The work of grouping components anew and making incidents of them."""

    linker: Linker
    finish: Finish
    wording: Wording
    source: Claims
    roll: Numbered
    meetings: Meetings
    copies: Recopied
    last: Verdicts

    def together(self) -> Mapping[int, set[int]]:
        """The strands that people put together or hold apart with each other, under each of them."""
        found: dict[int, set[int]] = {}
        for pairs in self._decided().values():
            for left, right in pairs:
                found.setdefault(left, set()).add(right)
                found.setdefault(right, set()).add(left)
        return found

    def built(
        self,
        parts: Sequence[Sequence[int]],
        alone: Sequence[str],
        edges: Rescored,
        answers: Answers,
        known: Mapping[str, Denial],
        stand: frozenset[tuple[str, ...]],
    ) -> Iterator[Built]:
        """What becomes of each part, then of each claim that is ``alone``. ``known`` are all denials that concern one
        of them; groups that ``stand`` are incidents already."""
        work = self._work(Answers(self._all_ties(known), answers.reasons))
        rows = self._parts(parts, alone, known)
        names = self.roll.names({one.report for row in rows for one in row.strands})
        now, decided = self.roll.copies(set(names.values()), self.copies), self._decided()
        for row, told in zip(rows, self.source.gathered([row.wanted for row in rows]), strict=True):
            yield work(_component(row, told, edges, decided, _inside_of(row, names, now), stand))

    def _work(self, answers: Answers) -> Callable[[Component], Built]:
        return Building(
            wording=self.wording,
            families=self.linker.families,
            answers=answers,
            counted=self.linker.counted,
            mouths=self.linker.mouths,
            policy=self.linker.policy,
            finish=self.finish,
        )()

    def _parts(self, parts: Sequence[Sequence[int]], alone: Sequence[str], known: Mapping[str, Denial]) -> list[Part]:
        by_claim: dict[str, list[Denial]] = defaultdict(list)
        for denial in known.values():
            for claim in (denial.claim, *denial.answers):
                by_claim[claim].append(denial)

        def part(strands: Sequence[KeptStrand], claims: Sequence[Sequence[str]]) -> Part:
            return Part(strands, claims, {d.claim: d for own in claims for c in own for d in by_claim.get(c, ())})

        members = (sorted(self.meetings.strands(numbers), key=lambda one: one.first) for numbers in parts)
        return [
            *(part(strands, [one.claims for one in strands]) for strands in members),
            *(part((), [(claim,)]) for claim in alone),
        ]

    def _all_ties(self, known: Mapping[str, Denial]) -> Mapping[str, str]:
        """What each open denial answers."""
        claims = self.source.known()
        return {d.claim: d.denies for d in known.values() if d.denies is not None and not claims[d.claim].denies}

    def _decided(self) -> Mapping[Verdict, Sequence[Pair]]:
        """People's decisions as pairs of strands."""
        home = self.roll.home({claim for pair in self.last for claim in pair}, self.meetings)
        found: dict[Verdict, set[Pair]] = {Verdict.SAME: set(), Verdict.DIFFERENT: set()}
        for (left, right), verdict in self.last.items():
            if left in home and right in home and home[left] != home[right]:
                found.setdefault(verdict, set()).add((home[left], home[right]))
        return {verdict: sorted(pairs) for verdict, pairs in found.items()}


def _component(
    part: Part,
    told: Told,
    edges: Rescored,
    decided: Mapping[Verdict, Sequence[Pair]],
    copies: Sequence[Copy],
    stand: frozenset[tuple[str, ...]],
) -> Component:
    place = {one.number: at for at, one in enumerate(part.strands)}
    return Component(
        told=told,
        claims=part.claims,
        sketches=[one.sketch for one in part.strands],
        scores=edges.inside(place),
        together=_placed(decided[Verdict.SAME], place),
        apart=_placed(decided[Verdict.DIFFERENT], place),
        copies=copies,
        denials=part.denials,
        stand=stand,
    )


def _inside_of(part: Part, names: Mapping[int, str], copies: Sequence[Copy]) -> list[Copy]:
    """The copies among the reports of a part."""
    reports = {names[one.report] for one in part.strands}
    return [copy for copy in copies if copy.left in reports and copy.right in reports]


def _placed(pairs: Iterable[Pair], place: Mapping[int, int]) -> list[Pair]:
    """Those of the pairs that lie inside a part, by their places in it."""
    found = {(place[a], place[b]) for a, b in pairs if a in place and b in place}
    return sorted({(min(pair), max(pair)) for pair in found})
