"""Claims of one report in, strands out; pairs in, scores out; the strands of one component in, incidents out.

The three pieces of work that linking spreads over processes. Each is made once where it is done, from what can be
sent there, and does one item after another.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np

from reportedly.claims.story.totals import of_many
from reportedly.incidents.building import build
from reportedly.incidents.candidates import Slip, slip
from reportedly.incidents.denials import Answers, Met, Wanted, by_incident, offered
from reportedly.incidents.explaining import explain
from reportedly.incidents.features import BETWEEN_REPORTS, weigh
from reportedly.incidents.grouping import Pair
from reportedly.incidents.joining import join
from reportedly.incidents.kept import steady
from reportedly.incidents.sketches import Sketch, pack, unpack
from reportedly.incidents.source import Opened, Told
from reportedly.incidents.strands import strands
from reportedly.incidents.wording import Wording
from reportedly.lexicon.estimating import Counted
from reportedly.lexicon.linking import Families
from reportedly.lexicon.mouths import Mouths
from reportedly.model.claim import Claim
from reportedly.model.incident import Comparison, Copy, Denial, Incident
from reportedly.model.text import Report
from reportedly.model.words import Policy

_EXPLAINED = 3  # comparisons kept for each strand: the strongest


@dataclass(frozen=True, slots=True, kw_only=True)
class Finish:
    """What becomes of an incident and a comparison where they are made: they stay as they are, or become rows."""

    incident: Callable[[Incident], Any]
    comparison: Callable[[Comparison], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What people decided, as pairs of claims, by report where both are of one; ``joined`` are the claims that
    somebody put together with another."""

    together: Mapping[str, Sequence[tuple[str, str]]]
    apart: Mapping[str, Sequence[tuple[str, str]]]
    joined: frozenset[str]


class Stranded(NamedTuple):
    """The strands of one report: the claims of each, its slip, the day it was printed and its sketch, packed; the
    comparisons inside the report, finished; and the claims that are joined to nothing. ``offers`` is what denials may
    find its claims by, where that is kept; ``met`` are those of its claims that open denials may answer."""

    report: str
    claims: tuple[tuple[str, ...], ...] = ()
    slips: tuple[Slip, ...] = ()
    printed: int = 0
    sketches: tuple[bytes, ...] = ()
    comparisons: tuple[Any, ...] = ()
    alone: tuple[str, ...] = ()
    offers: bytes = b""
    met: Sequence[Met] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranding:
    """The work of grouping the claims of each report. On the way it is looked which of them are ``wanted`` by open
    denials; that is all that is done to the reports that wait for ``later``, since they hold such denials."""

    wording: Wording
    families: Families
    bound: Bound
    answers: Answers
    finish: Finish
    keeps: bool = False
    wanted: Wanted | None = None
    later: frozenset[str] = frozenset()

    def __call__(self) -> Callable[[Told], Stranded]:
        return self._met

    def _met(self, told: Told) -> Stranded:
        opened = told.open()
        met = self.wanted.met(opened.claims.values(), opened.reports) if self.wanted and self.wanted.under else ()
        name = next((claim.report for claim in opened.claims.values()), "")
        return Stranded(name, met=met) if name in self.later else self._strand(name, opened)._replace(met=met)

    def _strand(self, name: str, opened: Opened) -> Stranded:
        claims = [self.answers.tied(claim) for claim in opened.claims.values()]
        rest = [claim for claim in claims if not of_many(claim) or claim.id in self.bound.joined]
        kept = {claim.id for claim in rest}
        own = strands(
            rest,
            opened.reports.get(name),
            self.wording,
            self.families,
            together=[pair for pair in self.bound.together.get(name, ()) if kept.issuperset(pair)],
            apart=[pair for pair in self.bound.apart.get(name, ()) if kept.issuperset(pair)],
        )
        return Stranded(
            report=name,
            claims=tuple(tuple(claim.id for claim in members) for members in own.members),
            slips=tuple(slip(one, self.wording, self.families) for one in own.sketches),
            printed=next((one.published or 0 for one in own.sketches), 0),
            sketches=tuple(map(pack, own.sketches)),
            comparisons=tuple(map(self.finish.comparison, own.comparisons)),
            alone=tuple(claim.id for claim in claims if claim.id not in kept),
            offers=offers(claims, opened.reports) if self.keeps else b"",
        )


def offers(claims: Iterable[Claim], reports: Mapping[str, Report]) -> bytes:
    """What denials may find the claims of a report by, as 64-bit numbers."""
    found = {key for claim in claims for key in offered(claim, reports)}
    return array("q", sorted(set(map(steady, found)))).tobytes()


class Pairs(NamedTuple):
    """Packed sketches and which of them are to be compared, by their places."""

    sketches: Sequence[bytes]
    left: bytes
    right: bytes


@dataclass(frozen=True, slots=True)
class Weighing:
    """The work of comparing sketches of different reports."""

    wording: Wording
    families: Families

    def __call__(self) -> Callable[[Pairs], bytes]:
        return self._scores

    def _scores(self, pairs: Pairs) -> bytes:
        known = [unpack(one) for one in pairs.sketches]
        lefts, rights = (np.frombuffer(side, dtype=np.int32).tolist() for side in (pairs.left, pairs.right))
        found = [
            sum(weigh(known[a], known[b], self.wording, self.families, BETWEEN_REPORTS))
            for a, b in zip(lefts, rights, strict=True)
        ]
        return np.array(found, dtype=np.float64).tobytes()


class Component(NamedTuple):
    """Strands that some comparison ties, directly or through others; or one claim that is joined to nothing (then
    there are no sketches). ``denials`` concern its claims; groups that ``stand`` are incidents already."""

    told: Told
    claims: Sequence[Sequence[str]]
    sketches: Sequence[bytes]
    scores: Mapping[Pair, float]
    together: Sequence[Pair]
    apart: Sequence[Pair]
    copies: Sequence[Copy]
    denials: Mapping[str, Denial]
    stand: frozenset[tuple[str, ...]] = frozenset()


class Built(NamedTuple):
    """The incidents of one component, each with its id and claims, and the comparisons that tied it; finished."""

    incidents: tuple[tuple[str, tuple[str, ...], Any], ...]
    comparisons: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Building:
    """The work of grouping the strands of a component and making each group an incident."""

    wording: Wording
    families: Families
    answers: Answers
    counted: Counted
    mouths: Mouths
    policy: Policy
    finish: Finish

    def __call__(self) -> Callable[[Component], Built]:
        return self._build

    def _build(self, part: Component) -> Built:
        opened = part.told.open()
        known = {name: self.answers.tied(claim) for name, claim in opened.claims.items()}
        sketches = [unpack(one) for one in part.sketches] if len(part.claims) > 1 else []
        groups: Sequence[Sequence[int]] = [range(len(part.claims))]
        if sketches:
            groups = join(sketches, part.scores, together=part.together, apart=part.apart)
        gathered = [[known[claim] for n in members for claim in part.claims[n]] for members in groups]
        made = list(self._incidents(gathered, known, opened.reports, part))
        comparisons = self._explained(groups, part.scores, sketches)
        return Built(
            tuple((one.id, one.claims, self.finish.incident(one)) for one in made),
            tuple(map(self.finish.comparison, comparisons)),
        )

    def _incidents(
        self,
        gathered: Sequence[Sequence[Claim]],
        known: Mapping[str, Claim],
        reports: Mapping[str, Report],
        part: Component,
    ) -> Iterator[Incident]:
        copies: dict[str, list[Copy]] = defaultdict(list)
        for copy in part.copies:
            copies[copy.left].append(copy)
        denied = by_incident(gathered, known, part.denials)
        for group, own in zip(gathered, denied, strict=True):
            if part.stand and tuple(sorted(claim.id for claim in group)) in part.stand:
                continue
            made = build(
                group, reports, copies, self.counted, self.policy, self.mouths, outside=own.outside, kin=self.families
            )
            yield replace(made, denials=own.denials) if own.denials else made

    def _explained(
        self, groups: Sequence[Sequence[int]], scores: Mapping[Pair, float], sketches: Sequence[Sketch]
    ) -> Iterable[Comparison]:
        """The strongest comparisons that tied each strand to others of its group."""
        home = {n: number for number, members in enumerate(groups) for n in members}
        kept: dict[int, int] = defaultdict(int)
        tied = [(score, pair) for pair, score in scores.items() if score > 0 and home[pair[0]] == home[pair[1]]]
        for _, (a, b) in sorted(tied, key=lambda entry: (-entry[0], entry[1])):
            if min(kept[a], kept[b]) < _EXPLAINED:
                kept[a] += 1
                kept[b] += 1
                weights = weigh(sketches[a], sketches[b], self.wording, self.families, BETWEEN_REPORTS)
                yield explain(sketches[a], sketches[b], weights)
